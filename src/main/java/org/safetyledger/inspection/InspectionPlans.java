package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Role;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.DivisionRepository;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;
import org.safetyledger.party.Person;
import org.safetyledger.party.PersonRepository;

/** Plans inspections: who may be inspected by whom, with which checklist, in which campaign. */
@ApplicationScoped
public class InspectionPlans {
    private static final int ENFORCEMENT_OFFICERS = 2;
    private static final int MOST_OFFICERS = 20;

    /** A phone may have been offline that long since a visit was planned on it. */
    private static final int DAYS_OFFLINE = 7;

    private final InspectionRepository inspections;
    private final ChecklistRepository checklists;
    private final CampaignRepository campaigns;
    private final EnterpriseRepository enterprises;
    private final DepartmentRepository departments;
    private final DivisionRepository divisions;
    private final PersonRepository people;
    private final Journal journal;
    private final LockedObjects objects;
    private final Callers callers;
    private final Clock clock;

    InspectionPlans(
            InspectionRepository inspections,
            ChecklistRepository checklists,
            CampaignRepository campaigns,
            EnterpriseRepository enterprises,
            DepartmentRepository departments,
            DivisionRepository divisions,
            PersonRepository people,
            Journal journal,
            LockedObjects objects,
            Callers callers,
            Clock clock) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.campaigns = campaigns;
        this.enterprises = enterprises;
        this.departments = departments;
        this.divisions = divisions;
        this.people = people;
        this.journal = journal;
        this.objects = objects;
        this.callers = callers;
        this.clock = clock;
    }

    public Inspection plan(InspectionPlan plan) {
        Caller caller = callers.current();
        if (plan.plannedOn().isBefore(Times.day(clock.instant()).minusDays(DAYS_OFFLINE))) {
            throw Refusal.at("plannedOn", ErrorCode.DEADLINE_IN_PAST);
        }
        Inspection.Target target = target(plan, caller);
        Checklist checklist = checklists
                .findByIdOptional(plan.checklistId())
                .orElseThrow(() -> Refusal.at("checklistId", ErrorCode.REFERENCE_NOT_FOUND));
        if (!checklist.isValidOn(plan.plannedOn())) {
            throw Refusal.at("checklistId", ErrorCode.CHECKLIST_NOT_VALID);
        }
        if (!caller.supervises(target.industryCode(), checklist.matter())) {
            throw Refusal.at("checklistId", ErrorCode.OUTSIDE_POWERS);
        }
        requireCampaign(plan, target);
        // Planned without officers, it waits for them; those who are named fit it at once.
        List<Person> officers = plan.officerIds().isEmpty() ? List.of() : officers(plan.kind(), plan.officerIds());
        Inspection inspection = new Inspection(plan, target, checklist.matter(), caller, clock.instant());
        inspections.persist(inspection);
        inspections.flush();
        officers.forEach(
                officer -> inspections.getEntityManager().persist(new InspectionOfficer(inspection.id(), officer)));
        journal.begin(
                inspection,
                "PLANNED",
                Map.of(
                        "kind", plan.kind().name(),
                        "announced", Boolean.toString(plan.announced()),
                        "plannedOn", plan.plannedOn().toString(),
                        "officers", named(officers)));
        return inspection;
    }

    private Inspection.Target target(InspectionPlan plan, Caller caller) {
        if ((plan.kind() == InspectionKind.SELF_CHECK) != caller.ofEnterprise()) {
            throw Refusal.at("kind", ErrorCode.TARGET_NOT_ALLOWED);
        }
        if (plan.kind() == InspectionKind.SUPERVISION) {
            return department(plan);
        }
        UUID enterpriseId = plan.enterpriseId();
        if (enterpriseId == null || plan.department() != null) {
            throw Refusal.at("enterpriseId", ErrorCode.TARGET_NOT_ALLOWED);
        }
        if (caller.department() != null && isSafetyCommitteeOffice(caller.department())) {
            throw Refusal.at("kind", ErrorCode.TARGET_NOT_ALLOWED);
        }
        Enterprise enterprise = enterprises.require(enterpriseId, "enterpriseId");
        return Inspection.Target.of(enterprise);
    }

    private boolean isSafetyCommitteeOffice(String department) {
        return departments
                .byCode(department)
                .filter(Department::isSafetyCommitteeOffice)
                .isPresent();
    }

    /** Supervision (督查) goes to departments of one's own area, never to an enterprise. */
    private Inspection.Target department(InspectionPlan plan) {
        String code = plan.department();
        if (code == null || plan.enterpriseId() != null) {
            throw Refusal.at("department", ErrorCode.TARGET_NOT_ALLOWED);
        }
        String division = departments
                .byCode(code)
                .orElseThrow(() -> Refusal.at("department", ErrorCode.REFERENCE_NOT_FOUND))
                .divisionCode();
        divisions.requireValid(division, plan.plannedOn(), "department");
        Caller caller = callers.current();
        if (!caller.covers(division) || caller.role() == Role.DEPARTMENT_OFFICER) {
            throw Refusal.at("department", ErrorCode.TARGET_NOT_ALLOWED);
        }
        return new Inspection.Target(division, null, null, code);
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

    /** Names the officers of an inspection that was planned without any. */
    public Inspection assignOfficers(Target target, List<UUID> officerIds) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.ASSIGN_OFFICERS);
        List<Person> officers = officers(inspection.kind(), officerIds);
        if (officers.isEmpty()) {
            throw Refusal.at("officerIds", ErrorCode.REFERENCE_NOT_FOUND);
        }
        officers.forEach(
                officer -> inspections.getEntityManager().persist(new InspectionOfficer(inspection.id(), officer)));
        inspection.assign();
        journal.record(inspection, "ASSIGNED", Map.of("officers", named(officers)));
        return inspection;
    }

    /** The officers by name, as they are listed with the visit, each with the certificate that entitles to inspect. */
    private static String named(List<Person> officers) {
        return officers.stream()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .map(officer -> officer.certificateNumber() == null
                        ? officer.name()
                        : officer.name() + " (" + officer.certificateNumber() + ")")
                .collect(Collectors.joining(", "));
    }

    private List<Person> officers(InspectionKind kind, List<UUID> officerIds) {
        Texts.requireAtMost(MOST_OFFICERS, officerIds, "officerIds");
        List<Person> officers = people.byIds(officerIds);
        if (officers.size() != officerIds.size()) {
            throw Refusal.at("officerIds", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (kind != InspectionKind.SUPERVISION
                && people.departmentsOf(officers).stream().anyMatch(this::isSafetyCommitteeOffice)) {
            throw Refusal.at("officerIds", ErrorCode.TARGET_NOT_ALLOWED);
        }
        if (kind == InspectionKind.ENFORCEMENT) {
            if (officers.size() < ENFORCEMENT_OFFICERS) {
                throw Refusal.at("officerIds", ErrorCode.TWO_OFFICERS_REQUIRED);
            }
            if (officers.stream().anyMatch(officer -> officer.certificateNumber() == null)) {
                throw Refusal.at("officerIds", ErrorCode.CERTIFICATE_REQUIRED);
            }
        }
        return officers;
    }
}
