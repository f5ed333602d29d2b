package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.CodeTables;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.DivisionRepository;

/** The decisions of governments about what no department regulates by its own duties. */
@ApplicationScoped
class RegulatorRulings {
    private final RegulatorDecisionRepository decisions;
    private final RegulatorQueue queue;
    private final Regulators regulators;
    private final DivisionRepository divisions;
    private final DepartmentRepository departments;
    private final CodeTables codes;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    RegulatorRulings(
            RegulatorDecisionRepository decisions,
            RegulatorQueue queue,
            Regulators regulators,
            DivisionRepository divisions,
            DepartmentRepository departments,
            CodeTables codes,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.decisions = decisions;
        this.queue = queue;
        this.regulators = regulators;
        this.divisions = divisions;
        this.departments = departments;
        this.codes = codes;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    RegulatorDecision decide(UUID id, RegulatorDecision.Ruling ruling) {
        Instant now = clock.instant();
        if (ruling.decidedOn().isAfter(Times.day(now))) {
            throw Refusal.at("decidedOn", ErrorCode.TIME_IN_FUTURE, Times.text(now));
        }
        hold(ruling);
        requireSubject(ruling);
        Department department = requireDepartment(ruling);
        requireUnregulated(ruling, Times.day(now));
        endEarlier(ruling);
        RegulatorDecision decision = new RegulatorDecision(id, ruling, department, callers.current(), now);
        journal.begin(
                decision,
                "DECIDED",
                Map.of(
                        "of", Objects.requireNonNullElse(ruling.industry(), String.valueOf(ruling.venue())),
                        "department", department.code(),
                        "documentNumber", ruling.documentNumber()));
        queue.settle(decision);
        return decision;
    }

    /** The place, in which one decides at a time. */
    private void hold(RegulatorDecision.Ruling ruling) {
        String place = divisions.requireValid(ruling.divisionCode(), ruling.decidedOn(), "jurisdiction");
        if (!callers.current().covers(place)) {
            throw Refusal.at("jurisdiction", ErrorCode.OUTSIDE_JURISDICTION);
        }
        if (!DivisionLevel.of(place).governs()) {
            throw Refusal.at("jurisdiction", ErrorCode.NOT_A_COUNTY_OR_CITY);
        }
        journal.hold(new NodeId(
                NodeType.JURISDICTION, divisions.byCode(place).orElseThrow().id()));
    }

    private void requireSubject(RegulatorDecision.Ruling ruling) {
        if ((ruling.industry() == null) == (ruling.venue() == null)) {
            throw Refusal.at("industry", ErrorCode.INDUSTRY_OR_VENUE);
        }
        if (ruling.industry() != null && !codes.isIndustry(ruling.industry(), ruling.decidedOn())) {
            throw Refusal.at("industry", ErrorCode.UNKNOWN_CODE, ruling.industry());
        }
        if (ruling.venue() != null && !codes.isVenueType(ruling.venue(), ruling.decidedOn())) {
            throw Refusal.at("venue", ErrorCode.UNKNOWN_CODE, ruling.venue());
        }
    }

    private Department requireDepartment(RegulatorDecision.Ruling ruling) {
        Department department = departments
                .byCode(ruling.departmentCode())
                .orElseThrow(() -> Refusal.at("department", ErrorCode.UNKNOWN_CODE, ruling.departmentCode()));
        if (!department.divisionCode().equals(ruling.divisionCode())) {
            throw Refusal.at("department", ErrorCode.DEPARTMENT_OF_ANOTHER_PLACE);
        }
        department.requireThereOn(Times.day(clock.instant()), "department");
        if (department.isSafetyCommitteeOffice()) {
            throw Refusal.at("department", ErrorCode.COMMITTEE_REGULATES_NOBODY);
        }
        return department;
    }

    /** Duties go before decisions: who wants to move a regulated trade changes the duties of the departments. */
    private void requireUnregulated(RegulatorDecision.Ruling ruling, LocalDate today) {
        regulators
                .of(ruling.divisionCode(), new Regulators.Asked(ruling.industry(), ruling.venue(), null), today)
                .regulating()
                .stream()
                .filter(regulator -> regulator.basis() != Regulator.Basis.DECISION)
                .findFirst()
                .ifPresent(regulator -> {
                    throw Refusal.at(
                            ruling.industry() == null ? "venue" : "industry",
                            ErrorCode.ALREADY_REGULATED,
                            regulator.departmentName(),
                            regulator.found());
                });
    }

    private void endEarlier(RegulatorDecision.Ruling ruling) {
        decisions.lastFor(ruling).ifPresent(earlier -> {
            if (!earlier.validFrom().isBefore(ruling.decidedOn())) {
                throw Refusal.at("decidedOn", ErrorCode.DECISION_OVERLAPS, earlier.validFrom());
            }
            earlier.end(ruling.decidedOn().minusDays(1));
            decisions.flush();
            journal.record(
                    earlier,
                    "ENDED",
                    Map.of("lastDay", ruling.decidedOn().minusDays(1).toString()));
        });
    }
}
