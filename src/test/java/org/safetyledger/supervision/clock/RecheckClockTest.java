package org.safetyledger.supervision.clock;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;

/** A re-check is owed from the expiry on, of a task that is not over, whatever the ladder says; and one message of one matter is enough. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class RecheckClockTest {
    private static final String OWED =
            "select (due_at at time zone 'Asia/Shanghai')::date, status from deadline_clock where name = 'TASK_RECHECK' and object_id = ?";
    private static final String AFTER_THE_END = "2026-12-03T00:00:00+08:00";

    private final Loop loop = new Loop();
    private final DrivenClock clock = new DrivenClock("2026-11-02T10:00:00+08:00");

    @Inject
    ClockEngine engine;

    @Inject
    LedgerTables tables;

    @Inject
    @CacheName("known-ladders")
    Cache known;

    @BeforeEach
    void driveTheClock() {
        QuarkusMock.installMockForType(clock, Clock.class);
    }

    @Test
    void ladderWithoutARungAtTheEndOwesItAllTheSame() throws Exception {
        // Given a ladder that only reminds
        tables.change("update escalation_rule set valid_from = valid_from + 36500 where code = 'TASK_TOTAL_2'");
        known.invalidateAll().await().indefinitely();
        try {
            UUID task = taskAtWork();
            engine.run();

            // When
            clock.set("2026-11-30T00:00:00+08:00");
            engine.run();
            clock.set(AFTER_THE_END);
            engine.run();

            // Then
            assertEquals(List.of("2026-12-12|RUNNING"), tables.rows(OWED, task));
        } finally {
            tables.change("update escalation_rule set valid_from = valid_from - 36500 where code = 'TASK_TOTAL_2'");
            known.invalidateAll().await().indefinitely();
        }
    }

    @Test
    void taskThatPassesWhileTheEngineLooksAtItOwesNone() throws Exception {
        // Given the engine holds the clock of a task whose end has come, and has not committed
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        UUID id = uuid(task);
        Instant end = OffsetDateTime.parse("2026-12-02T23:59:59+08:00").toInstant();
        tables.change(
                "update deadline_clock set next_at = '2026-12-02' where next_at is not null and (name <> 'TASK_TOTAL' or object_id <> ?)",
                id);
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            connection.setAutoCommit(false);
            ClockRows rows = new ClockRows(connection);
            ClockRows.Due held = rows.take(end.minus(Duration.ofDays(3)), 1000).getFirst();
            assertEquals(id.toString(), tables.value("select object_id from deadline_clock where id = ?", held.id()));

            // When it passes in the meantime, and the engine begins the re-check of what it saw
            CompletableFuture<Void> passing = CompletableFuture.runAsync(() -> loop.pass(OFFICER_LANKAO, task));
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> LedgerDatabase.number(
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                            > 0);
            try (var unsubmitted = connection.prepareStatement("""
                    insert into deadline_clock (id, version, division_code, object_type, object_id, hazard_id, name, subject, walls, owed_by,
                      owed_division, started_at, due_at)
                    select gen_random_uuid(), 1, division_code, object_type, object_id, hazard_id, 'TASK_RECHECK', 'RECHECK', walls, 'AUTHORITY',
                      owed_division, due_at, due_at + interval '10 days' from deadline_clock where id = ?""")) {
                unsubmitted.setObject(1, held.id());
                unsubmitted.executeUpdate();
            }
            rows.write();
            connection.commit();
            passing.get(30, TimeUnit.SECONDS);
        }

        // Then
        assertEquals(List.of("2026-12-12|STOPPED"), tables.rows(OWED, id));
    }

    @Test
    void taskThatIsOverWhenItsEndComesOwesNone() throws Exception {
        // Given a task that was cancelled behind its clock's back
        UUID task = taskAtWork();
        engine.run();
        tables.changePastTriggers("update rectification_task set status = 'CANCELLED' where id = ?", task);

        // When
        clock.set(AFTER_THE_END);
        engine.run();

        // Then
        assertEquals(List.of(), tables.rows(OWED, task));
    }

    @Test
    void lateTaskAndItsHazardAreOneMessageForWhoeverIsToldOfBoth() throws Exception {
        // Given a task that ends with its hazard
        String hazard = confirmed();
        loop.assign(OFFICER_LANKAO, hazard);
        engine.run();

        // When
        clock.set("2026-11-30T00:00:00+08:00");
        engine.run();
        clock.set(AFTER_THE_END);
        engine.run();

        // Then the enterprise was reminded once and the county told once, and both rungs of both are on record
        assertEquals(
                List.of(
                        "RECTIFICATION_TOTAL|1|false",
                        "RECTIFICATION_TOTAL|2|false",
                        "TASK_TOTAL|1|true",
                        "TASK_TOTAL|2|true"),
                tables.rows(
                        "select subject, rung, caught_up::text from deadline_event where hazard_id = ? and subject in ('RECTIFICATION_TOTAL', 'TASK_TOTAL')"
                                + " order by 1, 2",
                        NodeId.require(NodeType.HAZARD, hazard, "id")));
    }

    @Test
    void stopOfManyDaysAsksEachPersonOnceForOneHazard() throws Exception {
        // Given
        String hazard = confirmed();
        loop.assign(OFFICER_LANKAO, hazard);

        // When nothing ran for forty days, in which all clocks of the hazard climbed to their last rung
        clock.set("2026-12-20T00:00:00+08:00");
        engine.run();

        // Then
        List<String> asked = tables.rows(
                "select addressee, level, addressed_division, count(*) from deadline_event where hazard_id = ? and not caught_up group by 1, 2, 3",
                NodeId.require(NodeType.HAZARD, hazard, "id"));
        assertEquals(
                List.of("LEADER|CITY|410200000000|1", "OFFICER|COUNTY|410225000000|1"),
                asked.stream().sorted().toList());
    }

    private String confirmed() {
        String hazard = loop.reportedHazard(CITY_OFFICER, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    private UUID taskAtWork() {
        return uuid(loop.assign(OFFICER_LANKAO, confirmed()));
    }

    private static UUID uuid(String task) {
        return NodeId.require(NodeType.TASK, task, "id");
    }
}
