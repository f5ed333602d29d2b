package org.safetyledger.supervision.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.ReceiverScene.*;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** Who lets stopped work be resumed when the hazard behind the order was handed on or is closed. */
@LedgerTest
class StopOrderTest {
    private static final String DENIED = "42501";

    private final Loop loop = new Loop();
    private final LedgerTables database = new LedgerTables();

    @BeforeEach
    void handBack() {
        handBackAll();
    }

    @Test
    void receiverVisitsForTheHazardStopsWorkAndResumesItAfterItsReCheck() {
        // Given
        String hazard = received();
        String visit = started("TRANSFERRED");

        // When
        String order = served(paper("STOP_ORDER", visit, List.of(problem(hazard))));
        recheck(order);

        // Then
        assertEquals(List.of(), lifting(OFFICER_QIXIAN, order));
        assertEquals(List.of("ISSUED", "SERVED", "RESUMED"), history(OFFICER_LANKAO, order));
        run(MANAGER_LANKAO, "signPaperReceipt", "SignPaperReceiptInput", Map.of("id", order))
                .accepted();
    }

    @Test
    void stopOrderOutlivesItsHazardUntilItsReceiverLiftsIt() throws SQLException {
        // Given
        String hazard = received();
        String order = served(paper("STOP_ORDER", started("TRANSFERRED"), List.of(problem(hazard))));

        // When
        String task = loop.assign(OFFICER_QIXIAN, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(OFFICER_QIXIAN, task);
        loop.close(OFFICER_QIXIAN, hazard);

        // Then
        assertEquals(List.of("OUTSIDE_POWERS"), planned("TRANSFERRED").userErrorCodes());
        assertEquals(List.of("EXAMINATION_REQUIRED"), lifting(OFFICER_QIXIAN, order));
        assertEquals("done", adding("410221", "RECHECK", "410221000000", true));
        assertEquals(DENIED, adding("410221", "TRANSFERRED", "410221000000", true));
        assertEquals(DENIED, adding("410221", "RECHECK", "410221000000", false));
        assertEquals(DENIED, adding("410221", "RECHECK", "410225000000", true));
        assertEquals(DENIED, adding("410222", "RECHECK", "410222000000", true));
        recheck(order);
        assertEquals(List.of(), lifting(OFFICER_QIXIAN, order));
        assertEquals(List.of("REFERENCE_NOT_FOUND"), planned("RECHECK").userErrorCodes());
        assertEquals(DENIED, adding("410221", "RECHECK", "410221000000", true));
    }

    @Test
    void whoIssuedAStopOrderLiftsItThoughTheHazardWasHandedOn() {
        // Given
        String hazard = received();
        String order = served(paper("STOP_ORDER", started("TRANSFERRED"), List.of(problem(hazard))));

        // When
        TransferScene.accept(OFFICER_LANKAO, TransferScene.sent(OFFICER_QIXIAN, hazard, "ORDINARY", "410225000000"))
                .accepted();

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), lifting(OFFICER_LANKAO, order));
        recheck(order);
        assertEquals(List.of("NOT_THE_AUTHORITY"), lifting(OFFICER_LANKAO, order));
        assertEquals(List.of(), lifting(OFFICER_QIXIAN, order));
    }

    @Test
    void placeLiftsItsStopOrderThoughItHandedTheHazardOn() {
        // Given
        String hazard = TransferScene.hazard();
        loop.confirm(OFFICER_LANKAO, hazard);
        Map<String, Object> stop = PaperScene.LANKAO.paper("STOP_ORDER", List.of(problem(hazard)));
        stop.put("inspectionId", PaperScene.LANKAO.visit());
        String order = PaperScene.LANKAO.served(stop);

        // When
        TransferScene.accept(
                        OFFICER_QIXIAN, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.QIXIAN))
                .accepted();
        PaperScene.LANKAO.issued(PaperScene.LANKAO.recheck(PaperScene.LANKAO.visit(), order, "DONE"));

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), lifting(OFFICER_QIXIAN, order));
        assertEquals(List.of(), lifting(OFFICER_LANKAO, order));
    }

    @Test
    void stopOrderOfADissolvedDepartmentIsLiftedByWhoeverCheckedItAgain() {
        // Given
        String order = PaperScene.LANKAO.examinedStop();
        String department = "KF-410225-CT";
        database.changePastTriggers(
                "update paper set authority = ? where id = ?",
                department,
                NodeId.parse(order).orElseThrow().uuid());

        // When
        List<String> before = lifting(OFFICER_LANKAO, order);
        List<String> after;
        database.change("update department set valid_to = current_date - 1 where code = ?", department);
        try {
            after = lifting(OFFICER_LANKAO, order);
        } finally {
            database.change("update department set valid_to = null where code = ?", department);
        }

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), before);
        assertEquals(List.of(), after);
    }

    /** What the database says of a visit there that a county's officers with grants write, whatever the program says. */
    private static String adding(String county, String source, String authority, boolean byGrant) throws SQLException {
        try (Connection application = LedgerDatabase.asApplication();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute("select set_config('role', 'ledger_background', true)");
            String visit = LedgerDatabase.texts(
                            application,
                            "select format('insert into inspection (id, division_code, enterprise_id, industry_code, checklist_id,"
                                    + " kind, check_kind, source, announced, status, planned_on, planned_by, planned_at, version,"
                                    + " authority, by_grant) values (gen_random_uuid(), %L, %L, %L, %L, ''ENFORCEMENT'', ''CASE'', "
                                    + "''" + source + "'', false, ''PLANNED'', current_date, ''x'', now(), 0, ''"
                                    + authority
                                    + "'', " + byGrant
                                    + ")', division_code, id, industry_code, (select id from checklist limit 1))"
                                    + " from enterprise where credit_code = '" + TestCaller.LANKAO_ENTERPRISE + "'")
                    .getFirst();
            statement.execute("select set_config('role', 'ledger_county_granted', true), set_config('ledger.county', '"
                    + county + "', true), set_config('ledger.department', '', true)");
            try {
                statement.execute(visit);
                return "done";
            } catch (SQLException refusal) {
                return refusal.getSQLState();
            } finally {
                application.rollback();
            }
        }
    }
}
