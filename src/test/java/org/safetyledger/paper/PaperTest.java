package org.safetyledger.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;

/** Official papers, from their number to their receipt. */
@LedgerTest
class PaperTest {
    private static final String PAPER = """
            query($id: ID!) { paper(id: $id) { kind status number legalBasis remedy dueAt overdue deadline { rule } receiver
              receiptSignedBy refusal resumedAt officers { name certificateNumber } about { id }
              problems { number problem demand dueAt result hazard { id } }
              availableActions { action allowed reason } } }""";

    private final PaperScene scene = PaperScene.LANKAO;

    @Test
    void noticeIsSeenFromItsServiceOnAndSignedByItsEnterprise() {
        // Given
        String notice = scene.issued(scene.notice());
        JsonPath before = read(MANAGER_LANKAO, notice);

        // When
        serve(PaperScene.service(notice)).accepted();
        JsonPath served = read(MANAGER_LANKAO, notice);
        run(MANAGER_LANKAO, "signPaperReceipt", "SignPaperReceiptInput", Map.of("id", notice))
                .accepted();

        // Then
        JsonPath signed = read(OFFICER_LANKAO, notice);
        assertNull(before.get("data.paper"));
        assertEquals("SERVED", served.getString("data.paper.status"));
        assertEquals("PAPER_RECEIPT_GENERAL", served.getString("data.paper.deadline.rule"));
        assertEquals(false, served.getBoolean("data.paper.overdue"));
        assertEquals("SIGNED", signed.getString("data.paper.status"));
        assertEquals("manager-lankao", signed.getString("data.paper.receiptSignedBy"));
        assertNull(signed.get("data.paper.dueAt"));
        assertEquals(List.of("ISSUED", "SERVED", "SIGNED"), history(OFFICER_LANKAO, notice));
    }

    @Test
    void papersOfAnAuthorityAreNumberedWithoutGapsWithinAYear() {
        // When
        int first = serial(scene.issued(scene.notice()));
        Map<String, Object> taken = scene.notice();
        taken.put("id", scene.issued(scene.notice()));
        Payload refused = run(OFFICER_LANKAO_2, "issuePaper", "IssuePaperInput", taken);
        int second = serial(scene.issued(scene.notice())) - 1;

        // Then
        assertEquals(List.of("CLIENT_ID_REUSED"), refused.userErrorCodes());
        assertEquals(first + 1, second);
    }

    @Test
    void instructionNamesEachProblemWithItsDateAndTheOfficersOfItsVisit() {
        // When
        JsonPath instruction = read(OFFICER_LANKAO, scene.issued(scene.instruction(scene.visit())));

        // Then
        assertEquals(List.of(1, 2), instruction.getList("data.paper.problems.number"));
        assertEquals(List.of("配电箱未接地", "灭火器过期"), instruction.getList("data.paper.problems.problem"));
        assertEquals(
                2, instruction.getList("data.paper.officers.certificateNumber").size());
        assertTrue(instruction.getString("data.paper.legalBasis").contains("第六十五条"));
        assertTrue(instruction.getString("data.paper.remedy").contains("行政复议"));
    }

    @Test
    void paperTellsHowOftenTheAuthorityCheckedTheEnterpriseAndThatItMayAskForRecusal() {
        // Given
        String first = scene.issued(scene.instruction(scene.visit()));

        // When
        String notice = scene.issued(scene.notice());
        String second = scene.issued(scene.instruction(scene.visit()));

        // Then
        int before = checks(first);
        assertTrue(before > 0, () -> before + " visits");
        assertEquals(before, checks(notice));
        assertEquals(before + 1, checks(second));
        assertTrue(LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { paper(id: $id) { rights } }", Map.of("id", second))
                .getString("data.paper.rights")
                .contains("有权申请回避"));
    }

