package org.safetyledger.graphql;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.introspection.IntrospectionQuery;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

/** What tools are told of the schema is the same each time, and nothing that does nothing. */
@LedgerTest
class IntrospectionTest {
    private static final Pattern APPLIED = Pattern.compile("@(\\w+)");
    private static final Pattern DESCRIPTION = Pattern.compile("\"\"\".*?\"\"\"|\"[^\"\n]*\"", Pattern.DOTALL);

    @Test
    void typesFieldsArgumentsAndValuesComeByName() {
        // When
        JsonPath answer = introspected();

        // Then
        List<Map<String, Object>> types = answer.getList("data.__schema.types");
        List<Executable> checks = new ArrayList<>();
        checks.add(() -> assertByName(types, "types"));
        for (Map<String, Object> type : types) {
            String name = String.valueOf(type.get("name"));
            if (name.startsWith("__")) {
                continue;
            }
            for (String parts : List.of("fields", "inputFields", "enumValues", "interfaces", "possibleTypes")) {
                checks.add(() -> assertByName(list(type.get(parts)), name + "." + parts));
            }
            for (Map<String, Object> field : list(type.get("fields"))) {
                checks.add(() -> assertByName(list(field.get("args")), name + "." + field.get("name")));
            }
        }
        assertTrue(checks.size() > 500, () -> "Only " + checks.size());
        assertAll(checks);
    }

    /** Whoever applies another directive in the schema lets introspection tell of it, in {@code LedgerSchema}. */
    @Test
    void directivesAreThoseOfDocumentsAndThoseThatTheSchemaApplies() throws IOException {
        // Given
        Set<String> expected = new TreeSet<>(Set.of("include", "skip"));
        String sdl = DESCRIPTION.matcher(Files.readString(SchemaTest.COMMITTED)).replaceAll("");
        APPLIED.matcher(sdl).results().forEach(found -> expected.add(found.group(1)));

        // When
        List<String> told = introspected().getList("data.__schema.directives.name");

        // Then
        assertEquals(List.copyOf(expected), told);
    }

    private static JsonPath introspected() {
        return LedgerClient.as(TestCaller.OFFICER_LANKAO).query(IntrospectionQuery.INTROSPECTION_QUERY);
    }

    private static void assertByName(List<Map<String, Object>> parts, String where) {
        List<String> names =
                parts.stream().map(part -> String.valueOf(part.get("name"))).toList();
        assertEquals(names.stream().sorted().toList(), names, where);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }
}
