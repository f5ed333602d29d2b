package org.safetyledger.jurisdiction.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Department;

@Type("Department")
@Description("A department of a government (部门) with the industries it regulates (三管三必须). Seen by every caller.")
public final class DepartmentView implements Node {
    private final Department department;

    public DepartmentView(Department department) {
        this.department = department;
    }

    public String divisionCode() {
        return department.divisionCode();
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.DEPARTMENT, department.id());
    }

    @NonNull
    @Description("Code.")
    public String getCode() {
        return department.code();
    }

    @NonNull
    @Description("Name.")
    public String getName() {
        return department.name();
    }

    @NonNull
    @Description("Kind, e.g. EMERGENCY_MANAGEMENT.")
    public String getKind() {
        return department.kind();
    }

    @NonNull
    @Description("Sections or divisions of GB/T 4754-2017 that it regulates.")
    public List<@NonNull String> getIndustries() {
        return department.industries();
    }

    @NonNull
    @Description(
            "Codes of the matters that it supervises in all trades, e.g. FIRE; GENERAL_SUPERVISION reaches every trade.")
    public List<@NonNull String> getMatters() {
        return department.matters();
    }
}
