package org.safetyledger.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneOffset;
import org.safetyledger.access.LateInserts;
import org.safetyledger.audit.HistoryEntry;
import org.safetyledger.audit.HistoryRecorded;
import org.safetyledger.audit.Recorded;

/** Writes the outbox entry of each recorded change, in the transaction of the change. */
@ApplicationScoped
class Outbox {
    private static final String INSERT =
            "insert into outbox_entry (id, object_type, object_id, sequence, division_code,"
                    + " enterprise_id, industry_code, matter, event, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final LateInserts lateInserts;

    Outbox(LateInserts lateInserts) {
        this.lateInserts = lateInserts;
    }

    void write(@Observes HistoryRecorded recorded) {
        Recorded object = recorded.object();
        HistoryEntry entry = recorded.entry();
        lateInserts.add(
                INSERT,
                entry.id(),
                object.nodeType().name(),
                object.id(),
                entry.sequence(),
                object.divisionCode(),
                object.enterpriseId(),
                object.industryCode(),
                object.matter(),
                entry.action(),
                entry.recordedAt().atOffset(ZoneOffset.UTC));
    }
}
