package org.safetyledger.supervision.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.EQUIPMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_QIXIAN;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;
import static org.safetyledger.testing.TransferScene.COMMITTEE_OFFICE;
import static org.safetyledger.testing.TransferScene.EQUIPMENT;
import static org.safetyledger.testing.TransferScene.FIRE;
import static org.safetyledger.testing.TransferScene.POLICE;
import static org.safetyledger.testing.TransferScene.QIXIAN;

import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** Hazards that pass from one authority to another, go to the police, or are dealt with by several. */
@LedgerTest
class TransferTest {
    private static final String HAZARD = """
            query($id: ID!) { hazard(id: $id) { status dueAt overdue deadline { startedAt dueAt rule } stateDeadline { startedAt dueAt }
              handledBy { code name } jointAuthorities { code } transfers { totalCount nodes { id } }
              enterprise { name } rectificationTasks { nodes { id dueAt deadline { startedAt dueAt } stateDeadline { startedAt dueAt } } }
              availableActions { action allowed code } } }""";

    private static final String TRANSFER = """
            query($id: ID!) { transfer(id: $id) { status bySilence overdue dueAt number answeredBy answer endedAt
              fromJurisdiction { code } fromDepartment { code } toDepartment { code } handlerDepartment { code } deadline { rule }
              hazard { id } availableActions { action allowed code } } }""";

    private final Loop loop = new Loop();

    @Test
    void receiverHandlesTheHazardOnceItAcceptedAndTheSenderOnlyReads() {
        // Given
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        JsonPath hidden = hazard(FIRE_LANKAO, hazard);

        // When
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE);
        JsonPath pending = hazard(FIRE_LANKAO, hazard);
        Payload early = assigning(FIRE_LANKAO, hazard);
        int photo = loop.send(FIRE_LANKAO, hazard, "OTHER", Loop.photo()).statusCode();
        TransferScene.accept(FIRE_LANKAO, transfer).accepted();

