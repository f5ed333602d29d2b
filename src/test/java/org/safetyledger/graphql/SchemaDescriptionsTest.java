package org.safetyledger.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class SchemaDescriptionsTest {
    private static final Set<String> STANDARD_DIRECTIVES = Set.of(
            "include", "skip", "deprecated", "specifiedBy", "oneOf", "defer", "experimental_disableErrorPropagation");

    private static final String INTROSPECTION = """
            {
              __schema {
                types {
                  name
                  description
                  fields(includeDeprecated: true) { name description args { name description } }
                  inputFields { name description }
                  enumValues(includeDeprecated: true) { name description }
                }
                directives { name description args { name description } }
              }
            }
            """;

    private record Described(String path, @Nullable String description) {}

    @Test
    void everythingInTheSchemaIsDescribed() {
        // When
        List<Described> elements =
                types().flatMap(SchemaDescriptionsTest::elements).toList();

        // Then
        assertTrue(elements.size() > 500, () -> "Only " + elements.size() + " elements were looked at");
        assertEquals(
                List.of(),
                elements.stream()
                        .filter(element -> element.description() == null
                                || element.description().isBlank()
                                || element.description().startsWith("Scalar for "))
                        .map(Described::path)
                        .toList(),
                "without a description of their own");
    }

    @Test
    void schemaHasNoDirectivesBesidesTheStandardOnes() {
        assertEquals(
                List.of(),
                named(schema(), "directives")
                        .map(SchemaDescriptionsTest::name)
                        .filter(name -> !STANDARD_DIRECTIVES.contains(name))
                        .toList());
    }

    private static Stream<Map<String, ?>> types() {
        return named(schema(), "types").filter(type -> !name(type).startsWith("__"));
    }

    private static Map<String, ?> schema() {
        return LedgerClient.as(TestCaller.AUDITOR_CITY).query(INTROSPECTION).getMap("data.__schema");
    }

    private static Stream<Described> elements(Map<String, ?> type) {
        String path = name(type);
        Stream<Described> fields = named(type, "fields").flatMap(field -> {
            String fieldPath = path + "." + name(field);
            return Stream.concat(
                    Stream.of(described(fieldPath, field)),
                    named(field, "args").map(argument -> described(fieldPath + "(" + name(argument) + ":)", argument)));
        });
        Stream<Described> others = Stream.of("inputFields", "enumValues")
                .flatMap(kind -> named(type, kind))
                .map(element -> described(path + "." + name(element), element));
        return Stream.of(Stream.of(described(path, type)), fields, others).flatMap(all -> all);
    }

    private static Described described(String path, Map<String, ?> element) {
        return new Described(path, (String) element.get("description"));
    }

    private static String name(Map<String, ?> element) {
        return String.valueOf(element.get("name"));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, ?>> named(Map<String, ?> element, String kind) {
        List<Map<String, ?>> found = (List<Map<String, ?>>) element.get(kind);
        return found == null ? Stream.empty() : found.stream();
    }
}
