package org.safetyledger.jurisdiction.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;

@ApplicationScoped
class DepartmentNodes implements NodeSource {
    private final DepartmentRepository departments;

    DepartmentNodes(DepartmentRepository departments) {
        this.departments = departments;
    }

    @Override
    public NodeType type() {
        return NodeType.DEPARTMENT;
    }

    @Override
    public Map<UUID, DepartmentView> nodes(Set<UUID> ids) {
        return departments.byIds(ids).stream().collect(Collectors.toMap(Department::id, DepartmentView::new));
    }
}
