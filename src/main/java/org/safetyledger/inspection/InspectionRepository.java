package org.safetyledger.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
                        "from InspectionOfficer where inspectionId in :ids and exclusion is null order by name, personId",
                        InspectionOfficer.class)
                .setParameter("ids", inspections)
                .getResultStream()
                .collect(Collectors.groupingBy(InspectionOfficer::inspectionId));
    }

    /** Those who conduct the visit: without who was excluded. A list of ids would be made a statement of anew each time. */
    List<InspectionOfficer> officers(Inspection inspection) {
        return getEntityManager()
                .createQuery(
                        "from InspectionOfficer where inspectionId = :id and exclusion is null order by name, personId",
                        InspectionOfficer.class)
                .setParameter("id", inspection.id())
                .getResultList();
    }

    /** Whether the approval afterwards of one of the authority's emergencies is overdue. */
    boolean isApprovalOverdue(String authority, Instant now) {
        return (boolean) getEntityManager()
                .createNativeQuery("select ledger_approval_overdue(:authority, :now)")
                .setParameter("authority", authority)
                .setParameter("now", now)
                .getSingleResult();
    }

    /**
     * The name of one of these people who was excluded from a visit to the enterprise, whoever made it.
     *
     * @param people officers, by their ids
     * @param names others, who are known by name only
     */
    Optional<String> excluded(UUID enterprise, Collection<UUID> people, Collection<String> names) {
        // Without the result's class, for which the statement would be planned anew each time.
        return Optional.ofNullable((String) getEntityManager()
                .createNativeQuery(
                        "select ledger_in_conflict(:enterprise, cast(string_to_array(:people, ',') as uuid[]),"
                                + " string_to_array(:names, chr(10)))")
                .setParameter("enterprise", enterprise)
                .setParameter("people", people.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .setParameter("names", String.join("\n", names))
                .getSingleResult());
    }

    /** Has the version grow, though only rows beside the visit's changed. */
    void touch(Inspection inspection) {
        getEntityManager().lock(inspection, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    int counted(String authority, UUID enterprise, int year) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select ledger_visits_counted(:authority, :enterprise, :year)")
                        .setParameter("authority", authority)
                        .setParameter("enterprise", enterprise)
                        .setParameter("year", year)
                        .getSingleResult())
                .intValue();
    }

    /** Confirms the entry of the visit with this code; null where the caller is at the gate of none that waits. */
    @Nullable
    UUID enter(String code, Instant now, @Nullable Instant byDevice, LocalDate day) {
        return (UUID) getEntityManager()
                .createNativeQuery("select ledger_enter(:code, :now, cast(:device as timestamptz), :day)", UUID.class)
                .setParameter("day", day)
                .setParameter("code", code)
                .setParameter("now", now)
                .setParameter("device", byDevice)
                .getSingleResult();
    }

    /** Whether the entry with this code was confirmed before, at a gate that is the caller's. */
    boolean isEntered(String code) {
        return (boolean) getEntityManager()
                .createNativeQuery("select ledger_entered(:code)")
                .setParameter("code", code)
                .getSingleResult();
    }

    boolean isMergedInto(UUID inspection) {
        return count("mergedIntoId = ?1 and status <> ?2", inspection, InspectionStatus.CANCELLED) > 0;
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

    /** Whether a hazard was made of the finding, and neither rejected nor found to be another's double. */
    boolean isReported(UUID finding) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select exists (select from hazard h where h.finding_id = :finding"
                        + " and h.status not in ('REJECTED', 'DUPLICATE'))")
                .setParameter("finding", finding)
                .getSingleResult();
    }

    /** Whom it visits, an enterprise or none, without the visit itself, which is read when it is held. */
    @Nullable
    UUID enterpriseOf(UUID visit) {
        List<@Nullable UUID> found = getEntityManager()
                .createQuery("select enterpriseId from Inspection where id = :id", UUID.class)
                .setParameter("id", visit)
                .getResultList();
        if (found.isEmpty()) {
            throw Refusal.of(ErrorCode.NOT_FOUND);
        }
        return found.getFirst();
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