    private static int checks(String paper) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { paper(id: $id) { checksSoFar } }", Map.of("id", paper))
                .getInt("data.paper.checksSoFar");
    }

    @Test
    void whatAPaperLacksIsToldBeforeItHasANumber() {
        // Given
        String visit = scene.visit();

        // Then
        assertEquals(
                List.of("HAZARD_REQUIRED problems.0.hazardId"),
                refusals(OFFICER_LANKAO, scene.paper("HAZARD_NOTICE", List.of(PaperScene.problem("无隐患编号")))));
        assertEquals(
                List.of("DATE_REQUIRED problems.0.dueAt"), refusals(OFFICER_LANKAO, instruction(visit, "dueAt", null)));
        assertEquals(
                List.of("DEADLINE_TOO_LATE problems.0.dueAt"),
                refusals(
                        OFFICER_LANKAO,
                        instruction(
                                visit,
                                "dueAt",
                                OffsetDateTime.now(Times.ZONE).plusDays(31).toString())));
        assertEquals(
                List.of("DEADLINE_IN_PAST problems.0.dueAt"),
                refusals(
                        OFFICER_LANKAO,
                        instruction(
                                visit,
                                "dueAt",
                                OffsetDateTime.now(Times.ZONE).minusDays(1).toString())));
        assertEquals(
                List.of("TEXT_REQUIRED problems.0.demand"),
                refusals(OFFICER_LANKAO, instruction(visit, "demand", null)));
        assertEquals(List.of("REFERENCE_NOT_FOUND enterpriseId"), refusals(OFFICER_QIXIAN, scene.instruction(visit)));
        assertEquals(
                List.of("DEMAND_REQUIRED aboutId"),
                refusals(OFFICER_LANKAO, scene.recheck(visit, scene.issued(scene.instruction(visit)), "DONE", "DONE")));
    }

    @Test
    void paperNamesOpenHazardsOnly() {
        // Given
        String hazard = new Loop().reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        Map<String, Object> notice =
                scene.paper("HAZARD_NOTICE", List.of(Map.of("hazardId", hazard, "demand", "立即清理通道")));
        run(OFFICER_LANKAO, "rejectHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "不属实"))
                .accepted();

        // Then
        assertEquals(List.of("HAZARD_NOT_OPEN problems.0.hazardId"), refusals(OFFICER_LANKAO, notice));
    }

    @Test
    void electronicServiceNeedsTheEnterprisesConsent() {
        // Given
        Map<String, Object> service = PaperScene.service(scene.issued(scene.notice()));
        service.put("kind", "ELECTRONIC");

        // Then
        assertEquals(List.of("CONSENT_REQUIRED"), serve(service).userErrorCodes());

        // When
        service.put("consented", true);

        // Then
        serve(service).accepted();
    }

    @Test
    void leavingAPaperBehindIsProvenByAPhotoOfItsEnterprise() {
        // Given
        String notice = scene.issued(scene.notice());
        String hazard = read(OFFICER_LANKAO, notice).getString("data.paper.problems[0].hazard.id");
        Map<String, Object> service = PaperScene.service(notice);
        service.put("kind", "LEFT");
        String elsewhere = new Loop()
                .upload(
                        OFFICER_QIXIAN,
                        new Loop().reportedHazard(OFFICER_QIXIAN, TestCaller.QIXIAN_ENTERPRISE),
                        "BEFORE");

        // Then
        assertEquals(List.of("PROOF_REQUIRED"), serve(service).userErrorCodes());
        service.put("proofId", elsewhere);
        assertEquals(List.of("REFERENCE_NOT_FOUND"), serve(service).userErrorCodes());

        // When
        String proof = new Loop().upload(OFFICER_LANKAO, hazard, "BEFORE");
        service.put("proofId", proof);

        // Then
        serve(service).accepted();
        JsonPath served = LedgerClient.as(MANAGER_LANKAO)
                .query("query($id: ID!) { paper(id: $id) { serviceKind proof { id } } }", Map.of("id", notice));
        assertEquals(proof, served.getString("data.paper.proof.id"));
    }

    @Test
    void stoppedWorkIsResumedOnlyAfterAnExaminationThatFoundAllPutRight() {
        // Given
        String order = scene.stopped();

        // Then
        assertEquals(List.of("EXAMINATION_REQUIRED"), resume(order).userErrorCodes());

        // When
        String partly = scene.served(scene.recheck(scene.visit(), order, "DONE", "PARTLY"));

        // Then
        assertEquals(List.of("DONE", "PARTLY"), read(OFFICER_LANKAO, partly).getList("data.paper.problems.result"));
        assertEquals(order, read(OFFICER_LANKAO, partly).getString("data.paper.about.id"));
        assertEquals(List.of("EXAMINATION_REQUIRED"), resume(order).userErrorCodes());

        // When
        String done = scene.issued(scene.recheck(scene.visit(), order, "DONE", "DONE"));
        Payload byTheCity = run(CITY_OFFICER, "resumeWork", "ResumeWorkInput", Map.of("id", order));
        resume(order).accepted();

        // Then
        assertTrue(read(MANAGER_LANKAO, order).getString("data.paper.resumedAt").startsWith("20"));
        assertEquals(List.of("NOT_THE_AUTHORITY"), byTheCity.userErrorCodes());
        assertEquals(List.of("NOTHING_TO_RESUME"), resume(order).userErrorCodes());
        assertEquals(List.of("WORK_RESUMED"), withdraw(OFFICER_LANKAO, done).userErrorCodes());
        assertEquals(List.of("WORK_RESUMED"), withdraw(OFFICER_LANKAO, order).userErrorCodes());
        assertEquals("SERVED", read(MANAGER_LANKAO, order).getString("data.paper.status"));
    }

    @Test
    void recheckSaysOfEachProblemWhatWasFound() {
        // Given
        String first = scene.visit();
        String instruction = scene.served(scene.instruction(first));
        String visit = scene.visit();
        Map<String, Object> nothingToCheck = scene.notice();
        nothingToCheck.put("aboutId", instruction);

        // Then
        assertEquals(
                List.of("RECHECK_TOO_EARLY inspectionId"),
                refusals(OFFICER_LANKAO, scene.recheck(first, instruction, "DONE", "DONE")));
        assertEquals(List.of("DEMAND_REQUIRED aboutId"), refusals(OFFICER_LANKAO, nothingToCheck));
        assertEquals(
                List.of("RESULT_REQUIRED problems"),
                refusals(OFFICER_LANKAO, scene.recheck(visit, instruction, "DONE")));
        assertEquals(
                List.of("RESULT_REQUIRED problems.1.result"),
                refusals(OFFICER_LANKAO, scene.recheck(visit, instruction, "DONE", null)));
    }

    @Test
    void refusalToSignIsRecordedAndAWithdrawnPaperTellsItsEnterpriseWhy() {
        // Given
        String refused = scene.served(scene.notice());
        String withdrawn = scene.served(scene.notice());

        // When
        run(OFFICER_LANKAO_2, "recordPaperRefusal", "RecordPaperRefusalInput", Map.of("id", refused, "reason", "拒绝签收"))
                .accepted();
        Payload other = withdraw(OFFICER_LANKAO_2, withdrawn);
        withdraw(OFFICER_LANKAO, withdrawn).accepted();

        // Then
        assertEquals("拒绝签收", read(MANAGER_LANKAO, refused).getString("data.paper.refusal"));
        assertEquals(List.of("NOT_THE_ISSUER"), other.userErrorCodes());
        assertEquals("WITHDRAWN", read(MANAGER_LANKAO, withdrawn).getString("data.paper.status"));
        assertNull(read(MANAGER_QIXIAN, refused).get("data.paper"));
        assertNull(read(OFFICER_QIXIAN, refused).get("data.paper"));
    }

    @Test
    void whatAPaperSaysNeverChangesByStatementsEither() throws SQLException {
        // Given
        scene.issued(scene.notice());

        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            // When
            SQLException refusal = assertThrows(
                    SQLException.class,
                    () -> statement.execute("update paper set number = number || '-1' where status = 'ISSUED'"));

            // Then
            assertTrue(String.valueOf(refusal.getMessage()).contains("stays as it was written"));
        }
    }

    private Map<String, Object> instruction(String visit, String field, @Nullable Object value) {
        Map<String, @Nullable Object> problem = new HashMap<>(PaperScene.problem("配电箱未接地"));
        problem.put(field, value);
        Map<String, Object> input = scene.paper("INSTRUCTION", List.of(problem));
        input.put("inspectionId", visit);
        return input;
    }

    private static List<String> refusals(TestCaller caller, Map<String, Object> input) {
        Payload refused = run(caller, "issuePaper", "IssuePaperInput", input);
        return List.of(refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')"));
    }

    private static Payload serve(Map<String, Object> service) {
        return run(OFFICER_LANKAO, "servePaper", "ServePaperInput", service);
    }

    private static Payload resume(String paper) {
        return run(OFFICER_LANKAO, "resumeWork", "ResumeWorkInput", Map.of("id", paper));
    }

    private static Payload withdraw(TestCaller caller, String paper) {
        return run(caller, "withdrawPaper", "WithdrawPaperInput", Map.of("id", paper, "reason", "送错企业"));
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller).mutate(mutation, input, values, "__typename");
    }

    private static JsonPath read(TestCaller caller, String paper) {
        return LedgerClient.as(caller).query(PAPER, Map.of("id", paper));
    }

    private static int serial(String paper) {
        String number = read(OFFICER_LANKAO, paper).getString("data.paper.number");
        return Integer.parseInt(number.substring(number.indexOf('〕') + 1, number.indexOf('号')));
    }

    private static List<String> history(TestCaller caller, String paper) {
        return LedgerClient.as(caller)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", paper))
                .getList("data.history.nodes.action");
    }
}
