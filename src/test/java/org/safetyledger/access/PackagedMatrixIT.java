package org.safetyledger.access;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import org.safetyledger.testing.OwnedDatabase;

/** Every operation of the packaged program, by every role and scope. */
@QuarkusIntegrationTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(OwnedDatabase.class)
class PackagedMatrixIT extends RoleScopeMatrixTest {}
