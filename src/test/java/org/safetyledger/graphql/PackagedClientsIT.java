package org.safetyledger.graphql;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.safetyledger.testing.OwnedDatabase;

/** The libraries that front ends use ask the packaged program. */
@QuarkusIntegrationTest
@WithTestResource(OwnedDatabase.class)
class PackagedClientsIT extends ServedClientsTest {}
