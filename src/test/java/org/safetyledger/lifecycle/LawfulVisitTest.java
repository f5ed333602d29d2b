package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;
import static org.safetyledger.testing.VisitScene.approve;
import static org.safetyledger.testing.VisitScene.code;
import static org.safetyledger.testing.VisitScene.planned;
import static org.safetyledger.testing.VisitScene.run;
import static org.safetyledger.testing.VisitScene.scan;
import static org.safetyledger.testing.VisitScene.start;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** Approval, entry, officers, assistance and rating of visits. */
@LedgerTest
class LawfulVisitTest {
    private static final VisitScene SCENE = new VisitScene(TestCaller.LANKAO_ENTERPRISE);

    private final Loop loop = new Loop();

    @Inject
    LedgerTables tables;

    @Test
    void headOfTheAuthorityWhoDidNotPlanItApprovesBeforeTheStart() {
        // Given
        String visit = SCENE.pending();
        TestCaller plannerAsLeader =
                TestCaller.authority(OFFICER_LANKAO.subject(), "county-leader", OFFICER_LANKAO.division());

        // When
        Payload early = start(visit);
        Payload byPlanner = approve(plannerAsLeader, visit);
        Payload byOfficer = approve(OFFICER_LANKAO, visit);
        Payload byNeighbour = approve(COUNTY_LEADER_QIXIAN, visit);
        int before = look(visit).getInt("version");
        Payload approved = approve(COUNTY_LEADER_LANKAO, visit);

        // Then
        assertEquals(List.of("WRONG_STATE"), early.userErrorCodes());
        assertEquals(List.of("PLANNER_CANNOT_APPROVE"), byPlanner.userErrorCodes());
        assertEquals(List.of("FORBIDDEN"), byOfficer.errorCodes());
        assertEquals(List.of("NOT_FOUND"), byNeighbour.errorCodes());
        assertEquals(0, before);
        assertEquals("ASSIGNED", approved.accepted().text("inspection.status"));
        JsonPath seen = look(visit);
        assertEquals("county-leader-lankao", seen.getString("approvedBy"));
        assertEquals("兰应急检批〔2026〕8号", seen.getString("approvalDocument"));
        assertEquals(
                List.of("WRONG_STATE"), approve(COUNTY_LEADER_LANKAO, visit).userErrorCodes());
    }

