package org.safetyledger.supervision.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignRepository;
import org.safetyledger.inspection.CampaignStatus;
import org.safetyledger.inspection.Checklist;
import org.safetyledger.inspection.ChecklistRepository;
import org.safetyledger.party.PersonRepository;
import org.safetyledger.party.PostHolder;

/** Plans visits to authorities: by which office, to whom, by whom, with which checklist, in which campaign. */
@ApplicationScoped
class SupervisionPlans {
    private static final int MOST_OFFICERS = 20;

    private final SupervisedAuthorities authorities;
    private final ChecklistRepository checklists;
    private final CampaignRepository campaigns;
    private final PersonRepository people;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    SupervisionPlans(
            SupervisedAuthorities authorities,
            ChecklistRepository checklists,
            CampaignRepository campaigns,
            PersonRepository people,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.authorities = authorities;
        this.checklists = checklists;
        this.campaigns = campaigns;
        this.people = people;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    SupervisionVisit plan(SupervisionPlan plan) {
        Caller caller = callers.current();
        String office = authorities.officeOf(caller, Times.day(clock.instant()));
        SupervisedAuthority target = authorities.target(plan.target(), office, caller, plan.plannedOn());
        if (plan.plannedOn().isBefore(Times.day(clock.instant()))) {
            throw Refusal.at("plannedOn", ErrorCode.DEADLINE_IN_PAST);
        }
        Checklist checklist = checklists
                .findByIdOptional(plan.checklistId())
                .orElseThrow(() -> Refusal.at("checklistId", ErrorCode.REFERENCE_NOT_FOUND));
        if (!checklist.isValidOn(plan.plannedOn())) {
            throw Refusal.at("checklistId", ErrorCode.CHECKLIST_NOT_VALID);
        }
        requireCampaign(plan, target);
        List<PostHolder> officers = officers(plan.officerIds(), target);
        SupervisionVisit visit = new SupervisionVisit(plan, target, office, officers, caller, clock.instant());
        journal.begin(
                visit,
                "PLANNED",
                Map.of(
                        "target", target.code(),
                        "announced", Boolean.toString(plan.announced()),
                        "plannedOn", plan.plannedOn().toString(),
                        "officers", officers.stream().map(PostHolder::name).collect(Collectors.joining(", "))));
        return visit;
    }

    private void requireCampaign(SupervisionPlan plan, SupervisedAuthority target) {
        UUID campaignId = plan.campaignId();
        if (campaignId == null) {
            return;
        }
        Campaign campaign = campaigns.require(campaignId, "campaignId");
        if (campaign.state().equals(CampaignStatus.ARCHIVED.name())) {
            throw Refusal.at("campaignId", ErrorCode.CAMPAIGN_NOT_APPROVED);
        }
        if (!campaign.covers(plan.plannedOn())) {
            throw Refusal.at("plannedOn", ErrorCode.OUTSIDE_CAMPAIGN_WINDOW, campaign.startsOn(), campaign.endsOn());
        }
        if (!campaign.targets(target.division(), null)) {
            throw Refusal.at("campaignId", ErrorCode.OUTSIDE_CAMPAIGN_TARGETS);
        }
    }

    /** Nobody supervises the own government or department, and nobody of an enterprise supervises any. */
    private List<PostHolder> officers(List<UUID> officerIds, SupervisedAuthority target) {
        Texts.requireAtMost(MOST_OFFICERS, officerIds, "officerIds");
        List<PostHolder> officers = people.holders(officerIds);
        if (officers.isEmpty() || officers.size() != officerIds.size()) {
            throw Refusal.at("officerIds", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (officers.stream().anyMatch(officer -> officer.enterpriseId() != null || isOfTarget(officer, target))) {
            throw Refusal.at("officerIds", ErrorCode.SUPERVISOR_NOT_ALLOWED);
        }
        return officers;
    }

    private static boolean isOfTarget(PostHolder officer, SupervisedAuthority target) {
        String department = target.department();
        return department == null ? target.covers(officer.divisionCode()) : department.equals(officer.departmentCode());
    }
}
