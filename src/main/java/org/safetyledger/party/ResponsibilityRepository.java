package org.safetyledger.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Slice;
import org.safetyledger.graphql.SortKey;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.AreaFilter;

@ApplicationScoped
public class ResponsibilityRepository implements PanacheRepositoryBase<ResponsibilityAssignment, UUID> {
    private static final ListOrder<ResponsibilityAssignment> BY_START = ListOrder.ascending(
            "responsibilityAssignments.VALID_FROM",
            new SortKey<>("valid_from", "date", ResponsibilityAssignment::validFrom),
            new SortKey<>("id", "uuid", ResponsibilityAssignment::id));

    private final KeysetLists lists;

    ResponsibilityRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<ResponsibilityAssignment> page(@Nullable ResponsibilityFilter filter, PageRequest page) {
        Conditions conditions = new Conditions();
        if (filter != null) {
            AreaFilter.subtree(conditions, filter.jurisdiction(), "filter.jurisdiction");
            conditions
                    .add(
                            "t.party = :party",
                            "party",
                            filter.party() == null ? null : filter.party().name())
                    .add(
                            "t.enterprise_id = :enterprise",
                            "enterprise",
                            NodeId.optional(NodeType.ENTERPRISE, filter.enterpriseId(), "filter.enterpriseId"))
                    .add(
                            "t.valid_from <= :day and coalesce(t.valid_to, 'infinity') >= :day",
                            "day",
                            Times.dayOrNull(filter.validOn(), "filter.validOn"));
        }
        return lists.page(ResponsibilityAssignment.class, conditions, BY_START, page);
    }

    ResponsibilityAssignment lock(UUID id, String field) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND));
    }

    /** Assignments valid on the day at one of the enterprise's places, for itself or for everybody of its industry. */
    List<ResponsibilityAssignment> concerning(Enterprise enterprise, LocalDate day) {
        String division = enterprise.divisionCode();
        // Every report asks this. A list as the parameter of a query would be translated to SQL anew each time.
        return list(
                "divisionCode in (?1, ?2, ?3) and (enterpriseId is null or enterpriseId = ?4)"
                        + " and (industryCode is null or left(?5, length(industryCode)) = industryCode)"
                        + " and validFrom <= ?6 and (validTo is null or validTo >= ?6) order by validFrom, id",
                DivisionLevel.CITY.above(division),
                DivisionLevel.COUNTY.above(division),
                DivisionLevel.TOWN.above(division),
                enterprise.id(),
                enterprise.industryCode(),
                day);
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

    public List<ResponsibilityAssignment> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
