package org.safetyledger.graphql.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import graphql.GraphQL;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.GrantedScope;
import org.safetyledger.access.Powers;
import org.safetyledger.access.ReadScope;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.Together;

/** What is selected, whatever it is, is read as the plainest reader reads it, for callers of every tier. */
@LedgerTest
@TestProfile(OwnLedger.class)
class ReadsTest {
    private static final int QUERIES = 400;
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

    @Inject
    GraphQLSchema schema;

    @Inject
    RequestExecution execution;

    @Inject
    ReadScope scope;

    @Inject
    ObjectMapper mapper;

    @Test
    void randomSelectionsAreReadAsThePlainReaderReadsThem() throws Exception {
        // Given
        LargeLedger.fill();
        long seed = Chance.seed("reads");
        List<Caller> callers = callers();
        RandomQuery.Known known = known();
        GraphQL engine = PlainReader.engine(schema);

        // When
        List<List<Executable>> compared = Together.act(2, half -> {
            List<Executable> checks = new ArrayList<>();
            try (Connection connection = LedgerDatabase.asApplication()) {
                for (int run = half; run < QUERIES; run += 2) {
                    Chance chance = Chance.of(seed, run);
                    RandomQuery random = new RandomQuery(schema, chance, known);
                    String document = random.document();
                    Caller caller = chance.oneOf(callers);
                    PlainReader reader = new PlainReader(engine, connection, caller, mapper, WorkedOut.of(mapper));
                    String asked = caller + " asked with seed " + seed + ": " + document + " " + random.variables();
                    checks.addAll(compared(document, random.variables(), caller, reader, asked));
                }
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
            return checks;
        });

        // Then
        List<Executable> checks = compared.stream().flatMap(List::stream).toList();
        int refused = QUERIES - checks.size();
        assertTrue(refused < QUERIES / 10, () -> refused + " of " + QUERIES + " ask for too much");
        assertAll(checks);
    }

    /** That it is read as the plain reader reads it; nothing of what asks for too much. */
    private List<Executable> compared(
            String document, Map<String, Object> variables, Caller caller, PlainReader reader, String asked)
            throws Exception {
        JsonNode read = answered(document, variables, caller);
        if (isBeyondLimits(read)) {
            return List.of();
        }
        List<String> differing = differing(read, reader.answer(document, variables, scope));
        if (!differing.isEmpty()) {
            System.out.println("Reads again, because a clock may have passed a moment in between: " + differing);
            differing = differing(answered(document, variables, caller), reader.answer(document, variables, scope));
        }
        List<String> staying = differing;
        return List.of(() -> assertEquals(List.of(), staying, asked));
    }

    @Test
    void everyListHasObjectsForSomebody() throws Exception {
        // Given
        LargeLedger.fill();
        List<String> empty = new ArrayList<>();
        List<Caller> all = callers();

        for (GraphQLFieldDefinition list : RootFields.lists(schema)) {
            // When
            boolean found = false;
            for (Iterator<Caller> callers = all.iterator(); callers.hasNext() && !found; ) {
                found = answered(
                                        "{ all: " + list.getName() + "(first: 1) { nodes { __typename } } }",
                                        Map.of(),
                                        callers.next())
                                .at("/data/all/nodes")
                                .size()
                        > 0;
            }

            // Then
            if (!found) {
                empty.add(list.getName());
            }
        }
        assertEquals(
                List.of(),
                empty,
                "Nothing is compared in these lists, because none of the callers has an object there: fill their tables in"
                        + " LargeLedger.fill, or add a caller who sees them: ");
    }

    @Test
    void everyFieldOfEveryTypeIsReadForEveryTier() throws Exception {
        // Given
        LargeLedger.fill();
        List<FieldPath> fields = FieldPath.allBelowLists(schema);
        List<Caller> callers = callers();

        // When
        List<List<Executable>> checks = Together.each(fields, field -> isReadForEach(field, callers));

        // Then
        assertTrue(fields.size() > 120, () -> "Only " + fields.size());
        assertAll(checks.stream().flatMap(List::stream));
    }

    /** One document is prepared once for all of them. */
    private List<Executable> isReadForEach(FieldPath field, List<Caller> callers) {
        List<Executable> checks = new ArrayList<>();
        for (Caller caller : callers) {
            try {
                JsonNode read = answered(field.document(), Map.of(), caller);
                checks.add(() -> assertTrue(
                        read.path("errors").isMissingNode()
                                || read.at("/errors/0/extensions/code").asText().equals("FORBIDDEN"),
                        () -> caller + " asked " + field.document() + ": " + read));
                checks.add(() -> assertTrue(read.has("data"), field::document));
            } catch (Exception failure) {
                throw new IllegalStateException(field.document(), failure);
            }
        }
        return checks;
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrOverlap() throws Exception {
        // Given
        LargeLedger.fill();
        Caller caller = caller(Role.COUNTY_OFFICER, "410225000000");
        for (GraphQLFieldDefinition list : RootFields.lists(schema)) {
            List<String> orders = RootFields.orders(list);
            for (String order : orders.isEmpty() ? List.of("") : orders) {
                String arguments = order.isEmpty() ? "" : ", orderBy: " + order;
                String nodes = "nodes { " + String.join(" ", leaves(RootFields.node(list))) + " }";
                String asked = list.getName() + "(first: 21" + arguments + ")";

                // When
                JsonNode whole = answered("{ all: " + asked + " { " + nodes + " } }", Map.of(), caller)
                        .at("/data/all/nodes");
                int size = (whole.size() + 2) / 3;
                String page = "query($after: String) { page: " + list.getName() + "(first: " + size
                        + ", after: $after" + arguments + ") { " + nodes
                        + " pageInfo { endCursor hasPreviousPage } } }";
                ArrayNode found = mapper.createArrayNode();
                Map<String, Object> variables = new HashMap<>();
                for (int number = 0; found.size() < whole.size() && number < 3; number++) {
                    JsonNode read = answered(page, variables, caller).at("/data/page");
                    read.at("/nodes").forEach(found::add);

                    // Then
                    assertEquals(
                            number > 0, read.at("/pageInfo/hasPreviousPage").asBoolean(), asked);
                    variables.put("after", read.at("/pageInfo/endCursor").asText());
                }
                assertTrue(
                        whole.size() > 1,
                        () -> asked + " has no two objects for " + caller + ": fill its table in LargeLedger.fill");
                assertEquals(whole, mapper.createArrayNode().addAll(first(found, whole.size())), asked);
            }
        }
    }

    private static List<JsonNode> first(ArrayNode nodes, int most) {
        List<JsonNode> first = new ArrayList<>();
        nodes.forEach(first::add);
        return first.subList(0, Math.min(most, first.size()));
    }

    /** The fields that tell one object from another, whatever its type. */
    private static List<String> leaves(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType))
                .map(GraphQLFieldDefinition::getName)
                .filter(name -> !RandomQuery.OF_THE_MOMENT.contains(name))
                .toList();
    }

