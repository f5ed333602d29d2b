package org.safetyledger.supervision.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.LadderScene.rung;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LadderScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;

/** The engine goes by a new ladder from its first day on. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class LadderTurnTest {
    private static final String SUBJECT = "HAZARD_CONFIRMATION";

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

    @AfterEach
    void leaveTheLaddersAsTheyWere() {
        tables.change("delete from ladder_change");
        tables.change("delete from escalation_rule where subject = ?", SUBJECT);
        known.invalidateAll().await().indefinitely();
    }

    @Test
    void runningClockIsToldByTheNewLadderFromItsFirstDayOn() throws Exception {
        // Given a hazard that is to be confirmed by 4 November, and a decision for the 7th
        String hazard = loop.reportedHazard(CITY_OFFICER, LANKAO_ENTERPRISE);
        engine.run();
        decide(
                "2026-11-07",
                rung(0, "HOUR", "OFFICER", "COUNTY"),
                rung(30, "HOUR", "OFFICER", "CITY"),
                rung(5, "NATURAL_DAY", "LEADER", "CITY"));

        // When
        drive(12);

        // Then what came due until then stays, and the moment of 6 November is not lost
        assertEquals(
                List.of(
                        "DEFAULT_2 OFFICER COUNTY 2026-11-04T23:59:59+08:00 false",
                        "DEFAULT_3 LEADER COUNTY 2026-11-05T23:59:59+08:00 false",
                        SUBJECT + "-20261107-2 OFFICER CITY 2026-11-07T00:00:00+08:00 false",
                        SUBJECT + "-20261107-3 LEADER CITY 2026-11-09T23:59:59+08:00 false"),
                events(hazard));
    }

    @Test
    void clockThatCameToTheEndOfTheOldLadderGoesOnByTheNewOne() throws Exception {
        // Given
        String hazard = loop.reportedHazard(CITY_OFFICER, LANKAO_ENTERPRISE);
        drive(11);
        int before = events(hazard).size();
        String change = decide(
                "2026-11-15", rung(7, "NATURAL_DAY", "LEADER", "CITY"), rung(14, "NATURAL_DAY", "LEADER", "CITY"));

        // When
        drive(7);

        // Then
        assertEquals(4, before);
        assertEquals(
                List.of(SUBJECT + "-20261115-2 LEADER CITY 2026-11-18T23:59:59+08:00 false"),
                events(hazard).subList(before, events(hazard).size()));
        assertEquals(
                "2026-11-15T10:00:00+08:00",
                LedgerClient.as(CITY_OFFICER)
                        .query("query($id: ID!) { ladderChange(id: $id) { takenUpAt } }", Map.of("id", change))
                        .getString("data.ladderChange.takenUpAt"));
    }

    @SafeVarargs
    private static String decide(String day, Map<String, Object>... rungs) {
        return LadderScene.send(CITY_LEADER, LadderScene.change(SUBJECT, LocalDate.parse(day), List.of(rungs)))
                .accepted()
                .text("ladderChange.id");
    }

    private void drive(int days) throws Exception {
        for (int day = 0; day < days; day++) {
            clock.forward(Duration.ofDays(1));
            engine.run();
        }
    }

    private static List<String> events(String hazard) {
        return LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($filter: DeadlineEventFilter) { deadlineEvents(first: 100, filter: $filter) { nodes { rule addressee level"
                                + " reachedAt caughtUp } } }",
                        Map.of("filter", Map.of("hazardId", hazard, "subject", SUBJECT)))
                .<Map<String, Object>>getList("data.deadlineEvents.nodes")
                .reversed()
                .stream()
                .map(event -> "%s %s %s %s %s"
                        .formatted(
                                event.get("rule"),
                                event.get("addressee"),
                                event.get("level"),
                                event.get("reachedAt"),
                                event.get("caughtUp")))
                .toList();
    }
}
