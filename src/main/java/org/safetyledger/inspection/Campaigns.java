package org.safetyledger.inspection;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
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
    private final List<CampaignRemains> remains;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Campaigns(
            DivisionRepository divisions,
            CodeTables codes,
            @All List<CampaignRemains> remains,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.divisions = divisions;
        this.codes = codes;
        this.remains = remains;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public Campaign create(Campaign.Draft draft) {
        Caller caller = callers.current();
        if (draft.endsOn().isBefore(draft.startsOn())) {
            throw Refusal.at("endsOn", ErrorCode.END_BEFORE_START);
        }
        Texts.requireAtMost(MOST_INDUSTRIES, draft.industries(), "industries");
        requireTargets(draft.targetDivisions(), draft.startsOn());
        requireOrder(draft);
        LocalDate today = Times.day(clock.instant());
        draft.industries().forEach(industry -> {
            if (!codes.isIndustry(industry, today)) {
                throw Refusal.at("industries", ErrorCode.UNKNOWN_CODE, industry);
            }
        });
        Campaign campaign =
                new Campaign(draft, counties(draft.targetDivisions(), draft.startsOn()), caller, clock.instant());
        journal.begin(campaign, "CREATED", Map.of("title", draft.title()));
        return campaign;
    }

    /** @param filing where the approved plan was filed; null when it was not, which stops nothing */
    public Campaign approve(Target target, String document, @Nullable String filing) {
        Campaign campaign = objects.lock(Campaign.class, target, CampaignVerb.APPROVE);
        campaign.approve(callers.current(), document, filing, clock.instant());
        journal.record(campaign, "APPROVED", Map.of("document", document));
        return campaign;
    }

    /** Enters a later phase; of a campaign whose phases have dates one of these, not before its first day. */
    public Campaign enterPhase(Target target, CampaignPhase phase) {
        Campaign campaign = objects.lock(Campaign.class, target, CampaignVerb.ENTER_PHASE);
        CampaignPhaseDates dates = campaign.phases().stream()
                .filter(planned -> planned.phase() == phase)
                .findFirst()
                .orElse(null);
        if (phase.status().compareTo(campaign.status()) <= 0
                || (dates == null && !campaign.phases().isEmpty())) {
            throw Refusal.at("phase", ErrorCode.PHASE_NOT_NEXT);
        }
        if (dates != null && Times.day(clock.instant()).isBefore(dates.startsOn())) {
            throw Refusal.at("phase", ErrorCode.PHASE_NOT_DUE, dates.startsOn());
        }
        campaign.enter(phase);
        journal.record(campaign, "PHASE_ENTERED", Map.of("phase", phase.name()));
        return campaign;
    }

    /** What was approved is frozen: places that are added later are told apart by the history, with their reason. */
    public Campaign addTargets(Target target, List<String> divisionCodes, String reason) {
        Campaign campaign = objects.lock(Campaign.class, target, CampaignVerb.ADD_TARGETS);
        LocalDate today = Times.day(clock.instant());
        requireTargets(divisionCodes, today);
        List<String> added = divisionCodes.stream()
                .distinct()
                .filter(code -> !campaign.targets(code, null))
                .toList();
        if (added.isEmpty()) {
            throw Refusal.at("targetJurisdictions", ErrorCode.TARGETED_ALREADY);
        }
        campaign.addTargets(added, counties(added, today));
        Texts.requireAtMost(MOST_TARGETS, campaign.targetDivisions(), "targetJurisdictions");
        journal.record(campaign, "TARGETS_ADDED", Map.of("targets", String.join(", ", added), "reason", reason));
        return campaign;
    }

    /** What of a campaign is not at its end: visits that are planned or going on, open hazards of its visits, unrecorded duty. */
    public record Open(long visits, long hazards, long duties) {}

    /**
     * Ends the campaign. No visit of it starts meanwhile: both hold the campaign's chain before they look.
     *
     * @param left what of it is open
     * @param handover to whom its open hazards were handed over; null for nobody
     */
    public Campaign archive(Target target, Function<Campaign, Open> left, @Nullable String handover) {
        Campaign campaign = objects.lock(Campaign.class, target, CampaignVerb.ARCHIVE);
        journal.hold(new NodeId(NodeType.CAMPAIGN, campaign.id()));
        Open open = left.apply(campaign);
        if (open.visits() > 0) {
            throw Refusal.at("id", ErrorCode.CAMPAIGN_VISITS_OPEN, open.visits());
        }
        if (open.duties() > 0) {
            throw Refusal.at("id", ErrorCode.CAMPAIGN_DUTY_OPEN, open.duties());
        }
        if (open.hazards() > 0 && handover == null) {
            throw Refusal.at("handover", ErrorCode.CAMPAIGN_HAZARDS_OPEN, open.hazards());
        }
        remains.forEach(one -> one.requireHandedOver(campaign.id(), handover));
        campaign.archive(handover, clock.instant());
        journal.record(campaign, "ARCHIVED", handover == null ? Map.of() : Map.of("handover", handover));
        return campaign;
    }

    private void requireTargets(List<String> targets, LocalDate from) {
        Texts.requireAtMost(MOST_TARGETS, targets, "targetJurisdictions");
        for (String target : targets) {
            if (!callers.current().covers(divisions.requireValid(target, from, "targetJurisdictions"))) {
                throw Refusal.at("targetJurisdictions", ErrorCode.OUTSIDE_JURISDICTION);
            }
        }
        if (targets.isEmpty()) {
            throw Refusal.at("targetJurisdictions", ErrorCode.REFERENCE_NOT_FOUND);
        }
    }

    /**
     * Six-digit codes of the counties of places that a group of the campaign goes to.
     *
     * @param places divisions that the campaign targets, or that lie in these; each is there on that day
     */
    public List<String> countiesWithin(Campaign campaign, List<String> places, LocalDate day) {
        requireTargets(places, day);
        for (String place : places) {
            if (!campaign.targets(place, null)) {
                throw Refusal.at("targetJurisdictions", ErrorCode.OUTSIDE_CAMPAIGN_TARGETS);
            }
        }
        return counties(places, day);
    }

    /** Phases follow one another in the campaign's window, each once. */
    private static void requireOrder(Campaign.Draft draft) {
        CampaignPhaseDates before = null;
        for (int i = 0; i < draft.phases().size(); i++) {
            CampaignPhaseDates phase = draft.phases().get(i);
            String path = "phases." + i;
            if (phase.endsOn().isBefore(phase.startsOn())) {
                throw Refusal.at(path + ".endsOn", ErrorCode.END_BEFORE_START);
            }
            if (phase.startsOn().isBefore(draft.startsOn()) || phase.endsOn().isAfter(draft.endsOn())) {
                throw Refusal.at(path, ErrorCode.OUTSIDE_CAMPAIGN_WINDOW, draft.startsOn(), draft.endsOn());
            }
            if (before != null
                    && (phase.phase().compareTo(before.phase()) <= 0
                            || !phase.startsOn().isAfter(before.endsOn()))) {
                throw Refusal.at(path, ErrorCode.PHASES_OUT_OF_ORDER);
            }
            before = phase;
        }
    }

    /** Six-digit codes of the counties that the targets lie in or consist of: their authorities see the campaign. */
    private List<String> counties(List<String> targets, LocalDate from) {
        return targets.stream()
                .flatMap(target -> DivisionLevel.of(target) == DivisionLevel.CITY
                        ? divisions.byParents(List.of(target)).getOrDefault(target, List.of()).stream()
                                .filter(county -> county.isValidOn(from))
                                .map(Division::code)
                        : Stream.of(target))
                .map(code -> code.substring(0, DivisionLevel.COUNTY.digits()))
                .distinct()
                .toList();
    }
}
