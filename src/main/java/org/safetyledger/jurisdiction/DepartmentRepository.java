package org.safetyledger.jurisdiction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Slice;
import org.safetyledger.graphql.SortKey;

@ApplicationScoped
public class DepartmentRepository implements PanacheRepositoryBase<Department, UUID> {
    private static final ListOrder<Department> BY_CODE =
            ListOrder.ascending("departments.CODE", new SortKey<>("code", "text", Department::code));

    private final KeysetLists lists;

    DepartmentRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<Department> page(@Nullable String divisionCode, PageRequest page) {
        Conditions conditions = new Conditions().add("t.division_code = :division", "division", divisionCode);
        return lists.page(Department.class, conditions, BY_CODE, page);
    }

    public Optional<Department> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    public Map<String, Department> byCodes(Collection<String> codes) {
        return list("code in ?1", codes).stream().collect(Collectors.toMap(Department::code, Function.identity()));
    }

    public Map<String, List<Department>> byDivisions(Collection<String> codes) {
        return list("divisionCode in ?1 order by code", codes).stream()
                .collect(Collectors.groupingBy(Department::divisionCode));
    }

    public List<Department> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
