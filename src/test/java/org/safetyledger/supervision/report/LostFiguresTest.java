package org.safetyledger.supervision.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.DailyReportScene;
import org.safetyledger.testing.DirectiveScene;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;

/** Nothing that happened is missing from all reports, and nothing is in two of them, whatever happens around a cut-off. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class LostFiguresTest {
    private static final String LANKAO = "410225000000";

    @Inject
    LedgerTables tables;

    @BeforeEach
    void forgetReports() {
        for (String table : List.of("daily_figure", "reported_object", "daily_report")) {
            tables.change("delete from " + table);
        }
    }

    @Test
    void whatIsCommittedAfterTheDrawThoughRecordedBeforeIsTheNextDaysCorrectionOnce() throws SQLException {
        // Given
        String found = hazard();
        String closed = hazard();
        String paper = PaperScene.LANKAO.issued(PaperScene.LANKAO.notice());
        String before = "'2025-11-03 16:59:30+08'";
        try (Connection recording = behindTheTriggers();
                Statement statement = recording.createStatement()) {
            // When somebody records it before the cut-off, and commits after the report was drawn up
            statement.execute("update hazard set reported_at = " + before + ", discovered_at = " + before
                    + " where id = '" + uuid(found) + "'");
            statement.execute(
                    "update hazard set reported_at = '2025-06-01', discovered_at = '2025-06-01', status = 'CLOSED', closed_at = "
                            + before + " where id = '" + uuid(closed) + "'");
            statement.execute("update paper set issued_at = " + before + " where id = '" + uuid(paper) + "'");
            draw("2025-11-03T17:00:05");
            recording.commit();
        }
        draw("2025-11-04T17:01");
        draw("2025-11-05T17:01");

        // Then
        for (String figure : List.of("HAZARDS_FOUND", "HAZARDS_RECTIFIED", "PAPERS")) {
            assertEquals(0, figure("2025-11-03", figure), figure);
            assertEquals(0, figure("2025-11-04", figure), figure);
            assertEquals("1 2025-11-03", correction("2025-11-04", figure), figure);
            assertEquals("", correction("2025-11-05", figure), figure);
        }
    }

    @Test
    void hazardThatWasRejectedAtTheDrawAndRestoredLaterIsACorrectionOnce() {
        // Given
        String hazard = hazard();
        change(
                hazard,
                "reported_at = '2025-11-10 10:00+08', discovered_at = '2025-11-10 10:00+08', status = 'REJECTED'");
        draw("2025-11-10T17:01");

        // When two days later it is contested
        draw("2025-11-11T17:01");
        change(hazard, "status = 'REPORTED', contested = true");
        draw("2025-11-12T17:01");
        draw("2025-11-13T17:01");

        // Then
        assertEquals(0, figure("2025-11-10", "HAZARDS_FOUND"));
        assertEquals("", correction("2025-11-11", "HAZARDS_FOUND"));
        assertEquals("1 2025-11-10", correction("2025-11-12", "HAZARDS_FOUND"));
        assertEquals("", correction("2025-11-13", "HAZARDS_FOUND"));
    }

    @Test
    void closureCountsThoughTheHazardWasReopenedBeforeTheDrawAndEachOneOnItsDay() {
        // Given it is closed in the morning and reopened after the cut-off, before the report is drawn up
        String hazard = hazard();
        change(
                hazard,
                "reported_at = '2025-06-01', discovered_at = '2025-06-01', status = 'REOPENED', reopened_at = '2025-11-17 17:30+08'");
        told(hazard, 101, "CLOSED", "2025-11-17 10:00+08");
        told(hazard, 102, "REOPENED", "2025-11-17 17:30+08");
        draw("2025-11-17T18:00");

        // When it is closed again the next day
        change(hazard, "status = 'CLOSED', closed_at = '2025-11-18 10:00+08'");
        told(hazard, 103, "CLOSED", "2025-11-18 10:00+08");
        draw("2025-11-18T17:01");
        draw("2025-11-19T17:01");

        // Then
        assertEquals(1, figure("2025-11-17", "HAZARDS_RECTIFIED"));
        assertEquals(1, figure("2025-11-18", "HAZARDS_RECTIFIED"));
        assertEquals(0, figure("2025-11-19", "HAZARDS_RECTIFIED"));
        assertEquals("", correction("2025-11-18", "HAZARDS_RECTIFIED"));
        assertEquals("", correction("2025-11-19", "HAZARDS_RECTIFIED"));
    }

    @Test
    void addresseeThatHasNotAnsweredByItsDateStandsOutOnThatDayAndLeadsToTheItem() {
        // Given
        String item = DirectiveScene.GOVERNMENT.issuedItem();
        tables.changePastTriggers(
                "update directive_item set due_at = '2025-11-25 23:59:59+08' where id = ?", uuid(item));

        // When
        draw("2025-11-24T17:01");
        String onItsDay = draw("2025-11-25T17:01");
        at("2025-11-25T18:01");
        String ofCity = DailyReportScene.CITY.drawUp("2025-11-25").accepted().text("dailyReport.id");
        at("2025-11-26T09:00");
        DirectiveScene.respond(COUNTY_LEADER_LANKAO, item, "已完成排查").accepted();
        draw("2025-11-26T17:01");

        // Then
        assertEquals(0, figure("2025-11-24", "DIRECTIVES_UNANSWERED"));
        assertEquals(1, figure("2025-11-25", "DIRECTIVES_UNANSWERED"));
        assertEquals(0, figure("2025-11-26", "DIRECTIVES_UNANSWERED"));
        assertEquals(List.of("DIRECTIVE_ITEM 410225000000 " + item), problems(OFFICER_LANKAO, onItsDay));
        assertEquals(List.of("DIRECTIVE_ITEM 410225000000 " + item), problems(CITY_OFFICER, ofCity));
    }

    private static List<String> problems(TestCaller reader, String report) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { reportedObjects(first: 100, filter: {dailyReportId: $id, figure: DIRECTIVES_UNANSWERED, outstanding: true})"
                                + " { nodes { objectType responsibleJurisdiction { code } directiveItem { id } } } }",
                        Map.of("id", report))
                .getList(
                        "data.reportedObjects.nodes.collect { it.objectType + ' ' + it.responsibleJurisdiction.code + ' ' + it.directiveItem.id }");
    }

    private static String hazard() {
        return new Loop().reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
    }

    /** As it would be had it happened then: nothing of it is told by triggers. */
    private void change(String hazard, String set) {
        tables.changePastTriggers("update hazard set " + set + " where id = ?", uuid(hazard));
    }

    private void told(String hazard, int sequence, String action, String at) {
        tables.changePastTriggers(
                "insert into history_entry (id, object_type, object_id, sequence, division_code, action, status, actor, actor_name, actor_role,"
                        + " recorded_at, detail, previous_hash, hash) values (gen_random_uuid(), 'HAZARD', ?, ?, '410225101000', ?, ?, 'x', 'x',"
                        + " 'county-officer', ?::timestamptz, '{}', 'x', 'x')",
                uuid(hazard),
                sequence,
                action,
                action,
                at);
    }

    private static Connection behindTheTriggers() throws SQLException {
        Connection connection = LedgerDatabase.asSuperuser();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    /** Draws up the report of Lankao for the day of a moment, at that moment. */
    private static String draw(String time) {
        at(time);
        return DailyReportScene.LANKAO.drawUp(time.substring(0, 10)).accepted().text("dailyReport.id");
    }

    private static JsonPath report(String day) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($place: String, $day: Date) { dailyReport(jurisdiction: $place, date: $day) { figures { figure value }"
                                + " corrections { figure value from to } } }",
                        Map.of("place", LANKAO, "day", day))
                .setRootPath("data.dailyReport");
    }

    private static int figure(String day, String figure) {
        return report(day).<Map<String, Object>>getList("figures").stream()
                .filter(told -> figure.equals(told.get("figure")))
                .mapToInt(told -> (Integer) Objects.requireNonNull(told.get("value")))
                .findFirst()
                .orElseThrow();
    }

    /** How many, and of which day; empty for none. */
    private static String correction(String day, String figure) {
        List<String> told = report(day)
                .getList("corrections.findAll { it.figure == '" + figure + "' }.collect { it.value + ' ' + it.from }");
        return String.join(", ", told);
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }

    private static void at(String time) {
        QuarkusMock.installMockForType(
                Clock.fixed(LocalDateTime.parse(time).atZone(Times.ZONE).toInstant(), ZoneOffset.UTC), Clock.class);
    }
}
