package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.VisitScene.planned;
import static org.safetyledger.testing.VisitScene.run;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;
import org.safetyledger.testing.VisitScene;

/** How often and when an authority may visit an enterprise; each test in a year of its own. */
@LedgerTest
class VisitBudgetTest {
    private static final VisitScene CHEMICALS = new VisitScene(TestCaller.LANKAO_ENTERPRISE);
    private static final String COUNTY = "410225000000";

    @Inject
    LedgerTables tables;

    @Test
    void fourthVisitUnderACapOfThreeIsRefusedAndExceptionsAreCountedBeside() {
        // Given
        tables.change(
                "insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, valid_from, valid_to)"
                        + " values ('CAP_OF_THREE', 'VISITS_PER_YEAR', 'HAZARDOUS_CHEMICALS', 3, 'COUNT', 'test', 'DEFAULT',"
                        + " '2034-01-01', '2034-12-31')");
        plan(CHEMICALS, "DAILY", "PLAN", 2034, 1).accepted();
        plan(CHEMICALS, "SPECIAL", "PLAN", 2034, 2).accepted();
        String third = plan(CHEMICALS, "DAILY", "PLAN", 2034, 3).accepted().text("inspection.id");

        // When
        Payload fourth = plan(CHEMICALS, "SPECIAL", "PLAN", 2034, 4);
        plan(CHEMICALS, "DAILY", "TIP", 2034, 4).accepted();
        plan(CHEMICALS, "SPECIAL", "ASSIGNED_FROM_ABOVE", 2034, 4).accepted();
        plan(CHEMICALS, "CASE", "PLAN", 2034, 4).accepted();
        List<String> full = CHEMICALS.budget(OFFICER_LANKAO, 2034);
        List<String> ofTheEnterprise = CHEMICALS.budget(MANAGER_LANKAO, 2034);
        run(OFFICER_LANKAO, "cancelInspection", "EndInspectionInput", Map.of("id", third, "reason", "合并"))
                .accepted();
        Payload instead = plan(CHEMICALS, "DAILY", "PLAN", 2034, 5);

        // Then
        assertEquals(List.of("CAP_EXCEEDED"), fourth.userErrorCodes());
        assertEquals("checkKind", fourth.answer().getString("data.planInspection.userErrors[0].path[0]"));
        String message = fourth.answer().getString("data.planInspection.userErrors[0].message");
        assertTrue(message.contains("2034") && message.contains("3"), message);
        assertEquals(List.of(COUNTY + " 3 3 3 0 0"), full);
        assertEquals(List.of(), ofTheEnterprise, "What is planned is betrayed by no count");
        instead.accepted();
        plan(CHEMICALS, "DAILY", "PLAN", 2035, 1).accepted();
    }

    @Test
    void enterpriseIsToldOfTheVisitsThatItHasHad() {
        // Given
        String visit = plan(CHEMICALS, "DAILY", "PLAN", 2031, 1).accepted().text("inspection.id");
        plan(CHEMICALS, "DAILY", "PLAN", 2031, 2).accepted();

        // When
        tables.change(
                "update inspection set status = 'IN_PROGRESS', started_at = now() where id = ?",
                NodeId.parse(visit).orElseThrow().uuid());

        // Then
        assertEquals(List.of(COUNTY + " 2 1 0 0 1"), CHEMICALS.budget(MANAGER_LANKAO, 2031));
        assertEquals(List.of(COUNTY + " 2 2 0 0 0"), CHEMICALS.budget(OFFICER_LANKAO, 2031));
    }

    @Test
    void plansAtTheSameTimeDoNotPassTheCap() {
        // When
        List<Boolean> accepted = Together.act(
                6,
                person -> plan(CHEMICALS, "DAILY", "PLAN", 2036, person + 1)
                        .userErrorCodes()
                        .isEmpty());

        // Then
        assertEquals(2, accepted.stream().filter(each -> each).count());
        assertEquals(List.of(COUNTY + " 2 2 0 0 0"), CHEMICALS.budget(OFFICER_LANKAO, 2036));
    }

    @Test
    void dailyChecksAreMadeInTheLastDaysOfAMonthUnlessAnExceptionHolds() {
        // Given
        VisitScene trade = new VisitScene(LedgerClient.as(OFFICER_LANKAO)
                .query("{ enterprises(filter: {jurisdiction: \"410225000000\", sector: \"INDUSTRY_AND_TRADE\"})"
                        + " { nodes { creditCode } } }")
                .getString("data.enterprises.nodes[1].creditCode"));

        // When
        Payload early = plan(trade, "DAILY", "PLAN", 2033, 20);
        Payload own = plan(trade, "SPECIAL", "PLAN", 2033, 20);
        Payload assigned = plan(trade, "DAILY", "ASSIGNED_FROM_ABOVE", 2033, 20);
        Payload late = plan(trade, "DAILY", "PLAN", 2033, 21);
        Payload ofKeySector = plan(CHEMICALS, "DAILY", "PLAN", 2033, 1);

        // Then
        assertEquals(List.of("OUTSIDE_DAILY_WINDOW"), early.userErrorCodes());
        assertEquals("plannedOn", early.answer().getString("data.planInspection.userErrors[0].path[0]"));
        own.accepted();
        assigned.accepted();
        late.accepted();
        ofKeySector.accepted();
    }

