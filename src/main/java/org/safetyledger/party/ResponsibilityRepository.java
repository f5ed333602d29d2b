package org.safetyledger.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

@ApplicationScoped
public class ResponsibilityRepository implements PanacheRepositoryBase<ResponsibilityAssignment, UUID> {
    ResponsibilityAssignment lock(UUID id, String field) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND));
    }

    /** An enterprise with the assignments valid on a day at one of its places, for itself or for everybody of its industry. */
    record Concerned(Enterprise enterprise, List<ResponsibilityAssignment> assignments) {}

    /** By one statement, because every report asks for both. */
    Optional<Concerned> concerned(UUID enterpriseId, LocalDate day) {
        List<Object[]> rows = getEntityManager()
                .createQuery("""
                        select e, a from Enterprise e left join ResponsibilityAssignment a
                          on a.divisionCode in (concat(left(e.divisionCode, 4), '00000000'),
                            concat(left(e.divisionCode, 6), '000000'), concat(left(e.divisionCode, 9), '000'))
                          and (a.enterpriseId is null or a.enterpriseId = e.id)
                          and (a.industryCode is null or left(e.industryCode, length(a.industryCode)) = a.industryCode)
                          and a.validFrom <= :day and (a.validTo is null or a.validTo >= :day)
                        where e.id = :id order by a.validFrom, a.id""", Object[].class)
                .setParameter("id", enterpriseId)
                .setParameter("day", day)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(first -> new Concerned(
                        (Enterprise) first[0],
                        rows.stream()
                                .map(row -> (ResponsibilityAssignment) row[1])
                                .filter(Objects::nonNull)
                                .toList()));
    }

    boolean overlaps(
            ResponsibilityParty party,
            ResponsibilityAssignment.Extent extent,
            UUID personId,
            LocalDate from,
            @Nullable LocalDate to) {
        return list("party = ?1 and divisionCode = ?2 and personId = ?3", party, extent.divisionCode(), personId)
                .stream()
                .filter(other -> extent.equals(new ResponsibilityAssignment.Extent(
                        other.divisionCode(), other.industryCode(), other.enterpriseId())))
                .anyMatch(other -> (to == null || !other.validFrom().isAfter(to))
                        && (other.validTo() == null || !other.validTo().isBefore(from)));
    }
}
