package org.safetyledger.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.AUDITOR_CITY;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.DutyScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** One post, two duties (一岗双责): what is due, what was performed, and what shows where it was not. */
@LedgerTest
class DutiesTest {
    private static final String LANKAO = "410225000000";
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);
    private static final LocalDate FIRST = TODAY.withDayOfMonth(1).minusMonths((TODAY.getMonthValue() - 1) % 3);
    /** The first day of the next quarter: then the present one is the last that has ended. */
    private static final String NEXT = FIRST.plusMonths(3).toString();
    /** A day on which the second quarter of the year is the last one that has ended. */
    private static final String IN_AUGUST = "2026-08-10";

    @Inject
    LedgerTables tables;

    @BeforeEach
    @AfterEach
    void nothingIsPerformed() {
        tables.change("delete from duty_performance where division_code = ?", LANKAO);
    }

    @Test
    void postTellsItsDutiesOfEachKind() {
        // When
        JsonPath post = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { post(id: $id) { kind safetyDuties safety: duties(kind: SAFETY) { nodes { code period form"
                                + " provenance } } business: duties(kind: BUSINESS) { nodes { code } } } }",
                        Map.of("id", DutyScene.LANKAO.post()));

        // Then
        assertEquals(List.of("DEPUTY-CHECK", "DEPUTY-MEETING"), post.getList("data.post.safety.nodes.code"));
        assertEquals(List.of("QUARTERLY", "QUARTERLY"), post.getList("data.post.safety.nodes.period"));
        assertEquals(List.of("FIELD_CHECK", "MEETING"), post.getList("data.post.safety.nodes.form"));
        assertEquals(List.of("DEFAULT", "INFERRED"), post.getList("data.post.safety.nodes.provenance"));
        assertEquals(List.of("DEPUTY-BUSINESS"), post.getList("data.post.business.nodes.code"));
    }

    @Test
    void dutyOfTheLastPeriodThatNobodyRecordedIsAGapUntilItIsRecordedAndAgainWhenThatIsWithdrawn() {
        // Given
        String before = "DUTY_NOT_PERFORMED DEPUTY-CHECK " + FIRST + " "
                + LocalDate.parse(NEXT).minusDays(1) + " " + DutyScene.LANKAO.post();
        assertTrue(gaps(NEXT).contains(before));

        // When
        String performance = DutyScene.LANKAO.recorded(performed(Map.of()));

        // Then
        assertFalse(gaps(NEXT).contains(before));
        assertTrue(gaps(NEXT).stream().anyMatch(gap -> gap.startsWith("DUTY_NOT_PERFORMED DEPUTY-MEETING")));

        // When
        LedgerClient.as(COUNTY_LEADER_LANKAO)
                .mutate(
                        "withdrawDuty",
                        "WithdrawDutyInput",
                        Map.of("id", performance, "reason", "日期有误"),
                        "dutyPerformance { status }")
                .accepted();

        // Then
        assertTrue(gaps(NEXT).contains(before));
        JsonPath kept = LedgerClient.as(AUDITOR_CITY)
                .query(
                        "query($id: ID!) { dutyPerformance(id: $id) { status withdrawalReason periodFrom periodTo duty { title }"
                                + " post { title } } history(of: $id) { nodes { action } } }",
                        Map.of("id", performance));
        assertEquals("WITHDRAWN", kept.getString("data.dutyPerformance.status"));
        assertEquals("日期有误", kept.getString("data.dutyPerformance.withdrawalReason"));
        assertEquals(FIRST.toString(), kept.getString("data.dutyPerformance.periodFrom"));
        assertEquals(List.of("RECORDED", "WITHDRAWN"), kept.getList("data.history.nodes.action"));
    }

    @Test
    void dutyRecordedAfterItsPeriodStaysMissedAndIsToldApartAsLate() {
        // Given
        String performance = DutyScene.LANKAO.recorded(performed(Map.of()));
        String duty =
                " DEPUTY-CHECK " + FIRST + " " + LocalDate.parse(NEXT).minusDays(1) + " " + DutyScene.LANKAO.post();
        String late = "query($id: ID!) { dutyPerformance(id: $id) { late document } }";
        assertFalse(LedgerClient.as(OFFICER_LANKAO)
                .query(late, Map.of("id", performance))
                .getBoolean("data.dutyPerformance.late"));

        // When
        tables.changePastTriggers("update duty_performance"
                + " set recorded_at = period_to + interval '5 days' where id = '"
                + NodeId.parse(performance).orElseThrow().uuid() + "'");

        // Then
        JsonPath told = LedgerClient.as(OFFICER_LANKAO).query(late, Map.of("id", performance));
        assertTrue(told.getBoolean("data.dutyPerformance.late"));
        assertEquals("检查记录", told.getString("data.dutyPerformance.document"));
        assertFalse(gaps(NEXT).contains("DUTY_NOT_PERFORMED" + duty));
        assertEquals(
                List.of("DUTY_RECORDED_LATE" + duty), gaps(COUNTY_LEADER_LANKAO, LANKAO, NEXT, "DUTY_RECORDED_LATE"));
    }

    @Test
    void dutyThatAsksForProofIsNotRecordedWithoutADocumentOrAPhoto() {
        // Given
        Map<String, Object> bare = performed(Map.of());
        bare.remove("document");
        Map<String, Object> meeting = new HashMap<>(bare);
        meeting.put("duty", "DEPUTY-MEETING");

        // When
        LedgerClient.Payload refused = record(OFFICER_LANKAO, bare);
        LedgerClient.Payload unproven = record(OFFICER_LANKAO, meeting);

        // Then
        assertEquals(List.of("DUTY_PROOF_REQUIRED"), refused.userErrorCodes());
        assertEquals(List.of("evidenceIds"), refused.get("userErrors[0].path"));
        unproven.accepted();
    }

    @Test
    void runningPeriodIsNoGapAndOneBeforeTheDutyBeganNeither() {
        // When, Then
        assertEquals(List.of("2026-04-01"), periods(IN_AUGUST, "DEPUTY-CHECK"));
        assertEquals(List.of("2026-01-01"), periods("2026-06-30", "DEPUTY-CHECK"));
        assertEquals(List.of(), periods("2026-03-31", "DEPUTY-CHECK"));
        assertEquals(List.of(), periods(IN_AUGUST, "DEPUTY-BUSINESS"));
        assertEquals(List.of("2026-01-01"), periods("2027-01-01", "DEPUTY-BUSINESS"));
    }

    @Test
    void holderWhoBeganInTheMidstOfThePeriodIsNotBlamed() {
        // Given
        tables.change(
                "update responsibility_assignment set valid_from = '2026-05-01' where party = 'LEADERSHIP'"
                        + " and division_code = ? and holder_post = 'DEPUTY_HEAD'",
                LANKAO);
        try {
            // When, Then
            assertEquals(List.of(), periods(IN_AUGUST, "DEPUTY-CHECK"));
            assertEquals(List.of("2026-07-01"), periods("2026-10-02", "DEPUTY-CHECK"));
        } finally {
            tables.change(
                    "update responsibility_assignment set valid_from = '2024-01-01' where party = 'LEADERSHIP'"
                            + " and division_code = ? and holder_post = 'DEPUTY_HEAD'",
                    LANKAO);
        }
    }

    @Test
    void anotherPerformanceOfAPeriodIsOfAnotherDay() {
        // Given
        DutyScene.LANKAO.recorded(performed(Map.of()));

        // When
        LedgerClient.Payload same = record(OFFICER_LANKAO, performed(Map.of()));
        LedgerClient.Payload another = record(
                OFFICER_LANKAO,
                performed(Map.of("performedOn", TODAY.minusDays(1).toString())));

        // Then
        assertEquals(List.of("DUTY_RECORDED_ALREADY"), same.userErrorCodes());
        another.accepted();
        assertEquals(
                List.of(TODAY.toString(), TODAY.minusDays(1).toString()),
                LedgerClient.as(OFFICER_LANKAO)
                        .query(
                                "query($id: ID!) { post(id: $id) { performances { nodes { performedOn } } } }",
                                Map.of("id", DutyScene.LANKAO.post()))
                        .getList("data.post.performances.nodes.performedOn"));
    }

    @Test
    void ofSeveralWhoRecordTheSameAtOnceOneDoes() {
        // When
        List<List<String>> codes = Together.act(
                6,
                recorder -> record(recorder % 2 == 0 ? OFFICER_LANKAO : COUNTY_LEADER_LANKAO, performed(Map.of()))
                        .userErrorCodes());

        // Then
        assertEquals(1, codes.stream().filter(List::isEmpty).count());
        assertEquals(
                5,
                codes.stream().filter(List.of("DUTY_RECORDED_ALREADY")::equals).count());
    }

    @Test
    void photosOfTheVisitProveTheCheckOnSite() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        String photo = loop.upload(OFFICER_LANKAO, hazard, "BEFORE");

        // When
        String performance = DutyScene.LANKAO.recorded(withEvidence(photo));

        // Then
        String document = "query($id: ID!) { dutyPerformance(id: $id) { evidence { id } } }";
        assertEquals(
                List.of(photo),
                LedgerClient.as(CITY_LEADER)
                        .query(document, Map.of("id", performance))
                        .getList("data.dutyPerformance.evidence.id"));
    }

    private static Map<String, Object> withEvidence(String photo) {
        Map<String, Object> performed = performed(Map.of());
        performed.put("evidenceIds", List.of(photo));
        performed.remove("document");
        return performed;
    }

    static Stream<Arguments> badRecords() {
        return Stream.of(
                Arguments.of(Map.of("performedOn", TODAY.plusDays(1).toString()), "TIME_IN_FUTURE", "performedOn"),
                Arguments.of(Map.of("performedOn", "2026-01-05"), "RECORDED_TOO_LATE", "performedOn"),
                Arguments.of(Map.of("performedOn", "2025-12-31"), "NOT_A_DUTY_OF_THE_POST", "duty"),
                Arguments.of(Map.of("duty", "PARTY-MEETING"), "NOT_A_DUTY_OF_THE_POST", "duty"),
                Arguments.of(Map.of("duty", "NONE"), "NOT_A_DUTY_OF_THE_POST", "duty"),
                Arguments.of(
                        Map.of("personId", "person_01jd0000000000000000000000"), "REFERENCE_NOT_FOUND", "personId"),
                Arguments.of(
                        Map.of("evidenceIds", List.of("evidence_01jd0000000000000000000000")),
                        "REFERENCE_NOT_FOUND",
                        "evidenceIds"));
    }

    @ParameterizedTest
    @MethodSource("badRecords")
    void badRecordIsRefusedAndNothingChanges(Map<String, Object> bad, String code, String field) {
        // When
        LedgerClient.Payload refused = record(OFFICER_LANKAO, performed(bad));

        // Then
        assertEquals(List.of(code), refused.userErrorCodes());
        assertEquals(List.of(field), refused.get("userErrors[0].path"));
        assertEquals("0", tables.value("select count(*) from duty_performance where division_code = ?", LANKAO));
    }

    @Test
    void onlyTheHolderOrTheOwnOfficeRecords() {
        // When, Then
        for (TestCaller other : List.of(CITY_OFFICER, DEPARTMENT_LANKAO)) {
            assertEquals(
                    List.of("NOT_THE_HOLDER_OR_OFFICE"),
                    record(other, performed(Map.of())).userErrorCodes());
        }
        assertEquals(
                List.of("REFERENCE_NOT_FOUND"),
                record(OFFICER_QIXIAN, performed(Map.of())).userErrorCodes());
        for (TestCaller outside : List.of(MANAGER_LANKAO, WORKER_LANKAO, AUDITOR_CITY)) {
            assertEquals(
                    List.of("FORBIDDEN"), record(outside, performed(Map.of())).errorCodes());
        }
        record(COUNTY_LEADER_LANKAO, performed(Map.of())).accepted();
    }

    @Test
    void departmentKeepsItsOwnAndSeesNoOthers() {
        // Given
        DutyScene department = new DutyScene(DEPARTMENT_LANKAO, headOf("KF-410225-EM"));
        Map<String, Object> performed = department.performed();
        performed.put("duty", "DEPARTMENT-CHECK");

        // When
        String performance = department.recorded(performed);
        DutyScene.LANKAO.recorded(performed(Map.of()));

        // Then
        String document = "{ dutyPerformances { nodes { id } } }";
        assertEquals(
                List.of(performance),
                LedgerClient.as(DEPARTMENT_LANKAO).query(document).getList("data.dutyPerformances.nodes.id"));
        assertEquals(List.of(), LedgerClient.as(FIRE_LANKAO).query(document).getList("data.dutyPerformances.nodes.id"));
        assertNull(LedgerClient.as(FIRE_LANKAO)
                .query("query($id: ID!) { node(id: $id) { id } }", Map.of("id", performance))
                .get("data.node"));
    }

    private String headOf(String department) {
        return tables.value("select code from post where department_code = ? and kind = 'DEPARTMENT_HEAD'", department);
    }

    @Test
    void gapsOfAWholeCityAreCountedExactlyBelowTheirBound() {
        // When
        List<String> city = gaps(CITY_OFFICER, "410200000000", IN_AUGUST);

        // Then
        assertTrue(city.size() < 1000, () -> "" + city.size());
        assertEquals(Integer.parseInt(tables.value("""
                        select count(*) from post t join person e on e.post_id = t.id join duty_rule d on d.post_kind = t.kind
                        where d.period = 'QUARTERLY' and exists (select from responsibility_assignment a
                          where a.person_id = e.id and a.division_code = t.division_code and a.holder_post = t.kind
                            and a.valid_from <= '2026-04-01' and coalesce(a.valid_to, 'infinity') >= '2026-06-30')""")), city.size());
    }

    private static Map<String, Object> performed(Map<String, ?> otherwise) {
        Map<String, Object> performed = new HashMap<>(Map.of(
                "personId",
                DutyScene.LANKAO.holder(),
                "duty",
                "DEPUTY-CHECK",
                "performedOn",
                TODAY.toString(),
                "document",
                "检查记录"));
        performed.putAll(otherwise);
        return performed;
    }

    private static LedgerClient.Payload record(TestCaller caller, Map<String, ?> performed) {
        return LedgerClient.as(caller).mutate("recordDuty", "RecordDutyInput", performed, "dutyPerformance { id }");
    }

    private static List<String> periods(String day, String duty) {
        return gaps(day).stream()
                .filter(gap ->
                        gap.startsWith("DUTY_NOT_PERFORMED " + duty + " ") && gap.endsWith(DutyScene.LANKAO.post()))
                .map(gap -> gap.split(" ")[2])
                .toList();
    }

    private static List<String> gaps(String day) {
        return gaps(COUNTY_LEADER_LANKAO, LANKAO, day);
    }

    private static List<String> gaps(TestCaller caller, String area, String day) {
        return gaps(caller, area, day, "DUTY_NOT_PERFORMED");
    }

    private static List<String> gaps(TestCaller caller, String area, String day, String kind) {
        return LedgerClient.as(caller)
                .query(
                        "query($area: String, $on: Date) { responsibilityGaps(jurisdiction: $area, on: $on, kind: "
                                + kind + ") { kind duty dutyTitle periodFrom periodTo postId holderName } }",
                        Map.of("area", area, "on", day))
                .<Map<String, String>>getList("data.responsibilityGaps")
                .stream()
                .map(gap -> gap.get("kind") + " " + gap.get("duty") + " " + gap.get("periodFrom") + " "
                        + gap.get("periodTo") + " " + gap.get("postId"))
                .toList();
    }
}
