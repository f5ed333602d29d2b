package org.safetyledger.jurisdiction;

import io.quarkus.cache.CacheResult;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
public class DepartmentRepository implements PanacheRepositoryBase<Department, UUID> {
    public Optional<Department> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** Codes of those that are no more on that day, kept for a minute: every report asks for them, and few ever are. */
    @CacheResult(cacheName = "dissolved-departments")
    public Set<String> dissolved(LocalDate day) {
        return streamAll()
                .filter(department -> !department.isThereOn(day))
                .map(Department::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that exist on that day. */
    public List<Department> safetyCommitteeOffices(LocalDate day) {
        return stream("kind = ?1 order by code", Department.SAFETY_COMMITTEE_OFFICE)
                .filter(office -> office.isThereOn(day))
                .toList();
    }
}
