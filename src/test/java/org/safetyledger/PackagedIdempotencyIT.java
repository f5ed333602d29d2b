package org.safetyledger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.safetyledger.testing.OwnedDatabase;

/** Repeated commands to the packaged program: it reads all of their content. */
@QuarkusIntegrationTest
@WithTestResource(OwnedDatabase.class)
class PackagedIdempotencyIT extends IdempotencyTest {}
