package org.safetyledger.supervision.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.DivisionRepository;
import org.safetyledger.party.EnterpriseRepository;

/** Which authorities an office may supervise, and what it may say of them. */
@ApplicationScoped
class SupervisedAuthorities {
    private static final int MOST_CO_UNITS = 10;

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
    String officeOf(Caller caller, LocalDate day) {
        String department = caller.department();
        if (department == null
                || departments
                        .byCode(department)
                        .filter(found -> found.isSafetyCommitteeOffice() && found.isThereOn(day))
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
            return requireThere(target, day, "addressee");
        }
        SupervisedAuthority addressee = named(code, day, "addressee");
        if (target.department() != null
                || !target.covers(addressee.division())
                || visit.office().equals(code)) {
            throw Refusal.at("addressee", ErrorCode.OUTSIDE_JURISDICTION);
        }
        return addressee;
    }

    /** Those who deal with an item beside its addressee: authorities in the area of the visited one's place. */
    List<String> coUnits(List<String> codes, SupervisedAuthority addressee, SupervisionVisit visit, LocalDate day) {
        Texts.requireAtMost(MOST_CO_UNITS, codes, "coUnits");
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            String field = "coUnits." + i;
            SupervisedAuthority unit = named(code, day, field);
            if (!visit.target().covers(unit.division())) {
                throw Refusal.at(field, ErrorCode.OUTSIDE_JURISDICTION);
            }
            if (unit.equals(addressee) || visit.office().equals(code)) {
                throw Refusal.at(field, ErrorCode.CO_UNIT_NOT_ALLOWED);
            }
        }
        return codes;
    }

    /** What was dissolved, or has become another place, is nobody's to supervise any more. */
    SupervisedAuthority requireThere(SupervisedAuthority authority, LocalDate day, String field) {
        return named(authority.code(), day, field);
    }

    private SupervisedAuthority named(String code, LocalDate day, String field) {
        Department department = departments.byCode(code).orElse(null);
        if (department != null && !department.isThereOn(day)) {
            throw Refusal.at(field, ErrorCode.UNKNOWN_CODE, code);
        }
        String division = divisions.requireValid(department == null ? code : department.divisionCode(), day, field);
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
