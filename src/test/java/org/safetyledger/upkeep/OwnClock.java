package org.safetyledger.upkeep;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application with a database of its own, whose rows may lie in any year. */
public class OwnClock implements QuarkusTestProfile {}
