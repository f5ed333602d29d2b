package org.safetyledger.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RegulatorDecisionRepository implements PanacheRepositoryBase<RegulatorDecision, UUID> {
    /** The decision for a county's enterprise on a day: for its kind of venue, else for the longest prefix of its trade. */
    Optional<RegulatorDecision> concerning(String county, Enterprise enterprise, LocalDate day) {
        return find(
                        "divisionCode = ?1 and (venueType = ?2 or left(?3, length(industryCode)) = industryCode)"
                                + " and validFrom <= ?4 and function('ledger_lasts', validTo, ?4) = true"
                                + " and exists (from Department d where d.code = departmentCode"
                                + " and function('ledger_lasts', d.validTo, ?4) = true)"
                                + " order by venueType nulls last, length(industryCode) desc",
                        county,
                        enterprise.venueType(),
                        enterprise.industryCode(),
                        day)
                .page(0, 1)
                .firstResultOptional();
    }

    /** The last one for exactly this trade or kind of venue. */
    Optional<RegulatorDecision> lastFor(RegulatorDecision.Ruling ruling) {
        return find(
                        "divisionCode = ?1 and industryCode is not distinct from ?2 and venueType is not distinct from ?3"
                                + " order by validFrom desc",
                        ruling.divisionCode(),
                        ruling.industry(),
                        ruling.venue())
                .page(0, 1)
                .firstResultOptional();
    }
}
