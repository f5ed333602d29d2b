package org.safetyledger.supervision.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safetyledger.access.Authority;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.jurisdiction.DivisionRepository;

/** Who can have a hazard handed to it, and who decides where two do not agree. */
@ApplicationScoped
class Authorities {
    private final DepartmentRepository departments;
    private final DivisionRepository divisions;

    Authorities(DepartmentRepository departments, DivisionRepository divisions) {
        this.departments = departments;
        this.divisions = divisions;
    }

    /** The authority with this code, unless it was dissolved; safety committees' offices coordinate and handle nothing themselves. */
    Authority require(String code, LocalDate day, String field) {
        Optional<Department> department = departments.byCode(code);
        String division =
                divisions.requireValid(department.map(Department::divisionCode).orElse(code), day, field);
        if (department
                        .map(known -> known.isSafetyCommitteeOffice() || !known.isThereOn(day))
                        .orElse(false)
                || DivisionLevel.of(division) == DivisionLevel.PROVINCE) {
            throw Refusal.at(field, ErrorCode.TRANSFER_TARGET_INVALID);
        }
        return new Authority(division, department.isPresent() ? code : null);
    }

    /** The police with this code. */
    Authority requirePolice(String code, LocalDate day, String field) {
        Authority authority = require(code, day, field);
        if (departments.byCode(code).filter(Department::isPolice).isEmpty()) {
            throw Refusal.at(field, ErrorCode.POLICE_REQUIRED);
        }
        return authority;
    }

    /** Codes of that day's offices of the safety committees in whose places both lie. */
    List<String> committeeOfficesAbove(Authority one, Authority other, LocalDate day) {
        return departments.safetyCommitteeOffices(day).stream()
                .filter(office -> lies(one, office) && lies(other, office))
                .map(Department::code)
                .toList();
    }

    private static boolean lies(Authority authority, Department office) {
        return authority.division().startsWith(DivisionLevel.prefix(office.divisionCode()));
    }
}
