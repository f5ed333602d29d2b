package org.safetyledger.jurisdiction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class DepartmentRepository implements PanacheRepositoryBase<Department, UUID> {
    public Optional<Department> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    public List<Department> safetyCommitteeOffices() {
        return list("kind", Department.SAFETY_COMMITTEE_OFFICE);
    }
}
