package org.safetyledger.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.jurisdiction.DepartmentRepository;

@ApplicationScoped
public class ResponsibilityRepository implements PanacheRepositoryBase<ResponsibilityAssignment, UUID> {
    private final DepartmentRepository departments;

    ResponsibilityRepository(DepartmentRepository departments) {
        this.departments = departments;
    }

    ResponsibilityAssignment lock(UUID id, String field) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND));
    }

    /**
     * Assignments valid on the day at one of the enterprise's places, for itself or for everybody of its industry. Who
     * belonged to a department that was dissolved answers for nothing any more.
     */
    List<ResponsibilityAssignment> concerning(Enterprise enterprise, LocalDate day) {
        String division = enterprise.divisionCode();
        // Every report asks this. A list as the parameter of a query would be translated to SQL anew each time. Two
        // indexes find the enterprise's own holder, of whom each has one, and those for everybody.
        List<ResponsibilityAssignment> assigned = list(
                "(enterpriseId = ?4 or enterpriseId is null) and divisionCode in (?1, ?2, ?3)"
                        + " and (industryCode is null or left(?5, length(industryCode)) = industryCode)"
                        + " and validFrom <= ?6 and (validTo is null or validTo >= ?6)"
                        + " order by validFrom, id",
                DivisionLevel.CITY.above(division),
                DivisionLevel.COUNTY.above(division),
                DivisionLevel.TOWN.above(division),
                enterprise.id(),
                enterprise.industryCode(),
                day);
        Set<String> dissolved = departments.dissolved(day);
        return assigned.stream()
                .filter(one -> one.departmentCode() == null || !dissolved.contains(one.departmentCode()))
                .toList();
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
