package org.safetyledger.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

@ApplicationScoped
public class InspectionRepository implements PanacheRepositoryBase<Inspection, UUID> {
    Inspection lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.at("id", ErrorCode.NOT_FOUND));
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
