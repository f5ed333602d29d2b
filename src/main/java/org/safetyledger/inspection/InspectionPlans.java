package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.party.Person;

/** Plans inspections: who may be inspected by whom, with which checklist, in which campaign. */
@ApplicationScoped
public class InspectionPlans {
    private final InspectionRepository inspections;
    private final ChecklistRepository checklists;
    private final CampaignRepository campaigns;
    private final EnterpriseRepository enterprises;
    private final VisitOfficers officers;
    private final VisitCauses causes;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    InspectionPlans(
            InspectionRepository inspections,
            ChecklistRepository checklists,
            CampaignRepository campaigns,
            EnterpriseRepository enterprises,
            VisitOfficers officers,
            VisitCauses causes,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.campaigns = campaigns;
        this.enterprises = enterprises;
        this.officers = officers;
        this.causes = causes;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public Inspection plan(InspectionPlan plan) {
        Caller caller = callers.current();
        if (plan.plannedOn().isBefore(Times.day(clock.instant().minus(VisitLimits.OFFLINE)))) {
            throw Refusal.at("plannedOn", ErrorCode.DEADLINE_IN_PAST);
        }
        Inspection.Target target = target(plan, caller);
        Checklist checklist = checklists
                .findByIdOptional(plan.checklistId())
                .orElseThrow(() -> Refusal.at("checklistId", ErrorCode.REFERENCE_NOT_FOUND));
        if (!checklist.isValidOn(plan.plannedOn())) {
            throw Refusal.at("checklistId", ErrorCode.CHECKLIST_NOT_VALID);
        }
        boolean lies =
                caller.covers(target.divisionCode()) && caller.supervises(target.industryCode(), checklist.matter());
        if (!lies && !isForHandledHazard(plan)) {
            throw Refusal.at("checklistId", ErrorCode.OUTSIDE_POWERS);
        }
        requireCampaign(plan, target);
        // Planned without officers, it waits for them; those who are named fit it at once.
        List<Person> named = plan.officerIds().isEmpty()
                ? List.of()
                : officers.require(plan.kind(), target.enterpriseId(), plan.plannedOn(), plan.officerIds());
        Inspection inspection = new Inspection(plan, target, checklist.matter(), !lies, caller, clock.instant());
        causes.enforce(inspection, plan);
        inspections.persist(inspection);
        inspections.flush();
        officers.name(inspection, named);
        journal.begin(
                inspection,
                "PLANNED",
                Map.of(
                        "kind", plan.kind().name(),
                        "announced", Boolean.toString(plan.announced()),
                        "plannedOn", plan.plannedOn().toString(),
                        "officers", VisitOfficers.named(named)));
        return inspection;
    }

    private Inspection.Target target(InspectionPlan plan, Caller caller) {
        if (plan.kind() == InspectionKind.SUPERVISION
                || (plan.kind() == InspectionKind.SELF_CHECK) != caller.ofEnterprise()) {
            throw Refusal.at("kind", ErrorCode.TARGET_NOT_ALLOWED);
        }
        UUID enterpriseId = plan.enterpriseId();
        if (enterpriseId == null) {
            throw Refusal.at("enterpriseId", ErrorCode.TARGET_NOT_ALLOWED);
        }
        if (caller.department() != null && officers.isSafetyCommitteeOffice(caller.department())) {
            throw Refusal.at("kind", ErrorCode.TARGET_NOT_ALLOWED);
        }
        Enterprise enterprise = enterprises.requireOrHandled(enterpriseId, "enterpriseId");
        return Inspection.Target.of(enterprise);
    }

    /** Whoever was handed a hazard visits its enterprise for it, or for what it demanded there, and for nothing else. */
    private boolean isForHandledHazard(InspectionPlan plan) {
        UUID enterpriseId = plan.enterpriseId();
        VisitCause cause = plan.cause();
        if (enterpriseId == null || cause == null) {
            return false;
        }
        return (cause.source().isForHandledHazard() && enterprises.handles(enterpriseId))
                || (cause.source() == VisitSource.RECHECK && enterprises.hasDemanded(enterpriseId));
    }

    private void requireCampaign(InspectionPlan plan, Inspection.Target target) {
        UUID campaignId = plan.campaignId();
        if (campaignId == null) {
            return;
        }
        Campaign campaign = campaigns.require(campaignId, "campaignId");
        if (campaign.status() == CampaignStatus.ARCHIVED) {
            throw Refusal.at("campaignId", ErrorCode.CAMPAIGN_NOT_APPROVED);
        }
        if (!campaign.covers(plan.plannedOn())) {
            throw Refusal.at("plannedOn", ErrorCode.OUTSIDE_CAMPAIGN_WINDOW, campaign.startsOn(), campaign.endsOn());
        }
        if (!campaign.targets(target.divisionCode(), target.industryCode())) {
            throw Refusal.at("campaignId", ErrorCode.OUTSIDE_CAMPAIGN_TARGETS);
        }
    }
}
