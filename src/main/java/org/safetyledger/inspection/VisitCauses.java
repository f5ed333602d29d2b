package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.checkplan.CheckPlanKind;
import org.safetyledger.checkplan.CheckPlans;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;

/** Why an enforcement visit may be planned at all: by its kind and source, and as one of the year's. */
@ApplicationScoped
class VisitCauses {
    private final InspectionRepository inspections;
    private final EnterpriseRepository enterprises;
    private final VisitConflicts conflicts;
    private final VisitLimits limits;
    private final CheckPlans checkPlans;
    private final Callers callers;
    private final Clock clock;

    VisitCauses(
            InspectionRepository inspections,
            EnterpriseRepository enterprises,
            VisitConflicts conflicts,
            VisitLimits limits,
            CheckPlans checkPlans,
            Callers callers,
            Clock clock) {
        this.inspections = inspections;
        this.enterprises = enterprises;
        this.conflicts = conflicts;
        this.limits = limits;
        this.checkPlans = checkPlans;
        this.callers = callers;
        this.clock = clock;
    }

    /** Has an enforcement visit say why it is made, keep to the days of its kind, and take one of the year's visits. */
    void enforce(Inspection inspection, InspectionPlan plan) {
        VisitCause cause = plan.cause();
        if ((plan.kind() == InspectionKind.ENFORCEMENT) != (cause != null)) {
            throw Refusal.at("checkKind", ErrorCode.CHECK_KIND_OF_ENFORCEMENT);
        }
        UUID enterpriseId = inspection.enterpriseId();
        if (cause == null || enterpriseId == null) {
            return;
        }
        requireSource(cause);
        if (cause.isEmergency()) {
            requireEmergency(plan);
        }
        Enterprise enterprise = enterprises.of(enterpriseId);
        conflicts.requireNoConflict(enterprise, plan.companions(), "companions");
        limits.requireWindow(cause, enterprise.sector(), plan.plannedOn(), "plannedOn");
        UUID checkPlan = checkPlan(cause, plan.campaignId(), plan.plannedOn(), enterpriseId, "checkKind");
        boolean counts = limits.counts(cause, plan.plannedOn());
        if (counts) {
            limits.requireLeft(callers.current().authority(), enterprise, plan.plannedOn(), "checkKind");
        }
        inspection.enforce(cause, counts, checkPlan);
    }

    /** Has a visit that is moved keep to the days of its kind, and take one of the visits of a new year. */
    void requireDay(Inspection inspection, VisitCause cause, LocalDate day) {
        Enterprise enterprise = enterprises.of(Objects.requireNonNull(inspection.enterpriseId()));
        limits.requireWindow(cause, enterprise.sector(), day, "plannedOn");
        UUID checkPlan = checkPlan(cause, inspection.campaignId(), day, enterprise.id(), "plannedOn");
        boolean counts = limits.counts(cause, day);
        boolean countedThere =
                inspection.counted() && day.getYear() == inspection.plannedOn().getYear();
        if (counts && !countedThere) {
            limits.requireLeft(callers.current().authority(), enterprise, day, "plannedOn");
        }
        inspection.countAs(counts, checkPlan);
    }

    private static void requireSource(VisitCause cause) {
        if (cause.source().needsReference() && cause.reference() == null) {
            throw Refusal.at("sourceReference", ErrorCode.TEXT_REQUIRED);
        }
        if (cause.kind() == CheckKind.CASE && cause.source() == VisitSource.PLAN) {
            throw Refusal.at("source", ErrorCode.CASE_NEEDS_SOURCE);
        }
    }

    /** It begins today, by an authority that has had its earlier emergencies approved. */
    private void requireEmergency(InspectionPlan plan) {
        Instant now = clock.instant();
        if (!plan.plannedOn().equals(Times.day(now))) {
            throw Refusal.at("plannedOn", ErrorCode.EMERGENCY_IS_TODAY);
        }
        if (inspections.isApprovalOverdue(callers.current().authority(), now)) {
            throw Refusal.at("source", ErrorCode.APPROVAL_OVERDUE);
        }
    }

    /** The plan by which the authority decided on the visit itself; a special check may be of an approved campaign instead. */
    private @Nullable UUID checkPlan(
            VisitCause cause, @Nullable UUID campaign, LocalDate day, UUID enterprise, String field) {
        boolean ofCampaign = cause.kind() == CheckKind.SPECIAL && campaign != null;
        if (cause.source() != VisitSource.PLAN || ofCampaign) {
            return null;
        }
        CheckPlanKind kind = cause.kind() == CheckKind.DAILY ? CheckPlanKind.DAILY : CheckPlanKind.SPECIAL;
        int year = day.getYear();
        UUID checkPlan = checkPlans.covering(kind, year, enterprise);
        if (checkPlan == null && limits.needsCheckPlan(kind, day)) {
            throw Refusal.at(field, ErrorCode.CHECK_PLAN_REQUIRED, Integer.toString(year));
        }
        return checkPlan;
    }
}
