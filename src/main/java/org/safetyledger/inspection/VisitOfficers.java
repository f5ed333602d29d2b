package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.Limits;
import org.safetyledger.party.Person;
import org.safetyledger.party.PersonRepository;

/** Who conducts a visit: how many, and with which certificates. */
@ApplicationScoped
public class VisitOfficers {
    private static final int MOST = 20;

    private final InspectionRepository inspections;
    private final PersonRepository people;
    private final DepartmentRepository departments;
    private final Limits limits;
    private final LockedObjects objects;
    private final Journal journal;
    private final Clock clock;

    VisitOfficers(
            InspectionRepository inspections,
            PersonRepository people,
            DepartmentRepository departments,
            Limits limits,
            LockedObjects objects,
            Journal journal,
            Clock clock) {
        this.inspections = inspections;
        this.people = people;
        this.departments = departments;
        this.limits = limits;
        this.objects = objects;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those who may conduct a visit of this kind to the enterprise on that day. */
    List<Person> require(InspectionKind kind, @Nullable UUID enterprise, LocalDate day, List<UUID> officerIds) {
        Texts.requireAtMost(MOST, officerIds, "officerIds");
        List<Person> officers = people.byIds(officerIds);
        if (officers.size() != officerIds.size()) {
            throw Refusal.at("officerIds", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (kind != InspectionKind.SUPERVISION
                && people.departmentsOf(officers).stream().anyMatch(this::isSafetyCommitteeOffice)) {
            throw Refusal.at("officerIds", ErrorCode.TARGET_NOT_ALLOWED);
        }
        // An enterprise is not told who is excluded from which visits to it.
        if (kind != InspectionKind.SELF_CHECK) {
            requireNoConflict(enterprise, officerIds, "officerIds");
        }
        if (kind == InspectionKind.ENFORCEMENT) {
            requireCertified(officers, day, "officerIds");
        }
        return officers;
    }

    private void requireNoConflict(@Nullable UUID enterprise, List<UUID> officerIds, String field) {
        if (enterprise != null) {
            inspections.excluded(enterprise, officerIds, List.of()).ifPresent(name -> {
                throw Refusal.at(field, ErrorCode.OFFICER_IN_CONFLICT, name);
            });
        }
    }

    private void requireCertified(List<Person> officers, LocalDate day, String field) {
        if (officers.size() < enough(InspectionKind.ENFORCEMENT, day)) {
            throw Refusal.at(field, ErrorCode.TWO_OFFICERS_REQUIRED);
        }
        requireEachCertified(officers, day, field);
    }

    private static void requireEachCertified(List<Person> officers, LocalDate day, String field) {
        for (Person officer : officers) {
            if (officer.certificateNumber() == null) {
                throw Refusal.at(field, ErrorCode.CERTIFICATE_REQUIRED);
            }
            if (!officer.isCertifiedOn(day)) {
                throw Refusal.at(field, ErrorCode.CERTIFICATE_EXPIRED, officer.name(), day);
            }
        }
    }

    /** How many officers a visit of this kind needs. */
    private int enough(InspectionKind kind, LocalDate day) {
        return kind == InspectionKind.ENFORCEMENT
                ? limits.on(day, "OFFICERS_PER_VISIT", "").amount()
                : 1;
    }

    boolean isSafetyCommitteeOffice(String department) {
        return departments
                .byCode(department)
                .filter(Department::isSafetyCommitteeOffice)
                .isPresent();
    }

    /** Refuses the start of an enforcement visit whose officers are not enough, not certified today, or in conflict. */
    void requireForStart(Inspection inspection) {
        List<UUID> ids = inspections.officers(inspection).stream()
                .map(InspectionOfficer::personId)
                .toList();
        requireNoConflict(inspection.enterpriseId(), ids, "id");
        requireCertified(people.byIds(ids), Times.day(clock.instant()), "id");
    }

    /** Refuses a day on which a certificate of those who are named for an enforcement visit is not valid. */
    void requireOn(LocalDate day, Inspection inspection) {
        List<UUID> ids = inspections.officers(inspection).stream()
                .map(InspectionOfficer::personId)
                .toList();
        if (inspection.kind() == InspectionKind.ENFORCEMENT && !ids.isEmpty()) {
            people.byIds(ids).stream()
                    .filter(officer -> !officer.isCertifiedOn(day))
                    .findFirst()
                    .ifPresent(officer -> {
                        throw Refusal.at("plannedOn", ErrorCode.CERTIFICATE_EXPIRED, officer.name(), day);
                    });
        }
    }

    /** Whether nobody is missing among those who conduct it. */
    boolean isStaffed(Inspection inspection) {
        return inspections.officers(inspection).size() >= enough(inspection.kind(), inspection.plannedOn());
    }

    void name(Inspection inspection, List<Person> officers) {
        List<UUID> present = inspections.officers(inspection).stream()
                .map(InspectionOfficer::personId)
                .toList();
        officers.stream()
                .filter(officer -> !present.contains(officer.id()))
                .forEach(officer ->
                        inspections.getEntityManager().persist(new InspectionOfficer(inspection.id(), officer)));
    }

    /** Names the officers of a visit that has none, or lost one: all who are to conduct it. */
    public Inspection assign(Target target, List<UUID> officerIds) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.ASSIGN_OFFICERS);
        List<Person> officers =
                require(inspection.kind(), inspection.enterpriseId(), inspection.plannedOn(), officerIds);
        if (officers.isEmpty()) {
            throw Refusal.at("officerIds", ErrorCode.REFERENCE_NOT_FOUND);
        }
        name(inspection, officers);
        inspection.assign();
        journal.record(inspection, "ASSIGNED", Map.of("officers", named(officers)));
        return inspection;
    }

    /** Names somebody else for an officer who was recused from a visit that goes on. */
    public Inspection replace(Target target, UUID person) {
        Inspection inspection = objects.lock(Inspection.class, target, InspectionVerb.REPLACE_OFFICER);
        List<Person> substitute = people.byIds(List.of(person));
        if (substitute.isEmpty()) {
            throw Refusal.at("personId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (people.departmentsOf(substitute).stream().anyMatch(this::isSafetyCommitteeOffice)) {
            throw Refusal.at("personId", ErrorCode.TARGET_NOT_ALLOWED);
        }
        requireNoConflict(inspection.enterpriseId(), List.of(person), "personId");
        requireEachCertified(substitute, Times.day(clock.instant()), "personId");
        if (inspections.officers(inspection).stream()
                .anyMatch(officer -> officer.personId().equals(person))) {
            throw Refusal.at("personId", ErrorCode.NOTHING_CHANGED);
        }
        name(inspection, substitute);
        inspections.flush();
        if (isStaffed(inspection)) {
            inspection.goOn();
        } else {
            inspections.touch(inspection);
        }
        journal.record(inspection, "OFFICER_REPLACED", Map.of("officer", named(substitute)));
        return inspection;
    }

    /** The officers by name, as they are listed with the visit, each with the certificate that entitles to inspect. */
    static String named(List<Person> officers) {
        return officers.stream()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .map(officer -> officer.certificateNumber() == null
                        ? officer.name()
                        : officer.name() + " (" + officer.certificateNumber() + ")")
                .collect(Collectors.joining(", "));
    }
}
