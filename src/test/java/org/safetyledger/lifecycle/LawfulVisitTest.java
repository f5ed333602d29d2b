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
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.DrawScene;
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
        Payload unapproved = assign(CITY_OFFICER, visit, loop.officers(OFFICER_LANKAO));
        Payload byCounty = approve(COUNTY_LEADER_LANKAO, visit);
        Payload byCity = approve(CITY_LEADER, visit);

        // Then
        assertEquals(List.of("WRONG_STATE"), unapproved.userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), byCounty.userErrorCodes());
        assertEquals("APPROVED", byCity.accepted().text("inspection.status"));
        assertEquals(
                "ASSIGNED",
                assign(CITY_OFFICER, visit, loop.officers(OFFICER_LANKAO))
                        .accepted()
                        .text("inspection.status"));
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
    void emergencyIsOfTodayAndWhileOneIsNotDecidedInTimeThereAreNoPapersAndNoOther() {
        // Given
        Map<String, Object> plan = SCENE.plan();
        plan.put("source", "EMERGENCY");
        Map<String, Object> tomorrow = new HashMap<>(plan);
        tomorrow.put("plannedOn", LocalDate.now(Times.ZONE).plusDays(1).toString());
        String visit = planned(TestCaller.DEPARTMENT_LANKAO, plan).accepted().text("inspection.id");
        run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();

        // When
        Payload ahead = planned(OFFICER_LANKAO, tomorrow);
        tables.change("update inspection set approval_due_at = now() - interval '1 minute' where id = ?", uuid(visit));
        Payload paper = paper(visit);
        Payload next = planned(TestCaller.DEPARTMENT_LANKAO, plan);
        Payload ofAnother = planned(OFFICER_LANKAO, plan);
        Payload refused = refuse(COUNTY_LEADER_LANKAO, visit);
        Payload nextAfterwards = planned(TestCaller.DEPARTMENT_LANKAO, plan);
        Payload paperAfterwards = paper(visit);

        // Then
        assertEquals(List.of("EMERGENCY_IS_TODAY"), ahead.userErrorCodes());
        assertEquals("plannedOn", ahead.answer().getString("data.planInspection.userErrors[0].path[0]"));
        assertEquals(List.of("APPROVAL_OVERDUE"), paper.userErrorCodes());
        assertEquals(List.of("APPROVAL_OVERDUE"), next.userErrorCodes());
        assertEquals("source", next.answer().getString("data.planInspection.userErrors[0].path[0]"));
        ofAnother.accepted();
        assertEquals("ABORTED", refused.accepted().text("inspection.status"));
        assertEquals("情况不紧急", seen(OFFICER_LANKAO, visit, "approvalRefusal"));
        assertEquals(false, look(visit).getBoolean("approvalOverdue"));
        nextAfterwards.accepted();
        assertEquals(List.of("APPROVAL_OVERDUE"), paperAfterwards.userErrorCodes());
        assertEquals(
                List.of("WRONG_STATE"), approve(COUNTY_LEADER_LANKAO, visit).userErrorCodes());
    }

    @Test
    void emergencyThatItsHeadRefusesBeforeTheStartIsNotMade() {
        // Given
        Map<String, Object> plan = SCENE.plan();
        plan.put("source", "EMERGENCY");
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");

        // When
        Payload refused = refuse(COUNTY_LEADER_LANKAO, visit);

        // Then
        assertEquals("CANCELLED", refused.accepted().text("inspection.status"));
        assertEquals(List.of("WRONG_STATE"), start(visit).userErrorCodes());
        assertNull(seen(MANAGER_LANKAO, visit, "id"));
    }

    private static Payload refuse(TestCaller head, String visit) {
        return run(
                head,
                "refuseInspectionApproval",
                "RefuseInspectionApprovalInput",
                Map.of("id", visit, "reason", "情况不紧急"));
    }

    private static Payload paper(String visit) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("issuePaper", "IssuePaperInput", PaperScene.LANKAO.instruction(visit), "paper { id }");
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
        tip.remove("sourceReference");
        Map<String, Object> ofPlan = SCENE.plan();
        ofPlan.put("source", "PLAN");

        // Then
        assertEquals(
                List.of("CHECK_KIND_OF_ENFORCEMENT"),
                planned(OFFICER_LANKAO, without).userErrorCodes());
        assertEquals(
                List.of("CHECK_KIND_OF_ENFORCEMENT"),
                planned(OFFICER_LANKAO, assistance).userErrorCodes());
        Payload unnamed = planned(OFFICER_LANKAO, tip);
        assertEquals(List.of("TEXT_REQUIRED"), unnamed.userErrorCodes());
        Payload noCase = planned(OFFICER_LANKAO, ofPlan);
        assertEquals(List.of("CASE_NEEDS_SOURCE"), noCase.userErrorCodes());
        assertEquals("source", noCase.answer().getString("data.planInspection.userErrors[0].path[0]"));
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
        OffsetDateTime scanned = OffsetDateTime.now().minusMinutes(1).withNano(0);
        Payload officer = run(
                OFFICER_LANKAO,
                "confirmInspectionEntry",
                "ConfirmInspectionEntryInput",
                Map.of("code", code(visit), "enteredAt", Times.text(scanned.toInstant())));

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

        // When
        Payload exhausted = scan(guard, "00000009");
        Payload colleague =
                scan(TestCaller.ofEnterprise("guard-2", "enterprise-worker", "91410291MA7U81F33H"), "00000009");

        // Then
        assertEquals(List.of("ENTRY_ATTEMPTS_EXHAUSTED"), exhausted.userErrorCodes());
        assertEquals(List.of("ENTRY_CODE_WRONG"), colleague.userErrorCodes(), "Nobody locks the gate for others");
    }

    @Test
    void codeOpensTheGateOnTheDayOfItsVisitOnly() {
        // Given
        Map<String, Object> plan = SCENE.plan();
        plan.put("plannedOn", LocalDate.now(Times.ZONE).plusDays(1).toString());
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        approve(COUNTY_LEADER_LANKAO, visit).accepted();

        // When
        Payload early = scan(WORKER_LANKAO, code(visit));
        String seenEarly = seen(MANAGER_LANKAO, visit, "id");
        tables.change(
                "update inspection set planned_on = cast(? as date) where id = ?",
                LocalDate.now(Times.ZONE).toString(),
                uuid(visit));
        Payload thatDay = scan(WORKER_LANKAO, code(visit));

        // Then
        assertEquals(List.of("ENTRY_CODE_WRONG"), early.userErrorCodes());
        assertNull(seenEarly);
        assertNotNull(thatDay.accepted().text("inspection.enteredAt"));
    }

    @Test
    void anotherAuthorityNeitherCancelsNorStaffsNorAnnouncesAVisit() {
        // Given
        Map<String, Object> plan = SCENE.plan();
        plan.put("announced", true);
        plan.remove("officerIds");
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        approve(COUNTY_LEADER_LANKAO, visit).accepted();
        Map<String, Object> officers = Map.of("id", visit, "officerIds", loop.officers(OFFICER_LANKAO));

        // When
        Payload staffed = run(CITY_OFFICER, "assignInspectionOfficers", "AssignInspectionOfficersInput", officers);
        Payload cancelled = run(
                TestCaller.DEPARTMENT_LANKAO,
                "cancelInspection",
                "EndInspectionInput",
                Map.of("id", visit, "reason", "不必检查"));
        assign(visit, loop.officers(OFFICER_LANKAO)).accepted();
        Payload announced =
                run(TestCaller.TOWN_OFFICER_LANKAO, "notifyInspection", "InspectionInput", Map.of("id", visit));
        Object told = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { inspection(id: $id) { availableActions { action code } } }",
                        Map.of("id", visit))
                .get("data.inspection.availableActions.find { it.action == 'cancelInspection' }.code");

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), staffed.userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), cancelled.userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), announced.userErrorCodes());
        assertEquals("NOT_THE_AUTHORITY", told);
        assertEquals("ASSIGNED", look(visit).getString("status"));

        // When
        Payload byItsHead = run(
                COUNTY_LEADER_LANKAO, "cancelInspection", "EndInspectionInput", Map.of("id", visit, "reason", "暂缓检查"));

        // Then
        assertEquals("CANCELLED", byItsHead.accepted().text("inspection.status"));
    }

    @Test
    void exclusionIsTakenBackByWhoeverDeclaredItAndNotByTheOfficerWhomHisAuthorityExcluded() {
        // Given
        VisitScene elsewhere = new VisitScene(anotherEnterprise(1));
        String visit = planned(OFFICER_LANKAO, elsewhere.plan()).accepted().text("inspection.id");
        approve(COUNTY_LEADER_LANKAO, visit).accepted();
        String second = VisitScene.officer(2);
        Map<String, Object> excluded = Map.of("id", visit, "personId", second, "reason", "配偶在该企业任职");
        Map<String, Object> readmitted = Map.of("id", visit, "personId", second, "reason", "已离职，核实无利害关系");
        Payload notExcluded = readmit(OFFICER_LANKAO, readmitted);
        run(OFFICER_LANKAO, "excludeInspectionOfficer", "ExcludeInspectionOfficerInput", excluded)
                .accepted();

        // When
        Payload himself = readmit(OFFICER_LANKAO_2, readmitted);
        Payload other = readmit(CITY_OFFICER, readmitted);
        Payload authority = readmit(OFFICER_LANKAO, readmitted);
        run(OFFICER_LANKAO_2, "excludeInspectionOfficer", "ExcludeInspectionOfficerInput", excluded)
                .accepted();
        Payload notHisAuthority = readmit(OFFICER_LANKAO, readmitted);
        Payload hisOwn = readmit(OFFICER_LANKAO_2, readmitted);

        // Then
        assertEquals(List.of("OFFICER_NOT_EXCLUDED"), notExcluded.userErrorCodes());
        assertEquals(List.of("NOT_WHO_EXCLUDED"), himself.userErrorCodes());
        assertEquals(List.of("NOT_WHO_EXCLUDED"), other.userErrorCodes());
        assertEquals("ASSIGNED", authority.accepted().text("inspection.status"));
        assertEquals(List.of("NOT_WHO_EXCLUDED"), notHisAuthority.userErrorCodes());
        assertEquals("ASSIGNED", hisOwn.accepted().text("inspection.status"));
        planned(OFFICER_LANKAO, elsewhere.plan()).accepted();
        String reasons =
                "query($id: ID!) { inspection(id: $id) { officers { readmission formerExclusion exclusion } } }";
        assertEquals(
                "已离职，核实无利害关系 配偶在该企业任职 null",
                LedgerClient.as(OFFICER_LANKAO)
                        .query(reasons, Map.of("id", visit))
                        .getString("data.inspection.officers.find { it.readmission }"
                                + ".with { [it.readmission, it.formerExclusion, it.exclusion].join(' ') }"));
    }

    private static Payload readmit(TestCaller officer, Map<String, Object> input) {
        return run(officer, "readmitInspectionOfficer", "ReadmitInspectionOfficerInput", input);
    }

    @Test
    void drawnOfficerWhoWasExcludedDoesNotCountUntilHeIsReadmitted() {
        // Given
        String draw = DrawScene.LANKAO.drawn(1);
        Map<String, Object> link = DrawScene.LANKAO.visit(draw);
        String visit = String.valueOf(link.get("inspectionId"));
        String drawn = LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { draw(id: $id) { visits { officers { personId } } } }", Map.of("id", draw))
                .getString("data.draw.visits[0].officers[0].personId");
        run(
                        OFFICER_LANKAO,
                        "excludeInspectionOfficer",
                        "ExcludeInspectionOfficerInput",
                        Map.of("id", visit, "personId", drawn, "reason", "近亲属在该企业任职"))
                .accepted();

        // When
        Payload without = link(link);
        tables.change(
                "update inspection_officer set excluded_by = '410225000000' where inspection_id = ? and person_id = ?",
                uuid(visit),
                uuid(drawn));
        tables.change(
                "update inspection_officer set subject = null where inspection_id = ? and person_id = ?",
                uuid(visit),
                uuid(drawn));
        readmit(OFFICER_LANKAO, Map.of("id", visit, "personId", drawn, "reason", "核实后不存在利害关系"))
                .accepted();
        Payload with = link(link);

        // Then
        assertEquals(List.of("VISIT_NOT_AS_DRAWN"), without.userErrorCodes());
        with.accepted();
    }

    private static Payload link(Map<String, Object> link) {
        return LedgerClient.as(OFFICER_LANKAO).mutate("linkDrawnVisit", "LinkDrawnVisitInput", link, "draw { id }");
    }

    @Test
    void expertInConflictComesAlongNeitherToThisVisitNorToLaterOnes() {
        // Given
        Map<String, Object> plan = SCENE.plan();
        plan.put("companions", List.of(Map.of("part", "EXPERT", "name", "聂教授", "unit", "河南大学")));
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        String before = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        approve(COUNTY_LEADER_LANKAO, visit).accepted();
        approve(COUNTY_LEADER_LANKAO, before).accepted();
        scan(OFFICER_LANKAO, code(visit)).accepted();
        scan(OFFICER_LANKAO, code(before)).accepted();
        Map<String, Object> ofTheEnterprise = SCENE.plan();
        ofTheEnterprise.put("companions", List.of(Map.of("part", "EXPERT", "name", "孔工", "unit", "兰考禹禾丰化工有限公司")));
        Map<String, Object> exclusion = Map.of("id", visit, "number", 1, "reason", "为该企业做过安全评价");

        // When
        Payload foreign = run(CITY_OFFICER, "excludeInspectionCompanion", "ExcludeInspectionCompanionInput", exclusion);
        Payload missing = run(
                OFFICER_LANKAO,
                "excludeInspectionCompanion",
                "ExcludeInspectionCompanionInput",
                Map.of("id", visit, "number", 2, "reason", "x"));
        run(OFFICER_LANKAO, "excludeInspectionCompanion", "ExcludeInspectionCompanionInput", exclusion)
                .accepted();
        Payload later = planned(OFFICER_LANKAO, plan);
        Payload own = planned(OFFICER_LANKAO, ofTheEnterprise);
        Payload plannedBefore = start(before);

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), foreign.userErrorCodes());
        assertEquals(List.of("REFERENCE_NOT_FOUND"), missing.userErrorCodes());
        assertEquals(List.of("OFFICER_IN_CONFLICT"), later.userErrorCodes());
        assertEquals("companions", later.answer().getString("data.planInspection.userErrors[0].path[0]"));
        assertEquals(List.of("OFFICER_IN_CONFLICT"), own.userErrorCodes());
        assertEquals(List.of("OFFICER_IN_CONFLICT"), plannedBefore.userErrorCodes());
        assertEquals("IN_PROGRESS", start(visit).accepted().text("inspection.status"));
        assertEquals("为该企业做过安全评价", seen(OFFICER_LANKAO, visit, "companions { exclusion }", "companions[0].exclusion"));
        assertNull(seen(MANAGER_LANKAO, visit, "companions { exclusion }", "companions[0].exclusion"));
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
        plan.keySet().removeAll(List.of("checkKind", "source", "sourceReference"));
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
        assertNull(seen(TestCaller.INTEGRATION_LANKAO, visit, "rating { score }", "rating"));
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
        for (int day = 1; day <= 10; day++) {
            Map<String, Object> plan = SCENE.plan(LocalDate.of(2032, 3, day));
            plan.remove("officerIds");
            planned(OFFICER_LANKAO, plan).accepted();
        }
        String rating = "update inspection set rating_score = ?, rated_at = now() where planned_on = ?::date";
        List<String> told = new ArrayList<>();
        for (int day = 1; day <= 10; day++) {
            tables.change(rating, day <= 5 ? day : 1, "2032-03-" + (day < 10 ? "0" : "") + day);
            JsonPath seen = ratings();
            told.add(seen.getInt("data.visitRatings.ratings") + " " + seen.getString("data.visitRatings.average"));
        }

        // Then
        assertEquals(
                List.of("1 null", "2 null", "3 null", "4 null", "5 3.0", "6 3.0", "7 3.0", "8 3.0", "9 3.0", "10 2.0"),
                told,
                "No two means differ by less than a whole batch");
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
        return assign(OFFICER_LANKAO, visit, officers);
    }

    private static Payload assign(TestCaller planner, String visit, List<String> officers) {
        return run(
                planner,
                "assignInspectionOfficers",
                "AssignInspectionOfficersInput",
                Map.of("id", visit, "officerIds", officers));
    }

    /** An enterprise of the county to which no other test goes with the two officers. */
    private static String anotherEnterprise() {
        return anotherEnterprise(0);
    }

    private static String anotherEnterprise(int number) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("{ enterprises(filter: {jurisdiction: \"410225000000\", sector: \"INDUSTRY_AND_TRADE\"})"
                        + " { nodes { creditCode } } }")
                .getString("data.enterprises.nodes[" + number + "].creditCode");
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
