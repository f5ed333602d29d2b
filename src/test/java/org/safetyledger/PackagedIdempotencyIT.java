package org.safetyledger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import org.safetyledger.testing.OwnedDatabase;

/** Repeated commands to the packaged program: it reads all of their content. */
@QuarkusIntegrationTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(OwnedDatabase.class)
class PackagedIdempotencyIT extends IdempotencyTest {}
