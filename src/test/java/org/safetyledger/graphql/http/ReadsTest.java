package org.safetyledger.graphql.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.safetyledger.testing.BulletinScene;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;

/** What is selected, whatever it is, is read as the plainest reader reads it, for callers of every tier. */
@LedgerTest
@TestProfile(LargeLedger.class)
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
        BulletinScene.LANKAO.published(List.of("410225101000", "KF-410225-EM"), true);
        BulletinScene.QIXIAN.drafted(List.of("KF-410221-FR"), false);
        long seed = Chance.seed("reads");
        List<Caller> callers = callers();
        Map<String, List<String>> ids = ids();
        List<Executable> checks = new ArrayList<>();
        int beyond = 0;

        for (int run = 0; run < QUERIES; run++) {
            Chance chance = Chance.of(seed, run);
            RandomQuery random = new RandomQuery(schema, chance, ids);
            String document = random.document();
            Caller caller = chance.oneOf(callers);

            // When
            JsonNode read = answered(document, random.variables(), caller);
            if (isBeyondLimits(read)) {
                beyond++;
                continue;
            }
            JsonNode plain = plain(document, random.variables(), caller);

            // Then
            String asked = caller + " asked with seed " + seed + ": " + document + " " + random.variables();
            checks.add(() -> assertEquals(
                    plain.path("data").toPrettyString(),
                    comparable(read.path("data"), plain.path("data")).toPrettyString(),
                    asked));
            checks.add(() -> assertEquals(paths(plain), paths(read), asked));
        }
        int refused = beyond;
        assertTrue(refused < QUERIES / 10, () -> refused + " of " + QUERIES + " ask for too much");
        assertAll(checks);
    }

    @Test
    void everyFieldOfEveryTypeIsReadForEveryTier() throws Exception {
        // Given
        LargeLedger.fill();
        List<FieldPath> fields = FieldPath.allBelow(schema, RandomQuery.LISTS);
        List<Executable> checks = new ArrayList<>();

        for (Caller caller : callers()) {
            for (FieldPath field : fields) {
                // When
                JsonNode read = answered(field.document(), Map.of(), caller);

                // Then
                checks.add(() -> assertTrue(
                        read.path("errors").isMissingNode()
                                || read.at("/errors/0/extensions/code").asText().equals("FORBIDDEN"),
                        () -> caller + " asked " + field.document() + ": " + read));
                checks.add(() -> assertTrue(read.has("data"), field::document));
            }
        }
        assertTrue(fields.size() > 120, () -> "Only " + fields.size());
        assertAll(checks);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrOverlap() throws Exception {
        // Given
        LargeLedger.fill();
        Caller caller = caller(Role.COUNTY_OFFICER, "410225000000");
        for (String list : List.of(
                "hazards:DUE_AT_ASC",
                "hazards:REPORTED_AT_DESC",
                "inspections:PLANNED_ON_DESC",
                "rectificationTasks:DUE_AT_ASC")) {
            String[] parts = list.split(":", -1);
            String whole = "{ all: " + parts[0] + "(first: 21, orderBy: " + parts[1] + ") { nodes { id } } }";
            List<String> expected =
                    answered(whole, Map.of(), caller).at("/data/all/nodes").findValuesAsText("id");
            String page = "query($after: String) { page: " + parts[0] + "(first: 7, after: $after, orderBy: " + parts[1]
                    + ") { nodes { id } pageInfo { endCursor hasPreviousPage } } }";
            List<String> found = new ArrayList<>();
            Map<String, Object> variables = new HashMap<>();

            for (int number = 0; number < 3; number++) {
                // When
                JsonNode read = answered(page, variables, caller).at("/data/page");
                found.addAll(read.at("/nodes").findValuesAsText("id"));

                // Then
                assertEquals(number > 0, read.at("/pageInfo/hasPreviousPage").asBoolean(), list);
                variables.put("after", read.at("/pageInfo/endCursor").asText());
            }
            assertEquals(21, expected.size(), list);
            assertEquals(expected, found, list);
        }
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

    private JsonNode plain(String document, Map<String, Object> variables, Caller caller) throws Exception {
        try (Connection connection = LedgerDatabase.asApplication()) {
            return new PlainReader(schema, connection, caller, mapper, WorkedOut.of(mapper))
                    .answer(document, variables, scope);
        }
    }

    /** Where the errors are; what they say is for other tests. */
    private static TreeSet<String> paths(JsonNode answer) {
        TreeSet<String> paths = new TreeSet<>();
        answer.path("errors").forEach(error -> paths.add(error.path("path").toString()));
        return paths;
    }

    /** What was read, with the plain reader's words for cursors, which it cannot seal, and for the same moments. */
    private JsonNode comparable(JsonNode read, JsonNode plain) {
        if (read.isObject() && plain.isObject()) {
            ObjectNode object = mapper.createObjectNode();
            read.properties()
                    .forEach(member ->
                            object.set(member.getKey(), comparable(member.getValue(), plain.path(member.getKey()))));
            return object;
        }
        if (read.isArray() && plain.isArray()) {
            ArrayNode array = mapper.createArrayNode();
            for (int i = 0; i < read.size(); i++) {
                array.add(comparable(read.get(i), plain.path(i)));
            }
            return array;
        }
        return read.isTextual() && plain.isTextual() && isSame(read.asText(), plain.asText()) ? plain : read;
    }

    private static boolean isSame(String read, String plain) {
        return plain.equals(PlainReader.CURSOR)
                || TIME.matcher(read).matches()
                        && TIME.matcher(plain).matches()
                        && read.endsWith("+08:00")
                        && OffsetDateTime.parse(read).isEqual(OffsetDateTime.parse(plain));
    }

    /** Ids and codes of objects, by the field that finds one. */
    private static Map<String, List<String>> ids() throws Exception {
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            return Map.of(
                    "hazard", ids("hazard", NodeType.HAZARD),
                    "inspection", ids("inspection", NodeType.INSPECTION),
                    "rectificationTask", ids("rectification_task", NodeType.TASK),
                    "enterprise", ids("enterprise", NodeType.ENTERPRISE),
                    "person", ids("person", NodeType.PERSON),
                    "campaign", ids("campaign", NodeType.CAMPAIGN),
                    "assignment", ids("responsibility_assignment", NodeType.RESPONSIBILITY),
                    "evidence", ids("evidence", NodeType.EVIDENCE),
                    "jurisdiction",
                            LedgerDatabase.texts(connection, "select code from division order by md5(code) limit 20"),
                    "department",
                            LedgerDatabase.texts(
                                    connection, "select code from department order by md5(code) limit 20"));
        }
    }

    private static List<Caller> callers() throws Exception {
        UUID enterprise =
                uuids("select enterprise_id from hazard order by id limit 1").getFirst();
        String division = LedgerDatabase.texts(
                        LedgerDatabase.asSuperuser(),
                        "select division_code from enterprise where id = '" + enterprise + "'")
                .getFirst();
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