    private JsonNode answered(String document, Map<String, Object> variables, Caller caller) throws Exception {
        byte[] body = mapper.writeValueAsBytes(Map.of("query", document, "variables", variables));
        GraphQLRequest request =
                GraphQLRequest.of(StrictJson.object(body), new PersistedDocuments(), false, MediaTypes.JSON);
        return mapper.readTree(execution.execute(request, caller).body().getBytes());
    }

    private static boolean isBeyondLimits(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asText().equals("LIMIT_EXCEEDED");
    }

    private static TreeSet<String> paths(JsonNode answer) {
        TreeSet<String> paths = new TreeSet<>();
        answer.path("errors").forEach(error -> paths.add(error.path("path").toString()));
        return paths;
    }

    /** What the errors say is for other tests. */
    private static List<String> differing(JsonNode read, JsonNode plain) {
        List<String> differing = differences("", read.path("data"), plain.path("data"));
        if (!paths(read).equals(paths(plain))) {
            differing.add("errors are at " + paths(read) + " and not at " + paths(plain));
        }
        return differing;
    }

    /** Where the two differ, beside cursors, which the plain reader cannot seal, and other words for a moment. */
    private static List<String> differences(String path, JsonNode read, JsonNode plain) {
        List<String> differences = new ArrayList<>();
        if (read.isObject() && plain.isObject() && names(read).equals(names(plain))) {
            names(plain)
                    .forEach(name ->
                            differences.addAll(differences(path + "/" + name, read.get(name), plain.get(name))));
        } else if (read.isArray() && plain.isArray() && read.size() == plain.size()) {
            for (int i = 0; i < plain.size(); i++) {
                differences.addAll(differences(path + "/" + i, read.get(i), plain.get(i)));
            }
        } else if (!read.equals(plain)
                && !(read.isTextual() && plain.isTextual() && isSame(read.asText(), plain.asText()))) {
            differences.add(path + " is " + read + " and not " + plain);
        }
        return differences;
    }

