package org.safetyledger.supervision.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.DivisionRepository;
import org.safetyledger.party.EnterpriseRepository;

/** Which authorities an office may supervise, and what it may say of them. */
@ApplicationScoped
class SupervisedAuthorities {
    private final DepartmentRepository departments;
    private final DivisionRepository divisions;
    private final EnterpriseRepository enterprises;

    SupervisedAuthorities(
            DepartmentRepository departments, DivisionRepository divisions, EnterpriseRepository enterprises) {
        this.departments = departments;
        this.divisions = divisions;
        this.enterprises = enterprises;
    }

    /** The safety committee's office that the caller belongs to. */
    String officeOf(Caller caller) {
        String department = caller.department();
        if (department == null
                || departments
                        .byCode(department)
                        .filter(Department::isSafetyCommitteeOffice)
                        .isEmpty()) {
            throw Refusal.of(ErrorCode.NOT_A_SAFETY_COMMITTEE_OFFICE);
        }
        return department;
    }

    /** A government below the caller's, or a department of one or of the caller's own, other than the office itself. */
    SupervisedAuthority target(String code, String office, Caller caller, LocalDate day) {
        SupervisedAuthority target = named(code, day, "target");
        if (!caller.covers(target.division())) {
            throw Refusal.at("target", ErrorCode.OUTSIDE_JURISDICTION);
        }
        if (office.equals(code) || caller.division().equals(code)) {
            throw Refusal.at("target", ErrorCode.TARGET_NOT_ALLOWED);
        }
        return target;
    }

    /** The target itself, or for a government what lies in its area; with null the target. */
    SupervisedAuthority addressee(@Nullable String code, SupervisionVisit visit, LocalDate day) {
        SupervisedAuthority target = visit.target();
        if (code == null || code.equals(target.code())) {
            return target;
        }
        SupervisedAuthority addressee = named(code, day, "addressee");
        if (target.department() != null
                || !target.covers(addressee.division())
                || visit.office().equals(code)) {
            throw Refusal.at("addressee", ErrorCode.OUTSIDE_JURISDICTION);
        }
        return addressee;
    }

    private SupervisedAuthority named(String code, LocalDate day, String field) {
        String department =
                departments.byCode(code).map(Department::divisionCode).orElse(null);
        String division = divisions.requireValid(department == null ? code : department, day, field);
        return new SupervisedAuthority(division, department == null ? null : code);
    }

    /** Of an authority nothing is said that names an enterprise of its area. */
    void requireNoEnterprise(@Nullable String text, SupervisedAuthority target, String field) {
        String named = text == null ? null : enterprises.namedIn(text, target.area());
        if (named != null) {
            throw Refusal.at(field, ErrorCode.ENTERPRISE_UNDER_SUPERVISION, named);
        }
    }
}
