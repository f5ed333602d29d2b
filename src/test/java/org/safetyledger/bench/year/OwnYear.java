package org.safetyledger.bench.year;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application with a database of its own, in which a whole year passes. */
public class OwnYear implements QuarkusTestProfile {}
