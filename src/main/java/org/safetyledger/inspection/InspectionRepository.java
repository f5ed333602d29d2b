package org.safetyledger.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilter;

@ApplicationScoped
public class InspectionRepository implements PanacheRepositoryBase<Inspection, UUID> {
    private static final SortKey<Inspection> PLANNED_ON = new SortKey<>("planned_on", "date", Inspection::plannedOn);
    private static final SortKey<Inspection> ID = new SortKey<>("id", "uuid", Inspection::id);

    private final KeysetLists lists;

    InspectionRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<Inspection> page(@Nullable InspectionFilter filter, InspectionOrder order, PageRequest page) {
        return lists.page(Inspection.class, conditions(filter), order(order), page);
    }

    public Map<UUID, Slice<Inspection>> pagesByEnterprise(
            Collection<UUID> enterprises, @Nullable InspectionFilter filter, InspectionOrder order, PageRequest page) {
        return lists.pages(
                Inspection.class,
                "enterprise_id",
                Inspection::enterpriseId,
                enterprises,
                conditions(filter),
                order(order),
                page);
    }

    public Map<UUID, Slice<Inspection>> pagesByCampaign(
            Collection<UUID> campaigns, @Nullable InspectionFilter filter, InspectionOrder order, PageRequest page) {
        return lists.pages(
                Inspection.class,
                "campaign_id",
                Inspection::campaignId,
                campaigns,
                conditions(filter),
                order(order),
                page);
    }

    public static ListQuery<Inspection> query(@Nullable InspectionFilter filter, InspectionOrder order) {
        return new ListQuery<>(conditions(filter), order(order));
    }

    private static Conditions conditions(@Nullable InspectionFilter filter) {
        Conditions conditions = new Conditions();
        if (filter == null) {
            return conditions;
        }
        AreaFilter.subtree(conditions, filter.jurisdiction(), "filter.jurisdiction");
        AreaFilter.industry(conditions, filter.industry(), "filter.industry");
        return conditions
                .anyOf("status", "statuses", filter.statuses())
                .add(
                        "t.kind = :kind",
                        "kind",
                        filter.kind() == null ? null : filter.kind().name())
                .add(
                        "t.enterprise_id = :enterprise",
                        "enterprise",
                        NodeId.optional(NodeType.ENTERPRISE, filter.enterpriseId(), "filter.enterpriseId"))
                .add(
                        "t.campaign_id = :campaign",
                        "campaign",
                        NodeId.optional(NodeType.CAMPAIGN, filter.campaignId(), "filter.campaignId"))
                .add(
                        "t.planned_on >= :plannedFrom",
                        "plannedFrom",
                        Times.dayOrNull(filter.plannedFrom(), "filter.plannedFrom"))
                .add(
                        "t.planned_on <= :plannedTo",
                        "plannedTo",
                        Times.dayOrNull(filter.plannedTo(), "filter.plannedTo"));
    }

    private static ListOrder<Inspection> order(InspectionOrder order) {
        return switch (order) {
            case PLANNED_ON_ASC -> ListOrder.ascending("inspections.PLANNED_ON_ASC", PLANNED_ON, ID);
            case PLANNED_ON_DESC -> ListOrder.descending("inspections.PLANNED_ON_DESC", PLANNED_ON, ID);
        };
    }

    Inspection lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.at("id", ErrorCode.NOT_FOUND));
    }

    public Map<UUID, Inspection> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Inspection::id, Function.identity()));
    }

    public Map<UUID, List<InspectionOfficer>> officers(Collection<UUID> inspections) {
        return getEntityManager()
                .createQuery(
                        "from InspectionOfficer where inspectionId in :ids order by name, personId",
                        InspectionOfficer.class)
                .setParameter("ids", inspections)
                .getResultStream()
                .collect(Collectors.groupingBy(InspectionOfficer::inspectionId));
    }

    public Map<UUID, List<Finding>> findings(Collection<UUID> inspections) {
        return getEntityManager()
                .createQuery("from Finding where inspectionId in :ids order by recordedAt, id", Finding.class)
                .setParameter("ids", inspections)
                .getResultStream()
                .collect(Collectors.groupingBy(Finding::inspectionId));
    }

    Optional<Finding> finding(UUID inspectionId, UUID itemId) {
        return getEntityManager()
                .createQuery("from Finding where inspectionId = :inspection and itemId = :item", Finding.class)
                .setParameter("inspection", inspectionId)
                .setParameter("item", itemId)
                .getResultStream()
                .findFirst();
    }

    public Optional<Finding> finding(UUID id) {
        return Optional.ofNullable(getEntityManager().find(Finding.class, id));
    }

    /** Negative findings that were not fixed on site. */
    long unfixed(UUID inspectionId) {
        return getEntityManager()
                .createQuery(
                        "select count(*) from Finding where inspectionId = :inspection and not fixedOnSite"
                                + " and result = NON_COMPLIANT",
                        Long.class)
                .setParameter("inspection", inspectionId)
                .getSingleResult();
    }

    /** Negative findings that were neither fixed on site nor reported as a hazard. */
    long unresolved(UUID inspectionId) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from finding f where f.inspection_id = :inspection"
                                + " and f.result = 'NON_COMPLIANT' and not f.fixed_on_site"
                                + " and not exists (select from hazard h where h.finding_id = f.id)")
                        .setParameter("inspection", inspectionId)
                        .getSingleResult())
                .longValue();
    }

    long unanswered(Inspection inspection) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from checklist_item i where i.checklist_id = :checklist"
                                + " and not exists (select from finding f where f.item_id = i.id"
                                + " and f.inspection_id = :inspection)")
                        .setParameter("checklist", inspection.checklistId())
                        .setParameter("inspection", inspection.id())
                        .getSingleResult())
                .longValue();
    }
}
