package org.safetyledger.supervision.clock;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** A year ahead of the machine's clock, the program and its database tell the same moment of everything. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class DrivenYearTest {
    private static final LocalDate DAY = LocalDate.now(Times.ZONE).plusYears(1);

    private final Loop loop = new Loop();
    private final DrivenClock clock = new DrivenClock(at(DAY));

    @Inject
    LedgerTables tables;

    @BeforeEach
    void driveTheClock() {
        QuarkusMock.installMockForType(clock, Clock.class);
    }

    private static String at(LocalDate day) {
        return day.atTime(LocalTime.of(10, 0))
                .atZone(Times.ZONE)
                .toOffsetDateTime()
                .toString();
    }

    @Test
    void whatIsOverdueIsOverdueEverywhereAndStopsAtTheDrivenMoment() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        List<String> inTime = overdue(hazard);
        int overdueWork = overdueAssignments();

        // When
        clock.forward(Duration.ofDays(40));
        List<String> late = overdue(hazard);
        int overdueLater = overdueAssignments();
        LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "assignRectification",
                        "AssignRectificationInput",
                        Map.of(
                                "hazardId",
                                hazard,
                                "requirement",
                                "限期整改",
                                "dueAt",
                                clock.instant().plus(Duration.ofDays(5)).toString(),
                                "lateReason",
                                "企业停产"),
                        "__typename")
                .accepted();

        // Then
        assertEquals(List.of("false", "false", "false", "0", "false"), inTime);
        assertEquals(List.of("true", "true", "true", "1", "true"), late);
        assertEquals(overdueWork + 1, overdueLater);
        assertEquals(
                clock.instant(),
                OffsetDateTime.parse(tables.value(
                                "select to_char(stopped_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from deadline_clock"
                                        + " where object_id = ? and subject = 'HAZARD_ASSIGNMENT'",
                                uuid(hazard)))
                        .toInstant());
    }

    @Test
    void silenceAcceptsAtTheDrivenMoment() {
        // Given
        String transfer = TransferScene.sent(OFFICER_LANKAO, TransferScene.hazard(), "ORDINARY", TransferScene.FIRE);
        List<String> waiting = transfer(transfer);

        // When
        clock.forward(Duration.ofDays(15));

        // Then
        assertEquals(List.of("PENDING", "false"), waiting);
        assertEquals(List.of("ACCEPTED", "false"), transfer(transfer));
        assertEquals(
                List.of("ACCEPTED_BY_SILENCE"),
                TransferScene.reject(FIRE_LANKAO, transfer).userErrorCodes());
    }

    @Test
    void grantLastsUntilItsLastDayByTheDrivenClock() {
        // Given
        String hazard = TransferScene.hazard();
        TestCaller person = TestCaller.authority("year-" + UUID.randomUUID(), "county-officer", "410221000000");
        tables.change(
                "insert into object_grant (id, object_type, object_id, grantee_kind, grantee, starts_at, ends_at, acts_from, source_type,"
                        + " source_id) values (?, 'HAZARD', ?, 'PERSON', ?, ?::timestamptz, ?::timestamptz, null, 'HAZARD', ?)",
                NodeId.newUuid(),
                uuid(hazard),
                person.subject(),
                at(DAY.plusDays(1)),
                at(DAY.plusDays(3)),
                uuid(hazard));

        // When
        String before = seen(person, hazard);
        clock.set(at(DAY.plusDays(1)));
        String first = seenWithin(person, hazard);
        clock.forward(Duration.ofDays(2).minusSeconds(1));
        String last = seen(person, hazard);
        clock.forward(Duration.ofSeconds(1));
        String after = seen(person, hazard);

        // Then
        assertEquals(Arrays.asList(null, hazard, hazard, null), Arrays.asList(before, first, last, after));
    }

    @Test
    void visitIsOwedAfterSoManyDaysOfTheDrivenClock() {
        // Given
        String enterprise = loop.enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        tables.change(
                "update enterprise_coverage set visited_on = ?::date, self_checked_on = ?::date where id = ?",
                DAY.minusDays(365).toString(),
                DAY.toString(),
                uuid(enterprise));

        // When
        List<String> onTheDay = gaps(enterprise);
        clock.forward(Duration.ofDays(1));

        // Then
        assertEquals(List.of(), onTheDay);
        assertEquals(List.of("NO_VISIT"), gaps(enterprise));
    }

    @Test
    void nothingInTheDatabaseGoesByAnotherClock() throws SQLException {
        // What is about the server itself goes by the server's.
        String other =
                "~* '(^|[^_])\\m(now|clock_timestamp|statement_timestamp|transaction_timestamp)\\(\\)|current_timestamp|current_date"
                        + "|localtimestamp'";
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            assertEquals(
                    List.of("ledger_moment", "ledger_now", "ledger_outbox_epoch", "ledger_prune"),
                    LedgerDatabase.texts(
                            superuser,
                            "select p.proname from pg_proc p join pg_language l on l.oid = p.prolang where p.pronamespace ="
                                    + " 'public'::regnamespace and p.prokind = 'f' and l.lanname in ('sql', 'plpgsql') and pg_get_functiondef(p.oid) "
                                    + other + " order by 1"));
            assertEquals(
                    List.of(),
                    LedgerDatabase.texts(
                            superuser,
                            "select policyname from pg_policies where concat(qual, with_check) " + other
                                    + " union all select tgname from pg_trigger where pg_get_triggerdef(oid) " + other
                                    + " union all select viewname from pg_views where schemaname = 'public' and definition "
                                    + other
                                    + " union all select adrelid::regclass::text from pg_attrdef where pg_get_expr(adbin, adrelid) "
                                    + other
                                    + " and adrelid <> 'flyway_schema_history'::regclass"));
        }
    }

    private static List<String> overdue(String hazard) {
        var answer = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { overdue deadline { overdue } deadlines(first: 50, filter: {overdue: true})"
                                + " { totalCount } stateDeadline { overdue } } deadlines(filter: {hazardId: $id, subject: \"RECTIFICATION_TOTAL\"})"
                                + " { nodes { overdue } } }",
                        Map.of("id", hazard));
        return List.of(
                answer.getString("data.hazard.overdue"),
                answer.getString("data.hazard.deadline.overdue"),
                answer.getString("data.hazard.stateDeadline.overdue"),
                answer.getInt("data.hazard.deadlines.totalCount") > 0 ? "1" : "0",
                answer.getString("data.deadlines.nodes[0].overdue"));
    }

    private static int overdueAssignments() {
        Integer overdue = LedgerClient.as(OFFICER_LANKAO)
                .query("{ waiting { kind overdue } }")
                .get("data.waiting.find { it.kind == 'HAZARDS_TO_ASSIGN' }.overdue");
        return overdue == null ? 0 : overdue;
    }

    private static List<String> transfer(String id) {
        var answer = LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { transfer(id: $id) { status overdue } }", Map.of("id", id));
        return List.of(answer.getString("data.transfer.status"), answer.getString("data.transfer.overdue"));
    }

    private static @Nullable String seen(TestCaller caller, String hazard) {
        return LedgerClient.as(caller)
                .query("query($id: ID!) { hazard(id: $id) { id } }", Map.of("id", hazard))
                .getString("data.hazard.id");
    }

    /** What another replica granted is known within seconds. */
    private static String seenWithin(TestCaller caller, String hazard) {
        return await().until(() -> seen(caller, hazard), Objects::nonNull);
    }

    private static List<String> gaps(String enterprise) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("{ coverage { gaps { kind objectId } } }")
                .getList("data.coverage.gaps.findAll { it.objectId == '" + enterprise + "' }.kind");
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }
}
