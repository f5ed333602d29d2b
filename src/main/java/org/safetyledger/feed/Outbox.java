package org.safetyledger.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.safetyledger.audit.HistoryEntry;
import org.safetyledger.audit.HistoryRecorded;
import org.safetyledger.audit.Recorded;

/** Writes the outbox entry of each recorded change, in the transaction of the change. */
@ApplicationScoped
class Outbox {
    private static final String INSERT =
            "insert into outbox_entry (id, object_type, object_id, sequence, division_code,"
                    + " enterprise_id, industry_code, event, recorded_at) values (:id, :type, :object, :sequence, :division,"
                    + " cast(:enterprise as uuid), cast(:industry as text), :event, :at)";

    private final EntityManager entityManager;

    Outbox(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void write(@Observes HistoryRecorded recorded) {
        Recorded object = recorded.object();
        HistoryEntry entry = recorded.entry();
        entityManager
                .createNativeQuery(INSERT)
                .setParameter("id", entry.id())
                .setParameter("type", object.nodeType().name())
                .setParameter("object", object.id())
                .setParameter("sequence", entry.sequence())
                .setParameter("division", object.divisionCode())
                .setParameter(
                        "enterprise",
                        object.enterpriseId() == null
                                ? null
                                : object.enterpriseId().toString())
                .setParameter("industry", object.industryCode())
                .setParameter("event", entry.action())
                .setParameter("at", entry.recordedAt())
                .executeUpdate();
    }
}