        // Then
        assertNull(hidden.get("data.hazard"));
        assertEquals("CONFIRMED", pending.getString("data.hazard.status"));
        assertEquals("兰考禹禾丰化工有限公司", pending.getString("data.hazard.enterprise.name"));
        assertNull(pending.get("data.hazard.handledBy"));
        assertEquals("NOT_THE_HANDLER", reason(pending, "hazard", "assignRectification"));
        assertEquals(List.of("NOT_THE_HANDLER"), early.userErrorCodes());
        assertEquals(400, photo);
        JsonPath sender = hazard(OFFICER_LANKAO_2, hazard);
        assertEquals(FIRE, sender.getString("data.hazard.handledBy.code"));
        assertEquals("NOT_THE_HANDLER", reason(sender, "hazard", "assignRectification"));
        assertEquals(
                List.of("NOT_THE_HANDLER"), assigning(OFFICER_LANKAO_2, hazard).userErrorCodes());
        assertNull(reason(hazard(CITY_OFFICER, hazard), "hazard", "assignRectification"));
        String task = assigning(FIRE_LANKAO, hazard).accepted().text("rectificationTask.id");
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(FIRE_LANKAO, task);
        loop.upload(FIRE_LANKAO, hazard, "OTHER");
        loop.close(FIRE_LANKAO, hazard);
        assertEquals("CLOSED", hazard(FIRE_LANKAO, hazard).getString("data.hazard.status"));
        assertEquals(
                List.of("REPORTED", "CONFIRMED", "TRANSFERRED", "TRANSFER_ACCEPTED", "ASSIGNED"),
                history(FIRE_LANKAO, hazard).subList(0, 5));
        assertEquals(List.of("SENT", "ACCEPTED"), history(OFFICER_LANKAO, transfer));
    }

    @Test
    void noClockOfTheHazardOrItsTaskKnowsOfTransfers() throws SQLException {
        // Given
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        loop.assign(OFFICER_LANKAO, hazard);
        String before = clocks(hazard);
        String rows = rows(hazard);

        // When
        TransferScene.reject(FIRE_LANKAO, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE))
                .accepted();
        TransferScene.accept(FIRE_LANKAO, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE))
                .accepted();
        TransferScene.arbitrate(
                        COMMITTEE_OFFICE, TransferScene.sent(FIRE_LANKAO, hazard, "ORDINARY", EQUIPMENT), EQUIPMENT)
                .accepted();

        // Then
        assertEquals(before, clocks(hazard));
        assertEquals(rows, rows(hazard));
    }

    @Test
    void silenceAcceptsAfterItsClockAndALaterAnswerIsRefused() throws SQLException {
        // Given
        String hazard = confirmed();
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE);
        JsonPath waits = transfer(FIRE_LANKAO, transfer);

        // When
        TransferScene.letTimePass(transfer);

        // Then
        assertEquals("PENDING", waits.getString("data.transfer.status"));
        assertEquals("TRANSFER_ANSWER_ANY", waits.getString("data.transfer.deadline.rule"));
        assertNull(reason(waits, "transfer", "acceptTransfer"));
        JsonPath silent = transfer(FIRE_LANKAO, transfer);
        assertEquals("ACCEPTED", silent.getString("data.transfer.status"));
        assertEquals(true, silent.getBoolean("data.transfer.bySilence"));
        assertEquals(false, silent.getBoolean("data.transfer.overdue"));
        assertEquals("ACCEPTED_BY_SILENCE", reason(silent, "transfer", "rejectTransfer"));
        assertEquals(
                List.of("ACCEPTED_BY_SILENCE"),
                TransferScene.reject(FIRE_LANKAO, transfer).userErrorCodes());
        assertEquals(
                List.of("ACCEPTED_BY_SILENCE"),
                TransferScene.accept(FIRE_LANKAO, transfer).userErrorCodes());
        assertEquals(FIRE, hazard(OFFICER_LANKAO, hazard).getString("data.hazard.handledBy.code"));
        assertEquals(
                List.of("NOT_THE_HANDLER"), assigning(OFFICER_LANKAO, hazard).userErrorCodes());
        assigning(FIRE_LANKAO, hazard).accepted();
        String next = TransferScene.sent(FIRE_LANKAO, hazard, "ORDINARY", EQUIPMENT);
        assertEquals(List.of("SENT", "ACCEPTED_BY_SILENCE"), history(OFFICER_LANKAO, transfer));
        assertEquals(2, transfer(EQUIPMENT_LANKAO, next).getInt("data.transfer.number"));
        assertEquals(true, transfer(OFFICER_LANKAO, transfer).getBoolean("data.transfer.bySilence"));
    }

    @Test
    void rejectedTransferGoesBackWithItsReasonAndTheReceiverSeesTheHazardNoMore() {
        // Given
        String hazard = confirmed();
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE);

        // When
        TransferScene.reject(FIRE_LANKAO, transfer).accepted();

        // Then
        assertNull(hazard(FIRE_LANKAO, hazard).get("data.hazard"));
        JsonPath kept = transfer(FIRE_LANKAO, transfer);
        assertEquals("REJECTED", kept.getString("data.transfer.status"));
        assertEquals("不属于本单位职责", kept.getString("data.transfer.answer"));
        assertNull(kept.get("data.transfer.hazard"));
        assertNull(hazard(OFFICER_LANKAO, hazard).get("data.hazard.handledBy"));
        assigning(OFFICER_LANKAO, hazard).accepted();
    }

    @Test
    void thirdTransferIsDecidedByTheCommitteesOfficeOrALeaderOfBothSides() {
        // Given
        String first = TransferScene.sent(OFFICER_LANKAO, confirmed(), "ORDINARY", FIRE);
        String hazard = confirmed();
        String third = TransferScene.awaitingArbitration(hazard);
        String other = TransferScene.awaitingArbitration(confirmed());

        // When
        List<String> tooEarly =
                TransferScene.arbitrate(COUNTY_LEADER_LANKAO, first, FIRE).userErrorCodes();
        List<String> answered = TransferScene.accept(FIRE_LANKAO, third).userErrorCodes();
        List<String> ofNoOffice =
                TransferScene.arbitrate(OFFICER_LANKAO_2, third, FIRE).userErrorCodes();
        List<String> sender =
                TransferScene.arbitrate(OFFICER_LANKAO, third, FIRE).userErrorCodes();
        JsonPath waits = transfer(FIRE_LANKAO, third);
        TransferScene.arbitrate(COMMITTEE_OFFICE, third, EQUIPMENT).accepted();
        TransferScene.arbitrate(CITY_LEADER, other, FIRE).accepted();

        // Then
        assertEquals(List.of("WRONG_STATE"), tooEarly);
        assertEquals(List.of("WRONG_STATE"), answered);
        assertEquals(List.of("NOT_THE_ADDRESSEE"), ofNoOffice);
        assertEquals(List.of("SENDER_CANNOT_ANSWER"), sender);
        assertEquals("ARBITRATION", waits.getString("data.transfer.status"));
        assertEquals("TRANSFER_ARBITRATION_ANY", waits.getString("data.transfer.deadline.rule"));
        assertEquals(EQUIPMENT, hazard(OFFICER_LANKAO, hazard).getString("data.hazard.handledBy.code"));
        assertEquals(EQUIPMENT, transfer(OFFICER_LANKAO, third).getString("data.transfer.handlerDepartment.code"));
        assertNull(hazard(FIRE_LANKAO, hazard).get("data.hazard"));
        assigning(EQUIPMENT_LANKAO, hazard).accepted();
        assertEquals("ARBITRATED", transfer(FIRE_LANKAO, other).getString("data.transfer.status"));
        assertEquals(
                4,
                TransferScene.send(EQUIPMENT_LANKAO, TransferScene.input(hazard, "ORDINARY", FIRE))
                        .accepted()
                        .answer()
                        .getInt("data.transferHazard.transfer.number"));
    }

    @Test
    void arbiterNamesOneOfTheTwoOrAnAuthorityOfItsOwnArea() {
        // Given
        String transfer = TransferScene.awaitingArbitration(confirmed());

        // When
        Payload neighbour = TransferScene.arbitrate(COUNTY_LEADER_LANKAO, transfer, QIXIAN);
        Payload neighboursOffice = TransferScene.arbitrate(COMMITTEE_OFFICE, transfer, "KF-410221-FR");
        Payload city = TransferScene.arbitrate(COUNTY_LEADER_LANKAO, transfer, "410200000000");
        Payload byCity = TransferScene.arbitrate(CITY_LEADER, transfer, QIXIAN);

        // Then
        for (Payload refused : List.of(neighbour, neighboursOffice, city)) {
            assertEquals(List.of("OUTSIDE_JURISDICTION"), refused.userErrorCodes());
            assertEquals(List.of("handler"), refused.get("userErrors[0].path"));
        }
        assertEquals("ARBITRATED", byCity.accepted().text("transfer.status"));
    }

    @Test
    void acrossCountiesTheGovernmentOfTheOtherOneHandlesItAndTheCityDecides() {
        // Given
        String hazard = confirmed();

        // When
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", QIXIAN);
        TransferScene.accept(OFFICER_QIXIAN, transfer).accepted();

        // Then
        assertEquals(
                List.of("REFERENCE_NOT_FOUND"),
                LedgerClient.as(OFFICER_QIXIAN)
                        .mutate(
                                "reportHazard",
                                "ReportHazardInput",
                                Map.of(
                                        "enterpriseId",
                                        loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                                        "title",
                                        "x",
                                        "category",
                                        "ELECTRICAL_SAFETY"),
                                "__typename")
                        .userErrorCodes());
        loop.escalate(OFFICER_QIXIAN, hazard);
        assertEquals("杞县", hazard(OFFICER_QIXIAN, hazard).getString("data.hazard.handledBy.name"));
        assertNull(reason(hazard(OFFICER_QIXIAN, hazard), "hazard", "assignRectification"));
        assertEquals(1, found(OFFICER_QIXIAN, hazard).size());
        assertNull(hazard(FIRE_QIXIAN, hazard).get("data.hazard"));
        TransferScene.reject(OFFICER_LANKAO, TransferScene.sent(OFFICER_QIXIAN, hazard, "ORDINARY", "410225000000"))
                .accepted();
        String third = TransferScene.sent(OFFICER_QIXIAN, hazard, "ORDINARY", "410225000000");
        assertEquals(
                List.of("NOT_THE_ADDRESSEE"),
                TransferScene.arbitrate(COUNTY_LEADER_LANKAO, third, "410225000000")
                        .userErrorCodes());
        TransferScene.arbitrate(CITY_LEADER, third, "410225000000").accepted();
        assigning(OFFICER_LANKAO, hazard).accepted();
        assertEquals(List.of("NOT_THE_HANDLER"), codes(closing(OFFICER_QIXIAN, hazard)));
    }

    @Test
    void whatAHigherLevelGradedIsNotHandedOnByALowerOne() {
        // Given
        String ofCounty = confirmed();
        String ofTown = TransferScene.hazard();
        loop.confirm(TOWN_OFFICER_LANKAO, ofTown);
        String ofCity = TransferScene.hazard();
        loop.confirm(CITY_OFFICER, ofCity);

        // When
        TransferScene.reject(FIRE_LANKAO, TransferScene.sent(CITY_OFFICER, ofCity, "ORDINARY", FIRE))
                .accepted();

        // Then
        assertEquals("NOT_THE_HANDLER ", refusal(TOWN_OFFICER_LANKAO, ofCounty, FIRE));
        assertEquals("NOT_THE_HANDLER", reason(hazard(TOWN_OFFICER_LANKAO, ofCounty), "hazard", "transferHazard"));
        assertEquals("NOT_THE_HANDLER ", refusal(OFFICER_LANKAO, ofCity, FIRE));
        assertEquals("NOT_THE_HANDLER ", refusal(TOWN_OFFICER_LANKAO, ofCity, FIRE));
        assertNull(reason(hazard(CITY_OFFICER, ofCity), "hazard", "transferHazard"));
        TransferScene.sent(CITY_OFFICER, ofCity, "ORDINARY", EQUIPMENT);
        TransferScene.reject(FIRE_LANKAO, TransferScene.sent(TOWN_OFFICER_LANKAO, ofTown, "ORDINARY", FIRE))
                .accepted();
        TransferScene.sent(OFFICER_LANKAO, ofTown, "ORDINARY", FIRE);
        TransferScene.sent(DEPARTMENT_LANKAO, ofCounty, "ORDINARY", FIRE);
    }

    @Test
    void severalWorkOnOneHazardUnderOneLeadUntilItEnds() {
        // Given
        String hazard = confirmed();
        String fire = TransferScene.sent(DEPARTMENT_LANKAO, hazard, "JOINT", FIRE);
        String equipment = TransferScene.sent(DEPARTMENT_LANKAO, hazard, "JOINT", EQUIPMENT);

        // When
        TransferScene.accept(FIRE_LANKAO, fire).accepted();
        TransferScene.accept(EQUIPMENT_LANKAO, equipment).accepted();
        JsonPath joint = hazard(FIRE_LANKAO, hazard);
        List<String> passing = codes(TransferScene.send(FIRE_LANKAO, TransferScene.input(hazard, "ORDINARY", QIXIAN)));
        TransferScene.answer(EQUIPMENT_LANKAO, "endJointWork", "EndJointWorkInput", Map.of("id", equipment))
                .accepted();
        String task = assigning(FIRE_LANKAO, hazard).accepted().text("rectificationTask.id");
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(DEPARTMENT_LANKAO, task);
        JsonPath before = hazard(EQUIPMENT_LANKAO, hazard);
        loop.close(FIRE_LANKAO, hazard);

        // Then
        assertEquals("KF-410225-EM", joint.getString("data.hazard.handledBy.code"));
        assertEquals(List.of(FIRE, EQUIPMENT), joint.getList("data.hazard.jointAuthorities.code"));
        assertEquals(List.of("NOT_THE_HANDLER"), passing);
        assertNull(before.get("data.hazard"));
        assertNull(hazard(FIRE_LANKAO, hazard).get("data.hazard"));
        assertEquals("ENDED", transfer(FIRE_LANKAO, fire).getString("data.transfer.status"));
        assertEquals(
                List.of("WRONG_STATE"),
                TransferScene.answer(DEPARTMENT_LANKAO, "endJointWork", "EndJointWorkInput", Map.of("id", fire))
                        .userErrorCodes());
        assertEquals(List.of("SENT", "ACCEPTED", "ENDED"), history(EQUIPMENT_LANKAO, equipment));
        assertEquals(List.of("SENT", "ACCEPTED", "ENDED"), history(FIRE_LANKAO, fire));
    }

    @Test
    void badOrdersAreRefusedAndChangeNothing() {
        // Given
        String hazard = confirmed();
        String pending = confirmed();
        TransferScene.sent(OFFICER_LANKAO, pending, "ORDINARY", FIRE);
        String ended = TransferScene.hazard();
        LedgerClient.as(OFFICER_LANKAO)
                .mutate("rejectHazard", "HazardReasonInput", Map.of("id", ended, "reason", "不存在"), "__typename")
                .accepted();
        String missing = NodeId.text(NodeType.HAZARD, NodeId.newUuid());
        Map<String, Object> late = TransferScene.input(hazard, "CRIME", POLICE);
        late.put("suspectedAt", Instant.now().plusSeconds(4_000).toString());
        Map<String, Object> early = TransferScene.input(hazard, "CRIME", POLICE);
        early.put("suspectedAt", "2009-12-31T15:59:59Z");
        Map<String, Object> unsuspected = TransferScene.input(hazard, "CRIME", POLICE);
        unsuspected.remove("suspectedAt");
        Map<String, Object> suspected = TransferScene.input(hazard, "ORDINARY", FIRE);
        suspected.put("suspectedAt", Instant.now().toString());
        Map<String, String> before = LedgerDatabase.fingerprint();

        // Then
        assertEquals("ALREADY_HANDLES to", refusal(OFFICER_LANKAO, hazard, "410225000000"));
        assertEquals("ALREADY_HANDLES to", refusal(DEPARTMENT_LANKAO, hazard, "KF-410225-EM"));
        assertEquals("UNKNOWN_CODE to", refusal(OFFICER_LANKAO, hazard, "410211000000"));
        assertEquals("UNKNOWN_CODE to", refusal(OFFICER_LANKAO, hazard, "KF-999999-XX"));
        assertEquals("TRANSFER_TARGET_INVALID to", refusal(OFFICER_LANKAO, hazard, "KF-410225-SCO"));
        assertEquals("TRANSFER_TARGET_INVALID to", refusal(OFFICER_LANKAO, hazard, "410000000000"));
        assertEquals("WRONG_STATE ", refusal(OFFICER_LANKAO, ended, FIRE));
        assertEquals("TRANSFER_PENDING ", refusal(OFFICER_LANKAO, pending, EQUIPMENT));
        assertEquals("NOT_FOUND", refusal(OFFICER_LANKAO, missing, FIRE));
        assertEquals("NOT_FOUND", refusal(OFFICER_QIXIAN, hazard, FIRE));
        assertEquals("TIME_IN_FUTURE suspectedAt", refusal(TransferScene.send(OFFICER_LANKAO, late)));
        assertEquals("TIME_BEFORE_RULES suspectedAt", refusal(TransferScene.send(OFFICER_LANKAO, early)));
        assertEquals(
                "POLICE_REQUIRED to",
                refusal(TransferScene.send(OFFICER_LANKAO, TransferScene.input(hazard, "CRIME", FIRE))));
        assertEquals(
                "POLICE_REQUIRED to",
                refusal(TransferScene.send(OFFICER_LANKAO, TransferScene.input(hazard, "CRIME", QIXIAN))));
        assertEquals("SUSPICION_TIME_REQUIRED suspectedAt", refusal(TransferScene.send(OFFICER_LANKAO, unsuspected)));
        assertEquals("SUSPICION_TIME_REQUIRED suspectedAt", refusal(TransferScene.send(OFFICER_LANKAO, suspected)));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void onlyItsAddresseeAnswersATransferAndOnlyOnce() {
        // Given
        String transfer = TransferScene.sent(OFFICER_LANKAO, confirmed(), "ORDINARY", FIRE);
        TestCaller moved = new TestCaller(
                OFFICER_LANKAO.subject(),
                "department-officer",
                "410225000000",
                FIRE,
                List.of(),
                List.of("FIRE"),
                null,
                null);
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        List<String> sender = TransferScene.accept(OFFICER_LANKAO_2, transfer).userErrorCodes();
        List<String> above = TransferScene.accept(CITY_OFFICER, transfer).userErrorCodes();
        List<String> other = codes(TransferScene.reject(FIRE_QIXIAN, transfer));
        List<String> samePerson = TransferScene.accept(moved, transfer).userErrorCodes();
        List<String> notJoint = TransferScene.answer(
                        OFFICER_LANKAO, "endJointWork", "EndJointWorkInput", Map.of("id", transfer))
                .userErrorCodes();
        Map<String, String> after = LedgerDatabase.fingerprint();
        TransferScene.accept(FIRE_LANKAO, transfer).accepted();

        // Then
        assertEquals(List.of("NOT_THE_ADDRESSEE"), sender);
        assertEquals(List.of("NOT_THE_ADDRESSEE"), above);
        assertEquals(List.of("NOT_FOUND"), other);
        assertEquals(List.of("SENDER_CANNOT_ANSWER"), samePerson);
        assertEquals(List.of("NO_JOINT_WORK"), notJoint);
        assertEquals(before, after);
        assertEquals(
                List.of("WRONG_STATE"),
                TransferScene.reject(FIRE_LANKAO, transfer).userErrorCodes());
    }

    @Test
    void transfersAreListedByDirectionStateAndDelay() throws SQLException {
        // Given
        String hazard = confirmed();
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE);

        // Then
        assertEquals(List.of(transfer), listed(FIRE_LANKAO, hazard, "direction: RECEIVED, status: PENDING"));
        assertEquals(List.of(), listed(FIRE_LANKAO, hazard, "direction: SENT"));
        assertEquals(List.of(transfer), listed(OFFICER_LANKAO, hazard, "direction: SENT, overdue: false"));
        assertEquals(List.of(), listed(OFFICER_LANKAO, hazard, "direction: RECEIVED"));
        assertEquals(List.of(), listed(DEPARTMENT_LANKAO, hazard, "direction: SENT"));
        TransferScene.letTimePass(transfer);
        assertEquals(List.of(), listed(FIRE_LANKAO, hazard, "status: PENDING"));
        assertEquals(List.of(transfer), listed(FIRE_LANKAO, hazard, "status: ACCEPTED, kind: ORDINARY"));
    }

    @Test
    void figuresCountAHazardWhereItLies() throws SQLException {
        // Given
        String hazard = confirmed();
        String before = figures();

        // When
        TransferScene.accept(FIRE_LANKAO, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", FIRE))
                .accepted();
        try (var superuser = LedgerDatabase.asSuperuser();
                var statement = superuser.createStatement()) {
            superuser.setAutoCommit(true);
            statement.execute("update hazard set due_at = now() - interval '1 second' where id = '"
                    + NodeId.parse(hazard).orElseThrow().uuid() + "'");
        }

        // Then
        assertEquals(before, figures());
    }

    private static String figures() {
        return LedgerClient.as(FIRE_LANKAO)
                .query("{ hazardDashboard { open overdue } }")
                .prettify();
    }

    private String confirmed() {
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    private static List<String> listed(TestCaller caller, String hazard, String filter) {
        return LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { transfers(filter: {hazardId: $id, " + filter + "}) { nodes { id } } }",
                        Map.of("id", hazard))
                .getList("data.transfers.nodes.id");
    }

    private static List<String> found(TestCaller caller, String hazard) {
        return LedgerClient.as(caller)
                .query(
                        "{ hazards(first: 100, filter: {text: \"配电箱无防护罩\"}, orderBy: REPORTED_AT_DESC) { nodes { id } } }")
                .<String>getList("data.hazards.nodes.id")
                .stream()
                .filter(hazard::equals)
                .toList();
    }

    private static Payload assigning(TestCaller officer, String hazard) {
        return LedgerClient.as(officer)
                .mutate(
                        "assignRectification",
                        "AssignRectificationInput",
                        Map.of("hazardId", hazard, "requirement", "立即整改"),
                        "rectificationTask { id }");
    }

    private static Payload closing(TestCaller officer, String hazard) {
        return LedgerClient.as(officer)
                .mutate(
                        "cancelRectification",
                        "CancelRectificationInput",
                        Map.of("id", taskOf(hazard), "reason", "x"),
                        "__typename");
    }

    private static String taskOf(String hazard) {
        return hazard(OFFICER_LANKAO, hazard).getString("data.hazard.rectificationTasks.nodes[0].id");
    }

    private static JsonPath hazard(TestCaller caller, String id) {
        String document = caller.role().startsWith("enterprise")
                ? HAZARD.replace("transfers { totalCount nodes { id } }", "")
                : HAZARD;
        return LedgerClient.as(caller).query(document, Map.of("id", id));
    }

    private static JsonPath transfer(TestCaller caller, String id) {
        return LedgerClient.as(caller).query(TRANSFER, Map.of("id", id));
    }

    private static String clocks(String hazard) {
        JsonPath read = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { dueAt deadline { startedAt dueAt rule } stateDeadline { dueAt }"
                                + " rectificationTasks { nodes { dueAt deadline { startedAt dueAt rule } stateDeadline { startedAt dueAt } } } } }",
                        Map.of("id", hazard));
        return read.prettify();
    }

    private static String rows(String hazard) throws SQLException {
        String id = NodeId.parse(hazard).orElseThrow().uuid().toString();
        try (var superuser = LedgerDatabase.asSuperuser()) {
            return LedgerDatabase.texts(
                            superuser,
                            "select to_jsonb(h) || jsonb_build_object('tasks', (select jsonb_agg(r) from rectification_task r"
                                    + " where r.hazard_id = h.id)) from hazard h where h.id = '" + id + "'")
                    .getFirst();
        }
    }

    private static @Nullable String reason(JsonPath read, String object, String action) {
        List<Map<String, Object>> actions = read.getList("data." + object + ".availableActions");
        Map<String, Object> told = actions.stream()
                .filter(one -> action.equals(one.get("action")))
                .findFirst()
                .orElseThrow();
        assertEquals(told.get("code") == null, told.get("allowed"));
        return (String) told.get("code");
    }

    private static List<String> history(TestCaller caller, String id) {
        return LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { history(of: $id, first: 100) { nodes { action sequence } } }",
                        Map.of("id", id))
                .<Map<String, Object>>getList("data.history.nodes")
                .stream()
                .sorted(Comparator.comparing(entry -> (Integer) entry.get("sequence")))
                .map(entry -> (String) entry.get("action"))
                .toList();
    }

    private static List<String> codes(Payload payload) {
        List<String> top = payload.answer().getList("errors.extensions.code");
        return top == null ? payload.userErrorCodes() : top;
    }

    private static String refusal(TestCaller sender, String hazard, String to) {
        return refusal(TransferScene.send(sender, TransferScene.input(hazard, "ORDINARY", to)));
    }

    private static String refusal(Payload payload) {
        List<String> top = payload.answer().getList("errors.extensions.code");
        if (top != null) {
            return top.getFirst();
        }
        List<Map<String, Object>> errors = payload.answer().getList("data.transferHazard.userErrors");
        assertTrue(!errors.isEmpty(), () -> payload.answer().prettify());
        List<?> path = (List<?>) errors.getFirst().get("path");
        return errors.getFirst().get("code") + " "
                + (path == null
                        ? ""
                        : path.stream()
                                .map(String::valueOf)
                                .filter(part -> !part.equals("input"))
                                .reduce("", String::concat));
    }
}
