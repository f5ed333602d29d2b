package org.safetyledger.bench.year;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.hazard.HazardCountFolding;
import org.safetyledger.supervision.clock.ClockEngine;
import org.safetyledger.testing.Chance;

/** Plays the year hour by hour: who has something to do in an hour does it beside all others, then the clocks are looked at. */
final class SimulatedYear {
    static final int DAYS = 365;

    /**
     * How much of a year is played.
     *
     * @param scale 1 for the whole of Kaifeng: 50,000 visits, 80,000 hazards
     * @param hoursBetweenClocks how often the engine of the clocks runs
     * @param reportedDays of how many days the daily reports are drawn up
     */
    record Size(double scale, int hoursBetweenClocks, int reportedDays, int atOnce) {
        private static final int VISITS = 50_000;
        private static final int HAZARDS = 80_000;

        int visits() {
            return (int) Math.round(VISITS * scale);
        }

        /** How long what came due may stay unrecorded. */
        Duration looked() {
            return Duration.ofHours(hoursBetweenClocks + 1L);
        }

        /** Beside those that visits find. */
        int patrols(int items) {
            return Math.max(0, (int) Math.round((HAZARDS - VISITS * items * 0.1) * scale));
        }
    }

    private final YearClock clock;
    private final Instant start;
    private final Agenda agenda;
    private final ClockEngine engine;
    private final HazardCountFolding folding;
    private final Size size;
    private final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();

    SimulatedYear(
            YearClock clock, Instant start, Agenda agenda, ClockEngine engine, HazardCountFolding folding, Size size) {
        this.clock = clock;
        this.start = start;
        this.agenda = agenda;
        this.engine = engine;
        this.folding = folding;
        this.size = size;
    }

    /** What was refused, by what it was, and how often. */
    Map<String, LongAdder> refusals() {
        return refusals;
    }

    void plan(long seed, City city, Visits visits, Offices offices) {
        Chance days = Chance.of(seed, -1);
        // The last ones end their work before the year does.
        int last = DAYS - 5;
        for (int i = 0; i < size.visits(); i++) {
            Chance own = Chance.of(seed, i);
            City.County county = days.oneOf(city.counties());
            agenda.onDay(days.below(last), own, () -> visits.plan(county, offices.campaignOf(county), own));
        }
        for (int i = 0; i < size.patrols(city.items().size()); i++) {
            Chance own = Chance.of(seed, 1_000_000 + i);
            City.County county = days.oneOf(city.counties());
            agenda.onDay(days.below(last), own, () -> visits.patrol(county, own));
        }
        for (City.County county : city.counties()) {
            for (int quarter = 0; quarter < 4; quarter++) {
                agenda.onDay(10 + quarter * 91, days, () -> offices.campaign(county, Chance.of(seed, 7)));
            }
            for (int month = 0; month < 12; month++) {
                agenda.onDay(3 + month * 30, days, () -> offices.draw(county, Chance.of(seed, 8)));
            }
        }
        for (int month = 0; month < 12; month++) {
            Chance own = Chance.of(seed, 2_000_000 + month);
            agenda.onDay(5 + month * 30, days, () -> offices.directive(own));
        }
        for (int day = 1; day <= size.reportedDays(); day++) {
            Chance own = Chance.of(seed, 3_000_000 + day);
            agenda.onDay(day, own, () -> offices.reports(own));
        }
    }

    void run() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(size.atOnce())) {
            for (int hour = 1; hour <= DAYS * 24; hour++) {
                Instant now = start.plus(Duration.ofHours(hour));
                clock.set(now);
                all(people, agenda.until(now));
                if (hour % size.hoursBetweenClocks() == 0) {
                    engine.run();
                    folding.fold();
                }
            }
        }
        engine.run();
    }

    private void all(ExecutorService people, List<Agenda.Act> acts) throws Exception {
        List<Callable<Void>> calls = new ArrayList<>();
        for (Agenda.Act act : acts) {
            calls.add(() -> {
                act(act);
                return null;
            });
        }
        for (Future<Void> done : people.invokeAll(calls)) {
            done.get();
        }
    }

    private void act(Agenda.Act act) throws Exception {
        try {
            act.run();
        } catch (Desk.Refused refused) {
            refusals.computeIfAbsent(refused.getMessage(), key -> new LongAdder())
                    .increment();
        } catch (Refusal refused) {
            refusals.computeIfAbsent(refused.code() + " " + refused.path(), key -> new LongAdder())
                    .increment();
        } catch (RuntimeException failure) {
            // The others go on; the year tells of it at its end.
            refusals.computeIfAbsent(failure.toString(), key -> new LongAdder()).increment();
            failure.printStackTrace();
        }
    }
}
