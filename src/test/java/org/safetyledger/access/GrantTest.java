package org.safetyledger.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** Dated grants: exactly their objects, from their first moment to their last, at no cost for who has none. */
@LedgerTest
class GrantTest {
    private static final String SEEN = """
            query($id: ID!) { hazard(id: $id) { title history: rectificationTasks { nodes { id extensions { id } } }
                evidence { totalCount nodes { id url } } enterprise { hazards { totalCount } inspections { totalCount } } }
              node(id: $id) { id } nodes(ids: [$id]) { id } hazards { totalCount } rectificationTasks { totalCount }
              evidence { totalCount } papers { totalCount nodes { id } } enterprises { totalCount } inspections { totalCount } }""";

    private final Loop loop = new Loop();

    @Inject
    ActiveGrantees grantees;

    @Test
    void grantGivesExactlyItsObjectFromItsFirstMomentToItsLast() throws Exception {
        // Given
        String hazard = TransferScene.hazard();
        String other = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        loop.assign(OFFICER_LANKAO, hazard);
        String photo = loop.upload(OFFICER_LANKAO, hazard, "BEFORE");
        String notice = notice(hazard);
        notice(hazard, other);
        TestCaller person = TestCaller.authority("grantee-" + UUID.randomUUID(), "county-officer", "410221000000");
        JsonPath without = seen(person, hazard);
        Map<String, Integer> plain = totals(without);

        // When
        grant(hazard, person, "now() + interval '1 hour'", "null");
        grant(other, person, "now() - interval '2 hours'", "now() - interval '1 hour'");
        grantees.refresh();
        JsonPath before = seen(person, hazard);
        String current = grant(hazard, person, "now()", "null");
        JsonPath during = seen(person, hazard);
        int address = download(person, photo);
        List<String> history = LedgerClient.as(person)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", hazard))
                .getList("data.history.nodes.action");
        String signed = during.getString("data.hazard.evidence.nodes[0].url");
        superuser("update object_grant set ends_at = now() where id = '" + current + "'");
        JsonPath after = seen(person, hazard);

        // Then
        assertNull(without.get("data.hazard"));
        assertNull(before.get("data.hazard"));
        assertEquals(plain, totals(before));
        assertEquals(hazard, during.getString("data.node.id"));
        assertEquals(hazard, during.getString("data.nodes[0].id"));
        Map<String, Integer> one = new HashMap<>(plain);
        List.of("hazards", "rectificationTasks", "evidence", "papers", "enterprises")
                .forEach(list -> one.merge(list, 1, Integer::sum));
        assertEquals(one, totals(during));
        assertEquals(1, during.getInt("data.hazard.enterprise.hazards.totalCount"));
        assertEquals(0, during.getInt("data.hazard.enterprise.inspections.totalCount"));
        assertTrue(during.getList("data.papers.nodes.id").contains(notice));
        assertEquals(200, address);
        assertEquals(200, given().get(signed).statusCode());
        assertTrue(history.contains("ASSIGNED"), history::toString);
        assertNull(seen(person, other).get("data.hazard"));
        assertNull(after.get("data.hazard"));
        assertEquals(plain, totals(after));
        assertEquals(404, download(person, photo));
        assertEquals(
                List.of("NOT_FOUND"),
                LedgerClient.as(person)
                        .errorCodes("query($id: ID!) { history(of: $id) { totalCount } }", Map.of("id", hazard)));
    }

