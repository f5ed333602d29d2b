package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.jurisdiction.CodeTables;
import org.safetyledger.jurisdiction.Division;
import org.safetyledger.jurisdiction.DivisionRepository;

/** Campaigns. */
@ApplicationScoped
public class Campaigns {
    private static final int MOST_TARGETS = 200;
    private static final int MOST_INDUSTRIES = 100;

    private final DivisionRepository divisions;
    private final CodeTables codes;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Campaigns(DivisionRepository divisions, CodeTables codes, Journal journal, Callers callers, Clock clock) {
        this.divisions = divisions;
        this.codes = codes;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public Campaign create(Campaign.Draft draft) {
        Caller caller = callers.current();
        if (draft.endsOn().isBefore(draft.startsOn())) {
            throw Refusal.at("endsOn", ErrorCode.END_BEFORE_START);
        }
        Texts.requireAtMost(MOST_TARGETS, draft.targetDivisions(), "targetJurisdictions");
        Texts.requireAtMost(MOST_INDUSTRIES, draft.industries(), "industries");
        for (String target : draft.targetDivisions()) {
            if (!caller.covers(divisions.requireValid(target, draft.startsOn(), "targetJurisdictions"))) {
                throw Refusal.at("targetJurisdictions", ErrorCode.OUTSIDE_JURISDICTION);
            }
        }
        if (draft.targetDivisions().isEmpty()) {
            throw Refusal.at("targetJurisdictions", ErrorCode.REFERENCE_NOT_FOUND);
        }
        LocalDate today = LocalDate.now(clock);
        draft.industries().forEach(industry -> {
            if (!codes.isIndustry(industry, today)) {
                throw Refusal.at("industries", ErrorCode.UNKNOWN_CODE, industry);
            }
        });
        Campaign campaign = new Campaign(draft, counties(draft), caller, clock.instant());
        journal.begin(campaign, "CREATED", Map.of("title", draft.title()));
        return campaign;
    }

    /** Six-digit codes of the counties that the targets lie in or consist of: their authorities see the campaign. */
    private List<String> counties(Campaign.Draft draft) {
        return draft.targetDivisions().stream()
                .flatMap(target -> DivisionLevel.of(target) == DivisionLevel.CITY
                        ? divisions.byParents(List.of(target)).getOrDefault(target, List.of()).stream()
                                .filter(county -> county.isValidOn(draft.startsOn()))
                                .map(Division::code)
                        : Stream.of(target))
                .map(code -> code.substring(0, DivisionLevel.COUNTY.digits()))
                .distinct()
                .toList();
    }
}
