package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
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
            "select count(*), round(avg(rating_score), 1) from inspection where authority = :authority"
                    + " and rated_at is not null and planned_on between :first and :last";

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

    /** @param average null while there are too few to hide whose they are */
    public record Summary(int ratings, @Nullable Double average) {}

    /** Those of the visits of the caller's authority that were planned for days of the year. */
    public Summary summary(int year) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery(SUMMARY, Object[].class)
                .setParameter("authority", callers.current().authority())
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .getSingleResult();
        int ratings = ((Number) row[0]).intValue();
        boolean told = ratings
                >= limits.on(Times.day(clock.instant()), "RATINGS_TOLD_FROM", "")
                        .amount();
        return new Summary(ratings, told ? ((Number) row[1]).doubleValue() : null);
    }
}
