package org.safetyledger.supervision.clock;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.jurisdiction.DeadlineSubject;
import org.safetyledger.jurisdiction.Deadlines;

/**
 * Records what became due of the clocks. Any number of engines may run at once: each takes clocks that no other one holds, and
 * what it recorded and until when the clock may rest are one transaction, so that one that dies leaves all of it to the next.
 */
@ApplicationScoped
public class ClockEngine {
    static final int AT_A_TIME = 200;
    private static final String TASK_TOTAL = "TASK_TOTAL";

    /** What cannot climb now, because its ladder is not loaded yet or cannot be worked out, is tried again then. */
    private static final Duration LATER = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(ClockEngine.class);

    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private final Ladders ladders;
    private final Deadlines deadlines;
    private final TurnedLadders turnedLadders;
    private final List<EndsBySilence> silences;
    private final Clock clock;

    ClockEngine(
            ScopedTransactions transactions,
            EntityManager entityManager,
            Ladders ladders,
            Deadlines deadlines,
            TurnedLadders turnedLadders,
            @All List<EndsBySilence> silences,
            Clock clock) {
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.ladders = ladders;
        this.deadlines = deadlines;
        this.turnedLadders = turnedLadders;
        this.silences = silences;
        this.clock = clock;
    }

    /** Records everything that is due by now; tells how many clocks it looked at. */
    public int run() throws Exception {
        Instant now = clock.instant();
        for (EndsBySilence silence : silences) {
            silence.endDue(now);
        }
        turnedLadders.takeUp(now);
        int all = 0;
        int some;
        do {
            some = transactions.background(() -> batch(now));
            all += some;
        } while (some == AT_A_TIME);
        return all;
    }

    private int batch(Instant now) {
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            ClockRows rows = new ClockRows(connection);
            List<ClockRows.Due> due = rows.take(now, AT_A_TIME);
            for (ClockRows.Due clockOfSomething : due) {
                climbOrRest(clockOfSomething, now, rows);
            }
            rows.write();
            return due.size();
        });
    }

    /** One that fails must not stand before all others for ever. */
    private void climbOrRest(ClockRows.Due due, Instant now, ClockRows rows) throws SQLException {
        try {
            climb(due, now, rows);
        } catch (IllegalStateException | Refusal unclear) {
            LOG.errorf(unclear, "The deadline %s cannot climb its ladder, which is tried again in an hour", due.id());
            rows.rest(due, null, now.plus(LATER), List.of());
        }
    }

    private void climb(ClockRows.Due due, Instant now, ClockRows rows) throws SQLException {
        List<Ladder> known = ladders.of(due.subject());
        Climb climb = Climb.of(due.startedAt(), due.dueAt(), known, deadlines);
        List<Climb.Step> reached = climb.dueAfter(due.rungAt(), now);
        for (Climb.Step step : reached) {
            boolean caughtUp = step.at().isBefore(reached.getLast().at());
            rows.record(due, step, caughtUp, now);
        }
        Instant next = known.stream().anyMatch(ladder -> ladder.holdsAt(now)) ? climb.nextAfter(now) : now.plus(LATER);
        String grade = due.grade();
        if (due.subject().equals(TASK_TOTAL) && grade != null) {
            next = oweRecheck(due, grade, now, next, rows);
        }
        rows.rest(
                due,
                reached.isEmpty() ? null : reached.getLast(),
                next,
                deadlines.unpublishedYears(due.startedAt(), climb.end(due.dueAt())));
    }

    /** At the end of a task, whatever rungs its ladder has; tells when to look again. */
    private @Nullable Instant oweRecheck(
            ClockRows.Due due, String grade, Instant now, @Nullable Instant next, ClockRows rows) throws SQLException {
        if (due.dueAt().isAfter(now)) {
            return next == null || due.dueAt().isBefore(next) ? due.dueAt() : next;
        }
        rows.oweRecheck(
                due, deadlines.from(due.dueAt(), DeadlineSubject.REVIEW, grade).dueAt());
        return next;
    }
}
