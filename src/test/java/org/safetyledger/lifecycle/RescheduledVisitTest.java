package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.VisitScene.approve;
import static org.safetyledger.testing.VisitScene.planned;
import static org.safetyledger.testing.VisitScene.run;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.CheckPlanScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;
import org.safetyledger.testing.VisitScene;

/** Visits are moved to other days by the rules by which they are planned; what was approved for other days is approved again. */
@LedgerTest
class RescheduledVisitTest {
    private static final VisitScene SCENE = new VisitScene(TestCaller.LANKAO_ENTERPRISE);
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);
    private static final String RULE =
            "insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, valid_from, valid_to)"
                    + " values (?, ?, ?, ?, 'COUNT', 'test', 'DEFAULT', ?::date, ?::date)";

    private final Loop loop = new Loop();

    @Inject
    LedgerTables tables;

    @Test
    void approvedVisitIsApprovedAgainForItsNewDayAndItsTargetHearsOfNeither() {
        // Given
        String visit = SCENE.approved();
        LocalDate day = TODAY.plusDays(2);

        // When
        Payload moved = reschedule(OFFICER_LANKAO, visit, day);

        // Then
        assertEquals("APPROVAL_PENDING", moved.accepted().text("inspection.status"));
        assertEquals(day.toString(), moved.text("inspection.plannedOn"));
        assertNull(moved.get("inspection.approvedBy"));
        assertNull(VisitScene.code(visit));
        assertEquals("ASSIGNED", approve(COUNTY_LEADER_LANKAO, visit).accepted().text("inspection.status"));
        JsonPath history = history(OFFICER_LANKAO, visit);
        assertEquals(
                List.of("PLANNED", "APPROVED", "RESCHEDULED", "APPROVED"),
                history.getList("data.history.nodes.action"));
        assertEquals(
                List.of(TODAY.toString(), "暴雨预警", day.toString()),
                history.getList("data.history.nodes[2].details.value"));
        assertNull(LedgerClient.as(MANAGER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { id } }", Map.of("id", visit))
                .get("data.inspection"));
    }

    @Test
    void visitMovedAmongItsApprovedDaysStaysApprovedForThoseAlone() {
        // Given
        tables.change(RULE, "THREE_DAYS", "APPROVAL_DAYS", "MEDIA", 3, "2038-01-01", "2038-12-31");
        String visit = planned(OFFICER_LANKAO, plan("MEDIA", LocalDate.of(2038, 3, 2)))
                .accepted()
                .text("inspection.id");
        approve(COUNTY_LEADER_LANKAO, visit).accepted();

        // When
        Payload next = reschedule(OFFICER_LANKAO, visit, LocalDate.of(2038, 3, 3));
        String until = tables.value("select approved_until from inspection where id = ?", uuid(visit));
        Payload last = reschedule(OFFICER_LANKAO, visit, LocalDate.of(2038, 3, 4));
        Payload beyond = reschedule(OFFICER_LANKAO, visit, LocalDate.of(2038, 3, 5));

        // Then
        assertEquals("APPROVED", next.accepted().text("inspection.status"));
        assertEquals("2038-03-04", until);
        assertEquals("APPROVED", last.accepted().text("inspection.status"));
        assertEquals("APPROVAL_PENDING", beyond.accepted().text("inspection.status"));
        assertEquals("null", tables.value("select approved_until from inspection where id = ?", uuid(visit)));
    }

    @Test
    void visitIsMovedIntoAnotherYearOnlyAsOneOfThatYearsVisits() {
        // Given
        CheckPlanScene.published(tables, "410225000000", 2038);
        CheckPlanScene.published(tables, "410225000000", 2039);
        tables.change(RULE, "CAP_OF_ONE", "VISITS_PER_YEAR", "HAZARDOUS_CHEMICALS", 1, "2039-01-01", "2039-12-31");
        planned(OFFICER_LANKAO, special(LocalDate.of(2039, 5, 28))).accepted();
        String visit = planned(OFFICER_LANKAO, special(LocalDate.of(2038, 12, 28)))
                .accepted()
                .text("inspection.id");
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        Payload refused = reschedule(OFFICER_LANKAO, visit, LocalDate.of(2039, 1, 5));

        // Then
        assertRefused("CAP_EXCEEDED", "plannedOn", refused);
        assertEquals(before, LedgerDatabase.fingerprint());
        reschedule(OFFICER_LANKAO, visit, LocalDate.of(2038, 12, 30)).accepted();
    }

    @Test
    void visitOfACampaignStaysInItsWindow() {
        // Given
        String campaign = CampaignScene.LANKAO.approved();
        Map<String, Object> plan = SCENE.plan();
        plan.put("campaignId", campaign);
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");

        // When
        Payload outside = reschedule(OFFICER_LANKAO, visit, TODAY.plusYears(1));
        Payload inside = reschedule(OFFICER_LANKAO, visit, TODAY.plusDays(1));

        // Then
        assertRefused("OUTSIDE_CAMPAIGN_WINDOW", "plannedOn", outside);
        assertEquals(TODAY.plusDays(1).toString(), inside.accepted().text("inspection.plannedOn"));
    }

    @Test
    void visitOfACampaignThatIsArchivedIsMovedNoMore() {
        // Given
        String campaign = CampaignScene.LANKAO.approved();
        Map<String, Object> plan = SCENE.plan();
        plan.put("campaignId", campaign);
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        tables.change(
                "update campaign set status = 'ARCHIVED', archived_at = now() where id = ?",
                NodeId.parse(campaign).orElseThrow().uuid());

        // When
        Payload moved = reschedule(OFFICER_LANKAO, visit, TODAY.plusDays(1));

        // Then
        assertRefused("CAMPAIGN_NOT_APPROVED", "id", moved);
    }

    @Test
    void targetOfAnAnnouncedVisitIsToldItsNewDay() {
        // Given
        String visit = planned(OFFICER_LANKAO, assistance(true)).accepted().text("inspection.id");
        run(OFFICER_LANKAO, "notifyInspection", "InspectionInput", Map.of("id", visit))
                .accepted();

        // When
        reschedule(OFFICER_LANKAO, visit, TODAY.plusDays(4)).accepted();

        // Then
        JsonPath seen = LedgerClient.as(MANAGER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { status plannedOn } }", Map.of("id", visit));
        assertEquals("NOTIFIED", seen.getString("data.inspection.status"));
        assertEquals(TODAY.plusDays(4).toString(), seen.getString("data.inspection.plannedOn"));
        assertEquals(
                List.of("PLANNED", "NOTIFIED", "RESCHEDULED"),
                history(MANAGER_LANKAO, visit).getList("data.history.nodes.action"));
    }

    @Test
    void enterpriseMovesItsSelfCheckAndNoVisitOfAnAuthority() {
        // Given
        Map<String, Object> plan = assistance(false);
        plan.remove("officerIds");
        plan.put("kind", "SELF_CHECK");
        String selfCheck = planned(MANAGER_LANKAO, plan).accepted().text("inspection.id");
        String announced = planned(OFFICER_LANKAO, assistance(true)).accepted().text("inspection.id");
        run(OFFICER_LANKAO, "notifyInspection", "InspectionInput", Map.of("id", announced))
                .accepted();

        // When
        Payload own = reschedule(MANAGER_LANKAO, selfCheck, TODAY.plusDays(1));
        Payload others = reschedule(MANAGER_LANKAO, announced, TODAY.plusDays(1));

        // Then
        assertEquals(TODAY.plusDays(1).toString(), own.accepted().text("inspection.plannedOn"));
        assertEquals(List.of("FORBIDDEN"), others.errorCodes());
    }

    @Test
    void badInputIsRefusedAndNothingChanges() {
        // Given
        String visit = SCENE.pending();
        Map<String, Object> emergencyPlan = SCENE.plan();
        emergencyPlan.put("source", "EMERGENCY");
        String emergency = planned(OFFICER_LANKAO, emergencyPlan).accepted().text("inspection.id");
        String merged = SCENE.pending();
        String other = planned(CITY_OFFICER, plan("MEDIA", TODAY)).accepted().text("inspection.id");
        run(OFFICER_LANKAO, "mergeInspection", "MergeInspectionInput", Map.of("id", merged, "intoId", other))
                .accepted();
        String cancelled = SCENE.pending();
        run(OFFICER_LANKAO, "cancelInspection", "EndInspectionInput", Map.of("id", cancelled, "reason", "取消"))
                .accepted();
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        LocalDate day = TODAY.plusDays(2);
        Payload past = reschedule(OFFICER_LANKAO, visit, TODAY.minusDays(1));
        Payload same = reschedule(OFFICER_LANKAO, visit, TODAY);
        Payload foreign = reschedule(CITY_OFFICER, visit, day);
        Payload urgent = reschedule(OFFICER_LANKAO, emergency, day);
        Payload together = reschedule(OFFICER_LANKAO, merged, day);
        Payload into = reschedule(CITY_OFFICER, other, day);
        Payload ended = reschedule(OFFICER_LANKAO, cancelled, day);

        // Then
        assertRefused("DEADLINE_IN_PAST", "plannedOn", past);
        assertRefused("NOTHING_CHANGED", "plannedOn", same);
        assertEquals(List.of("NOT_THE_AUTHORITY"), foreign.userErrorCodes());
        assertEquals(List.of("EMERGENCY_IS_TODAY"), urgent.userErrorCodes());
        assertEquals(List.of("MERGED_VISIT"), together.userErrorCodes());
        assertRefused("MERGED_VISIT", "id", into);
        assertEquals(List.of("WRONG_STATE"), ended.userErrorCodes());
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void officersNeedCertificatesThatAreValidOnTheNewDay() {
        // Given
        String visit = SCENE.pending();
        String officer = loop.officers(OFFICER_LANKAO).getFirst();
        String changed = "update person set certificate_to = nullif(?, '')::date where id = ?";
        String before =
                tables.value("select coalesce(certificate_to::text, '') from person where id = ?", uuid(officer));
        tables.change(changed, TODAY.plusDays(5).toString(), uuid(officer));

        // When
        Payload refused;
        try {
            refused = reschedule(OFFICER_LANKAO, visit, TODAY.plusDays(6));
        } finally {
            tables.change(changed, before, uuid(officer));
        }

        // Then
        assertRefused("CERTIFICATE_EXPIRED", "plannedOn", refused);
        assertNotNull(reschedule(OFFICER_LANKAO, visit, TODAY.plusDays(6)).accepted());
    }

    @Test
    void visitThatSeveralMoveAtOnceIsMovedByOneAfterTheOther() {
        // Given
        String visit = SCENE.pending();

        // When
        List<Payload> moved = Together.act(4, person -> reschedule(OFFICER_LANKAO, visit, TODAY.plusDays(person + 1)));

        // Then
        moved.forEach(Payload::accepted);
        assertEquals(
                5,
                history(OFFICER_LANKAO, visit)
                        .getList("data.history.nodes.action")
                        .size());
    }

    private Map<String, Object> plan(String source, LocalDate day) {
        Map<String, Object> plan = SCENE.plan(day);
        plan.remove("officerIds");
        plan.put("source", source);
        return plan;
    }

    private Map<String, Object> special(LocalDate day) {
        Map<String, Object> plan = plan("PLAN", day);
        plan.put("checkKind", "SPECIAL");
        plan.remove("sourceReference");
        return plan;
    }

    private Map<String, Object> assistance(boolean announced) {
        Map<String, Object> plan = new HashMap<>(SCENE.plan());
        List.of("checkKind", "source", "sourceReference").forEach(plan::remove);
        plan.put("kind", "ASSISTANCE");
        plan.put("announced", announced);
        return plan;
    }

    private static void assertRefused(String code, String field, Payload payload) {
        assertEquals(List.of(code), payload.userErrorCodes(), payload.answer()::prettify);
        assertEquals(List.of(field), payload.get("userErrors[0].path"));
    }

    private static JsonPath history(TestCaller reader, String visit) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", visit));
    }

    private static Payload reschedule(TestCaller caller, String visit, LocalDate day) {
        return run(
                caller,
                "rescheduleInspection",
                "RescheduleInspectionInput",
                Map.of("id", visit, "plannedOn", day.toString(), "reason", "暴雨预警"));
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }
}
