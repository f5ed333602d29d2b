package org.safetyledger.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** Whose last grant has ended reads nothing of what was granted, on no path, and is as if he had never had it. */
@LedgerTest
class EndedGrantTest {
    private static final List<String> LISTS = listsWithoutArguments();

    private final Loop loop = new Loop();

    @Inject
    ActiveGrantees grantees;

    private static List<String> listsWithoutArguments() {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser()
                        .parse(Path.of("src/main/resources/schema.graphql").toFile()))
                .getQueryType()
                .getFieldDefinitions()
                .stream()
                .filter(field ->
                        GraphQLTypeUtil.unwrapAll(field.getType()).getName().endsWith("Connection")
                                && field.getArguments().stream()
                                        .noneMatch(argument -> GraphQLTypeUtil.isNonNull(argument.getType())))
                .map(GraphQLFieldDefinition::getName)
                .toList();
    }

    @Test
    void whoseGrantHasEndedReadsNothingOfItAndRunsAsHeDidBefore() throws Exception {
        // Given
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        String photo = loop.upload(OFFICER_LANKAO, hazard, "BEFORE");
        String notice = PaperScene.LANKAO.issued(
                PaperScene.LANKAO.paper("HAZARD_NOTICE", List.of(Map.of("hazardId", hazard, "demand", "立即整改"))));
        String joint = TransferScene.sent(OFFICER_LANKAO, hazard, "JOINT", TransferScene.FIRE);
        List<String> objects = List.of(hazard, task, photo, notice, joint);
        TestCaller person = TestCaller.authority("grantee-" + UUID.randomUUID(), "county-officer", "410221000000");
        Map<String, String> without = counted(person);

        // When
        String grant = granted(hazard, person);
        grantees.refresh();
        boolean granted = runsAsGranted(person);
        Map<String, String> during = counted(person);
        List<String> seen = seen(person, objects);
        superuser("update object_grant set ends_at = now() where id = '" + grant + "'");
        List<String> atOnce = seen(person, objects);
        Map<String, String> countedAtOnce = counted(person);
        grantees.refresh();

        // Then
        assertEquals(true, granted);
        assertEquals(objects, seen);
        for (String list : List.of(
                "hazards", "rectificationTasks", "evidence", "papers", "transfers", "deadlines", "enterprises")) {
            assertNotEquals(without.get(list), during.get(list), list);
        }
        assertEquals(List.of(), atOnce);
        assertEquals(without, countedAtOnce);
        assertFalse(runsAsGranted(person));
        assertEquals(List.of(), seen(person, objects));
        assertEquals(without, counted(person));
        for (String object : objects) {
            assertEquals(
                    List.of("NOT_FOUND"),
                    LedgerClient.as(person)
                            .errorCodes("query($id: ID!) { history(of: $id) { totalCount } }", Map.of("id", object)),
                    object);
        }
        assertEquals(
                404,
                given().header("Authorization", "Bearer " + person.token())
                        .get("/evidence/" + photo)
                        .statusCode());
    }

    private boolean runsAsGranted(TestCaller person) {
        Caller caller = new Caller(
                person.subject(),
                "x",
                Role.COUNTY_OFFICER,
                String.valueOf(person.division()),
                null,
                Powers.NONE,
                null,
                Set.of());
        return grantees.withGrants(caller).granted();
    }

    /** Each list's count, or why it is not told. */
    private static Map<String, String> counted(TestCaller person) {
        Map<String, String> counted = new TreeMap<>();
        for (String list : LISTS) {
            JsonPath answer = LedgerClient.as(person).answer("{ " + list + " { totalCount } }", Map.of());
            counted.put(
                    list,
                    String.valueOf(answer.<Object>get("data." + list + ".totalCount"))
                            + answer.getList("errors.extensions.code"));
        }
        return counted;
    }

    /** Those that are told by their ids, one by one and together alike. */
    private static List<String> seen(TestCaller person, List<String> objects) {
        List<String> seen = new ArrayList<>();
        for (String object : objects) {
            String found = LedgerClient.as(person)
                    .answer("query($id: ID!) { node(id: $id) { id } }", Map.of("id", object))
                    .getString("data.node.id");
            if (found != null) {
                seen.add(found);
            }
        }
        List<String> together = LedgerClient.as(person)
                .answer("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", objects))
                .getList("data.nodes.findAll { it != null }.id");
        assertEquals(seen, together);
        return seen;
    }

    private static String granted(String hazard, TestCaller person) throws SQLException {
        String id = NodeId.newUuid().toString();
        String object = NodeId.parse(hazard).orElseThrow().uuid().toString();
        superuser("insert into object_grant values ('" + id + "', 'HAZARD', '" + object + "', 'PERSON', '"
                + person.subject() + "', now(), null, now(), 'HAZARD', '" + object + "')");
        return id;
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection superuser = LedgerDatabase.asSuperuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(true);
            statement.execute(sql);
        }
    }
}