    @Test
    void visitOfTheCityIsApprovedByTheCityAndOneWithoutOfficersGetsThemAfterwards() {
        // Given
        Map<String, Object> plan = SCENE.plan();
        plan.remove("officerIds");
        String visit = planned(CITY_OFFICER, plan).accepted().text("inspection.id");

        // When
        Payload unapproved = assign(visit, loop.officers(OFFICER_LANKAO));
        Payload byCounty = approve(COUNTY_LEADER_LANKAO, visit);
        Payload byCity = approve(CITY_LEADER, visit);

        // Then
        assertEquals(List.of("WRONG_STATE"), unapproved.userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), byCounty.userErrorCodes());
        assertEquals("APPROVED", byCity.accepted().text("inspection.status"));
        assertEquals(
                "ASSIGNED",
                assign(visit, loop.officers(OFFICER_LANKAO)).accepted().text("inspection.status"));
    }

    @Test
    void refusedVisitIsCancelledAndItsTargetNeverHearsOfIt() {
        // Given
        String visit = SCENE.pending();

        // When
        run(
                        COUNTY_LEADER_LANKAO,
                        "refuseInspectionApproval",
                        "RefuseInspectionApprovalInput",
                        Map.of("id", visit, "reason", "本季度已检查"))
                .accepted();

        // Then
        assertEquals("CANCELLED", look(visit).getString("status"));
        assertEquals("本季度已检查", look(visit).getString("endReason"));
        assertNull(seen(MANAGER_LANKAO, visit, "id"));
    }

    @Test
    void emergencyStartsFirstAndItsApprovalAfterwardsIsOverdueAfterADay() {
        // Given
        Map<String, Object> plan = SCENE.plan();
        plan.put("source", "EMERGENCY");
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        assertNull(look(visit).get("approvalDueAt"));

        // When
        run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();
        JsonPath started = look(visit);
        tables.change("update inspection set approval_due_at = now() - interval '1 minute' where id = ?", uuid(visit));
        boolean overdue = look(visit).getBoolean("approvalOverdue");
        Payload approved = approve(COUNTY_LEADER_LANKAO, visit);

        // Then
        assertEquals(
                Duration.ofHours(24),
                Duration.between(
                        OffsetDateTime.parse(started.getString("startedAt")),
                        OffsetDateTime.parse(started.getString("approvalDueAt"))));
        assertEquals(false, started.getBoolean("approvalOverdue"));
        assertEquals(true, overdue);
        assertEquals("IN_PROGRESS", approved.accepted().text("inspection.status"));
        assertEquals(false, look(visit).getBoolean("approvalOverdue"));
        assertEquals(
                List.of("WRONG_STATE"), approve(COUNTY_LEADER_LANKAO, visit).userErrorCodes());
    }

    @Test
    void checkKindIsOfEnforcementAndAnExceptionNamesItsCase() {
        // Given
        Map<String, Object> without = SCENE.plan();
        without.remove("checkKind");
        Map<String, Object> assistance = SCENE.plan();
        assistance.put("kind", "ASSISTANCE");
        Map<String, Object> tip = SCENE.plan();
        tip.put("source", "TIP");

        // Then
        assertEquals(
                List.of("CHECK_KIND_OF_ENFORCEMENT"),
                planned(OFFICER_LANKAO, without).userErrorCodes());
        assertEquals(
                List.of("CHECK_KIND_OF_ENFORCEMENT"),
                planned(OFFICER_LANKAO, assistance).userErrorCodes());
        Payload unnamed = planned(OFFICER_LANKAO, tip);
        assertEquals(List.of("TEXT_REQUIRED"), unnamed.userErrorCodes());
        assertEquals("sourceReference", unnamed.answer().getString("data.planInspection.userErrors[0].path[0]"));
    }

    @Test
    void whyAVisitIsMadeIsToldToAuthoritiesOnly() {
        // Given
        String cause = "query($id: ID!) { inspection(id: $id) { checkKind source sourceReference } }";
        for (String source : List.of("TIP", "MEDIA")) {
            Map<String, Object> plan = SCENE.plan();
            plan.putAll(Map.of("source", source, "sourceReference", "12350-7"));
            String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
            approve(COUNTY_LEADER_LANKAO, visit).accepted();
            scan(MANAGER_LANKAO, code(visit)).accepted();

            // When
            JsonPath enterprise = LedgerClient.as(MANAGER_LANKAO).query(cause, Map.of("id", visit));
            JsonPath system = LedgerClient.as(TestCaller.INTEGRATION_LANKAO).query(cause, Map.of("id", visit));
            JsonPath officer = LedgerClient.as(OFFICER_LANKAO).query(cause, Map.of("id", visit));

            // Then
            for (JsonPath outside : List.of(enterprise, system)) {
                assertEquals("CASE", outside.getString("data.inspection.checkKind"));
                assertNull(outside.get("data.inspection.source"));
                assertNull(outside.get("data.inspection.sourceReference"));
            }
            assertEquals(source, officer.getString("data.inspection.source"));
        }
    }

    @Test
    void officersAreExcludedByTheirOwnAuthorityOrByThemselves() {
        // Given
        String visit = planned(OFFICER_LANKAO, SCENE.plan()).accepted().text("inspection.id");
        Map<String, Object> input = Map.of("id", visit, "personId", VisitScene.officer(1), "reason", "曾在该企业任职");

        // When
        Payload other = run(CITY_OFFICER, "excludeInspectionOfficer", "ExcludeInspectionOfficerInput", input);

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), other.userErrorCodes());
    }

    @Test
    void enterpriseSeesTheVisitFromTheScanOnAndTheVisitStartsAfterIt() {
        // Given
        String visit = SCENE.approved();
        String code = code(visit);
        assertNull(seen(MANAGER_LANKAO, visit, "id"));
        assertNull(seen(CITY_OFFICER, visit, "entryCode"), "The code is told to the visit's officers only");

        // When
        Payload unscanned = start(visit);
        Payload elsewhere = scan(MANAGER_QIXIAN, code);
        assertNull(seen(MANAGER_LANKAO, visit, "id"));
        Payload worker = scan(WORKER_LANKAO, " " + code.toLowerCase(Locale.ROOT));
        String seen = seen(MANAGER_LANKAO, visit, "enteredAt");
        Payload again = scan(MANAGER_LANKAO, code);
        Payload started = start(visit);

        // Then
        assertEquals(List.of("ENTRY_NOT_CONFIRMED"), unscanned.userErrorCodes());
        assertEquals(List.of("ENTRY_CODE_WRONG"), elsewhere.userErrorCodes());
        assertEquals("ASSIGNED", worker.accepted().text("inspection.status"));
        assertNotNull(seen);
        assertEquals(List.of("ENTRY_CODE_USED"), again.userErrorCodes());
        assertEquals("IN_PROGRESS", started.accepted().text("inspection.status"));
        assertNull(seen(MANAGER_LANKAO, visit, "entryCode"));
        assertEquals(
                List.of("PLANNED", "APPROVED", "ENTRY_CONFIRMED", "STARTED"),
                LedgerClient.as(MANAGER_LANKAO)
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", visit))
                        .getList("data.history.nodes.action"));
    }

    @Test
    void officerConfirmsTheEntryTooAndAPhoneTellsItLater() {
        // Given
        String visit = SCENE.approved();

        // When
        Payload stranger = scan(CITY_OFFICER, code(visit));
        OffsetDateTime scanned = OffsetDateTime.now().minusHours(2).withNano(0);
        Payload officer = run(
                OFFICER_LANKAO,
                "confirmInspectionEntry",
                "ConfirmInspectionEntryInput",
                Map.of("code", code(visit), "enteredAt", scanned.toString()));

        // Then
        assertEquals(List.of("ENTRY_CODE_WRONG"), stranger.userErrorCodes());
        assertNotNull(officer.accepted().text("inspection.enteredAt"));
        assertEquals(
                scanned.toInstant(),
                OffsetDateTime.parse(seen(OFFICER_LANKAO, visit, "deviceEnteredAt"))
                        .toInstant());
        assertNotNull(seen(MANAGER_LANKAO, visit, "id"));
    }

    @Test
    void visitFromBeforeTheRuleStartsAsItWasPlanned() {
        // Given
        String visit = SCENE.pending();
        tables.change(
                "update inspection set check_kind = null, source = null, authority = null, authority_division = null,"
                        + " status = 'ASSIGNED' where id = ?",
                uuid(visit));

        // Then
        assertEquals("IN_PROGRESS", start(visit).accepted().text("inspection.status"));
    }

    @Test
    void codesAreNotTriedWithoutEnd() {
        // Given
        TestCaller guard = TestCaller.ofEnterprise("guard", "enterprise-worker", "91410291MA7U81F33H");
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of("ENTRY_CODE_WRONG"), scan(guard, "0000000" + i).userErrorCodes());
        }

        // Then
        assertEquals(
                List.of("ENTRY_ATTEMPTS_EXHAUSTED"), scan(guard, "00000009").userErrorCodes());
    }

    @Test
    void certificateHasToBeValidThatDay() {
        // Given
        String first = VisitScene.officer(1);
        Map<String, Object> expired = SCENE.plan();
        expired.put("officerIds", List.of(first, VisitScene.officer(7)));
        Map<String, Object> valid = SCENE.plan();
        valid.put("officerIds", List.of(first, VisitScene.officer(5)));
        String visit = planned(OFFICER_LANKAO, valid).accepted().text("inspection.id");
        approve(COUNTY_LEADER_LANKAO, visit).accepted();
        scan(OFFICER_LANKAO, code(visit)).accepted();

        // When
        Payload refused = planned(OFFICER_LANKAO, expired);
        tables.change("update person set certificate_to = '2026-01-31' where certificate_number = '豫B-AJ-410225-0005'");
        Payload late = start(visit);
        tables.change("update person set certificate_to = '2029-02-28' where certificate_number = '豫B-AJ-410225-0005'");

        // Then
        assertEquals(List.of("CERTIFICATE_EXPIRED"), refused.userErrorCodes());
        assertEquals("officerIds", refused.answer().getString("data.planInspection.userErrors[0].path[0]"));
        assertEquals(true, message(refused, "planInspection").contains("韩菊飞"), message(refused, "planInspection"));
        assertEquals(List.of("CERTIFICATE_EXPIRED"), late.userErrorCodes());
        assertEquals("IN_PROGRESS", start(visit).accepted().text("inspection.status"));
    }

    @Test
    void expertsAndAssistantsAreNoOfficers() {
        // Given
        List<Map<String, String>> along = List.of(
                Map.of("part", "EXPERT", "name", "郑教授", "unit", "河南大学"), Map.of("part", "ASSISTANT", "name", "小李"));
        Map<String, Object> alone = SCENE.plan();
        alone.put("companions", along);
        alone.put("officerIds", List.of(VisitScene.officer(1)));
        Map<String, Object> two = SCENE.plan();
        two.put("companions", along);

        // When
        Payload refused = planned(OFFICER_LANKAO, alone);
        String visit = planned(OFFICER_LANKAO, two).accepted().text("inspection.id");

        // Then
        assertEquals(List.of("TWO_OFFICERS_REQUIRED"), refused.userErrorCodes());
        JsonPath seen = look(visit);
        assertEquals(List.of("郑教授", "小李"), seen.getList("companions.name"));
        assertEquals(2, seen.getList("officers").size());
    }

    @Test
    void officerInConflictIsExcludedWithReasonAndConductsNoVisitThere() {
        // Given
        VisitScene elsewhere = new VisitScene(anotherEnterprise());
        String visit = planned(OFFICER_LANKAO, elsewhere.plan()).accepted().text("inspection.id");
        approve(COUNTY_LEADER_LANKAO, visit).accepted();
        String before = planned(OFFICER_LANKAO, elsewhere.plan()).accepted().text("inspection.id");
        approve(COUNTY_LEADER_LANKAO, before).accepted();
        String second = VisitScene.officer(2);

        // When
        Payload excluded = run(
                OFFICER_LANKAO,
                "excludeInspectionOfficer",
                "ExcludeInspectionOfficerInput",
                Map.of("id", visit, "personId", second, "reason", "配偶持有该企业股份"));
        Payload notStarted = start(visit);
        Payload assignedBefore = start(before);
        Payload again = assign(visit, loop.officers(OFFICER_LANKAO));
        Payload other = planned(OFFICER_LANKAO, elsewhere.plan());
        Payload replaced = assign(visit, List.of(VisitScene.officer(1), VisitScene.officer(5)));

        // Then
        assertEquals("APPROVED", excluded.accepted().text("inspection.status"));
        assertEquals(List.of("WRONG_STATE"), notStarted.userErrorCodes());
        assertEquals(List.of("OFFICER_IN_CONFLICT"), assignedBefore.userErrorCodes());
        assertEquals(List.of("OFFICER_IN_CONFLICT"), again.userErrorCodes());
        assertEquals(List.of("OFFICER_IN_CONFLICT"), other.userErrorCodes());
        assertEquals("ASSIGNED", replaced.accepted().text("inspection.status"));
        JsonPath officers = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { inspection(id: $id) { officers { excluded exclusion } } }",
                        Map.of("id", visit));
        assertEquals(
                List.of("配偶持有该企业股份"), officers.getList("data.inspection.officers.findAll { it.excluded }.exclusion"));
        assertEquals(3, officers.getList("data.inspection.officers").size());
        scan(OFFICER_LANKAO, code(visit)).accepted();
        assertEquals("IN_PROGRESS", start(visit).accepted().text("inspection.status"));
        String manager = "query($id: ID!) { inspection(id: $id) { officers { exclusion } } history(of: $id)"
                + " { nodes { details { value } } } }";
        TestCaller own = TestCaller.ofEnterprise("manager-elsewhere", "enterprise-manager", elsewhere.creditCode());
        String told = LedgerClient.as(own).send(manager, Map.of("id", visit)).asString();
        assertEquals(true, told.contains("冯强林"), told);
        assertEquals(false, told.contains("配偶"), told);
    }

    @Test
    void assistanceGivesAdviceWithoutAWayToPenalties() {
        // Given
        Map<String, Object> plan = SCENE.plan();
        plan.put("kind", "ASSISTANCE");
        plan.remove("checkKind");
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        start(visit).accepted();
        String finding = answerAll(visit, "NON_COMPLIANT");

        // When
        Payload hazard = LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                SCENE.enterprise(),
                                "inspectionId",
                                visit,
                                "findingId",
                                finding,
                                "title",
                                "消防通道堵塞",
                                "category",
                                "FIRE_FACILITIES"),
                        "hazard { id }");
        Payload paper = LedgerClient.as(OFFICER_LANKAO)
                .mutate("issuePaper", "IssuePaperInput", PaperScene.LANKAO.instruction(visit), "paper { id }");
        Payload finished = run(OFFICER_LANKAO, "finishInspectionRecord", "InspectionInput", Map.of("id", visit));

        // Then
        assertEquals(List.of("ADVICE_ONLY"), hazard.userErrorCodes());
        assertEquals(List.of("VISIT_REQUIRED"), paper.userErrorCodes());
        assertEquals("RECORD_PENDING_SIGNATURE", finished.accepted().text("inspection.status"));
    }

    @Test
    void enterpriseRatesAVisitOnceAfterItAndTheVisitorsAreNotToldByWhomOrWhat() {
        // Given
        String visit = SCENE.entered(MANAGER_LANKAO);
        start(visit).accepted();
        Payload early = rate(visit, 2);
        answerAll(visit, "COMPLIANT");
        run(OFFICER_LANKAO, "finishInspectionRecord", "InspectionInput", Map.of("id", visit))
                .accepted();
        run(MANAGER_LANKAO, "signInspection", "SignInspectionInput", Map.of("id", visit))
                .accepted();

        // When
        rate(visit, 2).accepted();
        Payload twice = rate(visit, 5);

        // Then
        assertEquals(List.of("WRONG_STATE"), early.userErrorCodes());
        assertEquals(List.of("ALREADY_RATED"), twice.userErrorCodes());
        assertEquals("2", seen(COUNTY_LEADER_LANKAO, visit, "rating { score }", "rating.score"));
        assertEquals("检查时间过长", seen(COUNTY_LEADER_LANKAO, visit, "rating { comment }", "rating.comment"));
        assertNull(seen(OFFICER_LANKAO, visit, "rating { score }", "rating"));
        JsonPath history = LedgerClient.as(COUNTY_LEADER_LANKAO)
                .query(
                        "query($id: ID!) { history(of: $id, first: 100) { nodes { action actorName details { value } } } }",
                        Map.of("id", visit));
        assertNull(history.getString("data.history.nodes.find { it.action == 'RATED' }.actorName"));
        assertEquals(List.of(), history.getList("data.history.nodes.find { it.action == 'RATED' }.details"));
    }

    @Test
    void ratingsOfManyVisitsAreToldAsTheirMean() {
        // Given
        for (int day = 1; day <= 5; day++) {
            Map<String, Object> plan = SCENE.plan(LocalDate.of(2032, 3, day));
            plan.remove("officerIds");
            planned(OFFICER_LANKAO, plan).accepted();
        }
        String rating = "update inspection set rating_score = ?, rated_at = now() where planned_on = ?::date";
        for (int day = 1; day <= 4; day++) {
            tables.change(rating, day, "2032-03-0" + day);
        }
        JsonPath few = ratings();
        tables.change(rating, 5, "2032-03-05");

        // Then
        assertEquals(4, few.getInt("data.visitRatings.ratings"));
        assertNull(few.get("data.visitRatings.average"));
        assertEquals("3.0", ratings().getString("data.visitRatings.average"));
    }

    private static JsonPath ratings() {
        return LedgerClient.as(OFFICER_LANKAO).query("{ visitRatings(year: 2032) { ratings average } }");
    }

    private static Payload rate(String visit, int score) {
        return run(
                MANAGER_LANKAO,
                "rateInspection",
                "RateInspectionInput",
                Map.of("id", visit, "score", score, "comment", "检查时间过长"));
    }

    /** Answers every item the same and gives the last finding. */
    private static String answerAll(String visit, String result) {
        List<String> items = LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }", Map.of("id", visit))
                .getList("data.inspection.checklist.items.id");
        String finding = "";
        for (String item : items) {
            finding = LedgerClient.as(OFFICER_LANKAO)
                    .mutate(
                            "recordFinding",
                            "RecordFindingInput",
                            Map.of("inspectionId", visit, "itemId", item, "result", result),
                            "inspection { findings { id } }")
                    .accepted()
                    .text("inspection.findings[-1].id");
        }
        return finding;
    }

    private static Payload assign(String visit, List<String> officers) {
        return run(
                OFFICER_LANKAO,
                "assignInspectionOfficers",
                "AssignInspectionOfficersInput",
                Map.of("id", visit, "officerIds", officers));
    }

    /** An enterprise of the county to which no other test goes with the two officers. */
    private static String anotherEnterprise() {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("{ enterprises(filter: {jurisdiction: \"410225000000\", sector: \"INDUSTRY_AND_TRADE\"})"
                        + " { nodes { creditCode } } }")
                .getString("data.enterprises.nodes[0].creditCode");
    }

    private static JsonPath look(String visit) {
        JsonPath answer = LedgerClient.as(COUNTY_LEADER_LANKAO)
                .query(
                        "query($id: ID!) { inspection(id: $id) { status version endReason startedAt approvedBy approvalDocument"
                                + " approvalDueAt approvalOverdue companions { name } officers { name } } }",
                        Map.of("id", visit));
        answer.setRootPath("data.inspection");
        return answer;
    }

    private static @Nullable String seen(TestCaller reader, String visit, String field) {
        return seen(reader, visit, field, field);
    }

    private static @Nullable String seen(TestCaller reader, String visit, String selection, String path) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { inspection(id: $id) { " + selection + " } }", Map.of("id", visit))
                .getString("data.inspection." + path);
    }

    private static String message(Payload payload, String mutation) {
        return payload.answer().getString("data." + mutation + ".userErrors[0].message");
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }
}
