package org.safetyledger.supervision.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TransferScene.COMMITTEE_OFFICE;
import static org.safetyledger.testing.TransferScene.EQUIPMENT;
import static org.safetyledger.testing.TransferScene.FIRE;
import static org.safetyledger.testing.TransferScene.QIXIAN;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** What the database lets whom do with a hazard that was handed on, whatever the program says. */
@LedgerTest
class TransferWallsTest {
    private static final String DENIED = "42501";
    private static final String BOTH_MAY_READ = "1 1";

    private final Loop loop = new Loop();

    @Test
    void onlyTheLastReceiverMayChangeTheHazardWhetherItAcceptedOrKeptSilent() throws SQLException {
        // Given
        String hazard = confirmed();
        TransferScene.accept(FIRE_LANKAO, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE))
                .accepted();
        String alone = changing(hazard);

        // When
        String second = TransferScene.sent(FIRE_LANKAO, hazard, "ORDINARY", EQUIPMENT);
        String waiting = changing(hazard);
        TransferScene.letTimePass(second);
        String silent = changing(hazard);
        String third = TransferScene.sent(TestCaller.EQUIPMENT_LANKAO, hazard, "ORDINARY", FIRE);
        TransferScene.arbitrate(COMMITTEE_OFFICE, third, FIRE).accepted();

