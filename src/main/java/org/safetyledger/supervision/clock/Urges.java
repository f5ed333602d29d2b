package org.safetyledger.supervision.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Limits;

/** Presses for what is owed. */
@ApplicationScoped
class Urges {
    private static final String PER_DAY = "URGES_PER_DAY";

    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final Limits limits;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Urges(
            EntityManager entityManager,
            LockedObjects objects,
            Limits limits,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.objects = objects;
        this.limits = limits;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    DeadlineClock urge(Target target, String note) {
        DeadlineClock urged = objects.lock(DeadlineClock.class, target, UrgeVerb.URGE);
        Caller caller = callers.current();
        Instant now = clock.instant();
        requireSeldom(urged.id(), caller, now);
        entityManager
                .createNativeQuery("insert into urge values (:id, :clock, :note, :name, :subject, :now)")
                .setParameter("id", NodeId.newUuid())
                .setParameter("clock", urged.id())
                .setParameter("note", note)
                .setParameter("name", caller.name())
                .setParameter("subject", caller.subject())
                .setParameter("now", now)
                .executeUpdate();
        urged.urge(now);
        journal.record(urged, "URGED", Map.of("note", note, "subject", urged.subject()));
        return urged;
    }

    /** Who presses every hour is heard less. */
    private void requireSeldom(UUID clockId, Caller caller, Instant now) {
        LocalDate today = Times.day(now);
        int most = limits.on(today, PER_DAY, "").amount();
        Number urges = (Number) entityManager
                .createNativeQuery(
                        "select count(*) from urge where deadline_clock_id = :clock and urged_by_subject = :subject"
                                + " and urged_at >= :since")
                .setParameter("clock", clockId)
                .setParameter("subject", caller.subject())
                .setParameter("since", today.atStartOfDay(Times.ZONE).toInstant())
                .getSingleResult();
        if (urges.intValue() >= most) {
            throw Refusal.at("id", ErrorCode.URGED_ALREADY, most);
        }
    }
}
