package org.safetyledger.graphql;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import org.safetyledger.testing.OwnedDatabase;

/** The libraries that front ends use ask the packaged program. */
@QuarkusIntegrationTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(OwnedDatabase.class)
class PackagedClientsIT extends ServedClientsTest {}