        // Then
        assertEquals("1 0", alone);
        assertEquals("1 0", waiting);
        assertEquals("0 1", silent);
        assertEquals("1 0", changing(hazard));
        assertEquals(BOTH_MAY_READ, reading(hazard));
    }

    @Test
    void grantsAreMadeByTheTransferThatGivesThemAlone() throws SQLException {
        // Given
        String hazard = confirmed();
        String other = confirmed();
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE);
        String county = "select set_config('role', 'ledger_county', true), set_config('ledger.county', '410225', true)";

        // Then
        String ofTransfer = " where source_id = '" + uuid(transfer) + "'";
        assertEquals("done", attempt(county, "update object_grant set ends_at = clock_timestamp()" + ofTransfer));
        assertEquals(DENIED, attempt(county, "update object_grant set acts_from = starts_at" + ofTransfer));
        assertEquals(DENIED, attempt(county, grant(hazard, FIRE, "DEPARTMENT", "HAZARD_TRANSFER", transfer)));
        TransferScene.accept(FIRE_LANKAO, transfer).accepted();
        assertEquals("done", attempt(county, grant(hazard, FIRE, "DEPARTMENT", "HAZARD_TRANSFER", transfer)));
        assertEquals(DENIED, attempt(county, grant(hazard, "me", "PERSON", "HAZARD_TRANSFER", transfer)));
        assertEquals(DENIED, attempt(county, grant(other, FIRE, "DEPARTMENT", "HAZARD_TRANSFER", transfer)));
        assertEquals(DENIED, attempt(county, grant(hazard, FIRE, "DEPARTMENT", "HAZARD", hazard)));
        String elsewhere = county.replace("410225", "410221");
        assertEquals(DENIED, attempt(elsewhere, grant(hazard, FIRE, "DEPARTMENT", "HAZARD_TRANSFER", transfer)));
    }

    @Test
    void whoOnlyReadsATaskOrAPaperWritesNoPartOfIt() throws SQLException {
        // Given
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE);
        String extension =
                "insert into deadline_extension (id, task_id, status, reason, interim_measures, requested_by, requested_at,"
                        + " previous_due_at, requested_due_at, decide_by, resume_status, version) values (gen_random_uuid(), '"
                        + uuid(task) + "', 'REQUESTED', 'x', 'x', 'x', now(), now(), now(), now(), 'ACCEPTED', 0)";

        // When
        String asked = attempt(scope(FIRE), extension);
        TransferScene.accept(FIRE_LANKAO, transfer).accepted();

        // Then
        assertEquals(DENIED, asked);
        assertEquals("done", attempt(scope(FIRE), extension));
    }

    @Test
    void aGrantAloneLetsNobodyPassAHazardOnOrLeadJointWork() throws SQLException {
        // Given
        String hazard = confirmed();
        String ofTheCity = TransferScene.hazard();
        loop.confirm(CITY_OFFICER, ofTheCity);
        try (Connection superuser = LedgerDatabase.asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("insert into object_grant values (gen_random_uuid(), 'HAZARD', '" + uuid(hazard)
                    + "', 'PERSON', '" + OFFICER_QIXIAN.subject() + "', now(), null, now(), 'HAZARD', '" + uuid(hazard)
                    + "')");
        }
        awaitSight(OFFICER_QIXIAN, hazard);

        // Then
        assertEquals(List.of("NOT_THE_HANDLER"), sending(OFFICER_QIXIAN, hazard, "ORDINARY"));
        assertEquals(List.of("NOT_THE_HANDLER"), sending(OFFICER_QIXIAN, hazard, "JOINT"));
        assertEquals(List.of("NOT_THE_HANDLER"), sending(OFFICER_LANKAO, ofTheCity, "JOINT"));
        assertEquals(List.of(), sending(OFFICER_LANKAO, hazard, "JOINT"));
        assertEquals(List.of(), sending(CITY_OFFICER, ofTheCity, "JOINT"));
    }

    @Test
    void whoeverGaveAHazardAwayMakesNoPaperOfItAndDecidesNoExtension() {
        // Given
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        String enterprise = loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String due = LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { hazard(id: $id) { dueAt } }", Map.of("id", hazard))
                .getString("data.hazard.dueAt");
        task(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task))
                .accepted();
        task(
                        MANAGER_LANKAO,
                        "requestExtension",
                        "RequestExtensionInput",
                        Map.of(
                                "id",
                                task,
                                "requestedDueAt",
                                OffsetDateTime.parse(due).plusDays(3).toString(),
                                "reason",
                                "配件到货晚",
                                "interimMeasures",
                                "停用"))
                .accepted();

        // When
        TransferScene.accept(OFFICER_QIXIAN, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", QIXIAN))
                .accepted();
        LedgerClient.Payload paper = LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "issuePaper",
                        "IssuePaperInput",
                        Map.of(
                                "kind",
                                "HAZARD_NOTICE",
                                "enterpriseId",
                                enterprise,
                                "problems",
                                List.of(Map.of("hazardId", hazard, "demand", "立即整改"))),
                        "__typename");

        // Then
        assertEquals(List.of("NOT_THE_HANDLER"), paper.userErrorCodes());
        assertEquals(
                List.of("problems", "0", "hazardId"), paper.answer().getList("data.issuePaper.userErrors[0].path"));
        assertEquals(List.of("NOT_THE_HANDLER"), codes(deciding(COUNTY_LEADER_LANKAO, task)));
        assertEquals(List.of(), codes(deciding(TestCaller.COUNTY_LEADER_QIXIAN, task)));
    }

    @Test
    void whoGaveAHazardAwayLooksBackAtItAndWhoOnlyReadsItDoesNot() throws SQLException {
        // Given
        String hazard = confirmed();
        TransferScene.accept(FIRE_LANKAO, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE))
                .accepted();
        String task = loop.assign(FIRE_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(FIRE_LANKAO, task);
        loop.close(FIRE_LANKAO, hazard);
        String plain = TransferScene.hazard();
        loop.complete(plain);
        letRead(hazard, plain);

        // Then
        assertEquals(201, lookingBack(OFFICER_LANKAO, hazard).statusCode());
        assertEquals(201, lookingBack(OFFICER_LANKAO, plain).statusCode());
        assertEquals("NOT_THE_HANDLER", code(lookingBack(OFFICER_QIXIAN, hazard)));
        assertEquals("NOT_THE_HANDLER", code(lookingBack(OFFICER_QIXIAN, plain)));
    }

    private Response lookingBack(TestCaller caller, String hazard) {
        return loop.send(caller, hazard, "LOOK_BACK", Loop.photo());
    }

    private static String code(Response refused) {
        return refused.jsonPath().getString("errors[0].extensions.code");
    }

    /** Shows hazards to Qixian's officer, who may not act. */
    private static void letRead(String... hazards) throws SQLException {
        for (String hazard : hazards) {
            try (Connection superuser = LedgerDatabase.asSuperuser();
                    Statement statement = superuser.createStatement()) {
                statement.execute("insert into object_grant values (gen_random_uuid(), 'HAZARD', '" + uuid(hazard)
                        + "', 'PERSON', '" + OFFICER_QIXIAN.subject()
                        + "', now(), now() + interval '5 minutes', null, 'HAZARD', '"
                        + uuid(hazard) + "')");
            }
            awaitSight(OFFICER_QIXIAN, hazard);
        }
    }

    private static void awaitSight(TestCaller caller, String hazard) {
        while (LedgerClient.as(caller)
                        .query("query($id: ID!) { hazard(id: $id) { id } }", Map.of("id", hazard))
                        .get("data.hazard")
                == null) {
            Thread.onSpinWait();
        }
    }

    private static LedgerClient.Payload deciding(TestCaller leader, String task) {
        return task(leader, "decideExtension", "DecideExtensionInput", Map.of("id", task, "approved", true));
    }

    private static LedgerClient.Payload task(TestCaller caller, String mutation, String type, Map<String, ?> input) {
        return LedgerClient.as(caller).mutate(mutation, type, input, "__typename");
    }

    private String confirmed() {
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    private static List<String> sending(TestCaller sender, String hazard, String kind) {
        return codes(TransferScene.send(sender, TransferScene.input(hazard, kind, FIRE)));
    }

    private static List<String> codes(LedgerClient.Payload payload) {
        List<String> top = payload.answer().getList("errors.extensions.code");
        return top == null ? payload.userErrorCodes() : top;
    }

    /** How many rows the fire department, and that for equipment, may change of it. */
    private static String changing(String hazard) throws SQLException {
        String change = "update hazard set version = version where id = '" + uuid(hazard) + "'";
        return rows(FIRE, change) + " " + rows(EQUIPMENT, change);
    }

    private static String reading(String hazard) throws SQLException {
        String read = "select 1 from hazard where id = '" + uuid(hazard) + "'";
        return rows(FIRE, read) + " " + rows(EQUIPMENT, read);
    }

    private static int rows(String department, String sql) throws SQLException {
        try (Connection application = LedgerDatabase.asApplication();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute(scope(department));
            int rows = 0;
            if (statement.execute(sql)) {
                while (statement.getResultSet().next()) {
                    rows++;
                }
            } else {
                rows = statement.getUpdateCount();
            }
            application.rollback();
            return rows;
        }
    }

    private static String scope(String department) {
        return "select set_config('role', 'ledger_county_department_granted', true), set_config('ledger.county', '410225', true),"
                + " set_config('ledger.industries', '', true), set_config('ledger.matters', 'NONE', true),"
                + " set_config('ledger.department', '" + department + "', true)";
    }

    private static String attempt(String scope, String sql) throws SQLException {
        try (Connection application = LedgerDatabase.asApplication();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute(scope);
            try {
                statement.execute(sql);
                return "done";
            } catch (SQLException refusal) {
                return refusal.getSQLState();
            } finally {
                application.rollback();
            }
        }
    }

    private static String grant(String hazard, String grantee, String kind, String sourceType, String source) {
        return "insert into object_grant values ('" + NodeId.newUuid() + "', '" + NodeType.HAZARD + "', '"
                + uuid(hazard) + "', '" + kind + "', '" + grantee + "', now(), null, now(), '" + sourceType + "', '"
                + uuid(source) + "')";
    }

    private static String uuid(String node) {
        return NodeId.parse(node).orElseThrow().uuid().toString();
    }
}
