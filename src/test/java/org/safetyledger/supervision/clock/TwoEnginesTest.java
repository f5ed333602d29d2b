package org.safetyledger.supervision.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.Together;

/** Two engines work at one database, and one of them dies again and again. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class TwoEnginesTest {
    private static final int CLOCKS = 4_000;
    private static final int KILLS = 10;
    private static final Duration STEP = Duration.ofHours(6);
    private static final int STEPS = 4 * 40;

    /** A connection of the engine that holds clocks in the midst of its batch. */
    private static final String KILL = """
            select count(*) from (
              select pg_terminate_backend(pid) from pg_stat_activity
              where usename = 'safety_ledger_app' and pid <> pg_backend_pid() and state <> 'idle' and query like '%deadline_%' limit 1) k""";

    private final DrivenClock clock = new DrivenClock("2026-11-02T00:00:00+08:00");

    @Inject
    ScopedTransactions transactions;

    @Inject
    EntityManager entityManager;

    @Inject
    Ladders ladders;

    @Inject
    Deadlines deadlines;

    @Inject
    TurnedLadders turnedLadders;

    @Inject
    LedgerTables tables;

    /** Ends are spread over thirty days of November, ten days after the clocks started. */
    @BeforeEach
    void startClocks() {
        tables.change("delete from deadline_event");
        tables.change("delete from urge");
        tables.change("delete from deadline_clock");
        tables.change("""
                insert into deadline_clock (id, version, division_code, object_type, object_id, name, subject, walls, owed_by, owed_division,
                  started_at, due_at)
                select uuidv7(), 1, '410225000000', 'HAZARD', gen_random_uuid(), 'TEST', 'REVIEW', 'OBJECT', 'AUTHORITY', '410225000000',
                  day - interval '10 days', day
                from (select timestamptz '2026-11-01 23:59:59+08' + (5 + n % 25) * interval '1 day' "day" from generate_series(1, ?) n) d""", CLOCKS);
    }

    @Test
    void everyRungIsRecordedOnceThoughOneOfTheTwoDiesTenTimesInAMonth() {
        // Given
        ClockEngine first =
                new ClockEngine(transactions, entityManager, ladders, deadlines, turnedLadders, List.of(), clock);
        ClockEngine second =
                new ClockEngine(transactions, entityManager, ladders, deadlines, turnedLadders, List.of(), clock);
        AtomicInteger killed = new AtomicInteger();

        // When
        for (int step = 0; step < STEPS; step++) {
            clock.forward(STEP);
            Together.act(3, part -> part < 2 ? runToTheEnd(part == 0 ? first : second) : killOnce(killed));
        }

        // Then
        assertEquals(KILLS, killed.get());
        assertEquals(
                List.of("1|" + CLOCKS, "2|" + CLOCKS, "3|" + CLOCKS, "4|" + CLOCKS, "5|" + CLOCKS),
                tables.rows(
                        "select rung, count(distinct deadline_clock_id) from deadline_event group by rung order by rung"));
        assertEquals(Integer.toString(5 * CLOCKS), tables.value("select count(*) from deadline_event"));
        assertEquals("0", tables.value("select count(*) from deadline_clock where rung <> 5 or next_at is not null"));
        assertEquals(
                "0",
                tables.value(
                        "select count(*) from deadline_event where recorded_at < reached_at or recorded_at > reached_at + interval '6 hours'"));
    }

    @Test
    void stopOfThreeDaysAsksNobodyTwiceForOneClock() throws Exception {
        // Given all clocks of one day have just come due
        ClockEngine engine =
                new ClockEngine(transactions, entityManager, ladders, deadlines, turnedLadders, List.of(), clock);
        clock.set("2026-11-17T00:00:00+08:00");
        engine.run();
        tables.change("delete from deadline_event");
        String due = "from deadline_clock where due_at = timestamptz '2026-11-16 23:59:59+08'";
        int clocks = Integer.parseInt(tables.value("select count(*) " + due));

        // When the service stands still for three days
        clock.forward(Duration.ofDays(3).plusMinutes(1));
        engine.run();

        // Then the county's leader and the city's officer are both due, and only the latter is asked
        String events = "select rung, caught_up, count(*) from deadline_event where deadline_clock_id in (select id "
                + due + ") group by 1, 2 order by 1";
        assertEquals(List.of("3|t|" + clocks, "4|f|" + clocks), tables.rows(events));
        assertEquals(
                "1",
                tables.value(
                        "select max(n) from (select count(*) filter (where not caught_up) n from deadline_event group by deadline_clock_id) asked"));
    }

    /** As a process that is started again after it died. */
    private static boolean runToTheEnd(ClockEngine engine) {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                engine.run();
                return true;
            } catch (Exception | AssertionError died) {
                // The driver asserts that its connection lives; the next attempt finds what this one left.
                Thread.onSpinWait();
            }
        }
        return false;
    }

    private boolean killOnce(AtomicInteger killed) {
        for (int attempt = 0; attempt < 200 && killed.get() < KILLS; attempt++) {
            if (tables.value(KILL).equals("1")) {
                killed.incrementAndGet();
                return true;
            }
        }
        return false;
    }
}
