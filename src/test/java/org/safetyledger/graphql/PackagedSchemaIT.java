package org.safetyledger.graphql;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.safetyledger.testing.OwnedDatabase;

/** The schema that the packaged program serves. */
@QuarkusIntegrationTest
@WithTestResource(OwnedDatabase.class)
class PackagedSchemaIT extends SchemaTest {}
