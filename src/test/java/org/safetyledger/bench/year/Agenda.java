package org.safetyledger.bench.year;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.safetyledger.testing.Chance;

/** What is still to be done in the year, and when. */
final class Agenda {
    /** Something that somebody does, with whatever belongs to it. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    private record Step(Instant at, Act act) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            return at.compareTo(other.at);
        }
    }

    private static final int OFFICES_OPEN = 9;

    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private final Instant start;
    private final int officeHours;
    private volatile Instant now;

    /** @param officeHours how many hours of a day something is begun in */
    Agenda(Instant start, int officeHours) {
        this.start = start;
        this.officeHours = officeHours;
        this.now = start;
    }

    Instant now() {
        return now;
    }

    /** In an office hour of a day of the year, counted from its first one. */
    void onDay(int day, Chance chance, Act act) {
        add(new Step(start.plus(Duration.ofDays(day)).plus(officeHour(chance)), act));
    }

    /** In an office hour so many days after today. */
    void inDays(int days, Chance chance, Act act) {
        onDay((int) Duration.between(start, now).toDays() + days, chance, act);
    }

    private Duration officeHour(Chance chance) {
        return Duration.ofHours(OFFICES_OPEN + chance.below(officeHours));
    }

    private synchronized void add(Step step) {
        steps.add(step);
    }

    /** What is to be done by then, each in its turn; it is taken off. */
    synchronized List<Act> until(Instant hour) {
        now = hour;
        List<Act> due = new ArrayList<>();
        while (!steps.isEmpty() && !steps.peek().at.isAfter(hour)) {
            due.add(steps.remove().act);
        }
        return due;
    }
}
