package org.safetyledger.hazard;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilter;

@ApplicationScoped
public class HazardRepository implements PanacheRepositoryBase<Hazard, UUID> {
    private static final SortKey<Hazard> DUE_AT = new SortKey<>("due_at", "timestamptz", Hazard::dueAt);
    private static final SortKey<Hazard> REPORTED_AT = new SortKey<>("reported_at", "timestamptz", Hazard::reportedAt);
    private static final SortKey<Hazard> ID = new SortKey<>("id", "uuid", Hazard::id);

    private final KeysetLists lists;

    HazardRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<Hazard> page(@Nullable HazardFilter filter, HazardOrder order, PageRequest page) {
        return lists.page(Hazard.class, conditions(filter), order(order), page);
    }

    public Map<UUID, Slice<Hazard>> pagesByEnterprise(
            Collection<UUID> enterprises, @Nullable HazardFilter filter, HazardOrder order, PageRequest page) {
        return lists.pages(
                Hazard.class,
                "enterprise_id",
                Hazard::enterpriseId,
                enterprises,
                conditions(filter),
                order(order),
                page);
    }

    public Map<UUID, Slice<Hazard>> pagesByInspection(
            Collection<UUID> inspections, @Nullable HazardFilter filter, HazardOrder order, PageRequest page) {
        return lists.pages(
                Hazard.class,
                "inspection_id",
                Hazard::inspectionId,
                inspections,
                conditions(filter),
                order(order),
                page);
    }

    public static ListQuery<Hazard> query(@Nullable HazardFilter filter, HazardOrder order) {
        return new ListQuery<>(conditions(filter), order(order));
    }

    private static Conditions conditions(@Nullable HazardFilter filter) {
        Conditions conditions = new Conditions();
        if (filter == null) {
            return conditions;
        }
        AreaFilter.subtree(conditions, filter.jurisdiction(), "filter.jurisdiction");
        AreaFilter.industry(conditions, filter.industry(), "filter.industry");
        if (filter.open() != null) {
            conditions.add(filter.open() ? "t.open" : "not t.open");
        }
        if (filter.overdue() != null) {
            conditions.add(filter.overdue() ? "t.open and t.due_at < now()" : "(not t.open or t.due_at >= now())");
        }
        if (filter.selfClosed() != null) {
            conditions.add(filter.selfClosed() ? "t.self_closed" : "not t.self_closed");
        }
        return conditions
                .anyOf("status", "statuses", filter.statuses())
                .add(
                        "t.grade = :grade",
                        "grade",
                        filter.grade() == null ? null : filter.grade().name())
                .add(
                        "t.enterprise_id = :enterprise",
                        "enterprise",
                        NodeId.optional(NodeType.ENTERPRISE, filter.enterpriseId(), "filter.enterpriseId"))
                .add(
                        "t.inspection_id = :inspection",
                        "inspection",
                        NodeId.optional(NodeType.INSPECTION, filter.inspectionId(), "filter.inspectionId"))
                .add(
                        "t.category_code = :category",
                        "category",
                        Texts.optionalCode(filter.category(), "filter.category"))
                .add("t.due_at < :dueBefore", "dueBefore", Times.instantOrNull(filter.dueBefore(), "filter.dueBefore"))
                .add(
                        "t.reported_at >= :reportedFrom",
                        "reportedFrom",
                        Times.instantOrNull(filter.reportedFrom(), "filter.reportedFrom"))
                .add(
                        "t.reported_at < :reportedBefore",
                        "reportedBefore",
                        Times.instantOrNull(filter.reportedBefore(), "filter.reportedBefore"))
                .search("title", "text", Texts.optionalSearch(filter.text(), "filter.text"));
    }

    private static ListOrder<Hazard> order(HazardOrder order) {
        return switch (order) {
            case DUE_AT_ASC -> ListOrder.ascending("hazards.DUE_AT_ASC", DUE_AT, ID);
            case DUE_AT_DESC -> ListOrder.descending("hazards.DUE_AT_DESC", DUE_AT, ID);
            case REPORTED_AT_ASC -> ListOrder.ascending("hazards.REPORTED_AT_ASC", REPORTED_AT, ID);
            case REPORTED_AT_DESC -> ListOrder.descending("hazards.REPORTED_AT_DESC", REPORTED_AT, ID);
        };
    }

    public Hazard lock(UUID id, String field) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.at(field, ErrorCode.NOT_FOUND));
    }

    /** The duplicates of a hazard, each held, in the order of their ids. */
    List<Hazard> lockDuplicatesOf(UUID original) {
        return find("duplicateOfId = ?1 and status = DUPLICATE order by id", original)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public Map<UUID, Hazard> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Hazard::id, Function.identity()));
    }
}