    /** The members in the order in which they stand. */
    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isSame(String read, String plain) {
        return plain.equals(PlainReader.CURSOR)
                || TIME.matcher(read).matches()
                        && TIME.matcher(plain).matches()
                        && read.endsWith("+08:00")
                        && OffsetDateTime.parse(read).isEqual(OffsetDateTime.parse(plain));
    }

    /** Ids of objects of each type that has them, and the codes of those that are found by one. */
    private RandomQuery.Known known() throws Exception {
        Map<String, List<String>> ids = new TreeMap<>();
        Map<String, List<String>> codes = new TreeMap<>();
        for (GraphQLObjectType type : RootFields.nodes(schema)) {
            ids.put(type.getName(), ids(PlainReader.table(type.getName()), PlainReader.nodeType(type.getName())));
        }
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            for (GraphQLFieldDefinition field : RootFields.objects(schema)) {
                if (RootFields.key(field).equals("code")) {
                    String type = GraphQLTypeUtil.unwrapAll(field.getType()).getName();
                    String query = "select code from " + PlainReader.table(type) + " order by md5(code) limit 20";
                    codes.put(type, LedgerDatabase.texts(connection, query));
                }
            }
        }
        return new RandomQuery.Known(ids, codes);
    }

    private static List<Caller> callers() throws Exception {
        UUID enterprise =
                uuids("select enterprise_id from hazard order by id limit 1").getFirst();
        String division;
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            division = LedgerDatabase.texts(
                            connection, "select division_code from enterprise where id = '" + enterprise + "'")
                    .getFirst();
        }
        return List.of(
                caller(Role.CITY_OFFICER, "410200000000"),
                caller(Role.COUNTY_OFFICER, "410225000000"),
                caller(Role.COUNTY_OFFICER, division),
                caller(Role.AUDITOR, "410200000000"),
                caller(Role.INTEGRATION, "410221000000"),
                new Caller(
                        "i",
                        "i",
                        Role.INTEGRATION,
                        "410221000000",
                        null,
                        Powers.NONE,
                        null,
                        Set.of(GrantedScope.PERSONAL_DATA)),
                new Caller(
                        "d",
                        "d",
                        Role.DEPARTMENT_OFFICER,
                        "410225000000",
                        "KF-410225-EM",
                        new Powers(List.of("B", "C"), List.of()),
                        null,
                        Set.of()),
                new Caller(
                        "f",
                        "f",
                        Role.DEPARTMENT_OFFICER,
                        "410225000000",
                        "KF-410225-FR",
                        new Powers(List.of(), List.of("FIRE")),
                        null,
                        Set.of()),
                new Caller("m", "m", Role.ENTERPRISE_MANAGER, division, null, Powers.NONE, enterprise, Set.of()),
                new Caller("w", "w", Role.ENTERPRISE_WORKER, division, null, Powers.NONE, enterprise, Set.of()));
    }

    private static Caller caller(Role role, String division) {
        return new Caller("somebody", "somebody", role, division, null, Powers.NONE, null, Set.of());
    }

    /** Ids of objects that there are, and of one that there is not. */
    private static List<String> ids(String table, NodeType type) throws Exception {
        List<String> ids = new ArrayList<>();
        uuids("select id from " + table + " order by md5(id::text) limit 20")
                .forEach(uuid -> ids.add(NodeId.text(type, uuid)));
        ids.add(NodeId.text(type, NodeId.newUuid()));
        return ids;
    }

    private static List<UUID> uuids(String query) throws Exception {
        try (var connection = LedgerDatabase.asSuperuser()) {
            return LedgerDatabase.texts(connection, query).stream()
                    .map(UUID::fromString)
                    .toList();
        }
    }
}
