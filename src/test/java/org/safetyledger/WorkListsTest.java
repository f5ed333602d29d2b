package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Hazards, tasks and visits are found by what was changed since, by sector and matter, and by who conducts them. */
@LedgerTest
class WorkListsTest {
    private static final Path MIGRATION =
            Path.of("src/main/resources/db/migration/V109__Tell_when_work_was_last_changed.sql");

    private final Loop loop = new Loop();

    @Test
    void eachChangeMovesTheTimeOfTheLastOne() {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        OffsetDateTime reported = changed("hazard", hazard);

        // When
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);

        // Then
        OffsetDateTime confirmed = changed("hazard", hazard);
        assertTrue(confirmed.isAfter(reported), () -> confirmed + " after " + reported);
        assertTrue(since("hazards", confirmed).contains(hazard));
        assertFalse(since("hazards", confirmed.plusNanos(1_000)).contains(hazard));
        assertEquals(hazard, since("hazards", reported).getFirst(), "the last changed one is the first");
    }

    @Test
    void enterpriseThatAcceptsATaskMovesItsTime() {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);
        String task = loop.assign(TestCaller.OFFICER_LANKAO, hazard);
        OffsetDateTime assigned = changed("rectificationTask", task);

        // When
        LedgerClient.as(TestCaller.MANAGER_LANKAO)
                .mutate("acceptRectification", "RectificationInput", Map.of("id", task), "rectificationTask { id }")
                .accepted();

        // Then
        assertTrue(changed("rectificationTask", task).isAfter(assigned));
        assertEquals(task, since("rectificationTasks", assigned).getFirst());
    }

    @Test
    void hazardIsFoundByTheSectorOfItsEnterprise() {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        LedgerClient officer = LedgerClient.as(TestCaller.OFFICER_LANKAO);
        JsonPath read = officer.query(
                "query($id: ID!) { hazard(id: $id) { sector sectorLabel { code } enterprise { sector } } }",
                Map.of("id", hazard));

        // When
        String sector = read.getString("data.hazard.sector");
        List<String> found = officer.query(
                        "query($sector: String) { hazards(first: 100, orderBy: REPORTED_AT_DESC, filter: {sector: $sector})"
                                + " { nodes { id } } }",
                        Map.of("sector", sector))
                .getList("data.hazards.nodes.id");

        // Then
        assertEquals(read.getString("data.hazard.enterprise.sector"), sector);
        assertEquals(sector, read.getString("data.hazard.sectorLabel.code"));
        assertEquals(hazard, found.getFirst());
        assertEquals(
                0,
                officer.query("{ hazards(filter: {sector: \"NONE\"}) { totalCount } }")
                        .getInt("data.hazards.totalCount"));
    }

    @Test
    void upgradeTellsTheLatestTimeThatIsKnown() throws SQLException, IOException {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);
        String uuid =
                "(select object_id from history_entry where action = 'CONFIRMED' order by recorded_at desc limit 1)";
        String agree =
                "select (updated_at = (select max(recorded_at) from history_entry where object_id = h.id))::text || ' '"
                        + " || (h.sector is not distinct from e.sector)::text"
                        + " from hazard h join enterprise e on e.id = h.enterprise_id where h.id = " + uuid;

        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : List.of("hazard", "rectification_task", "inspection")) {
                statement.execute("drop trigger updated on " + table);
                statement.execute("drop trigger of_sector on " + table);
                statement.execute("alter table " + table + " drop column updated_at, drop column sector");
            }
            statement.execute("drop function ledger_updated, ledger_sector");

            // When
            statement.execute(Files.readString(MIGRATION));

            // Then
            assertEquals(List.of("true true"), LedgerDatabase.texts(connection, agree));
            connection.rollback();
        }
    }

    private static OffsetDateTime changed(String root, String id) {
        return OffsetDateTime.parse(LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .query("query($id: ID!) { " + root + "(id: $id) { updatedAt } }", Map.of("id", id))
                .getString("data." + root + ".updatedAt"));
    }

    private static List<String> since(String list, OffsetDateTime time) {
        return LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .query(
                        "query($time: DateTime) { " + list
                                + "(first: 100, orderBy: UPDATED_AT_DESC, filter: {updatedSince: $time}) { nodes { id } } }",
                        Map.of("time", time.toString()))
                .getList("data." + list + ".nodes.id");
    }
}
