package org.safetyledger.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Three managements, three musts (三管三必须): who regulates whom, and what is decided where nobody does. */
@LedgerTest
class RegulatorsTest {
    private static final String LANKAO = "410225000000";
    private static final String QIXIAN = "410221000000";
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);
    /** Tests goods, which nobody of Qixian's departments regulates. */
    private static final String LABORATORY = "杞县璟衡丰检测技术有限公司";

    @Inject
    LedgerTables tables;

    @Inject
    RegulatorQueue queue;

    @BeforeEach
    @AfterEach
    void nothingIsDecided() throws Exception {
        tables.change(
                "update undetermined_regulator set decision_id = null, settled_at = coalesce(settled_at, now())"
                        + " where division_code in (?, ?)",
                LANKAO,
                QIXIAN);
        tables.change("delete from undetermined_regulator where division_code in (?, ?)", LANKAO, QIXIAN);
        tables.change("delete from regulator_decision where division_code in (?, ?)", LANKAO, QIXIAN);
        queue.refresh();
    }

    @Test
    void longestPrefixRegulatesATradeAndTheVenueGoesFirst() {
        // When
        JsonPath gas = regulators(OFFICER_LANKAO, LANKAO, Map.of("industry", "D4511"));
        JsonPath hotel = regulators(
                OFFICER_LANKAO,
                "410225101000",
                Map.of("industry", "H61", "venue", "SELF_BUILT_HOUSE", "matter", "FIRE"));
        JsonPath city = regulators(OFFICER_LANKAO, LANKAO, Map.of("industry", "C26", "level", "CITY"));

        // Then
        assertEquals(List.of("KF-410225-UM INDUSTRY D45"), why(gas));
        assertEquals(
                List.of(
                        "KF-410225-CON VENUE SELF_BUILT_HOUSE",
                        "KF-410225-CT INDUSTRY H61",
                        "KF-410225-FR MATTER FIRE"),
                why(hotel));
        assertEquals("系统默认的部门职责，以本级批准的“三定”规定为准", gas.getString("regulators[0].document"));
        assertEquals(List.of("KF-410200-EM INDUSTRY C"), why(city));
        assertEquals("CITY", city.getString("level"));
        assertFalse(gas.getBoolean("undetermined"));
        assertNull(gas.get("acting"));
    }

    @Test
    void departmentWithALongerPrefixTakesTheTradeFromTheSection() {
        // Given
        tables.change("update department set industries = industries || '{C33}' where code = 'KF-410225-IIT'");
        try {
            // When, Then
            assertEquals(
                    List.of("KF-410225-IIT INDUSTRY C33"),
                    why(regulators(OFFICER_LANKAO, LANKAO, Map.of("industry", "C33"))));
            assertEquals(
                    List.of("KF-410225-EM INDUSTRY C"),
                    why(regulators(OFFICER_LANKAO, LANKAO, Map.of("industry", "C34"))));
        } finally {
            tables.change(
                    "update department set industries = array_remove(industries, 'C33') where code = 'KF-410225-IIT'");
        }
    }

    @Test
    void unmappedEnterpriseEntersTheQueueWithItsClockAndCountsAsItsDrillDown() {
        // When
        JsonPath entries = queue(OFFICER_QIXIAN, Map.of("undetermined", true));
        String entry = entries.getString("nodes[0].id");
        JsonPath enterprises = LedgerClient.as(OFFICER_QIXIAN)
                .query(
                        "query($filter: EnterpriseFilter) { enterprises(filter: $filter) { totalCount nodes { name } } }",
                        Map.of("filter", Map.of("undeterminedRegulatorId", entry)));

        // Then
        assertEquals(List.of("M74"), entries.getList("nodes.industry"));
        assertEquals(List.of(1), entries.getList("nodes.enterpriseCount"));
        assertEquals(List.of(LABORATORY), enterprises.getList("data.enterprises.nodes.name"));
        assertEquals(1, enterprises.getInt("data.enterprises.totalCount"));
        assertEquals("REGULATOR_DECISION_ANY", entries.getString("nodes[0].deadline.rule"));
        assertFalse(entries.getBoolean("nodes[0].overdue"));
        assertFalse(entries.getList("nodes[0].actingHolders.title").isEmpty());
        assertEquals(
                List.of(),
                queue(COUNTY_LEADER_LANKAO, Map.of("jurisdiction", QIXIAN)).getList("nodes"));
        assertEquals(7, queue(CITY_OFFICER, Map.of("undetermined", true)).getInt("totalCount"));
    }

    @Test
    void clockThatRanOutIsOverdue() {
        // Given
        tables.change(
                "update undetermined_regulator set due_at = now() - interval '1 hour' where division_code = ?", QIXIAN);

        // When, Then
        assertEquals(
                List.of(true), queue(OFFICER_QIXIAN, Map.of("overdue", true)).getList("nodes.overdue"));
        assertEquals(List.of(), queue(OFFICER_QIXIAN, Map.of("overdue", false)).getList("nodes.overdue"));
    }

    @Test
    void decisionOfTheGovernmentIsNamedByHazardsReportedAfterwardsOnly() {
        // Given
        String before = reported();

        // When
        String decision =
                decide(COUNTY_LEADER_QIXIAN, ruling(Map.of())).accepted().text("regulatorDecision.id");
        String after = reported();

        // Then
        JsonPath undetermined = parties(before);
        assertEquals("TERRITORIAL", undetermined.getString("acting"));
        assertEquals(List.of("INDUSTRY_REGULATOR"), undetermined.getList("missing"));
        JsonPath decided = parties(after);
        assertNull(decided.get("acting"));
        assertEquals(List.of(), decided.getList("missing"));
        assertEquals(
                List.of("KF-410221-MR"),
                decided.getList("holders.findAll { it.party == 'INDUSTRY_REGULATOR' }.department"));
        assertEquals(
                List.of(decision),
                decided.getList("holders.findAll { it.party == 'INDUSTRY_REGULATOR' }.assignmentId"));
        JsonPath found = regulators(OFFICER_QIXIAN, QIXIAN, Map.of("industry", "M74"));
        assertEquals(List.of("KF-410221-MR DECISION M74"), why(found));
        assertEquals("杞政〔2026〕7号", found.getString("regulators[0].document"));
        assertEquals("业务相近", found.getString("regulators[0].reason"));
        assertEquals(
                List.of(), queue(OFFICER_QIXIAN, Map.of("undetermined", true)).getList("nodes"));
        assertEquals(
                List.of(decision),
                queue(OFFICER_QIXIAN, Map.of("undetermined", false)).getList("nodes.decision.id"));
    }

    @Test
    void whileNobodyRegulatesTheTerritorialHolderActsAndGeneralSupervisionCoordinates() {
        // When
        JsonPath found = regulators(OFFICER_QIXIAN, QIXIAN, Map.of("industry", "M74"));

        // Then
        assertEquals(List.of(), found.getList("regulators"));
        assertTrue(found.getBoolean("undetermined"));
        assertEquals("TERRITORIAL", found.getString("acting"));
        assertEquals(List.of("KF-410221-EM"), found.getList("coordinating.department"));
    }

    @Test
    void personOfTheDepartmentWhomTheRegisterNamesHoldsTheResponsibility() {
        // Given
        decide(COUNTY_LEADER_QIXIAN, ruling(Map.of())).accepted();
        String head = tables.value("select e.name from person e join post t on t.id = e.post_id"
                + " where t.department_code = 'KF-410221-MR' and t.kind = 'DEPARTMENT_HEAD'");
        String id = LedgerClient.as(OFFICER_QIXIAN)
                .query("query($text: String) { people(text: $text) { nodes { id } } }", Map.of("text", head))
                .getString("data.people.nodes[0].id");
        String assignment = LedgerClient.as(OFFICER_QIXIAN)
                .mutate(
                        "assignResponsibility",
                        "AssignResponsibilityInput",
                        Map.of(
                                "party",
                                "INDUSTRY_REGULATOR",
                                "jurisdiction",
                                QIXIAN,
                                "industry",
                                "M74",
                                "personId",
                                id,
                                "validFrom",
                                TODAY.toString(),
                                "validTo",
                                TODAY.toString()),
                        "responsibilityAssignment { id holderDepartment { code } }")
                .accepted()
                .text("responsibilityAssignment.id");

        // When
        JsonPath parties = parties(reported());

        // Then
        assertEquals(
                List.of(head + " KF-410221-MR " + assignment),
                parties.<Map<String, String>>getList("holders.findAll { it.party == 'INDUSTRY_REGULATOR' }").stream()
                        .map(holder ->
                                holder.get("name") + " " + holder.get("department") + " " + holder.get("assignmentId"))
                        .toList());
    }

    @Test
    void laterDecisionEndsTheEarlierOneAndDeletesNothing() {
        // Given
        String first = decide(
                        COUNTY_LEADER_QIXIAN,
                        ruling(Map.of("decidedOn", TODAY.minusDays(20).toString())))
                .accepted()
                .text("regulatorDecision.id");

        // When
        decide(
                        CITY_LEADER,
                        ruling(Map.of(
                                "department",
                                "KF-410221-IIT",
                                "decidedOn",
                                TODAY.minusDays(5).toString())))
                .accepted();

        // Then
        JsonPath ended = LedgerClient.as(OFFICER_QIXIAN)
                .query(
                        "query($id: ID!) { regulatorDecision(id: $id) { validTo } history(of: $id) { nodes { action } } }",
                        Map.of("id", first));
        assertEquals(TODAY.minusDays(6).toString(), ended.getString("data.regulatorDecision.validTo"));
        assertEquals(List.of("DECIDED", "ENDED"), ended.getList("data.history.nodes.action"));
        assertEquals(
                List.of("KF-410221-MR DECISION M74"),
                why(regulators(
                        OFFICER_QIXIAN,
                        QIXIAN,
                        Map.of("industry", "M74", "on", TODAY.minusDays(6).toString()))));
        assertEquals(
                List.of("KF-410221-IIT DECISION M74"),
                why(regulators(OFFICER_QIXIAN, QIXIAN, Map.of("industry", "M74"))));
    }

    @Test
    void venueThatNobodyHasIsDecidedLikeATrade() {
        // When
        decide(
                        COUNTY_LEADER_LANKAO,
                        Map.of(
                                "jurisdiction", LANKAO,
                                "venue", "E_BIKE_CHARGING",
                                "department", "KF-410225-FR",
                                "reason", "以火灾风险为主",
                                "documentNumber", "兰政〔2026〕3号",
                                "decidedOn", TODAY.toString()))
                .accepted();

        // Then
        assertEquals(
                List.of("KF-410225-FR DECISION E_BIKE_CHARGING"),
                why(regulators(WORKER_LANKAO, LANKAO, Map.of("venue", "E_BIKE_CHARGING"))));
    }

    @Test
    void enterpriseWhoseVenueIsRegulatedIsNotUndeterminedWhateverItsTrade() throws Exception {
        // Given
        String enterprise = "select name from enterprise where name = '" + LABORATORY + "'";
        tables.change("update enterprise set venue_type = 'TUTORING' where name = ?", LABORATORY);
        try {
            // When
            queue.refresh();

            // Then
            assertEquals(LABORATORY, tables.value(enterprise));
            assertEquals(
                    List.of(),
                    queue(OFFICER_QIXIAN, Map.of("undetermined", true)).getList("nodes"));
        } finally {
            tables.change("update enterprise set venue_type = null where name = ?", LABORATORY);
        }
    }

    @Test
    void enterpriseThatIsRegisteredOrChangedLaterEntersTheQueueAtOnce() throws Exception {
        // Given
        tables.change("delete from undetermined_regulator where division_code = ?", QIXIAN);

        // When
        tables.change("update enterprise set employees = employees where name = ?", LABORATORY);

        // Then
        JsonPath entries = queue(OFFICER_QIXIAN, Map.of("undetermined", true));
        assertEquals(List.of("M74"), entries.getList("nodes.industry"));
        assertEquals(List.of(false), entries.getList("nodes.overdue"));
        assertEquals(List.of("REGULATOR_DECISION_ANY"), entries.getList("nodes.deadline.rule"));
        assertEquals(entries.getList("nodes.deadline.dueAt"), entries.getList("nodes.dueAt"));
        String clock = tables.value(
                "select due_at, deadline from undetermined_regulator where division_code = ? and settled_at is null",
                QIXIAN);

        // When
        queue.refresh();

        // Then
        assertEquals(
                clock,
                tables.value(
                        "select due_at, deadline from undetermined_regulator where division_code = ? and settled_at is null",
                        QIXIAN));
    }

    @Test
    void entryFromBeforeAnyRuleHasItsClockFromItsEntryOn() throws Exception {
        // Given
        tables.change(
                "update undetermined_regulator set due_at = null, deadline = null, entered_at = '2026-02-27T02:00:00Z'"
                        + " where division_code = ?",
                QIXIAN);

        // When
        queue.refresh();

        // Then
        assertEquals(
                "2026-03-12 15:59:59",
                tables.value(
                        "select due_at at time zone 'UTC' from undetermined_regulator where division_code = ?",
                        QIXIAN));
    }

    @Test
    void afterTheLastDayOfTheDepartmentThatItWasGivenToATradeIsUndeterminedAgain() throws Exception {
        // Given
        String giving = "KF-410221-MR";
        decide(
                        COUNTY_LEADER_QIXIAN,
                        ruling(Map.of("decidedOn", TODAY.minusDays(9).toString())))
                .accepted();
        tables.change("update department set valid_to = current_date - 2 where code = ?", giving);
        try {
            // When
            queue.refresh();

            // Then
            assertEquals(
                    List.of("KF-410221-MR DECISION M74"),
                    why(regulators(
                            OFFICER_QIXIAN,
                            QIXIAN,
                            Map.of("industry", "M74", "on", TODAY.minusDays(5).toString()))));
            JsonPath now = regulators(OFFICER_QIXIAN, QIXIAN, Map.of("industry", "M74"));
            assertEquals(List.of(), now.getList("regulators"));
            assertTrue(now.getBoolean("undetermined"));
            assertEquals(
                    List.of("M74"),
                    queue(OFFICER_QIXIAN, Map.of("undetermined", true, "industry", "M74"))
                            .getList("nodes.industry"));
        } finally {
            tables.change("update department set valid_to = null where code = ?", giving);
        }
    }

    static Stream<Arguments> badRulings() {
        return Stream.of(
                Arguments.of(Map.of("decidedOn", TODAY.plusDays(1).toString()), "TIME_IN_FUTURE", "decidedOn"),
                Arguments.of(Map.of("jurisdiction", LANKAO), "OUTSIDE_JURISDICTION", "jurisdiction"),
                Arguments.of(Map.of("jurisdiction", "410221103000"), "NOT_A_COUNTY_OR_CITY", "jurisdiction"),
                Arguments.of(Map.of("jurisdiction", "419999000000"), "UNKNOWN_CODE", "jurisdiction"),
                Arguments.of(Map.of("venue", "HOMESTAY"), "INDUSTRY_OR_VENUE", "industry"),
                Arguments.of(Map.of("industry", "M99"), "UNKNOWN_CODE", "industry"),
                Arguments.of(Map.of("industry", "C26"), "ALREADY_REGULATED", "industry"),
                Arguments.of(Map.of("department", "KF-410225-EM"), "DEPARTMENT_OF_ANOTHER_PLACE", "department"),
                Arguments.of(Map.of("department", "KF-NOBODY"), "UNKNOWN_CODE", "department"),
                Arguments.of(Map.of("department", "KF-410221-SCO"), "COMMITTEE_REGULATES_NOBODY", "department"),
                Arguments.of(Map.of("decidedOn", "2010-05-01"), "UNKNOWN_CODE", "industry"));
    }

    @ParameterizedTest
    @MethodSource("badRulings")
    void badDecisionIsRefusedAndNothingChanges(Map<String, String> bad, String code, String field) {
        // When
        LedgerClient.Payload refused = decide(COUNTY_LEADER_QIXIAN, ruling(bad));

        // Then
        assertEquals(List.of(code), refused.userErrorCodes());
        assertEquals(List.of(field), refused.get("userErrors[0].path"));
        assertEquals("0", tables.value("select count(*) from regulator_decision where division_code = ?", QIXIAN));
        assertEquals(1, queue(OFFICER_QIXIAN, Map.of("undetermined", true)).getInt("totalCount"));
    }

    @Test
    void decisionsAboutTheSameOfOneDayOrAnEarlierOneAreRefused() {
        // Given
        decide(
                        COUNTY_LEADER_QIXIAN,
                        ruling(Map.of("decidedOn", TODAY.minusDays(3).toString())))
                .accepted();

        // When
        LedgerClient.Payload same = decide(
                CITY_LEADER, ruling(Map.of("decidedOn", TODAY.minusDays(3).toString())));
        LedgerClient.Payload earlier = decide(
                COUNTY_LEADER_QIXIAN,
                ruling(Map.of("decidedOn", TODAY.minusDays(9).toString())));

        // Then
        assertEquals(List.of("DECISION_OVERLAPS"), same.userErrorCodes());
        assertEquals(List.of("DECISION_OVERLAPS"), earlier.userErrorCodes());
        assertEquals("1", tables.value("select count(*) from regulator_decision where division_code = ?", QIXIAN));
    }

    @Test
    void ofSeveralLeadersWhoDecideAtOnceOneDoes() {
        // When
        List<List<String>> codes = Together.act(
                6,
                leader -> decide(leader % 2 == 0 ? CITY_LEADER : COUNTY_LEADER_QIXIAN, ruling(Map.of()))
                        .userErrorCodes());

        // Then
        assertEquals(1, codes.stream().filter(List::isEmpty).count());
        assertEquals(
                5, codes.stream().filter(List.of("DECISION_OVERLAPS")::equals).count());
        assertEquals("1", tables.value("select count(*) from regulator_decision where division_code = ?", QIXIAN));
    }

    @Test
    void dissolvedDepartmentRegulatesNobodyAndIsGivenNothing() {
        // Given
        tables.change("update department set valid_to = current_date - 1 where code = 'KF-410221-AG'");
        try {
            // When
            LedgerClient.Payload refused = decide(COUNTY_LEADER_QIXIAN, ruling(Map.of("department", "KF-410221-AG")));

            // Then
            assertEquals(List.of("DEPARTMENT_RETIRED"), refused.userErrorCodes());
            assertTrue(regulators(OFFICER_QIXIAN, QIXIAN, Map.of("industry", "A01"))
                    .getBoolean("undetermined"));
        } finally {
            tables.change("update department set valid_to = null where code = 'KF-410221-AG'");
        }
    }

    @Test
    void onlyALeaderDecides() {
        for (TestCaller other : List.of(OFFICER_QIXIAN, CITY_OFFICER, MANAGER_LANKAO)) {
            assertEquals(List.of("FORBIDDEN"), decide(other, ruling(Map.of())).errorCodes());
        }
    }

    @Test
    void placeOfOthersIsAnsweredByNothingOnAnyPath() {
        // Given
        String decision =
                decide(COUNTY_LEADER_QIXIAN, ruling(Map.of())).accepted().text("regulatorDecision.id");
        String entry = queue(OFFICER_QIXIAN, Map.of()).getString("nodes[0].id");

        // When, Then
        for (TestCaller outsider : List.of(COUNTY_LEADER_LANKAO, MANAGER_LANKAO)) {
            for (String id : List.of(decision, entry)) {
                JsonPath answer = LedgerClient.as(outsider)
                        .query("query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", Map.of("id", id));
                assertNull(answer.get("data.node"));
                assertNull(answer.get("data.nodes[0]"));
                assertEquals(
                        List.of("NOT_FOUND"),
                        LedgerClient.as(outsider)
                                .errorCodes("query($id: ID!) { history(of: $id) { totalCount } }", Map.of("id", id)));
            }
            assertNull(LedgerClient.as(outsider)
                    .query("{ regulatorsFor(jurisdiction: \"410221000000\", industry: \"M74\") { level } }")
                    .get("data.regulatorsFor"));
        }
    }

    private static Map<String, Object> ruling(Map<String, String> otherwise) {
        Map<String, Object> ruling = new HashMap<>(Map.of(
                "jurisdiction", QIXIAN,
                "industry", "M74",
                "department", "KF-410221-MR",
                "reason", "业务相近",
                "documentNumber", "杞政〔2026〕7号",
                "decidedOn", TODAY.toString()));
        ruling.putAll(otherwise);
        return ruling;
    }

    private static LedgerClient.Payload decide(TestCaller leader, Map<String, ?> ruling) {
        return LedgerClient.as(leader)
                .mutate("decideRegulator", "DecideRegulatorInput", ruling, "regulatorDecision { id }");
    }

    private static JsonPath regulators(TestCaller caller, String place, Map<String, String> asked) {
        Map<String, @Nullable Object> variables = new HashMap<>(asked);
        variables.put("place", place);
        JsonPath answer = LedgerClient.as(caller)
                .query(
                        "query($place: String!, $industry: String, $venue: String, $matter: String, $level: DivisionLevel, $on: Date) {"
                                + " regulatorsFor(jurisdiction: $place, industry: $industry, venue: $venue, matter: $matter,"
                                + " level: $level, on: $on) { level undetermined acting coordinating { department }"
                                + " regulators { department basis found document reason decidedOn } } }",
                        variables);
        answer.setRootPath("data.regulatorsFor");
        return answer;
    }

    private static List<String> why(JsonPath found) {
        return found.<Map<String, String>>getList("regulators").stream()
                .map(regulator ->
                        regulator.get("department") + " " + regulator.get("basis") + " " + regulator.get("found"))
                .toList();
    }

    private static JsonPath queue(TestCaller caller, Map<String, ?> filter) {
        JsonPath answer = LedgerClient.as(caller)
                .query(
                        "query($filter: UndeterminedRegulatorFilter) { undeterminedRegulators(filter: $filter, first: 100)"
                                + " { totalCount nodes { id industry venueType enterpriseCount overdue dueAt deadline { rule dueAt }"
                                + " actingHolders { name title } decision { id } } } }",
                        Map.of("filter", filter));
        answer.setRootPath("data.undeterminedRegulators");
        return answer;
    }

    private static String reported() {
        LedgerClient officer = LedgerClient.as(OFFICER_QIXIAN);
        String enterprise = officer.query(
                        "query($text: String) { enterprises(filter: { text: $text }) { nodes { id } } }",
                        Map.of("text", LABORATORY))
                .getString("data.enterprises.nodes[0].id");
        return officer.mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of("enterpriseId", enterprise, "title", "疏散通道堵塞", "category", "EVACUATION_ROUTE"),
                        "hazard { id }")
                .accepted()
                .text("hazard.id");
    }

    private static JsonPath parties(String hazard) {
        JsonPath answer = LedgerClient.as(OFFICER_QIXIAN)
                .query(
                        "query($id: ID!) { hazard(id: $id) { responsibleParties { missing acting"
                                + " holders { party name department assignmentId } } } }",
                        Map.of("id", hazard));
        answer.setRootPath("data.hazard.responsibleParties");
        return answer;
    }
}
