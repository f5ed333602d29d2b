package org.safetyledger.access;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;
import org.safetyledger.testing.OwnedDatabase;

/** Every operation of the packaged program, by every role and scope. */
@QuarkusIntegrationTest
@Tag("executable")
@WithTestResource(OwnedDatabase.class)
class PackagedMatrixIT extends RoleScopeMatrixTest {}
