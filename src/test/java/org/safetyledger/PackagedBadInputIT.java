package org.safetyledger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;
import org.safetyledger.testing.OwnedDatabase;

/** Bad input, uploads among it, to the packaged program, and the messages that it answers with in both languages. */
@QuarkusIntegrationTest
@Tag("executable")
@WithTestResource(OwnedDatabase.class)
class PackagedBadInputIT extends BadInputTest {}
