package org.safetyledger.bench.year;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.audit.HistoryVerification;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.HazardCountFolding;
import org.safetyledger.supervision.clock.ClockEngine;
import org.safetyledger.supervision.report.DueReports;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;

/**
 * A year of Kaifeng by a driven clock, small enough to be played each time. {@code ./mvnw test -Dtest=SimulatedYearTest
 * -Dyear.scale=1} plays all of it: 50,000 visits, 80,000 hazards, the clocks looked at each hour, each day reported.
 */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class SimulatedYearTest {
    private static final Instant START =
            OffsetDateTime.parse("2026-12-01T00:00:00+08:00").toInstant();
    private static final double LARGE = 0.1;
    private static final int AT_ONCE = 6;
    private static final int OFFICE_HOURS = 8;

    @Inject
    Desk desk;

    @Inject
    ClockEngine engine;

    @Inject
    HazardCountFolding folding;

    @Inject
    DueReports reports;

    @Inject
    HistoryVerification history;

    @Inject
    ScopedTransactions transactions;

    @Inject
    Callers callers;

    @Inject
    LedgerTables tables;

    @Test
    void yearEndsWithItsBooksInOrder() throws Exception {
        // Given
        double scale = Double.parseDouble(System.getProperty("year.scale", "0.001"));
        long seed = Long.getLong("year.seed", 2027);
        boolean large = scale >= LARGE;
        SimulatedYear.Size size = new SimulatedYear.Size(
                scale, Integer.getInteger("year.hours", large ? 1 : 24), large ? SimulatedYear.DAYS - 1 : 5, AT_ONCE);
        YearClock clock = new YearClock(START);
        QuarkusMock.installMockForType(clock, Clock.class);
        City city = City.of(tables);
        // With a few acts in each hour most of the time would be waiting for the last one.
        Agenda agenda = new Agenda(START, Integer.getInteger("year.office", large ? OFFICE_HOURS : 1));
        SimulatedYear year = new SimulatedYear(clock, START, agenda, engine, folding, size);
        year.plan(seed, city, new Visits(desk, agenda, city), new Offices(desk, agenda, city, tables, reports));

        // When
        long begun = System.nanoTime();
        year.run();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        // Then
        tell(scale, seed, took, year);
        List<Check> checks = checks(new Books(tables, city, clock.instant()), city, size, clock.instant());
        assertAll(
                () -> assertEquals(Map.of(), new TreeMap<>(year.refusals())),
                () -> assertEquals(size.visits(), desk.commands("completeInspection")),
                () -> assertAll(checks.stream().map(check ->
                        (Executable) () -> assertEquals(List.of(), check.wrong().call(), check.of()))));
        System.out.println("simulated year: " + checks.stream().map(Check::of).toList() + " are in order");
        if (!large) {
            for (Check check : checks) {
                forge(check.forgery());
                assertNotEquals(List.of(), check.wrong().call(), "A forgery that is not told of: " + check.forgery());
            }
        }
    }

    /**
     * Something that has to hold at the end.
     *
     * @param wrong tells what does not hold
     * @param forgery a statement by which it no longer holds
     */
    private record Check(String of, Callable<List<String>> wrong, String forgery) {}

    private List<Check> checks(Books books, City city, SimulatedYear.Size size, Instant end) {
        return List.of(
                new Check(
                        "figures",
                        () -> new Figures(tables, city)
                                .differing(end.toString(), Times.day(end).toString()),
                        "update hazard_count set amount = amount + 1"),
                new Check(
                        "gaps",
                        books::gapsThatDiffer,
                        "update enterprise_coverage set visited_on = date '2020-01-01' where id ="
                                + " (select min(c.id::text)::uuid from enterprise_coverage c where c.visited_on is not null)"),
                new Check(
                        "rungs",
                        () -> books.rungsMissedOrWrong(size.looked()),
                        "delete from deadline_event where id = (select min(e.id::text)::uuid from deadline_event e where e.rung = 2)"),
                new Check(
                        "clocks",
                        books::clocksSetBack,
                        "update hazard set due_at = due_at + interval '1 day' where id = (select min(h.id::text)::uuid from hazard h)"),
                new Check(
                        "histories",
                        () -> books.brokenChains(history, transactions, callers),
                        "update history_entry set actor_name = actor_name || '的' where id ="
                                + " (select min(e.id::text)::uuid from history_entry e where e.object_type = 'HAZARD')"),
                new Check(
                        "scopes",
                        () -> new Scopes(tables, city).readBeyond(),
                        "alter table hazard disable row level security"));
    }

    /** Behind everything that the ledger does to keep itself whole. */
    private void forge(String statement) {
        tables.changePastTriggers(statement);
    }

    private void tell(double scale, long seed, Duration took, SimulatedYear year) throws IOException {
        desk.figures().forEach((command, figure) -> System.out.println("simulated year: " + command + " " + figure));
        System.out.printf(
                "simulated year: scale %s, seed %d, %d commands in %d s: %.0f a second; memory at most %s; refused %s%n",
                scale,
                seed,
                desk.commands(),
                took.toSeconds(),
                desk.commands() * 1e9 / took.toNanos(),
                peakMemory(),
                year.refusals());
    }

    /** Of the program and its driver together, where the system tells it. */
    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring("VmHWM:".length()).strip())
                .findFirst()
                .orElse("unknown");
    }
}
