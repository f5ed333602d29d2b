package org.safetyledger.rectification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Slice;
import org.safetyledger.graphql.SortKey;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilter;

@ApplicationScoped
public class RectificationTaskRepository implements PanacheRepositoryBase<RectificationTask, UUID> {
    private static final SortKey<RectificationTask> DUE_AT =
            new SortKey<>("due_at", "timestamptz", RectificationTask::dueAt);
    private static final SortKey<RectificationTask> ID = new SortKey<>("id", "uuid", RectificationTask::id);

    private final KeysetLists lists;

    RectificationTaskRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<RectificationTask> page(
            @Nullable RectificationTaskFilter filter, RectificationTaskOrder order, PageRequest page) {
        return lists.page(RectificationTask.class, conditions(filter), order(order), page);
    }

    public Map<UUID, Slice<RectificationTask>> pagesByHazard(
            Collection<UUID> hazards,
            @Nullable RectificationTaskFilter filter,
            RectificationTaskOrder order,
            PageRequest page) {
        return lists.pages(
                RectificationTask.class,
                "hazard_id",
                RectificationTask::hazardId,
                hazards,
                conditions(filter),
                order(order),
                page);
    }

    public Map<UUID, Slice<RectificationTask>> pagesByEnterprise(
            Collection<UUID> enterprises,
            @Nullable RectificationTaskFilter filter,
            RectificationTaskOrder order,
            PageRequest page) {
        return lists.pages(
                RectificationTask.class,
                "enterprise_id",
                RectificationTask::enterpriseId,
                enterprises,
                conditions(filter),
                order(order),
                page);
    }

    public static ListQuery<RectificationTask> query(
            @Nullable RectificationTaskFilter filter, RectificationTaskOrder order) {
        return new ListQuery<>(conditions(filter), order(order));
    }

    private static Conditions conditions(@Nullable RectificationTaskFilter filter) {
        Conditions conditions = new Conditions();
        if (filter == null) {
            return conditions;
        }
        AreaFilter.subtree(conditions, filter.jurisdiction(), "filter.jurisdiction");
        AreaFilter.industry(conditions, filter.industry(), "filter.industry");
        if (filter.overdue() != null) {
            conditions.add(filter.overdue() ? "t.open and t.due_at < now()" : "(not t.open or t.due_at >= now())");
        }
        return conditions
                .anyOf("status", "statuses", filter.statuses())
                .add(
                        "t.enterprise_id = :enterprise",
                        "enterprise",
                        NodeId.optional(NodeType.ENTERPRISE, filter.enterpriseId(), "filter.enterpriseId"))
                .add(
                        "t.hazard_id = :hazard",
                        "hazard",
                        NodeId.optional(NodeType.HAZARD, filter.hazardId(), "filter.hazardId"))
                .add("t.due_at < :dueBefore", "dueBefore", Times.instantOrNull(filter.dueBefore(), "filter.dueBefore"));
    }

    private static ListOrder<RectificationTask> order(RectificationTaskOrder order) {
        return switch (order) {
            case DUE_AT_ASC -> ListOrder.ascending("rectificationTasks.DUE_AT_ASC", DUE_AT, ID);
            case DUE_AT_DESC -> ListOrder.descending("rectificationTasks.DUE_AT_DESC", DUE_AT, ID);
        };
    }

    RectificationTask lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.at("id", ErrorCode.NOT_FOUND));
    }

    /** The hazard's task at work, of which there is at most one. */
    Optional<RectificationTask> lockOpen(UUID hazardId) {
        return find("hazardId = ?1 and status not in (PASSED, CANCELLED)", hazardId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The hazard of a task, read before the locks so that they are taken in one order: hazard, then task. */
    Optional<UUID> hazardOf(UUID taskId) {
        return getEntityManager()
                .createQuery("select hazardId from RectificationTask where id = :id", UUID.class)
                .setParameter("id", taskId)
                .getResultStream()
                .findFirst();
    }

    Optional<DeadlineExtension> pendingExtension(UUID taskId) {
        return getEntityManager()
                .createQuery(
                        "from DeadlineExtension where taskId = :task and status = REQUESTED", DeadlineExtension.class)
                .setParameter("task", taskId)
                .getResultStream()
                .findFirst();
    }

    public Map<UUID, List<DeadlineExtension>> extensions(Collection<UUID> tasks) {
        return getEntityManager()
                .createQuery(
                        "from DeadlineExtension where taskId in :tasks order by requestedAt, id",
                        DeadlineExtension.class)
                .setParameter("tasks", tasks)
                .getResultStream()
                .collect(Collectors.groupingBy(DeadlineExtension::taskId));
    }

    public Map<UUID, RectificationTask> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(RectificationTask::id, task -> task));
    }
}
