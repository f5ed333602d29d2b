package org.safetyledger.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safetyledger.access.Caller;
import org.safetyledger.access.GrantedScope;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.CompiledReads;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;

/** Compiled reads answer random selections, for callers of every tier, as the engine's resolvers do. */
@LedgerTest
@TestProfile(LargeLedger.class)
class CompiledReadsTest {
    private static final int QUERIES = 400;

    @Inject
    GraphQLSchema schema;

    @Inject
    CompiledReads reads;

    @Inject
    RequestExecution execution;

    @Inject
    ObjectMapper mapper;

    @Test
    void answersAsTheResolversDo() throws Exception {
        // Given
        LargeLedger.fill();
        long seed = Chance.seed("compiled reads");
        List<Caller> callers = callers();
        Map<String, List<String>> ids = Map.of(
                "hazard", ids("hazard", NodeType.HAZARD),
                "inspection", ids("inspection", NodeType.INSPECTION),
                "rectificationTask", ids("rectification_task", NodeType.TASK),
                "enterprise", ids("enterprise", NodeType.ENTERPRISE));
        int compiled = 0;

        for (int run = 0; run < QUERIES; run++) {
            Chance chance = Chance.of(seed, run);
            RandomQuery random = new RandomQuery(schema, chance, ids);
            String document = random.document();
            Caller caller = chance.oneOf(callers);
            GraphQLRequest request = request(document, random.variables());

            // When
            Optional<byte[]> read = read(document, request.variables(), caller);
            JsonNode resolved =
                    mapper.readTree(execution.resolve(request, caller).body().getBytes());

            // Then
            if (read.isPresent()) {
                compiled++;
                assertEquals(
                        resolved.toPrettyString(),
                        mapper.readTree(read.get()).toPrettyString(),
                        () -> caller + " asked with seed " + seed + ": " + document + " " + random.variables());
            }
        }
        int most = compiled;
        assertTrue(compiled > QUERIES * 4 / 5, () -> "Only " + most + " of " + QUERIES + " were compiled");
    }

    @Test
    void leavesNoFieldOfTheListsToTheResolvers() throws Exception {
        // Given
        Caller caller = caller(Role.CITY_OFFICER, "410200000000");
        List<String> lists = List.of(
                "hazards", "inspections", "rectificationTasks", "enterprises", "evidence", "campaigns", "checklists");
        List<String> left = new ArrayList<>();
        Set<String> types = new TreeSet<>();

        for (FieldPath field : FieldPath.allBelow(schema, lists)) {
            // When
            Optional<byte[]> read = read(field.document(), Map.of(), caller);

            // Then
            types.add(field.type());
            if (read.isEmpty()) {
                left.add(field.document());
            }
        }
        assertEquals(List.of(), left);
        assertEquals(
                List.of(),
                List.of("Hazard", "Finding", "ChecklistItem", "DeadlineExtension", "Department").stream()
                        .filter(type -> !types.contains(type))
                        .toList());
    }

    @Test
    void pagesFollowOneAnotherAsTheResolversDo() throws Exception {
        // Given
        LargeLedger.fill();
        Caller caller = caller(Role.COUNTY_OFFICER, "410225000000");
        for (String list : List.of(
                "hazards:DUE_AT_ASC",
                "hazards:REPORTED_AT_DESC",
                "inspections:PLANNED_ON_DESC",
                "rectificationTasks:DUE_AT_ASC")) {
            String[] parts = list.split(":", -1);
            String document = "query($after: String) { " + parts[0] + "(first: 7, after: $after, orderBy: " + parts[1]
                    + ") { nodes { id } pageInfo { endCursor hasPreviousPage } } }";
            Map<String, Object> variables = new HashMap<>();

            for (int page = 0; page < 3; page++) {
                // When
                GraphQLRequest request = request(document, variables);
                JsonNode read = mapper.readTree(
                        read(document, request.variables(), caller).orElseThrow());
                JsonNode resolved = mapper.readTree(
                        execution.resolve(request, caller).body().getBytes());

                // Then
                assertEquals(resolved.toPrettyString(), read.toPrettyString(), list + " page " + page);
                assertEquals(7, read.at("/data/" + parts[0] + "/nodes").size(), list + " page " + page);
                variables.put(
                        "after",
                        read.at("/data/" + parts[0] + "/pageInfo/endCursor").asText());
            }
        }
    }

    private Optional<byte[]> read(String document, Map<String, Object> variables, Caller caller) throws Exception {
        Optional<CompiledReads.Prepared> prepared = reads.prepare(document, null, variables, caller);
        return prepared.isPresent() ? reads.answer(prepared.get(), caller) : Optional.empty();
    }

    private GraphQLRequest request(String document, Map<String, Object> variables) throws Exception {
        String body = mapper.writeValueAsString(Map.of("query", document, "variables", variables));
        return new GraphQLRequest(Json.createReader(new StringReader(body)).readObject(), MediaTypes.JSON);
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
