package org.safetyledger.supervision.clock;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application with a database of its own, whose clock the tests drive. */
public class OwnTime implements QuarkusTestProfile {}
