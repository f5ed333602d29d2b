package org.safetyledger.supervision.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.AUDITOR_CITY;
import static org.safetyledger.testing.TestCaller.AUDITOR_QIXIAN;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.DailyReportScene;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Daily reports from their cut-off to their issue, on days that the test drives. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class DailyReportTest {
    private static final String CITY = "410200000000";
    private static final String TONGXU = "410222000000";
    private static final DailyReportScene OF_TONGXU = county("tongxu", TONGXU);
    private static final DailyReportScene OF_WEISHI = county("weishi", "410223000000");
    private static final int PLACES = 11;
    private static final String READING = "id status day zero figures { figure value outstanding }"
            + " corrections { figure value from to } missingJurisdictions { code } signedBy issuedBy version";

    @Inject
    DueReports due;

    @Inject
    LedgerTables tables;

    @BeforeEach
    void forgetReports() {
        for (String table : List.of("daily_figure", "reported_object", "daily_report")) {
            tables.change("delete from " + table);
        }
    }

    private static DailyReportScene county(String name, String code) {
        return new DailyReportScene(
                TestCaller.authority("county-officer-" + name, "county-officer", code),
                TestCaller.authority("county-leader-" + name, "county-leader", code));
    }

    @Test
    void whatIsKnownLateIsTheNextDaysCorrectionAndTheOldReportStays() {
        // Given
        at("2025-10-13T10:00");
        String inTime = OF_TONGXU.found("2025-10-13", "09:00");
        at("2025-10-13T17:01");
        String first = drawn(OF_TONGXU, "2025-10-13");
        JsonPath before = report(OF_TONGXU.leader(), TONGXU, "2025-10-13");

        // When
        at("2025-10-13T17:20");
        String ofNextDay = OF_TONGXU.found("2025-10-13", "17:10");
        String late = OF_TONGXU.found("2025-10-13", "15:00");
        String veryLate = OF_TONGXU.found("2025-10-10", "18:00");
        at("2025-10-14T17:00");
        String second = drawn(OF_TONGXU, "2025-10-14");

        // Then
        JsonPath next = report(OF_TONGXU.leader(), TONGXU, "2025-10-14");
        assertEquals(1, figure(before, "HAZARDS_FOUND"));
        assertEquals(1, figure(before, "GENERAL_FOUND"));
        assertEquals(0, figure(before, "MAJOR_FOUND"));
        assertEquals(ReportFigure.values().length, before.getList("figures").size());
        assertEquals(List.of(), before.getList("corrections"));
        assertEquals(1, figure(next, "HAZARDS_FOUND"));
        assertEquals(
                List.of(
                        Map.of("figure", "HAZARDS_FOUND", "value", 2, "from", "2025-10-11", "to", "2025-10-13"),
                        Map.of("figure", "GENERAL_FOUND", "value", 2, "from", "2025-10-11", "to", "2025-10-13")),
                next.getList("corrections"));
        assertEquals(List.of("2025-10-13 " + inTime), found(first));
        assertEquals(
                List.of("2025-10-11 " + veryLate, "2025-10-13 " + late, "2025-10-14 " + ofNextDay),
                found(second).stream().sorted().toList());
        assertEquals(
                before.prettify(),
                report(OF_TONGXU.leader(), TONGXU, "2025-10-13").prettify());
    }

    @Test
    void hazardThatIsGradedUpAfterItsReportIsNotReportedAgain() {
        // Given
        at("2025-10-17T17:02");
        OF_TONGXU.found("2025-10-17", "16:00");
        at("2025-10-17T17:05");
        drawn(OF_TONGXU, "2025-10-17");
        assertEquals(1, tables.change("update hazard set grade = 'MAJOR' where reported_at = '2025-10-17 17:02+08'"));

        // When
        at("2025-10-18T17:00");
        drawn(OF_TONGXU, "2025-10-18");

        // Then
        JsonPath next = report(OF_TONGXU.officer(), TONGXU, "2025-10-18");
        assertEquals(1, figure(report(OF_TONGXU.officer(), TONGXU, "2025-10-17"), "GENERAL_FOUND"));
        assertEquals(List.of(), next.getList("corrections"));
        assertTrue(next.getBoolean("zero"));
    }

    @Test
    void reportOfADayWithNothingIsSignedAsAZeroReportAndNoOtherIs() {
        // Given
        at("2025-10-15T12:00");
        OF_WEISHI.found("2025-10-15");
        at("2025-10-15T17:30");
        String something = drawn(OF_WEISHI, "2025-10-15");
        String nothing = drawn(OF_TONGXU, "2025-10-15");

        // When, Then
        assertEquals(List.of("ZERO_CONTRADICTED zero"), refused(OF_WEISHI.sign(Map.of("id", something, "zero", true))));
        assertEquals(List.of("ZERO_CONTRADICTED zero"), refused(OF_TONGXU.sign(Map.of("id", nothing))));
        assertEquals(
                "SIGNED",
                OF_TONGXU.sign(Map.of("id", nothing, "zero", true)).accepted().text("dailyReport.status"));
        assertEquals(
                "SIGNED", OF_WEISHI.sign(Map.of("id", something)).accepted().text("dailyReport.status"));
        JsonPath read = report(OF_TONGXU.officer(), TONGXU, "2025-10-15");
        assertTrue(read.getBoolean("zero"));
        assertEquals("county-leader-tongxu", read.getString("signedBy"));
        assertEquals(List.of("WRONG_STATE"), refused(OF_TONGXU.sign(Map.of("id", nothing, "zero", true))));
        assertEquals(
                List.of("DRAWN_UP", "SIGNED"),
                LedgerClient.as(OF_TONGXU.leader())
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", nothing))
                        .getList("data.history.nodes.action"));
    }

    @Test
    void cityAddsUpItsCountiesNamesThoseWithoutSignatureAndIssuesAll() {
        // Given
        at("2025-10-16T12:00");
        OF_TONGXU.found("2025-10-16");
        OF_WEISHI.found("2025-10-16");
        at("2025-10-16T17:30");
        sign(OF_TONGXU, drawn(OF_TONGXU, "2025-10-16"));
        at("2025-10-16T17:59");
        List<String> early = refused(DailyReportScene.CITY.drawUp("2025-10-16"));
        at("2025-10-16T18:10");
        String weishi = drawn(OF_WEISHI, "2025-10-16");
        sign(OF_WEISHI, weishi);

        // When
        String city = drawn(DailyReportScene.CITY, "2025-10-16");
        JsonPath drawn = report(CITY_LEADER, CITY, "2025-10-16");
        List<String> byAnOfficer = issue(CITY_OFFICER, city).errorCodes();
        List<String> ofACounty = refused(issue(
                CITY_LEADER, report(CITY_LEADER, "410225000000", "2025-10-16").getString("id")));
        issue(CITY_LEADER, city).accepted();

        // Then
        List<String> missing = drawn.getList("missingJurisdictions.code");
        assertEquals(List.of("CUT_OFF_NOT_REACHED day"), early);
        assertEquals(List.of("FORBIDDEN"), byAnOfficer);
        assertEquals(List.of("NOT_THE_AUTHORITY"), ofACounty);
        assertEquals(2, figure(drawn, "HAZARDS_FOUND"));
        assertEquals(PLACES - 2, missing.size());
        assertTrue(missing.contains("410223000000") && !missing.contains(TONGXU), missing.toString());
        assertEquals(
                List.of("DRAWN_UP " + (PLACES - 3), "ISSUED 3"),
                tables.rows("select status || ' ' || count(*) from daily_report group by status order by 1"));
        assertEquals("county-leader-tongxu city-leader", people(report(OF_TONGXU.officer(), TONGXU, "2025-10-16")));
        assertEquals(List.of("WRONG_STATE"), refused(issue(CITY_LEADER, city)));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-20T16:59, 2025-10-20, CUT_OFF_NOT_REACHED",
        "2025-10-20T17:30, 2025-10-21, TIME_IN_FUTURE",
        "2025-10-20T17:30, 2024-10-18, VALUE_OUT_OF_RANGE",
        "2025-10-20T17:30, 1899-01-01, VALUE_OUT_OF_RANGE",
        "2025-10-20T17:30, 2025-10-19, DAILY_REPORT_EXISTS"
    })
    void dayWithoutAReportToDrawUpIsRefusedAndNothingChanges(String now, String day, String code) {
        // Given
        at("2025-10-20T09:00");
        drawn(OF_TONGXU, "2025-10-19");
        at(now);
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        List<String> refused = refused(OF_TONGXU.drawUp(day));

        // Then
        assertEquals(List.of(code + " day"), refused);
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void eitherBothPlaceAndDayAreGivenOrTheId() {
        // Given
        String byPlaceAlone = "{ dailyReport(jurisdiction: \"" + TONGXU + "\") { id } }";
        String byNothing = "{ dailyReport { id } }";
        String byNoDay = "{ dailyReport(jurisdiction: \"" + TONGXU + "\", date: \"2025-02-30\") { id } }";

        // When, Then
        assertEquals(List.of("BAD_INPUT"), LedgerClient.as(CITY_OFFICER).errorCodes(byPlaceAlone, Map.of()));
        assertEquals(List.of("BAD_INPUT"), LedgerClient.as(CITY_OFFICER).errorCodes(byNothing, Map.of()));
        assertEquals(
                1, LedgerClient.as(CITY_OFFICER).errorCodes(byNoDay, Map.of()).size());
    }

    @Test
    void reportIsSeenByItsPlaceAndTheCityOnly() {
        // Given
        at("2025-10-21T17:30");
        String report = drawn(DailyReportScene.LANKAO, "2025-10-21");
        at("2025-10-21T18:30");
        String city = drawn(DailyReportScene.CITY, "2025-10-21");
        String document = "query($id: ID!) { node(id: $id) { id } }";

        // When, Then
        for (TestCaller reader : List.of(OFFICER_LANKAO, COUNTY_LEADER_LANKAO, CITY_LEADER, AUDITOR_CITY)) {
            assertEquals(
                    report,
                    LedgerClient.as(reader)
                            .query(document, Map.of("id", report))
                            .getString("data.node.id"));
        }
        for (TestCaller stranger : List.of(OFFICER_QIXIAN, AUDITOR_QIXIAN, FIRE_LANKAO, MANAGER_LANKAO)) {
            for (String hidden : List.of(report, city)) {
                assertEquals(
                        null,
                        LedgerClient.as(stranger)
                                .query(document, Map.of("id", hidden))
                                .getString("data.node.id"),
                        stranger.subject());
            }
        }
        assertEquals(
                null,
                LedgerClient.as(COUNTY_LEADER_LANKAO)
                        .query(document, Map.of("id", city))
                        .getString("data.node.id"));
    }

    @Test
    void stopOfThreeDaysIsCaughtUpWithEachReportOnce() throws Exception {
        // Given
        at("2025-10-22T18:30");
        int atTheCutOff = due.drawUp();
        at("2025-10-25T17:30");

        // When
        List<Integer> together = Together.act(2, replica -> drawUpDue());
        int again = due.drawUp();
        at("2025-10-25T18:00");
        int ofTheCity = due.drawUp();

        // Then
        assertEquals(PLACES, atTheCutOff);
        assertEquals(
                3 * PLACES - 1, together.stream().mapToInt(Integer::intValue).sum());
        assertEquals(0, again);
        assertEquals(1, ofTheCity);
        assertEquals(
                List.of("4|" + PLACES * 4),
                tables.rows("select count(distinct day), count(*) from daily_report where drawn_up_by = '系统'"));
        assertEquals(
                PLACES * 4L,
                LedgerDatabase.number("select count(*) from history_entry h join daily_report r on r.id = h.object_id"
                        + " where h.object_type = 'DAILY_REPORT' and h.actor_name = '系统'"));
    }

    private int drawUpDue() {
        try {
            return due.drawUp();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void everyLateOrTimelyHazardIsReportedOnceForTheDayOnWhichItWasFound() {
        // Given
        Chance chance = Chance.of(Chance.seed("daily-report"), 1);
        LocalDateTime start = LocalDateTime.parse("2025-10-27T17:00");
        List<LocalDateTime> recorded = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            recorded.add(start.plusMinutes(1 + chance.below(3 * 24 * 60)));
        }
        List<Drawn> reports = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            LocalDateTime cutOff = start.plusDays(day);
            reports.add(new Drawn(cutOff.toLocalDate(), cutOff.plusMinutes(chance.below(200))));
        }
        List<String> expected = new ArrayList<>();

        // When
        for (Drawn report : reports) {
            for (LocalDateTime now : recorded.stream()
                    .filter(one -> !one.isAfter(report.at()))
                    .sorted()
                    .toList()) {
                recorded.remove(now);
                LocalDateTime found = now.minusMinutes(chance.below(4 * 24 * 60));
                LocalDate belongsTo = found.plusHours(7).toLocalDate();
                at(now.toString());
                String hazard = OF_TONGXU.found(
                        found.toLocalDate().toString(), found.toLocalTime().toString());
                reports.stream()
                        .filter(one -> !belongsTo.isAfter(one.day()) && !now.isAfter(one.at()))
                        .findFirst()
                        .ifPresent(one -> expected.add(one.day() + " " + belongsTo + " " + hazard));
            }
            at(report.at().toString());
            drawn(OF_TONGXU, report.day().toString());
        }

        // Then
        assertTrue(expected.size() > 15, expected.toString());
        assertEquals(expected.stream().sorted().toList(), reported());
    }

    private record Drawn(LocalDate day, LocalDateTime at) {}

    private List<String> reported() {
        return tables
                .rows(
                        "select reported_on || ' ' || day || ' ' || object_id from reported_object where figure = 'HAZARDS_FOUND'")
                .stream()
                .map(row -> {
                    String[] told = row.split(" ", 3);
                    return told[0] + " " + told[1] + " " + NodeId.text(NodeType.HAZARD, UUID.fromString(told[2]));
                })
                .sorted()
                .toList();
    }

    @Test
    void everyFigureIsARecountOfItsObjectsAndProblemsStandOut() {
        // Given
        PaperScene.LANKAO.examinedStop();
        String unsigned = PaperScene.LANKAO.served(PaperScene.LANKAO.notice());
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);
        loop.planMajor(MANAGER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        String item = SupervisionScene.GOVERNMENT.issued();
        for (String table : List.of("paper", "hazard", "rectification_task", "supervision_item")) {
            tables.change("update " + table + " set due_at = now() - interval '2 hours' where due_at is not null");
        }
        LocalDateTime now = LocalDateTime.now(Times.ZONE);
        LocalDate day = now.plusHours(7).toLocalDate();
        at(day + "T18:00");

        // When
        drawn(DailyReportScene.LANKAO, day.toString());
        drawn(DailyReportScene.CITY, day.toString());

        // Then
        JsonPath county = report(OFFICER_LANKAO, "410225000000", day.toString());
        JsonPath city = report(CITY_OFFICER, CITY, day.toString());
        Map<String, String> recounts = Map.of(
                "CHECKS", "inspection where kind = 'ENFORCEMENT' and started_at",
                "PAPERS", "paper where status <> 'WITHDRAWN' and issued_at",
                "STOP_ORDERS", "paper where kind = 'STOP_ORDER' and issued_at",
                "RECHECK_OPINIONS", "paper where kind = 'RECHECK_OPINION' and issued_at",
                "HAZARD_NOTICES", "paper where kind = 'HAZARD_NOTICE' and issued_at",
                "HAZARDS_FOUND", "hazard where reported_at",
                "MAJOR_FOUND", "hazard where grade = 'MAJOR' and reported_at",
                "HAZARDS_OVERDUE", "hazard where open and due_at");
        recounts.forEach((figure, recount) -> {
            String all = "select count(*) from " + recount + " > now() - interval '1 day'";
            long counted = LedgerDatabase.number(all + " and county_code = '410225'");
            assertTrue(counted > 0, figure);
            assertEquals(counted, figure(county, figure), figure);
            assertEquals(LedgerDatabase.number(all), figure(city, figure), figure);
        });
        assertEquals(
                List.of(
                        "MAJOR_OVERDUE hazard " + hazard,
                        "PAPERS_UNSIGNED paper " + unsigned,
                        "TASKS_OVERDUE rectificationTask " + task),
                problems(OFFICER_LANKAO, county.getString("id")).stream()
                        .filter(problem ->
                                problem.endsWith(hazard) || problem.endsWith(unsigned) || problem.endsWith(task))
                        .sorted()
                        .toList());
        assertTrue(problems(CITY_OFFICER, city.getString("id"))
                .contains("SUPERVISION_UNANSWERED supervisionItem " + item));
        assertEquals(0, figure(county, "SUPERVISION_UNANSWERED"));
        assertEquals(1, figure(city, "SUPERVISION_UNANSWERED"));
        assertDrillDown(OFFICER_LANKAO, county);
        assertDrillDown(CITY_OFFICER, city);
    }

    private static List<String> problems(TestCaller reader, String report) {
        List<Map<String, Map<String, String>>> problems = LedgerClient.as(reader)
                .query(
                        "query($id: ID) { dailyReport(id: $id) { objects(first: 100, filter: {outstanding: true}) { nodes {"
                                + " reason: responsibleJurisdiction { code } figure hazard { id } paper { id } rectificationTask { id }"
                                + " supervisionItem { id } } } } }",
                        Map.of("id", report))
                .getList("data.dailyReport.objects.nodes");
        List<String> told = new ArrayList<>();
        for (Map<String, ?> problem : problems) {
            for (String kind : List.of("hazard", "paper", "rectificationTask", "supervisionItem")) {
                if (problem.get(kind) instanceof Map<?, ?> object) {
                    told.add(problem.get("figure") + " " + kind + " " + object.get("id"));
                }
            }
        }
        return told;
    }

    private static void assertDrillDown(TestCaller reader, JsonPath report) {
        for (ReportFigure figure : ReportFigure.values()) {
            int counted = LedgerClient.as(reader)
                    .query(
                            "query($id: ID, $figure: DailyFigure) { dailyReport(id: $id) {"
                                    + " objects(filter: {figure: $figure, correction: false}) { totalCount } } }",
                            Map.of("id", report.getString("id"), "figure", figure.name()))
                    .getInt("data.dailyReport.objects.totalCount");
            assertEquals(figure(report, figure.name()), counted, figure.name());
        }
    }

    @Test
    void databaseRefusesFiguresThatContradictAndChangesOfWhatWasDrawnUp() throws SQLException {
        // Given
        at("2025-10-08T12:00");
        String hazard = OF_TONGXU.found("2025-10-08");
        at("2025-10-08T17:30");
        drawn(OF_TONGXU, "2025-10-08");
        String of = " from daily_report where division_code = '" + TONGXU + "'";
        String bare =
                "insert into daily_report (id, division_code, version, day, status, begins_at, cut_off_at, drawn_up_at, drawn_up_by,"
                        + " due_at, missing) select '00000000-0000-0000-0000-000000000001', division_code, 0, day - 1, 'DRAWN_UP', begins_at,"
                        + " cut_off_at, drawn_up_at, 'x', due_at, '{}'" + of + "; ";
        String figure = "insert into daily_figure (id, daily_report_id, figure, value, late) values ";
        String ofBare = "(gen_random_uuid(), '00000000-0000-0000-0000-000000000001', ";

        // When, Then
        assertRefused("update daily_report set cut_off_at = cut_off_at + interval '1 hour'", "stays as it was written");
        assertRefused("update daily_report set missing = '{x}'", "stays as it was written");
        assertRefused(
                "insert into daily_report (id, division_code, version, day, status, begins_at, cut_off_at, drawn_up_at, drawn_up_by, due_at,"
                        + " missing) select gen_random_uuid(), division_code, 0, day, status, begins_at, cut_off_at, drawn_up_at, 'x', due_at,"
                        + " '{}'" + of,
                "daily_report_division_code_day_key");
        assertRefused(
                "update daily_report set signed_at = cut_off_at - interval '1 second', signed_by = 'x'",
                "check constraint");
        assertRefused(
                "insert into reported_object (id, division_code, version, daily_report_id, reported_on, day, figure, outstanding, object_type,"
                        + " object_id, responsible_division) select gen_random_uuid(), division_code, 0, id, day, day - 1, 'VIOLATIONS', false,"
                        + " 'FINDING', gen_random_uuid(), division_code" + of,
                "stays as it was drawn up");
        assertRefused(
                bare
                        + "insert into reported_object (id, division_code, version, daily_report_id, reported_on, day, figure, outstanding,"
                        + " object_type, object_id, responsible_division) select gen_random_uuid(), division_code, 0, id, day, day + 1,"
                        + " 'VIOLATIONS', false, 'FINDING', gen_random_uuid(), division_code" + of,
                "check constraint");
        assertRefused(bare + figure + ofBare + "'VIOLATIONS', 1, 0)", "is not the number of its objects");
        assertRefused(
                bare
                        + "insert into reported_object (id, division_code, version, daily_report_id, reported_on, day, figure, outstanding,"
                        + " object_type, object_id, responsible_division) select gen_random_uuid(), division_code, 0, id, day, day,"
                        + " 'HAZARDS_FOUND', false, 'HAZARD', gen_random_uuid(), division_code from daily_report where drawn_up_by = 'x'; "
                        + figure + ofBare + "'HAZARDS_FOUND', 1, 0), " + ofBare + "'GENERAL_FOUND', 0, 0), " + ofBare
                        + "'MAJOR_FOUND', 0, 0)",
                "do not add up");
        assertEquals(1, figure(report(OF_TONGXU.officer(), TONGXU, "2025-10-08"), "GENERAL_FOUND"), hazard);
    }

    private static void assertRefused(String statements, String why) throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String message = String.valueOf(assertThrows(SQLException.class, () -> statement.execute(statements))
                    .getMessage());
            connection.rollback();
            assertTrue(message.contains(why), message);
        }
    }

    private static String drawn(DailyReportScene scene, String day) {
        return scene.drawUp(day).accepted().text("dailyReport.id");
    }

    private static void sign(DailyReportScene scene, String report) {
        scene.sign(scene.signature(report)).accepted();
    }

    private static LedgerClient.Payload issue(TestCaller leader, String report) {
        return LedgerClient.as(leader)
                .mutate("issueDailyReport", "IssueDailyReportInput", Map.of("id", report), "dailyReport { status }");
    }

    private static String people(JsonPath report) {
        return report.getString("signedBy") + " " + report.getString("issuedBy");
    }

    private static JsonPath report(TestCaller reader, String place, String day) {
        return LedgerClient.as(reader)
                .query(
                        "query($place: String, $day: Date) { dailyReport(jurisdiction: $place, date: $day) { " + READING
                                + " } }",
                        Map.of("place", place, "day", day))
                .setRootPath("data.dailyReport");
    }

    private static int figure(JsonPath report, String figure) {
        return report.<Map<String, Object>>getList("figures").stream()
                .filter(told -> figure.equals(told.get("figure")))
                .mapToInt(told -> (Integer) Objects.requireNonNull(told.get("value")))
                .findFirst()
                .orElseThrow();
    }

    /** The hazards that a report counts, with the days to which they belong. */
    private static List<String> found(String report) {
        JsonPath objects = LedgerClient.as(OF_TONGXU.officer())
                .query(
                        "query($id: ID!) { reportedObjects(first: 100, filter: {dailyReportId: $id, figure: HAZARDS_FOUND})"
                                + " { nodes { day hazard { id } } } }",
                        Map.of("id", report));
        return objects.getList("data.reportedObjects.nodes.collect { it.day + ' ' + it.hazard.id }");
    }

    private static List<String> refused(LedgerClient.Payload payload) {
        return payload.answer()
                .getList(payload.root() + ".userErrors.collect { ([it.code] + (it.path - 'input')).join(' ') }");
    }

    private static void at(String time) {
        Instant now = LocalDateTime.parse(time).atZone(Times.ZONE).toInstant();
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }
}
