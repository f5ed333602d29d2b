package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Limits;

/** What enterprises say of the visits that they had. */
@ApplicationScoped
public class VisitRatings {
    private static final String SUMMARY =
            "select ratings, average from ledger_visit_ratings(:authority, :year, :batch)";

    private final EntityManager entityManager;
    private final Limits limits;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    VisitRatings(
            EntityManager entityManager,
            Limits limits,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.limits = limits;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public Inspection rate(Target target, int score, @Nullable String comment) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.RATE);
        inspection.rate(score, comment, clock.instant());
        journal.record(inspection, "RATED");
        return inspection;
    }

    /**
     * @param ratings how many there are
     * @param average of the oldest whole batches; null before the first is full
     */
    public record Summary(int ratings, @Nullable Double average) {}

    /**
     * Those of the visits of the caller's authority that were planned for days of the year. The mean is told of whole batches,
     * each as large as hides whose ratings they are: the next one never tells by the difference what it says.
     */
    public Summary summary(int year) {
        int batch =
                limits.on(Times.day(clock.instant()), "RATINGS_TOLD_FROM", "").amount();
        Object[] row = (Object[]) entityManager
                .createNativeQuery(SUMMARY, Object[].class)
                .setParameter("authority", callers.current().authority())
                .setParameter("year", year)
                .setParameter("batch", batch)
                .getSingleResult();
        return new Summary(((Number) row[0]).intValue(), row[1] == null ? null : ((Number) row[1]).doubleValue());
    }
}
