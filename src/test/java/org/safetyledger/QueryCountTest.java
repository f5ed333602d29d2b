package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.SentRequest;
import org.safetyledger.testing.TestCaller;

/**
 * No list's number of statements grows with its rows. The checks are made from the schema: one for each connection at
 * the root, and one for each field of an object that leads to other objects, wherever a list reaches it.
 */
@LedgerTest
@TestProfile(LargeLedger.class)
class QueryCountTest {
    private static final int FEW = 10;
    private static final int MANY = 90;
    private static final int DEPTH = 3;
    private static final String SCHEMA = """
            { __schema { types { name kind fields {
              name args { name type { kind } }
              type { name kind ofType { name kind ofType { name kind ofType { name kind } } } } } } } }
            """;
    /** Lists of one object's entries, which the check of lists of objects does not reach. */
    private static final Set<String> OF_ONE_OBJECT = Set.of("history");

    private final Map<String, List<Map<String, Object>>> fields = new TreeMap<>();

    @BeforeEach
    void readSchema() throws Exception {
        LargeLedger.fill();
        List<Map<String, Object>> types =
                LedgerClient.as(TestCaller.CITY_OFFICER).query(SCHEMA).getList("data.__schema.types");
        types.stream()
                .filter(type -> type.get("kind").equals("OBJECT"))
                .filter(type -> !type.get("name").toString().startsWith("__"))
                .forEach(type -> fields.put(type.get("name").toString(), maps(type.get("fields"))));
    }

    @Test
    void noListSendsMoreStatementsForMoreRows() {
        // Given
        Map<String, String> documents = new LinkedHashMap<>();
        for (Map<String, Object> root : fields("Query")) {
            String name = root.get("name").toString();
            String type = typeName(root);
            if (type.endsWith("Connection") && !OF_ONE_OBJECT.contains(name)) {
                String page = name + "(first: $n)";
                documents.put(name, "query($n: Int) { " + page + " { nodes { __typename } totalCount } }");
                String node = type.substring(0, type.length() - "Connection".length());
                nested(node, DEPTH, List.of(node))
                        .forEach((path, selection) -> documents.put(
                                name + "." + path, "query($n: Int) { " + page + " { nodes { " + selection + " } } }"));
            }
        }

        // When
        List<Executable> checks = new ArrayList<>();
        documents.forEach((name, document) -> {
            SentRequest few = SentRequest.of(TestCaller.CITY_OFFICER, document, Map.of("n", FEW));
            SentRequest many = SentRequest.of(TestCaller.CITY_OFFICER, document, Map.of("n", MANY));
            checks.add(() -> assertEquals(
                    few.statements().size(),
                    many.statements().size(),
                    () -> name + ":\n" + String.join("\n", many.statements())));
        });

        // Then
        assertTrue(documents.size() > 40, documents.keySet()::toString);
        assertAll(checks);
    }

    /** Selections of the fields of a type that lead to objects, by their path. */
    private Map<String, String> nested(String type, int depth, List<String> above) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Map<String, Object> field : fields(type)) {
            String name = field.get("name").toString();
            String target = typeName(field);
            if (!fields.containsKey(target)) {
                continue;
            }
            if (target.endsWith("Connection")) {
                found.put(name, name + "(first: 3) { nodes { __typename } totalCount }");
                continue;
            }
            found.put(name, name + " { __typename }");
            if (depth > 1 && !above.contains(target)) {
                List<String> path =
                        Stream.concat(above.stream(), Stream.of(target)).toList();
                nested(target, depth - 1, path)
                        .forEach(
                                (deeper, selection) -> found.put(name + "." + deeper, name + " { " + selection + " }"));
            }
        }
        return found;
    }

    private List<Map<String, Object>> fields(String type) {
        return fields.getOrDefault(type, List.of());
    }

    private static String typeName(Map<String, Object> field) {
        Map<String, Object> type = map(field.get("type"));
        while (type.get("ofType") != null) {
            type = map(type.get("ofType"));
        }
        return String.valueOf(type.get("name"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
