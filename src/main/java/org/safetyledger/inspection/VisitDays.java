package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;

/** Moves visits to other days, by the rules by which they are planned. */
@ApplicationScoped
public class VisitDays {
    private static final String DAY = "plannedOn";

    private final InspectionRepository inspections;
    private final ChecklistRepository checklists;
    private final CampaignRepository campaigns;
    private final VisitOfficers officers;
    private final VisitCauses causes;
    private final VisitLimits limits;
    private final LockedObjects objects;
    private final Journal journal;
    private final Clock clock;

    VisitDays(
            InspectionRepository inspections,
            ChecklistRepository checklists,
            CampaignRepository campaigns,
            VisitOfficers officers,
            VisitCauses causes,
            VisitLimits limits,
            LockedObjects objects,
            Journal journal,
            Clock clock) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.campaigns = campaigns;
        this.officers = officers;
        this.causes = causes;
        this.limits = limits;
        this.objects = objects;
        this.journal = journal;
        this.clock = clock;
    }

    public Inspection reschedule(Target target, LocalDate day, String reason) {
        limits.holdEnterprise(target.id());
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.RESCHEDULE);
        if (inspection.isEntered()) {
            throw Refusal.at("id", ErrorCode.ENTRY_CODE_USED);
        }
        if (inspections.isMergedInto(inspection.id())) {
            throw Refusal.at("id", ErrorCode.MERGED_VISIT);
        }
        LocalDate before = inspection.plannedOn();
        Instant now = clock.instant();
        requireDay(inspection, day, Times.day(now));
        VisitCause cause = inspection.cause();
        LocalDate lastApproved = cause == null ? before : limits.lastApproved(inspection, cause);
        if (cause != null) {
            causes.requireDay(inspection, cause, day);
        }
        inspection.reschedule(day, lastApproved, now);
        journal.record(
                inspection, "RESCHEDULED", Map.of("from", before.toString(), "to", day.toString(), "reason", reason));
        return inspection;
    }

    private void requireDay(Inspection inspection, LocalDate day, LocalDate today) {
        if (day.equals(inspection.plannedOn())) {
            throw Refusal.at(DAY, ErrorCode.NOTHING_CHANGED);
        }
        if (day.isBefore(today)) {
            throw Refusal.at(DAY, ErrorCode.DEADLINE_IN_PAST);
        }
        if (checklists
                .findByIdOptional(inspection.checklistId())
                .filter(checklist -> checklist.isValidOn(day))
                .isEmpty()) {
            throw Refusal.at(DAY, ErrorCode.CHECKLIST_NOT_VALID);
        }
        officers.requireOn(day, inspection);
        UUID campaignId = inspection.campaignId();
        if (campaignId != null) {
            Campaign campaign = campaigns.require(campaignId, "id");
            if (campaign.status() == CampaignStatus.ARCHIVED) {
                throw Refusal.at("id", ErrorCode.CAMPAIGN_NOT_APPROVED);
            }
            if (!campaign.covers(day)) {
                throw Refusal.at(DAY, ErrorCode.OUTSIDE_CAMPAIGN_WINDOW, campaign.startsOn(), campaign.endsOn());
            }
        }
    }
}