    @Test
    void dailyCheckStartsOnItsDaysOnly() {
        // Given
        String never =
                "insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, valid_from, valid_to)"
                        + " values (?, 'DAILY_CHECKS_FROM', ?, 32, 'DAY_OF_MONTH', 'test', 'DEFAULT', current_date - 2, current_date + 2)";
        tables.change(never, "NOT_NOW_MEDIA", "MEDIA");
        tables.change(never, "NOT_NOW_TOURISM", "TOURISM");
        VisitScene tourism = new VisitScene("91410225MA3R9MMW8L");
        Map<String, Object> plan = tourism.plan(LocalDate.of(2028, 3, 25));
        plan.putAll(Map.of("checkKind", "DAILY", "source", "MEDIA", "sourceReference", "大河网"));
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        VisitScene.approve(TestCaller.COUNTY_LEADER_LANKAO, visit).accepted();

        // When
        Payload started = run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(visit));

        // Then
        assertEquals(List.of("OUTSIDE_DAILY_WINDOW"), started.userErrorCodes());
    }

    @Test
    void twoAuthoritiesWithinThirtyDaysAreProposedToGoTogetherAndThenCountOnce() {
        // Given
        String ofCounty = plan(CHEMICALS, "DAILY", "PLAN", 2030, 10).accepted().text("inspection.id");
        String ofCity = plan(CITY_OFFICER, CHEMICALS, "DAILY", "PLAN", 2030, 25)
                .accepted()
                .text("inspection.id");
        List<String> proposed = proposals(ofCounty);

        // When
        Payload foreign = merge(OFFICER_LANKAO, ofCity, ofCounty);
        Payload merged = merge(OFFICER_LANKAO, ofCounty, ofCity);
        Payload back = merge(CITY_OFFICER, ofCity, ofCounty);

        // Then
        assertEquals(List.of(ofCity), proposed);
        assertEquals(List.of("NOT_THE_AUTHORITY"), foreign.userErrorCodes());
        assertEquals("2030-03-25", merged.accepted().text("inspection.plannedOn"));
        assertEquals(List.of("MERGE_NOT_POSSIBLE"), back.userErrorCodes());
        assertEquals(List.of("410200000000 2 1 0 0 1", COUNTY + " 2 0 0 1 2"), CHEMICALS.budget(OFFICER_LANKAO, 2030));
        assertEquals(List.of(), proposals(ofCounty));
    }

    @Test
    void announcedVisitIsNotMovedToTheSecretDayOfAnother() {
        // Given
        String announced = plan(OFFICER_LANKAO, CHEMICALS, "DAILY", "PLAN", 2032, 10, true)
                .accepted()
                .text("inspection.id");
        String secret = plan(CITY_OFFICER, CHEMICALS, "DAILY", "PLAN", 2032, 25)
                .accepted()
                .text("inspection.id");

        // When
        Payload merged = merge(OFFICER_LANKAO, announced, secret);

        // Then
        assertEquals(List.of("MERGE_NOT_POSSIBLE"), merged.userErrorCodes());
    }

    private static List<String> proposals(String visit) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { inspection(id: $id) { mergeProposals { inspectionId } } }",
                        Map.of("id", visit))
                .getList("data.inspection.mergeProposals.inspectionId");
    }

    private static Payload merge(TestCaller officer, String visit, String into) {
        return run(officer, "mergeInspection", "MergeInspectionInput", Map.of("id", visit, "intoId", into));
    }

    private static Payload plan(VisitScene scene, String kind, String source, int year, int day) {
        return plan(OFFICER_LANKAO, scene, kind, source, year, day);
    }

    private static Payload plan(TestCaller planner, VisitScene scene, String kind, String source, int year, int day) {
        return plan(planner, scene, kind, source, year, day, false);
    }

    /** On a day of March. */
    private static Payload plan(
            TestCaller planner, VisitScene scene, String kind, String source, int year, int day, boolean announced) {
        Map<String, Object> plan = scene.plan(LocalDate.of(year, 3, day));
        // Certificates end before some of these years: officers are named later.
        plan.remove("officerIds");
        plan.putAll(Map.of("checkKind", kind, "source", source, "announced", announced));
        if (!source.equals("PLAN")) {
            plan.put("sourceReference", "汴安委办〔2026〕31号");
        }
        return planned(planner, plan);
    }
}
