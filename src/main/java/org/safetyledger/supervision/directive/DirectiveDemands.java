package org.safetyledger.supervision.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.DeadlineDecision;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.DivisionRepository;
import org.safetyledger.party.PersonRepository;
import org.safetyledger.party.PostHolder;

/** What may be demanded of whom, by when: asked when a directive is written, and again when it is issued. */
@ApplicationScoped
class DirectiveDemands {
    private static final int MOST_CO_UNITS = 10;

    private final DepartmentRepository departments;
    private final DivisionRepository divisions;
    private final PersonRepository people;
    private final Deadlines deadlines;
    private final EntityManager entityManager;

    DirectiveDemands(
            DepartmentRepository departments,
            DivisionRepository divisions,
            PersonRepository people,
            Deadlines deadlines,
            EntityManager entityManager) {
        this.departments = departments;
        this.divisions = divisions;
        this.people = people;
        this.deadlines = deadlines;
        this.entityManager = entityManager;
    }

    /** What a demand names, found. */
    record Checked(Authority lead, @Nullable PostHolder responsible, Deadline deadline) {}

    /** The office in whose name the caller issues directives. */
    IssuingOffice officeOf(Caller caller, LocalDate day) {
        String code = caller.department();
        if (code != null
                && departments
                        .byCode(code)
                        .filter(found -> found.isSafetyCommitteeOffice() && found.isThereOn(day))
                        .isPresent()) {
            return new IssuingOffice(caller.division(), code);
        }
        if (!IssuingOffice.leads(caller)) {
            throw Refusal.of(ErrorCode.NOT_AN_ISSUING_OFFICE);
        }
        return new IssuingOffice(caller.division(), null);
    }

    /** @param path where the demand stands in the input, with a dot at its end; empty where it stands in none */
    Checked check(DirectiveDemand demand, IssuingOffice office, LocalDate heldOn, Instant now, String path) {
        LocalDate day = Times.day(now);
        Authority lead = addressee(demand.lead(), office, day, path + "lead");
        Texts.requireAtMost(MOST_CO_UNITS, demand.coUnits(), path + "coUnits");
        for (int i = 0; i < demand.coUnits().size(); i++) {
            String field = path + "coUnits." + i;
            if (addressee(demand.coUnits().get(i), office, day, field).equals(lead)) {
                throw Refusal.at(field, ErrorCode.CO_UNIT_NOT_ALLOWED);
            }
        }
        requireSeen("hazard", DirectiveDemand.uuid(demand.hazardId()), path + "hazardId");
        requireSeen("enterprise", DirectiveDemand.uuid(demand.enterpriseId()), path + "enterpriseId");
        requireSeen("campaign", DirectiveDemand.uuid(demand.campaignId()), path + "campaignId");
        PostHolder responsible =
                responsible(DirectiveDemand.uuid(demand.responsibleId()), lead, path + "responsibleId");
        Deadline byRule = deadlines.from(now, "DIRECTIVE_RESPONSE", "");
        if (demand.dueAt() == null) {
            return new Checked(lead, responsible, byRule);
        }
        Instant dueAt = demand.dueAt().toInstant();
        if (Times.day(dueAt).isBefore(heldOn)) {
            throw Refusal.at(path + "dueAt", ErrorCode.DUE_BEFORE_CONFERENCE);
        }
        return new Checked(lead, responsible, dated(byRule, dueAt, now, path + "dueAt"));
    }

    /** The clock with another end, which lies ahead, and no farther than the rule lets it. */
    Deadline dated(Deadline clock, Instant dueAt, Instant now, String field) {
        if (!dueAt.isAfter(now)) {
            throw Refusal.at(field, ErrorCode.DEADLINE_IN_PAST);
        }
        Instant latest = deadlines.from(now, "DIRECTIVE_MAXIMUM", "").dueAt();
        if (dueAt.isAfter(latest)) {
            throw Refusal.at(field, ErrorCode.DEADLINE_TOO_LATE, Times.text(latest));
        }
        return deadlines.moved(clock, dueAt, DeadlineDecision.ISSUER);
    }

    /** Refuses what the caller does not see in the ledger, or what is not there. */
    void requireSeen(String table, @Nullable UUID id, String field) {
        if (id != null
                && entityManager
                        .createNativeQuery("select t.id from " + table + " t where t.id = :id")
                        .setParameter("id", id)
                        .getResultList()
                        .isEmpty()) {
            throw Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND);
        }
    }

    private Authority addressee(String code, IssuingOffice office, LocalDate day, String field) {
        Department department = departments.byCode(code).orElse(null);
        if (department != null) {
            department.requireThereOn(day, field);
        }
        String division = divisions.requireValid(department == null ? code : department.divisionCode(), day, field);
        if (!division.startsWith(DivisionLevel.prefix(office.division()))) {
            throw Refusal.at(field, ErrorCode.OUTSIDE_JURISDICTION);
        }
        if (code.equals(office.department()) || code.equals(office.division())) {
            throw Refusal.at(field, ErrorCode.ADDRESSEE_NOT_ALLOWED);
        }
        return new Authority(division, department == null ? null : code);
    }

    private @Nullable PostHolder responsible(@Nullable UUID id, Authority lead, String field) {
        if (id == null) {
            return null;
        }
        PostHolder holder = people.holders(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND));
        Authority of = new Authority(holder.divisionCode(), holder.departmentCode());
        if (holder.enterpriseId() != null || !of.code().equals(lead.code())) {
            throw Refusal.at(field, ErrorCode.RESPONSIBLE_NOT_OF_ADDRESSEE);
        }
        return holder;
    }
}
