package org.safetyledger.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.LateInserts;
import org.safetyledger.access.TierPlans;
import org.safetyledger.graphql.NodeId;

@ApplicationScoped
public class HistoryRepository implements PanacheRepositoryBase<HistoryEntry, UUID> {
    private static final String OF_OBJECT = "objectId = ?1 and objectType = ?2";
    private static final String INSERT = "insert into history_entry (id, object_type, object_id, sequence,"
            + " division_code, enterprise_id, industry_code, matter, action, status, actor, actor_name, actor_role, recorded_at,"
            + " detail, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)";

    private final AdvisoryLocks locks;
    private final LateInserts lateInserts;
    private final TierPlans plans;
    private final ObjectMapper mapper;

    HistoryRepository(AdvisoryLocks locks, LateInserts lateInserts, TierPlans plans, ObjectMapper mapper) {
        this.locks = locks;
        this.lateInserts = lateInserts;
        this.plans = plans;
        this.mapper = mapper;
    }

    void append(HistoryEntry entry) {
        lateInserts.add(INSERT, entry.row(mapper));
    }

    /** Where the chain ends, held against others who would append to it until this transaction ends. */
    ChainEnd endForAppend(NodeId object) {
        return lateInserts.sendWith(new HeldChain(object, plans));
    }

    /** Waits until nobody else is appending to the chain, and keeps others from it until this transaction ends. */
    void hold(NodeId object) {
        locks.holdChain(object.uuid().toString());
    }

    /**
     * Whether the newest entry names the state in which the object is; both read by one statement, so that a change
     * between two reads is not mistaken for one behind the history's back. True for types without a life cycle.
     */
    boolean endsInPresentState(NodeId object) {
        return Boolean.TRUE.equals(getEntityManager()
                .createNativeQuery("select coalesce(ledger_state(:type, :id) = (select h.status from history_entry h"
                        + " where h.object_id = :id and h.object_type = :type"
                        + " order by h.sequence desc limit 1), ledger_state(:type, :id) is null)")
                .setParameter("type", HistoryEntry.typeName(object.type()))
                .setParameter("id", object.uuid())
                .getSingleResult());
    }

    /** Two types may share a UUID, because clients make ids: a chain belongs to one type's object. */
    List<HistoryEntry> chain(NodeId object) {
        return list(OF_OBJECT, Sort.ascending("sequence"), object.uuid(), HistoryEntry.typeName(object.type()));
    }
}
