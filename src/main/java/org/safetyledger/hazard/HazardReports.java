package org.safetyledger.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Finding;
import org.safetyledger.inspection.FindingResult;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.inspection.Inspections;
import org.safetyledger.jurisdiction.CodeTables;
import org.safetyledger.jurisdiction.DeadlineSubject;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.party.Responsibilities;
import org.safetyledger.party.ResponsibilitySnapshot;

/** Takes reports of hazards: each names the four responsible parties of that day and starts its clocks. */
@ApplicationScoped
public class HazardReports {
    private final HazardRepository hazards;
    private final InspectionRepository inspections;
    private final Inspections conduct;
    private final EnterpriseRepository enterprises;
    private final Responsibilities responsibilities;
    private final CodeTables codes;
    private final Deadlines deadlines;
    private final ScopedTransactions transactions;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    HazardReports(
            HazardRepository hazards,
            InspectionRepository inspections,
            Inspections conduct,
            EnterpriseRepository enterprises,
            Responsibilities responsibilities,
            CodeTables codes,
            Deadlines deadlines,
            ScopedTransactions transactions,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.hazards = hazards;
        this.inspections = inspections;
        this.conduct = conduct;
        this.enterprises = enterprises;
        this.responsibilities = responsibilities;
        this.codes = codes;
        this.deadlines = deadlines;
        this.transactions = transactions;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    public Hazard report(HazardReport report) {
        return report(report, false);
    }

    /** @param anonymous whether its reporter is named nowhere with it */
    public Hazard report(HazardReport report, boolean anonymous) {
        Caller caller = callers.current();
        Instant now = clock.instant();
        Instant discoveredAt = Objects.requireNonNullElse(report.discoveredAt(), now);
        DeviceTime.require(discoveredAt, now, "discoveredAt");
        if (!codes.isHazardCategory(report.categoryCode(), Times.day(discoveredAt))) {
            throw Refusal.at("category", ErrorCode.UNKNOWN_CODE, report.categoryCode());
        }
        Enterprise enterprise = report.inspectionId() == null
                ? enterprises.require(report.enterpriseId(), "enterpriseId")
                : visited(report);
        Found found = found(report);
        String matter = codes.matterOf(report.categoryCode()).orElse(found.matter());
        if (!found.beyond() && !caller.supervises(enterprise.industryCode(), matter)) {
            throw Refusal.at("category", ErrorCode.OUTSIDE_POWERS);
        }
        Hazard hazard = new Hazard(
                report,
                found.finder(),
                enterprise,
                matter,
                parties(enterprise, found, now),
                source(caller),
                caller,
                discoveredAt,
                now);
        if (anonymous) {
            hazard.hideReporter();
        }
        hazard.runUntil(deadlines.from(
                now, DeadlineSubject.RECTIFICATION_TOTAL, hazard.grade().name()));
        hazard.awaitConfirmation(deadlines.from(
                now, DeadlineSubject.HAZARD_CONFIRMATION, hazard.grade().name()));
        journal.begin(
                hazard,
                "REPORTED",
                Map.of(
                        "title", hazard.title(),
                        "category", hazard.categoryCode(),
                        "dueAt", Times.text(hazard.dueAt())));
        return hazard;
    }

    /** Its reporter had no answer in time and turns to the authorities, who decide on it from now on. */
    public void stepUp(UUID id) {
        Hazard hazard = hazards.lock(id, "id");
        hazard.leaveToAuthority();
        journal.record(hazard, "STEPPED_UP");
    }

    /** The enterprise told its reporter that it is none, which is between the two: whether it is, the authorities decide. */
    public void leaveToAuthority(UUID id) {
        hazards.lock(id, "id").leaveToAuthority();
    }

    /**
     * What is known of a hazard by the inspection that found it.
     *
     * @param finder who recorded the finding that is reported; null without one
     * @param matter to which also belongs what is of no matter by its category
     * @param beyond whether the visit is beyond the powers of its authority, or of the reporter, who conducts it in a campaign's
     *     group: what is seen there is reported to those of the place (Work Safety Law, article 69)
     */
    private record Found(@Nullable String finder, @Nullable String matter, boolean beyond) {
        private static final Found BY_NO_INSPECTION = new Found(null, null, false);
    }

    /** Who answers for it stands in the register of its place, which a visitor from elsewhere does not see. */
    private ResponsibilitySnapshot parties(Enterprise enterprise, Found found, Instant now) {
        return callers.current().covers(enterprise.divisionCode()) && !found.beyond()
                ? responsibilities.snapshot(enterprise, Times.day(now))
                : transactions.asSystem(() -> responsibilities.snapshot(enterprise, Times.day(now)));
    }

    /** That of the visit which found it: whoever visits for a campaign or a hazard handed over may come from elsewhere. */
    private Enterprise visited(HazardReport report) {
        Enterprise enterprise = enterprises
                .findByIdOptional(report.enterpriseId())
                .orElseThrow(() -> Refusal.at("enterpriseId", ErrorCode.REFERENCE_NOT_FOUND));
        Caller caller = callers.current();
        boolean mayBeElsewhere = inspections
                .findByIdOptional(report.inspectionId())
                .filter(visit -> visit.isVisitedBy(caller) || visit.byGrant())
                .isPresent();
        if (!mayBeElsewhere && !caller.covers(enterprise.divisionCode())) {
            throw Refusal.at("enterpriseId", ErrorCode.OUTSIDE_POWERS);
        }
        return enterprise;
    }

    /**
     * A hazard that an inspection found belongs to a negative finding of that inspection and to its enterprise, and is
     * reported by those who conduct the inspection.
     */
    private Found found(HazardReport report) {
        UUID inspectionId = report.inspectionId();
        UUID findingId = report.findingId();
        if (inspectionId == null) {
            if (findingId != null) {
                throw Refusal.at("findingId", ErrorCode.REFERENCE_NOT_FOUND);
            }
            return Found.BY_NO_INSPECTION;
        }
        Inspection inspection = inspections
                .findByIdOptional(inspectionId)
                .filter(found -> report.enterpriseId().equals(found.enterpriseId()) && found.startedAt() != null)
                .orElseThrow(() -> Refusal.at("inspectionId", ErrorCode.REFERENCE_NOT_FOUND));
        if (inspection.isAdvice()) {
            throw Refusal.at("inspectionId", ErrorCode.ADVICE_ONLY);
        }
        Finding finding = findingId == null ? null : finding(inspection, findingId);
        Caller caller = callers.current();
        if (inspection.isRecused(caller.subject())) {
            throw Refusal.at("inspectionId", ErrorCode.OFFICER_RECUSED);
        }
        boolean recordedIt = finding != null && finding.recordedBy().equals(caller.subject());
        if (!recordedIt && !conduct.isConductedBy(caller, inspection)) {
            throw Refusal.at("inspectionId", ErrorCode.NOT_AN_INSPECTION_OFFICER);
        }
        return new Found(
                finding == null ? null : finding.recordedBy(),
                inspection.matter(),
                inspection.byGrant() || inspection.isVisitedBy(caller));
    }

    private Finding finding(Inspection inspection, UUID findingId) {
        // Two officers who report it at once would each find it unreported; whoever answers it anew waits as well.
        journal.hold(new NodeId(NodeType.FINDING, findingId));
        Finding finding = inspections
                .finding(findingId)
                .filter(found -> found.inspectionId().equals(inspection.id()))
                .orElseThrow(() -> Refusal.at("findingId", ErrorCode.REFERENCE_NOT_FOUND));
        if (finding.result() != FindingResult.NON_COMPLIANT) {
            throw Refusal.wrongState("findingId", finding.result(), FindingResult.NON_COMPLIANT);
        }
        if (hazards.count("findingId", findingId) > 0) {
            throw Refusal.at("findingId", ErrorCode.FINDING_ALREADY_REPORTED);
        }
        return finding;
    }

    private static HazardSource source(Caller caller) {
        return switch (caller.role()) {
            case ENTERPRISE_MANAGER -> HazardSource.ENTERPRISE;
            case ENTERPRISE_WORKER -> HazardSource.WORKER;
            case INTEGRATION -> HazardSource.INTEGRATION;
            default -> HazardSource.GOVERNMENT;
        };
    }
}
