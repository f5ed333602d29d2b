package org.safetyledger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;
import org.safetyledger.testing.OwnedDatabase;

/** Repeated commands to the packaged program: it reads all of their content. */
@QuarkusIntegrationTest
@Tag("executable")
@WithTestResource(OwnedDatabase.class)
class PackagedIdempotencyIT extends IdempotencyTest {}
