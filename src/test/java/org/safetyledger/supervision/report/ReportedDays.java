package org.safetyledger.supervision.report;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application with a database of its own, in which nothing happens but what a test lets happen on its days. */
public class ReportedDays implements QuarkusTestProfile {}
