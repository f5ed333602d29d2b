package org.safetyledger.offsite;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.CodeTables;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;

/** What authorities check of enterprises without entering them. */
@ApplicationScoped
class OffSiteChecks {
    private final EnterpriseRepository enterprises;
    private final DepartmentRepository departments;
    private final CodeTables codes;
    private final OffSiteOutcomes outcomes;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    OffSiteChecks(
            EnterpriseRepository enterprises,
            DepartmentRepository departments,
            CodeTables codes,
            OffSiteOutcomes outcomes,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.enterprises = enterprises;
        this.departments = departments;
        this.codes = codes;
        this.outcomes = outcomes;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param outcome null where that is not known yet */
    OffSiteCheck record(OffSiteCheck.Look look, @Nullable OffSiteOutcome outcome) {
        Caller officer = callers.current();
        Instant now = clock.instant();
        Enterprise enterprise = enterprises.require(look.enterpriseId(), "enterpriseId");
        requirePowers(look, enterprise, officer);
        if (look.day().isAfter(Times.day(now))) {
            throw Refusal.at("checkedOn", ErrorCode.TIME_IN_FUTURE, Times.text(now));
        }
        OffSiteCheck check = new OffSiteCheck(look, enterprise, officer, now);
        Map<String, String> detail = new HashMap<>();
        detail.put("kind", look.kind().name());
        detail.put("checkedOn", look.day().toString());
        if (outcome != null) {
            outcomes.require(outcome, enterprise.id(), officer);
            check.conclude(outcome, officer, now);
            detail.putAll(told(outcome));
        }
        journal.begin(check, "RECORDED", detail);
        return check;
    }

    private void requirePowers(OffSiteCheck.Look look, Enterprise enterprise, Caller officer) {
        String department = officer.department();
        // It coordinates, and inspects no enterprise; looking at its screens is no way round that.
        if (department != null
                && departments
                        .byCode(department)
                        .filter(Department::isSafetyCommitteeOffice)
                        .isPresent()) {
            throw Refusal.at("enterpriseId", ErrorCode.TARGET_NOT_ALLOWED);
        }
        String matter = look.matter();
        if (matter != null && !codes.isMatter(matter, look.day())) {
            throw Refusal.at("matter", ErrorCode.UNKNOWN_CODE, matter);
        }
        if (!officer.supervises(enterprise.industryCode(), matter)) {
            throw Refusal.at(matter == null ? "enterpriseId" : "matter", ErrorCode.OUTSIDE_POWERS);
        }
    }

    OffSiteCheck conclude(Target target, OffSiteOutcome outcome) {
        OffSiteCheck check = objects.lock(OffSiteCheck.class, target, OffSiteCheckVerb.CONCLUDE);
        Caller officer = callers.current();
        outcomes.require(outcome, check.enterpriseId(), officer);
        check.conclude(outcome, officer, clock.instant());
        journal.record(check, "CONCLUDED", told(outcome));
        return check;
    }

    OffSiteCheck withdraw(Target target, String reason) {
        OffSiteCheck check = objects.lock(OffSiteCheck.class, target, OffSiteCheckVerb.WITHDRAW);
        check.withdraw(reason, clock.instant());
        journal.record(check, "WITHDRAWN", Map.of("reason", reason));
        return check;
    }

    private static Map<String, String> told(OffSiteOutcome outcome) {
        Map<String, String> detail =
                new HashMap<>(Map.of("result", outcome.result().name()));
        put(detail, "visit", NodeType.INSPECTION, outcome.visit());
        put(detail, "hazard", NodeType.HAZARD, outcome.hazard());
        return detail;
    }

    private static void put(Map<String, String> detail, String name, NodeType type, @Nullable UUID id) {
        if (id != null) {
            detail.put(name, NodeId.text(type, id));
        }
    }
}
