package org.safetyledger.checkplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;

/** What is done with check plans, and which of them a visit is by. */
@ApplicationScoped
public class CheckPlans {
    private static final int MOST_TARGETS = 200;

    private static final String COVERING =
            "select id from check_plan where authority = :authority and kind = :kind and year = :year and status = 'PUBLISHED'"
                    + " and (targets = '{}' or :enterprise = any(targets)) order by targets = '{}', published_at desc, id limit 1";

    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    CheckPlans(EntityManager entityManager, LockedObjects objects, Journal journal, Callers callers, Clock clock) {
        this.entityManager = entityManager;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** The caller's authority's published plan of the year by which it visits the enterprise; null where there is none. */
    public @Nullable UUID covering(CheckPlanKind kind, int year, UUID enterprise) {
        List<?> found = entityManager
                .createNativeQuery(COVERING)
                .setParameter("authority", callers.current().authority())
                .setParameter("kind", kind.name())
                .setParameter("year", year)
                .setParameter("enterprise", enterprise)
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst().orElse(null);
    }

    /** A plan is made for this year or the next. */
    CheckPlan draft(CheckPlan.Draft draft) {
        Instant now = clock.instant();
        int year = Times.day(now).getYear();
        if (draft.year() < year || draft.year() > year + 1) {
            throw Refusal.at("year", ErrorCode.VALUE_OUT_OF_RANGE, Integer.toString(year), Integer.toString(year + 1));
        }
        requireTargets(draft.targets());
        CheckPlan plan = new CheckPlan(draft, callers.current(), now);
        journal.begin(plan, "DRAFTED", Map.of("title", draft.title(), "year", Integer.toString(draft.year())));
        return plan;
    }

    private void requireTargets(List<UUID> targets) {
        Texts.requireAtMost(MOST_TARGETS, targets, "targetIds");
        Number known = (Number) entityManager
                .createNativeQuery("select count(*) from enterprise where id = any(cast(:targets as uuid[]))")
                .setParameter("targets", targets.toArray(UUID[]::new))
                .getSingleResult();
        if (known.intValue() != new HashSet<>(targets).size()) {
            throw Refusal.at("targetIds", ErrorCode.REFERENCE_NOT_FOUND);
        }
    }

    CheckPlan approve(Target target, String document) {
        CheckPlan plan = objects.lock(CheckPlan.class, target, CheckPlanVerb.APPROVE);
        plan.approve(callers.current(), document, clock.instant());
        journal.record(plan, "APPROVED", Map.of("document", document));
        return plan;
    }

    /**
     * @param filedWith whom it was filed with, such as the judicial bureau of the same level
     * @param where it can be read by everybody
     */
    CheckPlan publish(Target target, String filedWith, LocalDate filedOn, String where) {
        CheckPlan plan = objects.lock(CheckPlan.class, target, CheckPlanVerb.PUBLISH);
        Instant now = clock.instant();
        if (filedOn.isAfter(Times.day(now))) {
            throw Refusal.at("filedOn", ErrorCode.TIME_IN_FUTURE, Times.text(now));
        }
        plan.publish(filedWith, filedOn, where, now);
        journal.record(plan, "PUBLISHED", Map.of("filedWith", filedWith, "publication", where));
        return plan;
    }
}
