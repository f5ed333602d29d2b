package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.VisitScene.planned;
import static org.safetyledger.testing.VisitScene.run;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CheckPlanScene;
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
    private static final String TOURISM = "91410225MA3R9MMW8L";
    private static final String COUNTY = "410225000000";
    private static final String CITY = "410200000000";

    @Inject
    LedgerTables tables;

    @BeforeEach
    void checkPlansAreInForce() {
        for (int year = 2028; year <= 2037; year++) {
            CheckPlanScene.published(tables, COUNTY, year);
            CheckPlanScene.published(tables, CITY, year);
        }
    }

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
        plan(CHEMICALS, "CASE", "MEDIA", 2034, 4).accepted();
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
        VisitScene tourism = new VisitScene(TOURISM);
        Map<String, Object> plan = tourism.plan(LocalDate.of(2028, 3, 25));
        plan.putAll(Map.of("checkKind", "DAILY", "source", "MEDIA", "sourceReference", "大河网"));
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        VisitScene.approve(TestCaller.COUNTY_LEADER_LANKAO, visit).accepted();
        LocalDate today = LocalDate.now(Times.ZONE);
        tables.change("update inspection set planned_on = cast(? as date) where id = ?", today.toString(), uuid(visit));

        // When
        Payload started = run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(visit));

        // Then
        // The last day of a month is one of its last days by any rule.
        boolean lastDay = today.getDayOfMonth() == today.lengthOfMonth();
        assertEquals(lastDay ? List.of() : List.of("OUTSIDE_DAILY_WINDOW"), started.userErrorCodes());
    }

    @Test
    void lastDayOfAShortMonthIsOneOfItsLastDays() {
        // Given
        String end =
                "update limit_rule set valid_to = nullif(?, '')::date where code = 'DAILY_CHECKS_FROM_HAZARDOUS_CHEMICALS'";
        tables.change(end, "2036-12-31");
        tables.change(
                "insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, valid_from, valid_to)"
                        + " values ('LAST_DAY_MEDIA', 'DAILY_CHECKS_FROM', 'MEDIA', 31, 'DAY_OF_MONTH', 'test', 'DEFAULT',"
                        + " '2037-01-01', '2037-12-31'), ('LAST_DAY_CHEMICALS', 'DAILY_CHECKS_FROM', 'HAZARDOUS_CHEMICALS', 31,"
                        + " 'DAY_OF_MONTH', 'test', 'DEFAULT', '2037-01-01', '2037-12-31')");

        // When
        Payload before = plan(CHEMICALS, "DAILY", "MEDIA", LocalDate.of(2037, 2, 27));
        Payload last = plan(CHEMICALS, "DAILY", "MEDIA", LocalDate.of(2037, 2, 28));
        tables.change("delete from limit_rule where code = 'LAST_DAY_CHEMICALS'");
        tables.change(end, "");

        // Then
        assertEquals(List.of("OUTSIDE_DAILY_WINDOW"), before.userErrorCodes());
        last.accepted();
    }

    @Test
    void visitStartsOnTheDayForWhichItWasApprovedAndOnNoOther() {
        // Given
        LocalDate today = LocalDate.now(Times.ZONE);
        List<String> codes =
                List.of(startedWhenPlannedFor(today.minusDays(1)), startedWhenPlannedFor(today.plusDays(1)));
        String thatDay = startedWhenPlannedFor(today);

        // Then
        assertEquals(List.of("OUTSIDE_APPROVED_DAYS id", "OUTSIDE_APPROVED_DAYS id"), codes);
        assertEquals("", thatDay);
    }

    /** The refusal of a start today of a visit that was approved for that day; empty where it starts. */
    private String startedWhenPlannedFor(LocalDate day) {
        Map<String, Object> plan = CHEMICALS.plan();
        plan.put("plannedOn", day.toString());
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        VisitScene.approve(TestCaller.COUNTY_LEADER_LANKAO, visit).accepted();
        Payload started = run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(visit));
        return started.userErrorCodes().isEmpty()
                ? ""
                : started.userErrorCodes().getFirst() + " "
                        + started.answer().getString("data.startInspection.userErrors[0].path[0]");
    }

    @Test
    void deviceThatWasOfflineTellsOnWhichDayTheVisitStarted() {
        // Given
        LocalDate yesterday = LocalDate.now(Times.ZONE).minusDays(1);
        Map<String, Object> plan = CHEMICALS.plan();
        plan.put("plannedOn", yesterday.toString());
        String visit = planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        VisitScene.approve(TestCaller.COUNTY_LEADER_LANKAO, visit).accepted();
        Map<String, Object> start = new HashMap<>(Loop.start(visit));

        // When
        start.put("startedAt", atTen(yesterday.minusDays(1)));
        Payload before = run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", start);
        start.put("startedAt", atTen(yesterday));
        Payload thatDay = run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", start);

        // Then
        assertEquals(List.of("OUTSIDE_APPROVED_DAYS"), before.userErrorCodes());
        assertEquals("startedAt", before.answer().getString("data.startInspection.userErrors[0].path[0]"));
        assertEquals("IN_PROGRESS", thatDay.accepted().text("inspection.status"));
    }

    private static String atTen(LocalDate day) {
        return Times.text(day.atTime(10, 0).atZone(Times.ZONE).toInstant());
    }

    @Test
    void mergedVisitStartsAfterTheOther() {
        // Given
        String first = approved(OFFICER_LANKAO);
        String other = approved(CITY_OFFICER);
        merge(OFFICER_LANKAO, first, other).accepted();

        // When
        Payload alone = run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(first));
        run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(other))
                .accepted();
        Payload together = run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(first));

        // Then
        assertEquals(List.of("MERGED_VISIT_WAITS"), alone.userErrorCodes());
        assertEquals("IN_PROGRESS", together.accepted().text("inspection.status"));
    }

    /** Today's visit of a county's or the city's authority. */
    private static String approved(TestCaller planner) {
        String visit = planned(planner, CHEMICALS.plan()).accepted().text("inspection.id");
        VisitScene.approve(TestCaller.CITY_LEADER, visit).accepted();
        return visit;
    }

    @Test
    void visitWhoseOtherWasCancelledIsMadeAloneOnlyWithinTheCap() {
        // Given
        String first = plan(CHEMICALS, "DAILY", "PLAN", 2029, 10).accepted().text("inspection.id");
        String other = plan(CITY_OFFICER, CHEMICALS, "DAILY", "PLAN", 2029, 25)
                .accepted()
                .text("inspection.id");
        Payload notMerged = part(OFFICER_LANKAO, first);
        merge(OFFICER_LANKAO, first, other).accepted();
        String second = plan(CHEMICALS, "DAILY", "PLAN", 2029, 11).accepted().text("inspection.id");
        plan(CHEMICALS, "DAILY", "PLAN", 2029, 12).accepted();

        // When
        run(CITY_OFFICER, "cancelInspection", "EndInspectionInput", Map.of("id", other, "reason", "另有任务"))
                .accepted();
        List<String> waiting = CHEMICALS.budget(OFFICER_LANKAO, 2029);
        Payload over = part(OFFICER_LANKAO, first);
        Payload foreign = part(CITY_OFFICER, first);
        run(OFFICER_LANKAO, "cancelInspection", "EndInspectionInput", Map.of("id", second, "reason", "另有任务"))
                .accepted();
        Payload within = part(OFFICER_LANKAO, first);

        // Then
        assertEquals(List.of("NOT_MERGED"), notMerged.userErrorCodes());
        assertEquals(List.of(COUNTY + " 2 2 0 1 0"), waiting);
        assertEquals(List.of("CAP_EXCEEDED"), over.userErrorCodes());
        assertEquals("id", over.answer().getString("data.partInspection.userErrors[0].path[0]"));
        assertEquals(List.of("NOT_THE_AUTHORITY"), foreign.userErrorCodes());
        within.accepted();
        assertEquals(List.of(COUNTY + " 2 2 0 0 0"), CHEMICALS.budget(OFFICER_LANKAO, 2029));
    }

    private static Payload part(TestCaller officer, String visit) {
        return run(officer, "partInspection", "PartInspectionInput", Map.of("id", visit));
    }

    @Test
    void visitThatIsMergedOnAnotherDayIsApprovedAgain() {
        // Given
        LocalDate today = LocalDate.now(Times.ZONE);
        String visit = approved(OFFICER_LANKAO);
        Map<String, Object> later = CHEMICALS.plan();
        later.put("plannedOn", today.plusDays(3).toString());
        String other = planned(CITY_OFFICER, later).accepted().text("inspection.id");

        // When
        Payload merged = merge(OFFICER_LANKAO, visit, other);

        // Then
        assertEquals("APPROVAL_PENDING", merged.accepted().text("inspection.status"));
        assertNull(merged.answer().getString("data.mergeInspection.inspection.approvedBy"));
    }

    @Test
    void capOfAnAuthorityOrAClassGoesBeforeTheGeneralOne() {
        // Given
        String rule =
                "insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, valid_from, valid_to)"
                        + " values (?, 'VISITS_PER_YEAR', ?, ?, 'COUNT', 'test', 'DEFAULT', ?::date, ?::date)";
        tables.change(rule, "CAP_CLASS_C", "CLASS_C", 9, "2027-01-01", "2027-12-31");
        tables.change(rule, "CAP_COUNTY", COUNTY, 7, "2028-01-01", "2028-12-31");
        tables.change(rule, "CAP_COUNTY_KEY", COUNTY + "_KEY", 6, "2027-01-01", "2027-12-31");
        String enterprise = "update enterprise set supervision_class = nullif(?, '') where credit_code = ?";

        // When
        tables.change(enterprise, "C", TestCaller.LANKAO_ENTERPRISE);
        List<String> shares =
                new ArrayList<>(List.of(share(OFFICER_LANKAO, 2027, COUNTY), share(CITY_OFFICER, 2027, CITY)));
        tables.change(enterprise, "D", TestCaller.LANKAO_ENTERPRISE);
        shares.add(share(OFFICER_LANKAO, 2028, COUNTY));
        shares.add(share(CITY_OFFICER, 2028, CITY));
        tables.change(enterprise, "", TestCaller.LANKAO_ENTERPRISE);

        // Then
        assertEquals(
                List.of(COUNTY + " 6 0 0 0 6", CITY + " 9 0 0 0 9", COUNTY + " 7 0 0 0 7", CITY + " 4 0 0 0 4"),
                shares,
                "The rule of the authority for the class, of the class, of the authority, and the loaded one of class D");
        assertEquals(CITY + " 2 0 0 0 2", share(CITY_OFFICER, 2028, CITY));
    }

    @Test
    void ownRuleForAnyGoesBeforeEveryClassOfAllAuthoritiesAndTheRuleForAnyHoldsWhereNoClassHasOne() {
        // Given
        VisitScene general = new VisitScene(TOURISM);
        String sector = "update enterprise set sector = nullif(?, '') where credit_code = ?";
        tables.change(sector, "", TOURISM);
        String rule =
                "insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, valid_from, valid_to)"
                        + " values (?, 'VISITS_PER_YEAR', nullif(?, ''), ?, 'COUNT', 'test', 'DEFAULT', ?::date, ?::date)";
        String ends = "update limit_rule set valid_to = nullif(?, '')::date where code = 'VISITS_PER_YEAR_ANY'";
        tables.change(rule, "CAP_COUNTY_ANY", COUNTY, 3, "2016-01-01", "2016-12-31");
        tables.change(ends, "2016-12-31");
        tables.change(rule, "CAP_ANY", "", 5, "2017-01-01", "2017-12-31");

        // When
        List<String> shares;
        try {
            shares = List.of(
                    share(general, OFFICER_LANKAO, 2016, COUNTY),
                    share(general, CITY_OFFICER, 2016, CITY),
                    share(OFFICER_LANKAO, 2016, COUNTY),
                    share(CITY_OFFICER, 2016, CITY),
                    share(general, CITY_OFFICER, 2017, CITY),
                    share(CITY_OFFICER, 2017, CITY));
        } finally {
            tables.change("delete from limit_rule where code in ('CAP_COUNTY_ANY', 'CAP_ANY')");
            tables.change(ends, "");
            tables.change(sector, "TOURISM", TOURISM);
        }

        // Then
        assertEquals(
                List.of(
                        COUNTY + " 3 0 0 0 3",
                        CITY + " 1 0 0 0 1",
                        COUNTY + " 3 0 0 0 3",
                        CITY + " 2 0 0 0 2",
                        CITY + " 1 0 0 0 1",
                        CITY + " 5 0 0 0 5"),
                shares,
                "Of a general and of a key enterprise: the county's own, that of the class, and that for any");
    }

    /** One authority's share in the year's visits. */
    private static String share(TestCaller reader, int year, String authority) {
        return share(CHEMICALS, reader, year, authority);
    }

    private static String share(VisitScene scene, TestCaller reader, int year, String authority) {
        return scene.budget(reader, year).stream()
                .filter(share -> share.startsWith(authority))
                .findFirst()
                .orElseThrow();
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

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
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
        return plan(planner, scene, kind, source, LocalDate.of(year, 3, day), announced);
    }

    private static Payload plan(VisitScene scene, String kind, String source, LocalDate day) {
        return plan(OFFICER_LANKAO, scene, kind, source, day, false);
    }

    private static Payload plan(
            TestCaller planner, VisitScene scene, String kind, String source, LocalDate day, boolean announced) {
        Map<String, Object> plan = scene.plan(day);
        // Certificates end before some of these years: officers are named later.
        plan.remove("officerIds");
        plan.putAll(Map.of("checkKind", kind, "source", source, "announced", announced));
        if (source.equals("PLAN")) {
            plan.remove("sourceReference");
        }
        return planned(planner, plan);
    }
}
