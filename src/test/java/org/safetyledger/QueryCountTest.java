package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.TestProfile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.safetyledger.testing.Bearer;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.PlainPath;
import org.safetyledger.testing.SentRequest;
import org.safetyledger.testing.TestCaller;

/**
 * No list's number of statements grows with its rows. The checks are made from the schema: one for each connection at
 * the root, and one for each field of an object that leads to other objects, so that they grow with the types.
 */
@LedgerTest
@TestProfile(OwnLedger.class)
class QueryCountTest {
    private static final int FEW_OF_MANY = 9;
    private static final int MANY = 90;
    private static final int MANY_OF_LONG = 9;
    private static final String CONNECTION = "Connection";
    private static final String SCHEMA = """
            { __schema { types { name kind fields {
              name args { name type { kind } }
              type { name kind ofType { name kind ofType { name kind ofType { name kind } } } } } } } }
            """;
    /** Lists of one object's entries, which the check of lists of objects does not reach. */
    private static final Set<String> OF_ONE_OBJECT = Set.of("history");

    private final Map<String, List<Map<String, Object>>> fields = new TreeMap<>();
    private final Set<String> lists = new HashSet<>();
    private final Bearer officer = SentRequest.same(TestCaller.CITY_OFFICER);

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
        Map<String, String> documents = documents();

        // When
        List<Executable> checks = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        documents.forEach((name, document) -> {
            int most = mostReadBefore(document);
            SentRequest few = SentRequest.again(officer, document, Map.of("n", most / FEW_OF_MANY));
            SentRequest many = SentRequest.again(officer, document, Map.of("n", most));
            if (lists.contains(name)
                    && !String.valueOf(PlainPath.value(many.answer(), "data")).contains("__typename")) {
                empty.add(name);
            }
            checks.add(() -> assertEquals(
                    few.statements().size(),
                    many.statements().size(),
                    () -> name + ":\n" + String.join("\n", many.statements())));
        });

        // Then
        assertTrue(documents.size() > 40, documents.keySet()::toString);
        assertTrue(documents.size() <= 10 * fields.size(), () -> documents.size() + " for " + fields.size());
        assertEquals(
                List.of(),
                empty,
                "No statements are counted in these lists, because the city's officer has no object there: fill their tables"
                        + " in LargeLedger.fill: ");
        assertAll(checks);
    }

    /** As many as the bound of lists in lists lets anybody ask for, so that nothing of them is read for the first time later. */
    private int mostReadBefore(String document) {
        LedgerClient client = LedgerClient.as(officer);
        if (client.errorCodes(document, Map.of("n", MANY)).contains("LIMIT_EXCEEDED")) {
            client.query(document, Map.of("n", MANY_OF_LONG));
            return MANY_OF_LONG;
        }
        return MANY;
    }

    /** One for each list at the root, and one for each edge of the graph of types, by the shortest way that leads to it. */
    private Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        Map<String, String> ways = new LinkedHashMap<>();
        for (Map<String, Object> root : fields("Query")) {
            String name = root.get("name").toString();
            String target = typeName(root);
            if (target.endsWith(CONNECTION) && !OF_ONE_OBJECT.contains(name)) {
                String page = name + "(first: $n) { %s }";
                documents.put(name, document(page.formatted("nodes { __typename } totalCount")));
                lists.add(name);
                ways.putIfAbsent(node(target), page.formatted("nodes { %s }"));
            }
        }
        Deque<String> reached = new ArrayDeque<>(ways.keySet());
        while (!reached.isEmpty()) {
            String type = reached.remove();
            String way = Objects.requireNonNull(ways.get(type));
            for (Map<String, Object> field : fields(type)) {
                String target = typeName(field);
                if (!fields.containsKey(target)) {
                    continue;
                }
                boolean list = target.endsWith(CONNECTION);
                if (list) {
                    lists.add(type + "." + field.get("name"));
                }
                String selection = field.get("name") + (list ? "(first: 3) { nodes { %s } totalCount }" : " { %s }");
                documents.put(
                        type + "." + field.get("name"), document(way.formatted(selection.formatted("__typename"))));
                if (ways.putIfAbsent(list ? node(target) : target, way.formatted(selection)) == null) {
                    reached.add(list ? node(target) : target);
                }
            }
        }
        return documents;
    }

    private static String document(String selection) {
        return "query($n: Int) { " + selection + " }";
    }

    private static String node(String connection) {
        return connection.substring(0, connection.length() - CONNECTION.length());
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
