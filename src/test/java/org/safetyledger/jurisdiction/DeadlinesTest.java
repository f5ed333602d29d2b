package org.safetyledger.jurisdiction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.TestTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.graphql.DeadlineView;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class DeadlinesTest {
    private static final String SUBJECT = DeadlineSubject.REVIEW;
    private static final int RUNS = 150;

    @Inject
    Deadlines deadlines;

    @Inject
    EntityManager entityManager;

    @Inject
    @CacheName("known-deadline-rules")
    Cache known;

    @Inject
    LedgerTables database;

    @Inject
    Messages messages;

    @Inject
    ObjectMapper mapper;

    /** Counted by hand on the printed calendar of the State Council's notice for 2026. */
    @ParameterizedTest
    @TestTransaction
    @CsvSource({
        // The National Day: 30 September is a Wednesday, the holiday ends on the 7th, Saturday the 10th is worked.
        "2026-09-30T10:00:00+08:00, 1, 2026-10-08",
        "2026-09-30T10:00:00+08:00, 2, 2026-10-09",
        "2026-09-30T10:00:00+08:00, 3, 2026-10-10",
        "2026-09-30T10:00:00+08:00, 4, 2026-10-12",
        "2026-10-03T10:00:00+08:00, 1, 2026-10-08",
        // Sunday 20 September is worked; Friday 25 September is the Mid-Autumn Festival.
        "2026-09-18T10:00:00+08:00, 1, 2026-09-20",
        "2026-09-18T10:00:00+08:00, 5, 2026-09-24",
        "2026-09-18T10:00:00+08:00, 6, 2026-09-28",
        // The Spring Festival: Saturdays 14 and 28 February are worked, 15 to 23 February are off.
        "2026-02-13T10:00:00+08:00, 1, 2026-02-14",
        "2026-02-13T10:00:00+08:00, 2, 2026-02-24",
        "2026-02-13T10:00:00+08:00, 5, 2026-02-27",
        "2026-02-13T10:00:00+08:00, 6, 2026-02-28",
        "2026-02-13T10:00:00+08:00, 7, 2026-03-02",
        // The New Year: Sunday 4 January is worked.
        "2025-12-31T10:00:00+08:00, 1, 2026-01-04",
        "2025-12-31T10:00:00+08:00, 2, 2026-01-05",
        // Ten years back: 28 April and 5 May 2019, both Sundays, are worked around the Labour Day of four days.
        "2019-04-26T10:00:00+08:00, 1, 2019-04-28",
        "2019-04-30T10:00:00+08:00, 1, 2019-05-05",
        "2016-02-05T10:00:00+08:00, 2, 2016-02-14",
        // An ordinary week, and a start by night: the day is Shanghai's, not UTC's.
        "2026-11-06T10:00:00+08:00, 1, 2026-11-09",
        "2026-11-05T23:30:00Z, 1, 2026-11-09",
        "2026-11-04T18:00:00Z, 1, 2026-11-06",
    })
    void workingDaysAreThoseOfTheStateCouncilsCalendar(OffsetDateTime start, int amount, LocalDate expected) {
        // Given
        rule(amount, DeadlineUnit.WORKING_DAY);

        // When
        Deadline deadline = deadlines.from(start.toInstant(), SUBJECT, "GENERAL");

        // Then
        assertEquals(endOf(expected), deadline.dueAt());
        assertEquals(start.toInstant(), deadline.startedAt());
        assertEquals(List.of(), deadline.unpublishedYears());
    }

    @Test
    @TestTransaction
    void skippedDaysAreNamed() {
        // Given
        rule(2, DeadlineUnit.WORKING_DAY);

        // When
        Deadline deadline = deadlines.from(Instant.parse("2026-02-27T02:00:00Z"), SUBJECT, "GENERAL");

        // Then
        assertEquals(endOf(LocalDate.of(2026, 3, 2)), deadline.dueAt());
        assertEquals(Map.of("2026-03-01", "SUNDAY"), deadline.skippedDays());
    }

    @Test
    @TestTransaction
    void holidaysAreSkippedByTheirNames() {
        // Given
        rule(1, DeadlineUnit.WORKING_DAY);

        // When
        Deadline deadline = deadlines.from(Instant.parse("2026-06-18T02:00:00Z"), SUBJECT, "GENERAL");

        // Then
        assertEquals(endOf(LocalDate.of(2026, 6, 22)), deadline.dueAt());
        assertEquals(Map.of("2026-06-19", "端午节", "2026-06-20", "端午节", "2026-06-21", "端午节"), deadline.skippedDays());
    }

    @Test
    @TestTransaction
    void yearWithoutPublishedCalendarIsCountedByWeekdaysAndReported() {
        // Given
        rule(4, DeadlineUnit.WORKING_DAY);

        // When
        Deadline deadline = deadlines.from(Instant.parse("2026-12-30T02:00:00Z"), SUBJECT, "GENERAL");

        // Then 31 December 2026 is a Thursday; 1, 4 and 5 January 2027 are weekdays
        assertEquals(endOf(LocalDate.of(2027, 1, 5)), deadline.dueAt());
        assertEquals(List.of(2027), deadline.unpublishedYears());
    }

    @Test
    @TestTransaction
    void yearOfTheStartAloneIsNotReportedWhenItsDaysAreNotCounted() {
        // Given
        rule(1, DeadlineUnit.WORKING_DAY);

        // When
        Deadline deadline = deadlines.from(Instant.parse("2026-12-30T02:00:00Z"), SUBJECT, "GENERAL");

        // Then
        assertEquals(endOf(LocalDate.of(2026, 12, 31)), deadline.dueAt());
        assertEquals(List.of(), deadline.unpublishedYears());
    }

    @ParameterizedTest
    @TestTransaction
    @CsvSource({
        "WORKING_DAY, 20, 2026-12-10T02:00:00Z",
        "NATURAL_DAY, 30, 2026-12-10T02:00:00Z",
        "HOUR, 48, 2026-12-30T16:00:00Z",
        "YEAR, 1, 2026-12-10T02:00:00Z",
    })
    void everyDeadlineIntoAYearWithoutPublishedCalendarSaysSo(DeadlineUnit unit, int amount, Instant start) {
        // Given
        rule(amount, unit);

        // When
        Deadline deadline = deadlines.from(start, SUBJECT, "GENERAL");
        Deadline back =
                deadlines.before(Instant.parse("2027-01-04T02:00:00Z"), SUBJECT, "GENERAL", LocalDate.of(2026, 12, 10));
        Deadline moved = deadlines.moved(
                deadlines.from(Instant.parse("2026-03-02T02:00:00Z"), DeadlineSubject.REVIEW, "MAJOR"),
                Instant.parse("2027-01-04T02:00:00Z"),
                DeadlineDecision.EXTENSION);

        // Then
        assertEquals(List.of(2027), deadline.unpublishedYears());
        assertEquals(List.of(2027), back.unpublishedYears());
        assertEquals(List.of(2027), moved.unpublishedYears());
    }

    @ParameterizedTest
    @TestTransaction
    @CsvSource({
        "PENALTY_HEARING_REQUEST,  MAJOR,              2026-09-30T02:00:00Z, 2026-10-13",
        "EXTENSION_DECISION,       LISTED,             2026-09-30T02:00:00Z, 2026-10-20",
        "EXTENSION_DECISION,       GENERAL,            2026-09-30T02:00:00Z, 2026-10-05",
        "ACCIDENT_APPROVAL,        ESPECIALLY_MAJOR,   2026-03-02T02:00:00Z, 2026-04-01",
        "ACCIDENT_APPROVAL,        LARGER,             2026-03-02T02:00:00Z, 2026-03-17",
        "ACCIDENT_EVALUATION,      LARGER,             2024-02-29T02:00:00Z, 2025-02-28",
        "STATEMENT,                QUARTER,            2026-09-30T02:00:00Z, 2026-10-15",
    })
    void ruleOfASubjectOrCaseThatNoCodeNamesIsComputed(String subject, String of, Instant start, LocalDate expected) {
        // When
        Deadline deadline = deadlines.from(start, subject, of);

        // Then
        assertEquals(endOf(expected), deadline.dueAt());
    }

    @Test
    @TestTransaction
    void naturalDaysEndWithTheLastSecondOfTheirDayInShanghai() {
        // Given
        rule(30, DeadlineUnit.NATURAL_DAY);

        // When
        Deadline evening = deadlines.from(Instant.parse("2026-09-20T15:59:59Z"), SUBJECT, "GENERAL");
        Deadline midnight = deadlines.from(Instant.parse("2026-09-20T16:00:00Z"), SUBJECT, "GENERAL");

        // Then
        assertEquals(Instant.parse("2026-10-20T15:59:59Z"), evening.dueAt());
        assertEquals(Instant.parse("2026-10-21T15:59:59Z"), midnight.dueAt());
        assertEquals(Map.of(), evening.skippedDays());
    }

    @Test
    @TestTransaction
    void hoursEndToTheSecondAlsoAcrossHolidays() {
        // Given
        rule(24, DeadlineUnit.HOUR);

        // When
        Deadline deadline = deadlines.from(Instant.parse("2026-09-30T10:11:12Z"), SUBJECT, "GENERAL");

        // Then
        assertEquals(Instant.parse("2026-10-01T10:11:12Z"), deadline.dueAt());
    }

    @ParameterizedTest
    @TestTransaction
    @CsvSource({
        "WORKING_DAY, 3, 2026-10-12T15:59:59Z, 2026-10-08T15:59:59Z",
        "WORKING_DAY, 4, 2026-10-12T15:59:59Z, 2026-09-30T15:59:59Z",
        "WORKING_DAY, 1, 2026-10-08T15:59:59Z, 2026-09-30T15:59:59Z",
        "WORKING_DAY, 2, 2026-02-24T15:59:59Z, 2026-02-13T15:59:59Z",
        "NATURAL_DAY, 5, 2026-10-08T15:59:59Z, 2026-10-03T15:59:59Z",
        "HOUR, 24, 2026-10-08T15:59:59Z, 2026-10-07T15:59:59Z",
    })
    void noticeIsCountedBackFromTheEnd(DeadlineUnit unit, int amount, Instant end, Instant expected) {
        // Given
        rule(amount, unit);

        // When
        Instant last = deadlines.before(end, SUBJECT, "GENERAL", Times.day(end)).dueAt();

        // Then
        assertEquals(expected, last);
    }

    @Test
    @TestTransaction
    void anyAmountOfWorkingDaysEndsOnAWorkingDayAndHoldsThatMany() throws IOException {
        Map<LocalDate, Boolean> published = publishedCalendar();
        long seed = Chance.seed("working days");
        for (int run = 0; run < RUNS; run++) {
            // Given
            Chance chance = Chance.of(seed, run);
            int amount = 1 + chance.below(60);
            LocalDate startDay = LocalDate.of(2016, 1, 1).plusDays(chance.below(3980));
            Instant start = startDay.atTime(chance.below(24), chance.below(60))
                    .atZone(Times.ZONE)
                    .toInstant();

            // When
            rule(amount, DeadlineUnit.WORKING_DAY);
            Deadline deadline = deadlines.from(start, SUBJECT, "GENERAL");
            Instant notice = deadlines
                    .before(deadline.dueAt(), SUBJECT, "GENERAL", startDay)
                    .dueAt();
            rule(amount + 1, DeadlineUnit.WORKING_DAY);
            Deadline next = deadlines.from(start, SUBJECT, "GENERAL");

            // Then
            String told = "seed " + seed + ", run " + run + ": " + amount + " from " + startDay;
            LocalDate due = Times.day(deadline.dueAt());
            assertTrue(works(published, due), told);
            assertEquals(
                    amount,
                    startDay.plusDays(1)
                            .datesUntil(due.plusDays(1))
                            .filter(day -> works(published, day))
                            .count(),
                    told);
            assertTrue(next.dueAt().isAfter(deadline.dueAt()), told);
            assertEquals(
                    amount,
                    Times.day(notice)
                            .plusDays(1)
                            .datesUntil(due.plusDays(1))
                            .filter(day -> works(published, day))
                            .count(),
                    told);
            assertEquals(
                    startDay.plusDays(1)
                            .datesUntil(due)
                            .filter(day -> !works(published, day))
                            .map(LocalDate::toString)
                            .collect(Collectors.toSet()),
                    deadline.skippedDays().keySet(),
                    told);
        }
    }

    @Test
    void neitherGradesNorExtensionsMoveTheStartOfTheClock() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String start = clock(hazard).getString("deadline.startedAt");
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);
        String task = loop.assign(TestCaller.OFFICER_LANKAO, hazard);

        // When a later end was asked for and granted
        OffsetDateTime due = OffsetDateTime.parse(clock(hazard).getString("dueAt"));
        task(TestCaller.MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        task(
                TestCaller.MANAGER_LANKAO,
                "requestExtension",
                "RequestExtensionInput",
                Map.of(
                        "id",
                        task,
                        "requestedDueAt",
                        due.plusDays(5).toString(),
                        "reason",
                        "配件到货晚",
                        "interimMeasures",
                        "停用"));
        task(
                TestCaller.COUNTY_LEADER_LANKAO,
                "decideExtension",
                "DecideExtensionInput",
                Map.of("id", task, "approved", true));

        // Then
        JsonPath extended = clock(hazard);
        assertEquals(start, extended.getString("deadline.startedAt"));
        assertEquals("MANUAL", extended.getString("deadline.rule"));
        assertEquals(due.plusDays(5), OffsetDateTime.parse(extended.getString("dueAt")));

        // When its grade rises and falls
        hazard(
                TestCaller.OFFICER_LANKAO,
                "escalateHazardGrade",
                "EscalateHazardGradeInput",
                Map.of("id", hazard, "clause", Map.of("standard", "CHEM-2026", "clause", "5.1.1"), "reason", "未经考核合格"));
        JsonPath major = clock(hazard);
        hazard(
                TestCaller.CITY_OFFICER,
                "lowerHazardGrade",
                "LowerHazardGradeInput",
                Map.of("id", hazard, "reason", "判定有误", "document", "汴安委〔2026〕12号"));
        JsonPath lowered = clock(hazard);

        // Then what was granted stays, and no grade adds to it
        assertEquals(start, major.getString("deadline.startedAt"));
        assertEquals(due.plusDays(5), OffsetDateTime.parse(major.getString("dueAt")));
        assertEquals(start, lowered.getString("deadline.startedAt"));
        assertEquals(due.plusDays(5), OffsetDateTime.parse(lowered.getString("dueAt")));
    }

    @Test
    @TestTransaction
    void explanationIsInTheRequestsLanguageWithTheRuleItsSourceAndWhatWasNotCounted() {
        // Given
        rule(2, DeadlineUnit.WORKING_DAY);

        // When
        Deadline deadline = deadlines.from(Instant.parse("2026-06-18T02:00:00Z"), SUBJECT, "GENERAL");
        Deadline intoUnpublished =
                deadlines.from(Instant.parse("2026-12-31T16:00:00Z"), DeadlineSubject.REVIEW, "MAJOR");

        // Then
        assertEquals(
                "Due 2026-06-23T23:59:59+08:00: 2 working days from 2026-06-18T10:00:00+08:00 by rule REVIEW_GENERAL"
                        + " (原国家安全生产监督管理总局令第15号（2015年修正）第十七条); not counted: 2026-06-19 端午节, 2026-06-20 端午节, 2026-06-21 端午节.",
                explained("en", deadline));
        assertEquals(
                "2026-06-23T23:59:59+08:00 届满：按规则 REVIEW_GENERAL（原国家安全生产监督管理总局令第15号（2015年修正）第十七条），"
                        + "自 2026-06-18T10:00:00+08:00 起 2 个工作日；不计入：2026-06-19 端午节, 2026-06-20 端午节, 2026-06-21 端午节。",
                explained("zh-CN", deadline));
        assertEquals(
                "2027-01-11T23:59:59+08:00 届满：按规则 REVIEW_MAJOR（原国家安全生产监督管理总局令第16号第二十三条），"
                        + "自 2027-01-01T00:00:00+08:00 起 10 个自然日；2027 年的放假安排尚未公布。",
                explained("zh-CN", intoUnpublished));
    }

    @Test
    @TestTransaction
    void weekdaysThatWereNotCountedAreNamedInTheRequestsLanguage() {
        // Given
        rule(2, DeadlineUnit.WORKING_DAY);

        // When
        Deadline deadline = deadlines.from(Instant.parse("2026-02-27T02:00:00Z"), SUBJECT, "GENERAL");

        // Then
        assertTrue(explained("zh", deadline).endsWith("；不计入：2026-03-01 星期日。"));
        assertTrue(explained("en", deadline).endsWith("; not counted: 2026-03-01 Sunday."));
    }

    @Test
    @TestTransaction
    void longClockNamesItsFirstDaysOffAndCountsTheOthers() {
        // Given
        rule(1000, DeadlineUnit.WORKING_DAY);

        // When
        Deadline deadline = deadlines.from(Instant.parse("2026-02-27T02:00:00Z"), SUBJECT, "GENERAL");
        DeadlineView view = DeadlineView.of(deadline, true, Instant.now());

        // Then
        int skipped = deadline.skippedDays().size();
        assertTrue(skipped > 200, () -> skipped + " days off");
        assertEquals(skipped, view.skippedDayCount());
        assertEquals(
                deadline.skippedDays().keySet().stream().sorted().limit(200).toList(),
                view.skippedDays().stream().map(DeadlineView.SkippedDay::day).toList());
        assertTrue(explained("en", deadline).contains(" and " + (skipped - 200) + " more days"));
        assertTrue(explained("zh", deadline).contains("，另有" + (skipped - 200) + "天"));
    }

    @Test
    void objectWithALongClockIsRead() {
        // Given
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        database.change(
                "update hazard set deadline = jsonb_set(deadline, '{skippedDays}', (select jsonb_object_agg(d::date, 'SUNDAY')"
                        + " from generate_series(date '2026-01-04', date '2032-01-01', interval '7 days') d)) where id = ?",
                NodeId.parse(hazard).orElseThrow().uuid());

        // When
        JsonPath read = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { deadline { skippedDayCount skippedDays { day } } } }",
                        Map.of("id", hazard));

        // Then
        assertEquals(313, read.getInt("data.hazard.deadline.skippedDayCount"));
        assertEquals(200, read.getList("data.hazard.deadline.skippedDays").size());
        assertEquals("2026-01-04", read.getString("data.hazard.deadline.skippedDays[0].day"));
    }

    private String explained(String language, Deadline deadline) {
        return messages.inLanguage(
                language, () -> DeadlineView.of(deadline, true, Instant.now()).explanation());
    }

    @Test
    void overdueIsComputedFromTheClockAndOnlyWhileItIsOpen() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        UUID uuid = NodeId.parse(hazard).orElseThrow().uuid();
        assertFalse(clock(hazard).getBoolean("overdue"));

        // When
        database.change(
                "update hazard set due_at = now() - interval '1 second', deadline = jsonb_set(deadline, '{dueAt}',"
                        + " to_jsonb(to_char((now() - interval '1 second') at time zone 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'))) where id = ?",
                uuid);

        // Then
        assertTrue(clock(hazard).getBoolean("overdue"));
        assertEquals("REPORTED", clock(hazard).getString("status"));
        hazard(TestCaller.OFFICER_LANKAO, "rejectHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "不属实"));
        assertFalse(clock(hazard).getBoolean("overdue"));
    }

    /** Gives the rule another amount and unit until the test's transaction is rolled back. */
    /** What the database starts itself is what the program would have started. */
    @Test
    @TestTransaction
    void clockThatTheDatabaseStartsIsThatOfTheProgram() throws IOException {
        long seed = Chance.seed("clocks of the database");
        for (int run = 0; run < RUNS; run++) {
            // Given
            Chance chance = Chance.of(seed, run);
            DeadlineUnit unit = DeadlineUnit.values()[chance.below(DeadlineUnit.values().length)];
            int amount = chance.below(40);
            Instant start = LocalDate.of(2016, 1, 1)
                    .plusDays(chance.below(4300))
                    .atTime(chance.below(24), chance.below(60), chance.below(60))
                    .atZone(Times.ZONE)
                    .toInstant();
            rule("REGULATOR_DECISION_ANY", amount, unit);

            // When
            String started = (String) entityManager
                    .createNativeQuery("select cast(ledger_deadline('REGULATOR_DECISION', :start) as text)")
                    .setParameter("start", start)
                    .getSingleResult();

            // Then
            assertEquals(
                    deadlines.from(start, "REGULATOR_DECISION", ""),
                    mapper.readValue(started, Deadline.class),
                    "seed " + seed + ", run " + run + ": " + amount + " " + unit + " from " + start);
        }
    }

    private void rule(int amount, DeadlineUnit unit) {
        rule("REVIEW_GENERAL", amount, unit);
    }

    private void rule(String code, int amount, DeadlineUnit unit) {
        entityManager
                .createNativeQuery("select set_config('role', 'ledger_background', true)", String.class)
                .getSingleResult();
        entityManager
                .createNativeQuery("update deadline_rule set amount = :amount, unit = :unit where code = :code")
                .setParameter("code", code)
                .setParameter("amount", amount)
                .setParameter("unit", unit.name())
                .executeUpdate();
        entityManager.clear();
        forgetRules();
    }

    @AfterEach
    void forgetRules() {
        known.invalidateAll().await().indefinitely();
    }

    private static JsonPath clock(String hazard) {
        JsonPath answer = LedgerClient.as(TestCaller.CITY_OFFICER)
                .query(
                        "query($id: ID!) { hazard(id: $id) { status dueAt overdue deadline { startedAt rule } } }",
                        Map.of("id", hazard));
        answer.setRootPath("data.hazard");
        return answer;
    }

    private static void hazard(TestCaller caller, String mutation, String type, Map<String, ?> input) {
        LedgerClient.as(caller).mutate(mutation, type, input, "hazard { id }").accepted();
    }

    private static void task(TestCaller caller, String mutation, String type, Map<String, ?> input) {
        LedgerClient.as(caller)
                .mutate(mutation, type, input, "rectificationTask { id }")
                .accepted();
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(Times.ZONE).toInstant();
    }

    private static boolean works(Map<LocalDate, Boolean> published, LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return published.getOrDefault(day, weekday);
    }

    private static Map<LocalDate, Boolean> publishedCalendar() throws IOException {
        return Files.readAllLines(Path.of("seeds/working-calendar.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> LocalDate.parse(cells[0]), cells -> cells[1].equals("WORKDAY")));
    }
}
