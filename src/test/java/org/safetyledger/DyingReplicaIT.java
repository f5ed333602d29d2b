package org.safetyledger;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.PackagedProgram;

/**
 * Two processes of the packaged program watch the deadlines and draw up the daily reports of a month, and one of them is killed
 * again and again. The month passes by the ends of the clocks coming nearer, since a process has no other time than the machine's.
 */
@QuarkusIntegrationTest
@Tag("executable")
@WithTestResource(OwnedDatabase.class)
class DyingReplicaIT {
    private static final int CLOCKS = 1_000;
    private static final int RUNGS = 2;
    private static final int DAYS = 30;
    private static final int KILLS = 10;

    /** What a replica was about when it died is taken up by the other once it has missed six heartbeats. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Map<String, String> AT_WORK = Map.of(
            "safety-ledger.clocks.every",
            "1S",
            "safety-ledger.daily-reports.every",
            "1S",
            "safety-ledger.warm-up.limit",
            "1S");

    private static final String CLEAR = """
            set session_replication_role = replica;
            delete from deadline_event where object_id in (select object_id from deadline_clock where name = 'MONTH');
            delete from deadline_clock where name = 'MONTH';
            truncate daily_report cascade""";

    /**
     * Ends are spread over the month that comes. The ladder of a task counts in hours and natural days: the month passes by its days being
     * moved, which working days would not bear.
     */
    private static final String START_CLOCKS = """
            insert into deadline_clock (id, version, division_code, object_type, object_id, name, subject, walls, owed_by, owed_division,
              started_at, due_at)
            select uuidv7(), 1, '410225000000', 'HAZARD', gen_random_uuid(), 'MONTH', 'TASK_TOTAL', 'OBJECT', 'AUTHORITY', '410225000000',
              now() - interval '10 days', now() + (1 + n %% %d) * interval '1 day'
            from generate_series(1, %d) n""".formatted(DAYS - 2, CLOCKS);

    private static final String PASS_A_DAY = """
            update deadline_clock set started_at = started_at - interval '1 day', due_at = due_at - interval '1 day',
              rung_at = rung_at - interval '1 day',
              next_at = next_at - interval '1 day' where name = 'MONTH'""";

    /** The first report of each place: from its day on none may be missing. */
    private static final String FIRST_REPORTS = """
            insert into daily_report (id, version, division_code, day, status, begins_at, cut_off_at, drawn_up_at, drawn_up_by, due_at, missing)
            select uuidv7(), 1, d.code, first.day, 'DRAWN_UP', first.day, first.day + interval '17 hours', first.day + interval '17 hours', 'test',
              first.day + interval '18 hours', '{}'
            from division d cross join (select current_date - %d "day") first
            where d.level in ('CITY', 'COUNTY') and first.day between d.valid_from and coalesce(d.valid_to, 'infinity')""".formatted(DAYS);

    private static final String MISSING_REPORTS = """
            select count(*) from division d cross join generate_series(current_date - %d, current_date - 1, interval '1 day') g(day)
            where d.level in ('CITY', 'COUNTY') and g.day between d.valid_from and coalesce(d.valid_to, 'infinity')
              and not exists (select from daily_report r where r.division_code = d.code and r.day = g.day)""".formatted(DAYS);

    @OidcWireMock
    WireMockServer issuer;

    private PackagedProgram survivor;

    @BeforeEach
    void startMonth() throws Exception {
        change(CLEAR, START_CLOCKS, FIRST_REPORTS);
        survivor = start();
        survivor.awaitReadiness();
    }

    @AfterEach
    void endMonth() throws Exception {
        survivor.close();
        change(CLEAR);
    }

    @Test
    void nothingIsMissedOrDoneTwiceThoughOneOfTwoDiesAgainAndAgain() throws Exception {
        // When
        for (int killed = 0; killed < KILLS; killed++) {
            PackagedProgram mortal = start();
            mortal.awaitReadiness();
            for (int lived = 0; lived < DAYS / KILLS; lived++) {
                change(PASS_A_DAY);
                Thread.sleep(300);
            }
            mortal.kill();
        }
        await().atMost(PATIENCE).until(() -> waiting() == 0 && LedgerDatabase.number(MISSING_REPORTS) == 0);

        // Then
        assertEquals(
                List.of("1|" + CLOCKS, RUNGS + "|" + CLOCKS),
                texts(
                        "select concat_ws('|', e.rung, count(*)) from deadline_event e join deadline_clock c on c.id = e.deadline_clock_id"
                                + " where c.name = 'MONTH' group by e.rung order by e.rung"));
        assertEquals(
                List.of(),
                texts(
                        "select deadline_clock_id::text from deadline_event group by deadline_clock_id, rung having count(*) > 1"));
        assertEquals(
                List.of(),
                texts("select id::text from daily_report group by id, division_code, day having count(*) > 1"));
        assertEquals(
                List.of(),
                texts("select r.id::text from daily_report r where drawn_up_by <> 'test'"
                        + " and not exists (select from daily_figure f where f.daily_report_id = r.id)"));
    }

    private static long waiting() {
        return LedgerDatabase.number("select count(*) from deadline_clock where name = 'MONTH' and rung < " + RUNGS);
    }

    private PackagedProgram start() throws Exception {
        return PackagedProgram.start(issuer.baseUrl() + "/auth", AT_WORK);
    }

    private static List<String> texts(String query) throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            return LedgerDatabase.texts(connection, query);
        }
    }

    private static void change(String... statements) throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
