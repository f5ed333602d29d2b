package org.safetyledger.offsite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.OffSiteScene.conclude;
import static org.safetyledger.testing.OffSiteScene.look;
import static org.safetyledger.testing.OffSiteScene.record;
import static org.safetyledger.testing.OffSiteScene.withdraw;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICE_LANKAO;
import static org.safetyledger.testing.TestCaller.QIXIAN_ENTERPRISE;
import static org.safetyledger.testing.VisitScene.planned;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CheckPlanScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OffSiteScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** Checks without entering an enterprise: who makes and reads them, what they led to, and that they take no visit. */
@LedgerTest
class OffSiteCheckTest {
    private static final VisitScene VISITS = new VisitScene(LANKAO_ENTERPRISE);
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    private final Loop loop = new Loop();

    @Inject
    LedgerTables tables;

    @Test
    void offSiteCheckIsCountedApartAndTakesNoVisit() {
        // Given
        int year = TODAY.getYear() - 3;
        Map<String, Object> look = look();
        look.putAll(Map.of("checkedOn", year + "-05-06", "result", "NOTHING_FOUND"));
        String mistake = record(OFFICER_LANKAO, look).accepted().text("offSiteCheck.id");
        withdraw(OFFICER_LANKAO, mistake).accepted();

        // When
        record(OFFICER_LANKAO, look).accepted();
        look.remove("result");
        record(OFFICER_LANKAO, look).accepted();

        // Then
        assertEquals(List.of("410225000000 0 2"), budget(OFFICER_LANKAO, year));
        assertEquals(List.of("410225000000 0 1"), budget(MANAGER_LANKAO, year), "What is open may lead to a visit");
    }

    @Test
    void checkThatLedToASecretVisitIsToldToTheEnterpriseWithThatVisit() {
        // Given
        String check = OffSiteScene.recorded();
        Map<String, Object> emergency = VISITS.plan();
        emergency.put("source", "EMERGENCY");
        String visit = planned(OFFICER_LANKAO, emergency).accepted().text("inspection.id");

        // When
        String open = seen(MANAGER_LANKAO, check);
        Payload concluded =
                conclude(OFFICER_LANKAO_2, Map.of("id", check, "result", "LED_TO_VISIT", "inspectionId", visit));
        String secret = seen(MANAGER_LANKAO, check);
        List<String> history = LedgerClient.as(MANAGER_LANKAO)
                .errorCodes("query($id: ID!) { history(of: $id) { totalCount } }", Map.of("id", check));
        VisitScene.run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();

        // Then
        assertNull(open);
        assertEquals(visit, concluded.accepted().text("offSiteCheck.inspection.id"));
        assertNull(secret);
        assertEquals(List.of("NOT_FOUND"), history);
        assertEquals("LED_TO_VISIT", seen(MANAGER_LANKAO, check));
        assertEquals(
                List.of("RECORDED", "CONCLUDED"),
                LedgerClient.as(COUNTY_LEADER_LANKAO)
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", check))
                        .getList("data.history.nodes.action"));
        assertEquals(
                List.of("WRONG_STATE"),
                conclude(OFFICER_LANKAO, Map.of("id", check, "result", "NOTHING_FOUND"))
                        .userErrorCodes());
    }

    @AfterEach
    void asShipped() {
        tables.change("delete from limit_rule where code = 'OFF_SITE_2041'");
        tables.change("update limit_rule set valid_to = null where code = 'OFF_SITE_WITHIN_ANY'");
    }

    @Test
    void dailyCheckByPlanAsksForAnOffSiteCheckFirstAndIsPlannedAllTheSame() {
        // Given
        CheckPlanScene.published(tables, "410200000000", 2041);
        tables.change("update limit_rule set valid_to = '2040-12-31' where code = 'OFF_SITE_WITHIN_ANY'");
        tables.change("insert into limit_rule (code, subject, amount, unit, source, evidence, valid_from)"
                + " values ('OFF_SITE_2041', 'OFF_SITE_WITHIN', 9000, 'COUNT', 'test', 'DEFAULT', '2041-01-01')");
        String enterprise = loop.enterpriseId(CITY_OFFICER, QIXIAN_ENTERPRISE);
        Map<String, Object> daily = VISITS.plan(LocalDate.of(2041, 5, 28));
        // Certificates end before that year: officers are named later.
        daily.remove("officerIds");
        daily.remove("sourceReference");
        daily.putAll(Map.of("enterpriseId", enterprise, "checkKind", "DAILY", "source", "PLAN"));
        String visit = planned(CITY_OFFICER, daily).accepted().text("inspection.id");
        JsonPath before = first(CITY_OFFICER, visit);

        // When
        record(CITY_OFFICER, with(Map.of("enterpriseId", enterprise, "result", "NOTHING_FOUND")))
                .accepted();

        // Then
        assertEquals(9000, before.getInt("data.inspection.offSiteFirst.withinDays"));
        assertNull(before.get("data.inspection.offSiteFirst.lastCheckedOn"));
        assertNull(first(CITY_OFFICER, visit).get("data.inspection.offSiteFirst"));
    }

