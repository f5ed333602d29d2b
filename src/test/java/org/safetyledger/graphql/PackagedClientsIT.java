package org.safetyledger.graphql;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;
import org.safetyledger.testing.OwnedDatabase;

/** The libraries that front ends use ask the packaged program. */
@QuarkusIntegrationTest
@Tag("executable")
@WithTestResource(OwnedDatabase.class)
class PackagedClientsIT extends ServedClientsTest {}