    @Test
    void grantOfAnotherReplicaIsKnownWithinSeconds() throws Exception {
        // Given
        String hazard = TransferScene.hazard();
        TestCaller person = TestCaller.authority("grantee-" + UUID.randomUUID(), "county-officer", "410221000000");
        seen(person, hazard);

        // When
        grant(hazard, person, "now()", "null");
        Instant patience = Instant.now().plusSeconds(8);
        while (seen(person, hazard).get("data.hazard") == null && Instant.now().isBefore(patience)) {
            Thread.sleep(200);
        }

        // Then
        assertEquals(hazard, seen(person, hazard).getString("data.node.id"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void objectIsChangedOnlyByWhoMayAct(boolean acts) throws Exception {
        // Given
        String hazard = TransferScene.hazard();
        String id = uuid(hazard);
        String subject = "grantee-" + UUID.randomUUID();
        String grant = grant(
                hazard,
                TestCaller.authority(subject, "county-officer", "410221000000"),
                "now() - interval '1 hour'",
                "null");
        superuser("update object_grant set acts_from = " + (acts ? "now()" : "now() + interval '1 hour'")
                + " where id = '" + grant + "'");

        // When
        try (Connection application = LedgerDatabase.asApplication();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute(
                    "select set_config('role', 'ledger_county_granted', true), set_config('ledger.county', '410221', true),"
                            + " set_config('ledger.subject', '" + subject + "', true)");
            int seen = LedgerDatabase.texts(application, "select id from hazard where id = '" + id + "'")
                    .size();
            int changed = statement.executeUpdate("update hazard set version = version where id = '" + id + "'");
            application.rollback();

            // Then
            assertEquals(1, seen);
            assertEquals(acts ? 1 : 0, changed);
        }
    }

    @Test
    void grantOfADepartmentLeavesTheLeaderOfItsGovernmentInTheTierOfThoseWithoutGrants() throws Exception {
        // Given
        String department = "KF-410222-FR";
        Caller officer = of("410222000000", Role.DEPARTMENT_OFFICER, department);
        Caller leader = of("410222000000", Role.COUNTY_LEADER, null);

        // When
        String grant = NodeId.newUuid().toString();
        String hazard = uuid(TransferScene.hazard());
        superuser("insert into object_grant values ('" + grant + "', 'HAZARD', '" + hazard + "', 'DEPARTMENT', '"
                + department + "', now(), null, now(), 'HAZARD', '" + hazard + "')");
        grantees.refresh();
        List<Boolean> granted = granted(officer, leader);
        superuser("update object_grant set ends_at = now() where id = '" + grant + "'");
        grantees.refresh();

        // Then
        assertEquals(List.of(true, false), granted);
        assertEquals(List.of(false, false), granted(officer, leader));
    }

    /** Its department's visit outside the division is for the leader to approve; one inside he sees as the leader of the place. */
    @ParameterizedTest
    @CsvSource({"91410225MA8U9NBR1E, true", "91410222MA5RH6G52G, false"})
    void whoeverMadeAVisitByAGrantThatEndedStillRunsAsTheTierThatSeesIt(String enterprise, boolean outside)
            throws Exception {
        // Given
        String department = "KF-410222-EM";
        Caller officer = of("410222000000", Role.DEPARTMENT_OFFICER, department);
        Caller leader = of("410222000000", Role.COUNTY_LEADER, null);
        Caller other = of("410222000000", Role.DEPARTMENT_OFFICER, "KF-410222-TR");
        String visit = NodeId.newUuid().toString();
        grantees.refresh();
        List<Boolean> before = granted(officer, leader, other);

        // When
        superuser(
                "insert into inspection (id, division_code, enterprise_id, industry_code, checklist_id, kind, announced, status,"
                        + " planned_on, planned_by, planned_at, version, authority, authority_division, by_grant) select '"
                        + visit
                        + "', division_code, id, industry_code, (select id from checklist limit 1), 'ENFORCEMENT', false, 'PLANNED',"
                        + " current_date, 'x', now(), 0, '" + department
                        + "', '410222000000', true from enterprise where credit_code = '" + enterprise + "'");
        try {
            grantees.refresh();

            // Then
            assertEquals(List.of(false, false, false), before);
            assertEquals(List.of(true, outside, false), granted(officer, leader, other));
        } finally {
            superuser("delete from inspection where id = '" + visit + "'");
            grantees.refresh();
        }
    }

    private List<Boolean> granted(Caller... callers) {
        return Stream.of(callers)
                .map(caller -> grantees.withGrants(caller).granted())
                .toList();
    }

    private static Caller of(String division, Role role, @Nullable String department) {
        return new Caller("nobody-" + UUID.randomUUID(), "x", role, division, department, Powers.NONE, null, Set.of());
    }

    @Test
    void callerWithoutGrantsKeepsTierPoliciesAndPlans() throws SQLException {
        // Given
        Caller caller = new Caller(
                "nobody-" + UUID.randomUUID(),
                "x",
                Role.COUNTY_OFFICER,
                "410225000000",
                null,
                Powers.NONE,
                null,
                Set.of());

        // Then
        assertSame(caller, grantees.withGrants(caller));
        assertEquals("ledger_county", caller.tier());
        assertEquals("ledger_county_granted", caller.withGrants().tier());
        try (Connection owner = LedgerDatabase.asSuperuser();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            assertEquals(
                    List.of(),
                    LedgerDatabase.texts(
                            owner,
                            "select tablename || ' ' || policyname from pg_policies where concat(qual, with_check) ~ 'ledger_granted'"
                                    + " and exists (select from unnest(roles) r where r !~ '_granted$')"));
            List<String> with = plans(owner, statement);
            for (String policy : LedgerDatabase.texts(
                    owner,
                    "select format('drop policy %I on %I', policyname, tablename) from pg_policies where roles::text ~ '_granted'")) {
                statement.execute(policy);
            }
            List<String> as = plans(owner, statement);
            owner.rollback();
            assertEquals(as, with);
            assertFalse(
                    String.join("", with).matches("(?s).*(ledger_granted|ledger_made|object_grant|hazard_transfer).*"));
        }
    }

    private static List<String> plans(Connection connection, Statement statement) throws SQLException {
        List<String> plans = new ArrayList<>();
        for (String tier : List.of(
                "ledger_city", "ledger_county", "ledger_town", "ledger_city_department", "ledger_county_department")) {
            statement.execute(
                    "select set_config('role', '" + tier + "', true), set_config('ledger.city', '4102', true),"
                            + " set_config('ledger.county', '410225', true), set_config('ledger.town', '410225101', true),"
                            + " set_config('ledger.industries', 'B,C', true), set_config('ledger.matters', 'FIRE', true)");
            for (String table : List.of(
                    "hazard",
                    "rectification_task",
                    "deadline_extension",
                    "evidence",
                    "paper",
                    "paper_item",
                    "enterprise",
                    "inspection",
                    "campaign",
                    "campaign_group",
                    "person",
                    "responsibility_assignment")) {
                plans.addAll(LedgerDatabase.texts(
                        connection, "explain (costs off) select * from " + table + " order by id limit 20"));
            }
            plans.addAll(LedgerDatabase.texts(
                    connection, "explain (costs off) select id from hazard where open order by due_at, id limit 20"));
            statement.execute("select set_config('role', 'none', true)");
        }
        return plans;
    }

    @Test
    void departmentSeesTheGrantedHazardsEnterpriseAndNotItsPeople() throws Exception {
        // Given
        String hazard = TransferScene.hazard();
        TestCaller department = TestCaller.DEPARTMENT_CITY_CONSTRUCTION;
        String people = "query($id: ID!) { hazard(id: $id) { enterprise { name } } people(text: \"郭磊松\") { totalCount }"
                + " responsibilityAssignments { nodes { enterprise { name } } } }";

        // When
        String grant = grant(hazard, department, "now()", "null");
        grantees.refresh();
        JsonPath seen = LedgerClient.as(department).query(people, Map.of("id", hazard));
        superuser("update object_grant set ends_at = now() where id = '" + grant + "'");

        // Then
        String enterprise = seen.getString("data.hazard.enterprise.name");
        assertEquals(Scene.ENTERPRISE_NAME, enterprise);
        assertEquals(0, seen.getInt("data.people.totalCount"));
        assertFalse(
                seen.getList("data.responsibilityAssignments.nodes.enterprise.name")
                        .contains(enterprise),
                seen::prettify);
    }

    @Test
    void grantDoesNotEndBeforeItStarts() {
        // When
        Refusal refused = assertThrows(
                Refusal.class,
                () -> new Grants.Term(Instant.now(), null, Instant.now().minusSeconds(1)));
        SQLException byTheDatabase = assertThrows(
                SQLException.class,
                () -> grant(
                        TransferScene.hazard(),
                        TestCaller.authority("x", "county-officer", "410221000000"),
                        "now()",
                        "now() - interval '1 second'"));

        // Then
        assertEquals(ErrorCode.END_BEFORE_START, refused.code());
        assertEquals("23514", byTheDatabase.getSQLState());
    }

    private static String notice(String... hazards) {
        return PaperScene.LANKAO.issued(PaperScene.LANKAO.paper(
                "HAZARD_NOTICE",
                List.of(hazards).stream()
                        .map(hazard -> Map.of("hazardId", hazard, "demand", "立即整改"))
                        .toList()));
    }

    private static JsonPath seen(TestCaller person, String hazard) {
        return LedgerClient.as(person).query(SEEN, Map.of("id", hazard));
    }

    private static Map<String, Integer> totals(JsonPath seen) {
        return List.of("hazards", "rectificationTasks", "evidence", "papers", "enterprises", "inspections").stream()
                .collect(Collectors.toMap(list -> list, list -> seen.getInt("data." + list + ".totalCount")));
    }

    private static int download(TestCaller person, String photo) {
        return given().header("Authorization", "Bearer " + person.token())
                .get("/evidence/" + photo)
                .statusCode();
    }

    private static String uuid(String node) {
        return NodeId.parse(node).orElseThrow().uuid().toString();
    }

    private static String grant(String hazard, TestCaller person, String startsAt, String endsAt) throws SQLException {
        String id = NodeId.newUuid().toString();
        superuser("insert into object_grant values ('" + id + "', 'HAZARD', '" + uuid(hazard) + "', 'PERSON', '"
                + person.subject() + "', " + startsAt + ", " + endsAt + ", null, '" + NodeType.HAZARD + "', '"
                + uuid(hazard) + "')");
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
