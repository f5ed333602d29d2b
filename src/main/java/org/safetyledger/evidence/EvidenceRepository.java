package org.safetyledger.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Slice;
import org.safetyledger.graphql.SortKey;
import org.safetyledger.jurisdiction.AreaFilter;

@ApplicationScoped
public class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {
    private static final ListOrder<Evidence> LATEST = ListOrder.descending(
            "evidence.RECEIVED_AT",
            new SortKey<>("received_at", "timestamptz", Evidence::receivedAt),
            new SortKey<>("id", "uuid", Evidence::id));

    /** What a piece of evidence may show, with the column that names it. */
    public enum Subject {
        INSPECTION("inspection_id", Evidence::inspectionId),
        HAZARD("hazard_id", Evidence::hazardId),
        TASK("task_id", Evidence::taskId);

        private final String column;
        private final Function<Evidence, @Nullable UUID> parent;

        Subject(String column, Function<Evidence, @Nullable UUID> parent) {
            this.column = column;
            this.parent = parent;
        }
    }

    private final KeysetLists lists;

    EvidenceRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<Evidence> page(@Nullable EvidenceStage stage, @Nullable String jurisdiction, PageRequest page) {
        ListQuery<Evidence> query = query(stage, jurisdiction);
        return lists.page(Evidence.class, query.conditions(), query.order(), page);
    }

    public static ListQuery<Evidence> query(@Nullable EvidenceStage stage, @Nullable String jurisdiction) {
        return new ListQuery<>(AreaFilter.subtree(conditions(stage), jurisdiction, "jurisdiction"), LATEST);
    }

    public Map<UUID, Slice<Evidence>> pagesBySubject(
            Subject subject, Collection<UUID> parents, @Nullable EvidenceStage stage, PageRequest page) {
        return lists.pages(Evidence.class, subject.column, subject.parent, parents, conditions(stage), LATEST, page);
    }

    private static Conditions conditions(@Nullable EvidenceStage stage) {
        return new Conditions().add("t.stage = :stage", "stage", stage == null ? null : stage.name());
    }
}