    @Test
    void authorityConcludesAndWithdrawsItsOwnChecksAlone() {
        // Given
        String check = OffSiteScene.recorded();
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);

        // When
        Map<String, Object> outcome = Map.of("id", check, "result", "LED_TO_HAZARD", "hazardId", hazard);
        Payload above = conclude(CITY_OFFICER, outcome);
        Payload neighbour = conclude(OFFICER_QIXIAN, outcome);
        Payload manager = conclude(MANAGER_LANKAO, outcome);
        Payload withdrawnAbove = withdraw(CITY_OFFICER, check);
        Payload own = conclude(OFFICER_LANKAO, outcome);

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), above.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), neighbour.errorCodes());
        assertEquals(List.of("FORBIDDEN"), manager.errorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), withdrawnAbove.userErrorCodes());
        assertEquals(hazard, own.accepted().text("offSiteCheck.hazard.id"));
        assertEquals("LED_TO_HAZARD", seen(MANAGER_LANKAO, check));
        assertEquals("WITHDRAWN", withdraw(OFFICER_LANKAO, check).accepted().text("offSiteCheck.status"));
        assertNull(seen(MANAGER_LANKAO, check));
    }

    @Test
    void fireSupervisorChecksItsOwnMatterInEveryTrade() {
        // Given
        Map<String, Object> look = look();

        // When
        Payload ofTheTrade = record(FIRE_LANKAO, look);
        look.put("matter", "FIRE");
        Payload ofTheMatter = record(FIRE_LANKAO, look);
        look.put("matter", "FLOOD");
        Payload ofNone = record(FIRE_LANKAO, look);
        Payload byTheOffice = record(OFFICE_LANKAO, look());

        // Then
        assertRefused("OUTSIDE_POWERS", "enterpriseId", ofTheTrade);
        assertEquals("RECORDED", ofTheMatter.accepted().text("offSiteCheck.status"));
        assertRefused("UNKNOWN_CODE", "matter", ofNone);
        assertRefused("TARGET_NOT_ALLOWED", "enterpriseId", byTheOffice);
    }

    @Test
    void checkLedToWhatIsItsEnterprisesAlone() {
        // Given
        String ofQixian = loop.reportedHazard(OFFICER_QIXIAN, QIXIAN_ENTERPRISE);
        String ofTheCity = planned(CITY_OFFICER, VISITS.plan()).accepted().text("inspection.id");
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        Payload nameless = record(OFFICER_LANKAO, with(Map.of("result", "LED_TO_VISIT")));
        Payload twofold = record(OFFICER_LANKAO, with(Map.of("result", "NOTHING_FOUND", "hazardId", ofQixian)));
        Payload without = record(OFFICER_LANKAO, with(Map.of("inspectionId", ofTheCity)));
        Payload foreign = record(OFFICER_LANKAO, with(Map.of("result", "LED_TO_HAZARD", "hazardId", ofQixian)));
        Payload others = record(OFFICER_LANKAO, with(Map.of("result", "LED_TO_VISIT", "inspectionId", ofTheCity)));
        Payload tomorrow = record(
                OFFICER_LANKAO, with(Map.of("checkedOn", TODAY.plusDays(1).toString())));

        // Then
        assertRefused("OUTCOME_NOT_NAMED", "inspectionId", nameless);
        assertRefused("OUTCOME_NOT_NAMED", "hazardId", twofold);
        assertRefused("OUTCOME_NOT_NAMED", "result", without);
        assertRefused("REFERENCE_NOT_FOUND", "hazardId", foreign);
        assertRefused("REFERENCE_NOT_FOUND", "inspectionId", others);
        assertRefused("TIME_IN_FUTURE", "checkedOn", tomorrow);
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> look = new HashMap<>(look());
        look.putAll(more);
        return look;
    }

    private static void assertRefused(String code, String field, Payload refused) {
        assertEquals(List.of(code), refused.userErrorCodes());
        assertEquals(List.of(field), refused.get("userErrors[0].path"));
    }

    /** What it led to, as far as the reader is told. */
    private static @Nullable String seen(TestCaller reader, String check) {
        Map<String, @Nullable String> seen = LedgerClient.as(reader)
                .query("query($id: ID!) { offSiteCheck(id: $id) { result } }", Map.of("id", check))
                .get("data.offSiteCheck");
        return seen == null ? null : seen.get("result");
    }

    private static JsonPath first(TestCaller reader, String visit) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { inspection(id: $id) { offSiteFirst { withinDays lastCheckedOn } } }",
                        Map.of("id", visit));
    }

    /** Code, used and off-site ones of each authority. */
    private static List<String> budget(TestCaller reader, int year) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!, $year: Int!) { inspectionBudget(enterpriseId: $id, year: $year)"
                                + " { authorities { authority used offSite } } }",
                        Map.of("id", VISITS.enterprise(), "year", year))
                .getList("data.inspectionBudget.authorities.collect { [it.authority, it.used, it.offSite].join(' ') }");
    }
}
