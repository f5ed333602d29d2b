package org.safetyledger.supervision.clock;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.testing.DeadlineScene;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.TestCaller;

/** Deadlines run, come due and climb the ladder: on a database of its own, whose clock is driven. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class DeadlineClockTest {
    private static final String MONDAY = "2026-11-02T10:00:00+08:00";

    private final Loop loop = new Loop();
    private final DrivenClock clock = new DrivenClock(MONDAY);

    @Inject
    ClockEngine engine;

    @Inject
    ClockSchedule schedule;

    @Inject
    Ladders ladders;

    @Inject
    Deadlines deadlines;

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
    void unassignedHazardClimbsTheLadderRungByRungEachOnce() throws Exception {
        // Given a general hazard, confirmed at once, that nobody assigns
        String hazard = confirmed();

        // When
        drive(40);

        // Then
        assertEquals(
                List.of(
                        "HAZARD_ASSIGNMENT 1 REMIND RESPONSIBLE null 410225000000 2026-11-02T23:59:59+08:00 false",
                        "HAZARD_ASSIGNMENT 2 ESCALATE OFFICER COUNTY 410225000000 2026-11-05T23:59:59+08:00 false",
                        "HAZARD_ASSIGNMENT 3 ESCALATE LEADER COUNTY 410225000000 2026-11-06T23:59:59+08:00 false",
                        "HAZARD_ASSIGNMENT 4 ESCALATE OFFICER CITY 410200000000 2026-11-08T23:59:59+08:00 false",
                        "HAZARD_ASSIGNMENT 5 PROPOSE_INTERVIEW LEADER CITY 410200000000 2026-11-12T23:59:59+08:00 false",
                        "RECTIFICATION_TOTAL 1 REMIND RESPONSIBLE null 410225000000 2026-11-29T23:59:59+08:00 false",
                        "RECTIFICATION_TOTAL 2 ESCALATE OFFICER COUNTY 410225000000 2026-12-02T23:59:59+08:00 false",
                        "RECTIFICATION_TOTAL 3 ESCALATE LEADER COUNTY 410225000000 2026-12-03T23:59:59+08:00 false",
                        "RECTIFICATION_TOTAL 4 ESCALATE OFFICER CITY 410200000000 2026-12-05T23:59:59+08:00 false",
                        "RECTIFICATION_TOTAL 5 PROPOSE_INTERVIEW LEADER CITY 410200000000 2026-12-09T23:59:59+08:00 false"),
                events(CITY_OFFICER, hazard));
        assertEquals("5 PROPOSE_INTERVIEW LEADER CITY", stand(hazard, "HAZARD_ASSIGNMENT"));
        assertEquals(events(CITY_OFFICER, hazard), events(MANAGER_LANKAO, hazard));
        assertEquals(List.of(), events(OFFICER_QIXIAN, hazard));
        assertEquals(
                List.of("FORBIDDEN"),
                LedgerClient.as(INTEGRATION_LANKAO).errorCodes("{ deadlineEvents { totalCount } }", Map.of()));
    }

    @Test
    void afterAStopAllRungsAreRecordedAndOnlyTheHighestAsksForSomething() throws Exception {
        // Given
        String hazard = confirmed();
        engine.run();

        // When the engine stood still for ten days
        clock.set("2026-11-13T00:00:00+08:00");
        engine.run();
        engine.run();

        // Then
        assertEquals(
                List.of("1 true", "2 true", "3 true", "4 true", "5 false"),
                tables.rows(
                        "select e.rung || ' ' || e.caught_up from deadline_event e join deadline_clock c on c.id = e.deadline_clock_id"
                                + " where c.hazard_id = (select object_id from deadline_clock where id = ?::uuid)"
                                + " and c.subject = 'HAZARD_ASSIGNMENT' order by e.rung",
                        uuid(hazard, "HAZARD_ASSIGNMENT")));
        assertEquals(
                List.of("5"),
                LedgerClient.as(CITY_LEADER)
                        .query(
                                "query($hazard: ID!) { deadlineEvents(filter: {hazardId: $hazard, caughtUp: false, level: CITY, addressee: LEADER})"
                                        + " { nodes { rung } } }",
                                Map.of("hazard", hazard))
                        .getList("data.deadlineEvents.nodes.rung", String.class));
    }

    @Test
    void clockThatWasLookedAtBeforeItsLadderWasLoadedClimbsItAfterwards() throws Exception {
        // Given
        tables.change("update escalation_rule set valid_from = valid_from + 36500");
        known.invalidateAll().await().indefinitely();
        String hazard = confirmed();
        engine.run();

        // When
        tables.change("update escalation_rule set valid_from = valid_from - 36500");
        known.invalidateAll().await().indefinitely();
        clock.set("2026-11-13T00:00:00+08:00");
        engine.run();

        // Then
        assertEquals("5 PROPOSE_INTERVIEW LEADER CITY", stand(hazard, "HAZARD_ASSIGNMENT"));
    }

    @Test
    void clocksRunAsLongAsTheirStateAndNoneStartsAgain() throws Exception {
        // Given
        String hazard = confirmed();
        String total = running(hazard, "RECTIFICATION_TOTAL");

        // When it is assigned late, accepted, worked at, passed and closed
        clock.set("2026-11-09T10:00:00+08:00");
        engine.run();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        assertEquals(List.of("RECTIFICATION_TOTAL", "TASK_ACCEPTANCE", "TASK_TOTAL"), running(hazard));
        clock.set("2026-11-10T10:00:00+08:00");
        loop.rectify(MANAGER_LANKAO, task);
        assertEquals(List.of("RECTIFICATION_TOTAL", "REVIEW", "TASK_TOTAL"), running(hazard));
        assertEquals(total, running(hazard, "RECTIFICATION_TOTAL"));
        loop.pass(OFFICER_LANKAO, task);
        assertEquals(List.of("CLOSURE", "RECTIFICATION_TOTAL"), running(hazard));
        loop.close(TestCaller.OFFICER_LANKAO_2, hazard);
        assertEquals(List.of(), running(hazard));

        // Then nothing of it comes due any more
        int before = events(CITY_OFFICER, hazard).size();
        drive(60);
        assertEquals(before, events(CITY_OFFICER, hazard).size());
        assertEquals(4, before);
    }

    @Test
    void extendedDeadlineClimbsAnewFromItsNewEndAndKeepsWhatHappened() throws Exception {
        // Given a reminder was sent three days before the end
        String hazard = confirmed();
        clock.set("2026-11-30T00:00:00+08:00");
        engine.run();
        String id = uuid(hazard, "RECTIFICATION_TOTAL");
        assertEquals("1", tables.value("select rung from deadline_clock where id = ?::uuid", id));

        // When the end moves
        tables.change(
                "update hazard set due_at = due_at + interval '10 days' where id = (select object_id from deadline_clock where id = ?::uuid)",
                id);
        clock.set("2026-12-11T00:00:00+08:00");
        engine.run();

        // Then
        assertEquals(
                List.of("1|2026-12-02", "1|2026-12-12"),
                tables.rows(
                        "select rung, (due_at at time zone 'Asia/Shanghai')::date from deadline_event where deadline_clock_id = ?::uuid order by due_at",
                        id));
        assertEquals(
                "1",
                tables.value(
                        "select count(*) from deadline_clock where name = 'HAZARD_TOTAL' and object_id ="
                                + " (select object_id from deadline_clock where id = ?::uuid)",
                        id));
    }

    @Test
    void recheckIsOwedAtTheExpiryThoughNothingWasSubmitted() throws Exception {
        // Given a task at work until 2 December
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);

        // When
        clock.set("2026-12-03T00:00:00+08:00");
        engine.run();
        engine.run();

        // Then it is owed within ten days, until somebody has looked
        String owed = "select subject, owed_by, (due_at at time zone 'Asia/Shanghai')::date, status from deadline_clock"
                + " where name = 'TASK_RECHECK' and object_id = ?::uuid";
        assertEquals(List.of("RECHECK|AUTHORITY|2026-12-12|RUNNING"), tables.rows(owed, uuidOf(task)));
        loop.rectify(MANAGER_LANKAO, task);
        assertEquals(List.of("RECHECK|AUTHORITY|2026-12-12|RUNNING"), tables.rows(owed, uuidOf(task)));
        loop.pass(OFFICER_LANKAO, task);
        assertEquals(List.of("RECHECK|AUTHORITY|2026-12-12|STOPPED"), tables.rows(owed, uuidOf(task)));
    }

    @Test
    void recheckIsNotOwedTwiceWhereTheRectificationWasSubmittedInTime() throws Exception {
        // Given
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);

        // When
        clock.set("2026-12-03T00:00:00+08:00");
        engine.run();

        // Then
        assertEquals(List.of("RECTIFICATION_TOTAL", "REVIEW", "TASK_TOTAL"), running(hazard));
    }

    @Test
    void clockIntoAYearWithoutCalendarSaysSo() throws Exception {
        // Given
        clock.set("2026-12-20T10:00:00+08:00");
        String hazard = confirmed();

        // When
        engine.run();

        // Then
        assertEquals(
                List.of("2027"),
                LedgerClient.as(OFFICER_LANKAO)
                        .query(
                                "query($id: ID!) { deadline(id: $id) { unpublishedYears } }",
                                Map.of("id", DeadlineScene.of(hazard)))
                        .getList("data.deadline.unpublishedYears"));
    }

    @Test
    void higherRungWaitsForTheLowerOneOverAHoliday() {
        // Given an end on the eve of the National Day, after which offices work on 8 October
        OffsetDateTime end = OffsetDateTime.parse("2026-09-30T23:59:59+08:00");

        // When
        Climb climb = Climb.of(
                OffsetDateTime.parse("2026-09-01T00:00:00+08:00").toInstant(),
                end.toInstant(),
                ladders.of("REVIEW"),
                deadlines);

        // Then
        assertEquals(
                List.of("1 2026-09-27", "2 2026-09-30", "3 2026-10-08", "4 2026-10-08", "5 2026-10-08"),
                climb.steps().stream()
                        .map(step -> step.rung().number() + " " + Times.day(step.at()))
                        .toList());
    }

    @Test
    void whoSupervisesPressesForWhatIsOwedOnceADay() {
        // Given
        String hazard = confirmed();
        String assignment = DeadlineScene.of(hazard, "HAZARD_ASSIGNMENT");
        int version = version(assignment);

        // When
        Payload byLeader = urge(COUNTY_LEADER_LANKAO, assignment);
        Payload again = urge(COUNTY_LEADER_LANKAO, assignment);
        clock.forward(Duration.ofMinutes(1));
        Payload byCity = urge(CITY_OFFICER, assignment);
        Payload byWhoMustAct = urge(OFFICER_LANKAO, assignment);
        Payload byWhoDoesNotSee = urge(OFFICER_QIXIAN, assignment);
        Payload byEnterprise = urge(MANAGER_LANKAO, DeadlineScene.of(hazard));
        Payload ofEnterprise = urge(OFFICER_LANKAO, DeadlineScene.of(hazard));

        // Then
        byLeader.accepted();
        byCity.accepted();
        ofEnterprise.accepted();
        assertEquals(List.of("URGED_ALREADY"), again.userErrorCodes());
        assertEquals(List.of("id"), again.get("userErrors[0].path"));
        assertEquals(List.of("OWED_BY_YOURSELF"), byWhoMustAct.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), byWhoDoesNotSee.errorCodes());
        assertEquals(List.of("FORBIDDEN"), byEnterprise.errorCodes());
        assertEquals(version + 2, version(assignment));
        var seen = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { deadline(id: $id) { dueAt urges { nodes { urgedBy note } } } history(of: $id) { nodes { action } } }",
                        Map.of("id", assignment));
        assertEquals(
                List.of("city-officer", "county-leader-lankao"),
                seen.getList("data.deadline.urges.nodes.urgedBy").stream()
                        .sorted()
                        .toList());
        assertEquals(List.of("URGED", "URGED"), seen.getList("data.history.nodes.action"));
        var enterprise = LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($id: ID!) { deadline(id: $id) { urges { nodes { note } } } history(of: $id) { nodes { details { value } } } }",
                        Map.of("id", assignment));
        assertEquals(List.of(), enterprise.getList("data.deadline.urges.nodes"));
        assertEquals(List.of(List.of(), List.of()), enterprise.getList("data.history.nodes.details"));

        // And the next day
        clock.forward(Duration.ofDays(1));
        urge(COUNTY_LEADER_LANKAO, assignment).accepted();
    }

    @Test
    void whatIsDoneIsNotPressedFor() {
        // Given
        String hazard = confirmed();
        String assignment = DeadlineScene.of(hazard, "HAZARD_ASSIGNMENT");
        loop.assign(OFFICER_LANKAO, hazard);

        // When
        Payload late = urge(CITY_OFFICER, assignment);

        // Then
        assertEquals(List.of("WRONG_STATE"), late.userErrorCodes());
        assertEquals(
                "0",
                tables.value(
                        "select count(*) from urge u join deadline_clock c on c.id = u.deadline_clock_id where c.id = ?::uuid",
                        uuidOf(assignment)));
    }

    @Test
    void scheduledEngineRecordsWhatIsDueByItself() {
        // Given
        String hazard = confirmed();
        clock.set("2026-11-06T00:00:00+08:00");

        // When
        schedule.schedule(Duration.ofMillis(200));

        // Then
        try {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> events(OFFICER_LANKAO, hazard).size() == 2);
            assertEquals(
                    "deadline-clocks|recurring", tables.value("select task_name, task_instance from scheduled_task"));
        } finally {
            schedule.stop();
        }
    }

    @Test
    void noCallerTouchesClocksButToPress() {
        // Given
        String hazard = confirmed();

        // When
        String grants = String.join(
                " ",
                tables.rows(
                        "select distinct grantee || ':' || privilege_type from information_schema.table_privileges"
                                + " where table_name in ('deadline_clock', 'deadline_event', 'scheduled_task') and privilege_type <> 'SELECT'"
                                + " and grantee not in (select rolname from pg_roles where rolsuper or rolname = 'ledger_background')"));

        // Then
        assertEquals("", grants);
        assertNull(LedgerClient.as(OFFICER_QIXIAN)
                .query("query($id: ID!) { deadline(id: $id) { id } }", Map.of("id", DeadlineScene.of(hazard)))
                .getString("data.deadline"));
    }

    private String confirmed() {
        String hazard = loop.reportedHazard(CITY_OFFICER, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    /** Lets the engine run twice every day. */
    private void drive(int days) throws Exception {
        for (int day = 0; day < days; day++) {
            clock.forward(Duration.ofDays(1));
            engine.run();
            engine.run();
        }
    }

    private static List<String> events(TestCaller reader, String hazard) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { deadlineEvents(first: 100, filter: {hazardId: $id}) { nodes { subject rung action addressee level"
                                + " addressedDivision reachedAt caughtUp } } }",
                        Map.of("id", hazard))
                .<Map<String, Object>>getList("data.deadlineEvents.nodes")
                .reversed()
                .stream()
                .map(event -> "%s %s %s %s %s %s %s %s"
                        .formatted(
                                event.get("subject"),
                                event.get("rung"),
                                event.get("action"),
                                event.get("addressee"),
                                event.get("level"),
                                event.get("addressedDivision"),
                                event.get("reachedAt"),
                                event.get("caughtUp")))
                .toList();
    }

    private static String stand(String hazard, String subject) {
        var deadline = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { deadline(id: $id) { rung action addressee level } }",
                        Map.of("id", DeadlineScene.of(hazard, subject)));
        return "%s %s %s %s"
                .formatted(
                        deadline.getString("data.deadline.rung"),
                        deadline.getString("data.deadline.action"),
                        deadline.getString("data.deadline.addressee"),
                        deadline.getString("data.deadline.level"));
    }

    private static List<String> running(String hazard) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { deadlines(first: 50, filter: {running: true}) { nodes { subject } } } }",
                        Map.of("id", hazard))
                .getList("data.hazard.deadlines.nodes.subject", String.class)
                .stream()
                .sorted()
                .toList();
    }

    private static String running(String hazard, String subject) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!, $subject: String) { deadlines(filter: {hazardId: $id, subject: $subject, running: true})"
                                + " { nodes { id startedAt dueAt } } }",
                        Map.of("id", hazard, "subject", subject))
                .getString("data.deadlines.nodes");
    }

    private static Payload urge(TestCaller caller, String deadline) {
        return LedgerClient.as(caller)
                .mutate("urge", "UrgeInput", Map.of("id", deadline, "note", "请抓紧交办"), "deadline { id urgedAt }");
    }

    private static int version(String deadline) {
        return LedgerClient.as(CITY_OFFICER)
                .query("query($id: ID!) { deadline(id: $id) { version } }", Map.of("id", deadline))
                .getInt("data.deadline.version");
    }

    private static String uuid(String hazard, String subject) {
        return uuidOf(DeadlineScene.of(hazard, subject));
    }

    private static String uuidOf(String id) {
        return org.safetyledger.graphql.NodeId.parse(id).orElseThrow().uuid().toString();
    }
}
