package org.safetyledger.access;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.safetyledger.testing.OwnedDatabase;

/** Every operation of the packaged program, by every role and scope. */
@QuarkusIntegrationTest
@WithTestResource(OwnedDatabase.class)
class PackagedMatrixIT extends RoleScopeMatrixTest {}
