package org.safetyledger.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;

/** Things that are registered as evidence during a visit (先行登记保存), from the head's approval to what becomes of each. */
@LedgerTest
class PreservationTest {
    private final PaperScene scene = PaperScene.LANKAO;
    private final LedgerTables tables = new LedgerTables();

    @Test
    void thingsArePreservedWithTheHeadsApprovalAndDecidedOneByOne() {
        // Given
        String paper = scene.registered();
        Payload unapproved = serve(paper);
        Payload stranger = approve(COUNTY_LEADER_QIXIAN, paper);
        JsonPath before = read(MANAGER_LANKAO, paper);

        // When
        approve(COUNTY_LEADER_LANKAO, paper).accepted();
        Payload again = approve(COUNTY_LEADER_LANKAO, paper);
        serve(paper).accepted();
        JsonPath served = read(MANAGER_LANKAO, paper);
        String running = clock(paper);
        Payload other = decide(CITY_OFFICER, paper, 1, "SEIZE");
        decide(OFFICER_LANKAO_2, paper, 1, "SEIZE").accepted();
        Payload twice = decide(OFFICER_LANKAO, paper, 1, "RETURN");
        Payload unknown = decide(OFFICER_LANKAO, paper, 3, "RETURN");
        Payload early = release(OFFICER_LANKAO, paper);
        decide(COUNTY_LEADER_LANKAO, paper, 2, "RETURN").accepted();

        // Then
        assertEquals(List.of("PRESERVATION_NOT_APPROVED"), unapproved.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), stranger.errorCodes());
        assertNull(before.get("data.paper"));
        assertEquals(List.of("PRESERVATION_APPROVED"), again.userErrorCodes());
        assertEquals(List.of("进货台账", "可燃气体报警器"), served.getList("data.paper.things.name"));
        assertEquals(List.of("3 本", "1 台"), served.getList("data.paper.things.quantity"));
        assertEquals("410225000000|null|AUTHORITY|7|WORKING_DAY|t", running);
        assertEquals(List.of("NOT_THE_AUTHORITY"), other.userErrorCodes());
        assertEquals(List.of("THINGS_DECIDED decisions.0.number"), refusal(twice));
        assertEquals(List.of("REFERENCE_NOT_FOUND decisions.0.number"), refusal(unknown));
        assertEquals(List.of("PRESERVATION_NOT_LAPSED"), early.userErrorCodes());
        JsonPath decided = read(MANAGER_LANKAO, paper);
        assertEquals(List.of("SEIZE", "RETURN"), decided.getList("data.paper.things.decision"));
        assertEquals(0, decided.getInt("data.paper.undecidedThings"));
        assertEquals("410225000000|null|AUTHORITY|7|WORKING_DAY|f", clock(paper));
        assertEquals(
                List.of("THINGS_DECIDED"),
                decide(OFFICER_LANKAO, paper, 2, "RETURN").userErrorCodes());
        assertEquals(
                List.of("ISSUED", "APPROVED", "SERVED", "THINGS_DECIDED", "THINGS_DECIDED"),
                LedgerClient.as(OFFICER_LANKAO)
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", paper))
                        .getList("data.history.nodes.action"));
    }

    @Test
    void whatNobodyDecidesInTimeIsFreeByLaw() {
        // Given
        String paper = scene.lapsed();

        // When
        Payload late = decide(OFFICER_LANKAO, paper, 1, "SEIZE");
        JsonPath lapsed = read(MANAGER_LANKAO, paper);
        Payload other = release(CITY_OFFICER, paper);
        release(OFFICER_LANKAO, paper).accepted();

        // Then
        assertEquals(List.of("PRESERVATION_LAPSED"), late.userErrorCodes());
        assertTrue(lapsed.getBoolean("data.paper.lapsed"));
        assertEquals(2, lapsed.getInt("data.paper.undecidedThings"));
        assertEquals(List.of("NOT_THE_AUTHORITY"), other.userErrorCodes());
        assertEquals("county-officer-lankao", read(MANAGER_LANKAO, paper).getString("data.paper.lapseNotedBy"));
        assertTrue(clock(paper).endsWith("|f"), () -> clock(paper));
        assertEquals(List.of("THINGS_DECIDED"), release(OFFICER_LANKAO, paper).userErrorCodes());
    }

    @Test
    void inUrgencyThingsArePreservedAtOnceAndApprovedAfterwardsInTime() {
        // Given
        String paper = scene.urgent();
        JsonPath served = read(MANAGER_LANKAO, paper);
        String owed = approvalClock(paper);

        // When
        Payload byIssuer = approve(OFFICER_LANKAO, paper);
        approve(COUNTY_LEADER_LANKAO, paper).accepted();
        Payload again = refuse(paper);
        decide(OFFICER_LANKAO, paper, 1, "SEIZE").accepted();

        // Then
        assertEquals("企业正在转移台账", served.getString("data.paper.urgency"));
        assertNull(served.get("data.paper.approvedAt"));
        assertEquals("410225000000|24|HOUR|t", owed);
        assertEquals(List.of("FORBIDDEN"), byIssuer.errorCodes());
        assertEquals(List.of("PRESERVATION_APPROVED"), again.userErrorCodes());
        assertTrue(approvalClock(paper).endsWith("|f"), () -> approvalClock(paper));
        assertEquals("county-leader-lankao", read(MANAGER_LANKAO, paper).getString("data.paper.approvedBy"));
    }

    @Test
    void whatIsNotApprovedAfterwardsIsPreservedNoMoreAndGoesBack() {
        // Given
        String late = scene.urgent();
        String refused = scene.urgent();
        tables.change(
                "update paper set approval_due_at = now() - interval '1 minute' where id = ?::uuid",
                NodeId.parse(late).orElseThrow().uuid().toString());

        // When
        Payload tooLate = approve(COUNTY_LEADER_LANKAO, late);
        refuse(refused).accepted();

        // Then
        assertEquals(List.of("PRESERVATION_LAPSED"), tooLate.userErrorCodes());
        for (String ended : List.of(late, refused)) {
            assertTrue(read(MANAGER_LANKAO, ended).getBoolean("data.paper.lapsed"));
            assertEquals(
                    List.of("PRESERVATION_LAPSED"),
                    decide(OFFICER_LANKAO, ended, 1, "SEIZE").userErrorCodes());
            assertEquals(
                    List.of("PRESERVATION_LAPSED"),
                    approve(COUNTY_LEADER_LANKAO, ended).userErrorCodes());
            release(OFFICER_LANKAO, ended).accepted();
            assertTrue(approvalClock(ended).endsWith("|f"), () -> approvalClock(ended));
        }
        assertEquals("复制台账即可", read(MANAGER_LANKAO, refused).getString("data.paper.approvalRefusal"));
        assertEquals("SERVED", read(MANAGER_LANKAO, refused).getString("data.paper.status"));
        assertEquals(
                List.of("ISSUED", "SERVED", "APPROVAL_REFUSED", "LAPSE_NOTED"),
                LedgerClient.as(OFFICER_LANKAO)
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", refused))
                        .getList("data.history.nodes.action"));
    }

    @Test
    void whatIsNotApprovedAfterwardsIsOverdueThoughTheTimeOfItsDecisionRunsOn() {
        // Given
        int before = overdueDecisions();
        String late = scene.urgent();
        String refused = scene.urgent();
        int running = overdueDecisions();

        // When
        tables.change("update paper set approval_due_at = now() - interval '1 minute' where id = ?::uuid", uuid(late));
        refuse(refused).accepted();

        // Then
        assertEquals(before, running);
        assertEquals(before + 2, overdueDecisions());
    }

    private static int overdueDecisions() {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("{ waiting { kind overdue } }")
                .getInt("data.waiting.find { it.kind == 'PRESERVATIONS_TO_DECIDE' }.overdue");
    }

    @Test
    void thingsAreRegisteredByTheOfficersOfAVisitThatGoesOn() {
        // Given
        String visit = scene.visit();
        Map<String, Object> things = scene.preservation(visit);
        Map<String, Object> problems = scene.instruction(visit);
        problems.put("kind", "PRESERVATION");

        // When
        Payload elsewhere = preserve(OFFICER_QIXIAN, things);
        Payload stranger = preserve(CITY_OFFICER, things);
        Payload problem = run(OFFICER_LANKAO, "issuePaper", "IssuePaperInput", problems);
        LedgerClient.as(OFFICER_LANKAO)
                .mutate("abortInspection", "EndInspectionInput", Map.of("id", visit, "reason", "企业拒绝配合"), "__typename")
                .accepted();
        Payload ended = preserve(OFFICER_LANKAO, things);

        // Then
        assertEquals(List.of("REFERENCE_NOT_FOUND enterpriseId"), refusal(elsewhere));
        assertEquals(List.of("NOT_AN_INSPECTION_OFFICER inspectionId"), refusal(stranger));
        assertEquals(List.of("THINGS_REQUIRED kind"), refusal(problem));
        assertEquals(List.of("WRONG_STATE inspectionId"), refusal(ended));
    }

    @Test
    void whatTheHeadRefusesIsNotServedAndWhatWasServedIsDecidedInsteadOfWithdrawn() {
        // Given
        String refused = scene.registered();
        String preserved = scene.preserved();

        // When
        refuse(refused).accepted();
        Payload withdrawn =
                run(OFFICER_LANKAO, "withdrawPaper", "WithdrawPaperInput", Map.of("id", preserved, "reason", "不再需要"));

        // Then
        assertEquals("WITHDRAWN", read(OFFICER_LANKAO, refused).getString("data.paper.status"));
        assertEquals("复制台账即可", read(OFFICER_LANKAO, refused).getString("data.paper.withdrawalReason"));
        assertEquals(List.of("WRONG_STATE"), serve(refused).userErrorCodes());
        assertEquals(List.of("WRONG_STATE"), withdrawn.userErrorCodes());
        assertEquals(
                List.of("NOT_A_PRESERVATION"),
                approve(COUNTY_LEADER_LANKAO, scene.issued(scene.notice())).userErrorCodes());
    }

    @Test
    void whatWasDecidedOfAThingNeverChangesByStatementsEither() {
        // Given
        String paper = scene.preserved();
        decide(OFFICER_LANKAO, paper, 1, "EXAMINE").accepted();

        // Then
        assertThrows(
                IllegalStateException.class,
                () -> tables.change(
                        "update preserved_thing set decision = 'RELEASE' where paper_id = ?::uuid and number = 1",
                        uuid(paper)));
        assertThrows(
                IllegalStateException.class,
                () -> tables.change(
                        "update preserved_thing set quantity = 'x' where paper_id = ?::uuid and number = 2",
                        uuid(paper)));
        assertThrows(
                IllegalStateException.class,
                () -> tables.change("update paper set served_at = now() where id = ?::uuid", uuid(scene.registered())));
    }

    private static Payload preserve(TestCaller caller, Map<String, Object> things) {
        return run(caller, "preserveThings", "PreserveThingsInput", things);
    }

    private static Payload approve(TestCaller caller, String paper) {
        return run(caller, "approvePreservation", "ApprovePreservationInput", Map.of("id", paper));
    }

    private static Payload refuse(String paper) {
        return run(
                COUNTY_LEADER_LANKAO,
                "refusePreservation",
                "RefusePreservationInput",
                Map.of("id", paper, "reason", "复制台账即可"));
    }

    private static Payload serve(String paper) {
        return run(OFFICER_LANKAO, "servePaper", "ServePaperInput", PaperScene.service(paper));
    }

    private static Payload decide(TestCaller caller, String paper, int number, String decision) {
        return run(
                caller,
                "decidePreservedThings",
                "DecidePreservedThingsInput",
                PaperScene.decision(paper, number, decision));
    }

    private static Payload release(TestCaller caller, String paper) {
        return run(caller, "releaseLapsedPreservation", "ReleaseLapsedPreservationInput", Map.of("id", paper));
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller).mutate(mutation, input, values, "__typename");
    }

    private static List<String> refusal(Payload refused) {
        return List.of(refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')"));
    }

    private static JsonPath read(TestCaller caller, String paper) {
        return LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { paper(id: $id) { status withdrawalReason lapsed undecidedThings lapseNotedBy"
                                + " urgency approvedBy approvedAt approvalRefusal"
                                + " things { number name quantity decision } } }",
                        Map.of("id", paper));
    }

    /** Who owes the decision, by which rule, and whether its clock runs. */
    private String clock(String paper) {
        return tables.value(
                "select c.owed_division, c.owed_department, c.owed_by, p.decision_deadline->>'amount', p.decision_deadline->>'unit',"
                        + " c.stopped_at is null from deadline_clock c join paper p on p.id = c.object_id"
                        + " where c.subject = 'PRESERVATION_DECISION' and c.object_id = ?::uuid",
                uuid(paper));
    }

    /** Who owes the approval afterwards, by which rule, and whether its clock runs. */
    private String approvalClock(String paper) {
        return tables.value(
                "select c.owed_division, p.approval_deadline->>'amount', p.approval_deadline->>'unit', c.stopped_at is null"
                        + " from deadline_clock c join paper p on p.id = c.object_id"
                        + " where c.subject = 'PRESERVATION_APPROVAL' and c.object_id = ?::uuid",
                uuid(paper));
    }

    private static String uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid().toString();
    }
}
