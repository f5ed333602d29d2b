package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.party.Enterprise;

/** Who must not go on a visit because of a conflict with the enterprise (回避). */
@ApplicationScoped
public class VisitConflicts {
    private final InspectionRepository inspections;
    private final VisitOfficers officers;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;

    VisitConflicts(
            InspectionRepository inspections,
            VisitOfficers officers,
            LockedObjects objects,
            Journal journal,
            Callers callers) {
        this.inspections = inspections;
        this.officers = officers;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
    }

    /** Excludes an officer who is in conflict with the enterprise, from this visit and from those to come. */
    public Inspection exclude(Target target, UUID person, String reason) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.EXCLUDE_OFFICER);
        InspectionOfficer officer = officer(inspection, person);
        requireOwn(inspection, officer);
        if (officer.isExcluded()) {
            throw Refusal.at("personId", ErrorCode.OFFICER_IN_CONFLICT, officer.name());
        }
        Caller caller = callers.current();
        officer.exclude(reason, acting(caller, officer));
        inspections.flush();
        boolean waits =
                inspection.status() == InspectionStatus.ASSIGNED || inspection.status() == InspectionStatus.NOTIFIED;
        if (waits && !officers.isStaffed(inspection)) {
            inspection.awaitOfficers();
        } else {
            inspections.touch(inspection);
        }
        // Why is kept with the officer: the target sees this history, too.
        journal.record(inspection, "OFFICER_EXCLUDED", Map.of("officer", officer.name()));
        return inspection;
    }

    /** As whom somebody speaks of an officer's conflict: as the officer himself, else for an authority. */
    private static String acting(Caller caller, InspectionOfficer officer) {
        return caller.subject().equals(officer.subject()) ? caller.subject() : caller.authority();
    }

    /** Takes an exclusion back, by whoever declared it; of himself nobody takes back what his authority found. */
    public Inspection readmit(Target target, UUID person, String reason) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.READMIT_OFFICER);
        InspectionOfficer officer = officer(inspection, person);
        if (!officer.isExcluded()) {
            throw Refusal.at("personId", ErrorCode.OFFICER_NOT_EXCLUDED, officer.name());
        }
        Caller caller = callers.current();
        // Who excluded him before that was written down was of the visit's authority.
        String by = officer.excludedBy() == null ? inspection.authority() : officer.excludedBy();
        if (by != null && !by.equals(acting(caller, officer))) {
            throw Refusal.at("personId", ErrorCode.NOT_WHO_EXCLUDED);
        }
        // What the head decided stands until the visit is over; of later ones it may be taken back.
        if (!inspection.isOver() && officer.subject() != null && inspection.isRecused(officer.subject())) {
            throw Refusal.at("personId", ErrorCode.OFFICER_RECUSED);
        }
        officer.readmit(reason);
        inspections.flush();
        boolean waits =
                inspection.status() == InspectionStatus.APPROVED || inspection.status() == InspectionStatus.PLANNED;
        if (waits && officers.isStaffed(inspection)) {
            inspection.assign();
        } else if (inspection.awaitsOfficer() && officers.isStaffed(inspection)) {
            inspection.goOn();
        } else {
            inspections.touch(inspection);
        }
        journal.record(inspection, "OFFICER_READMITTED", Map.of("officer", officer.name()));
        return inspection;
    }

    /** Has an expert or assistant who is in conflict with the enterprise not come along, to this visit and to those to come. */
    public Inspection excludeCompanion(Target target, int number, String reason) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.EXCLUDE_COMPANION);
        if (number > inspection.companions().size()) {
            throw Refusal.at("number", ErrorCode.REFERENCE_NOT_FOUND);
        }
        Companion companion = inspection.companions().get(number - 1);
        if (!companion.comes()) {
            throw Refusal.at("number", ErrorCode.OFFICER_IN_CONFLICT, companion.name());
        }
        inspection.excludeCompanion(number, reason);
        journal.record(inspection, "COMPANION_EXCLUDED", Map.of("companion", companion.name()));
        return inspection;
    }

    /**
     * Refuses experts and assistants who are in conflict with the enterprise: who are of it, or were excluded from a visit to it,
     * as officers or as what they are. They have no certificates and are no people of the register, so they are known by name.
     */
    void requireNoConflict(Enterprise enterprise, List<Companion> companions, String field) {
        for (Companion companion : companions) {
            if (companion.comes() && enterprise.name().equals(companion.unit())) {
                throw Refusal.at(field, ErrorCode.OFFICER_IN_CONFLICT, companion.name());
            }
        }
        List<String> names = companions.stream()
                .filter(companion -> companion.comes())
                .map(Companion::name)
                .toList();
        inspections.excluded(enterprise.id(), List.of(), names).ifPresent(name -> {
            throw Refusal.at(field, ErrorCode.OFFICER_IN_CONFLICT, name);
        });
    }

    private InspectionOfficer officer(Inspection inspection, UUID person) {
        InspectionOfficer officer = inspections
                .getEntityManager()
                .find(InspectionOfficer.class, new InspectionOfficer.Key(inspection.id(), person));
        if (officer == null) {
            throw Refusal.at("personId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        return officer;
    }

    /** Whose visit it is excludes its officers, and each of them himself: nobody else takes them from it. */
    private void requireOwn(Inspection inspection, InspectionOfficer officer) {
        Caller caller = callers.current();
        if (inspection.authority() != null
                && !caller.authority().equals(inspection.authority())
                && !caller.subject().equals(officer.subject())) {
            throw Refusal.at("id", ErrorCode.NOT_THE_AUTHORITY);
        }
    }
}
