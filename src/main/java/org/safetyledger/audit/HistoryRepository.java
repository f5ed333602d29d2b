package org.safetyledger.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Slice;
import org.safetyledger.graphql.SortKey;

@ApplicationScoped
public class HistoryRepository implements PanacheRepositoryBase<HistoryEntry, UUID> {
    private static final ListOrder<HistoryEntry> BY_SEQUENCE =
            ListOrder.ascending("history.SEQUENCE", new SortKey<>("sequence", "integer", HistoryEntry::sequence));

    private final KeysetLists lists;

    HistoryRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<HistoryEntry> page(UUID objectId, PageRequest page) {
        Conditions conditions = new Conditions().add("t.object_id = :object", "object", objectId);
        return lists.page(HistoryEntry.class, conditions, BY_SEQUENCE, page);
    }

    /** The last entry, held against others who would append to the same chain until this transaction ends. */
    Optional<HistoryEntry> lastForAppend(UUID objectId) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:object, 1)) as text)", String.class)
                .setParameter("object", objectId.toString())
                .getSingleResult();
        return find("objectId = ?1", Sort.descending("sequence"), objectId).firstResultOptional();
    }

    List<HistoryEntry> chain(UUID objectId) {
        return list("objectId = ?1", Sort.ascending("sequence"), objectId);
    }
}
