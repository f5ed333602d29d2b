package org.safetyledger.access.graphql;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

@Type("Viewer")
@Description("Who is calling, as the token says.")
public final class ViewerView {
    private final Caller caller;

    ViewerView(Caller caller) {
        this.caller = caller;
    }

    @NonNull
    @Description("The token's subject, under which everything is recorded.")
    public String getSubject() {
        return caller.subject();
    }

    @NonNull
    @Description("Name.")
    public String getName() {
        return caller.name();
    }

    @NonNull
    @Description("Role.")
    public Role getRole() {
        return caller.role();
    }

    @NonNull
    @Description("12-digit code of the caller's area; for people of an enterprise, of its place.")
    public String getDivision() {
        return caller.division();
    }

    @Description("Code of the department to which the caller belongs; null where the token names none.")
    public @Nullable String getDepartment() {
        return caller.department();
    }

    @NonNull
    @Description("Industries that the department officer regulates; empty for other roles.")
    public List<@NonNull String> getIndustries() {
        return caller.powers().industries();
    }

    @NonNull
    @Description("Codes of the matters that the department officer supervises in all trades; empty for other roles.")
    public List<@NonNull String> getMatters() {
        return caller.powers().matters();
    }

    @Id
    @Description("Node id of the caller's enterprise; null for authorities.")
    public @Nullable String getEnterpriseId() {
        UUID id = caller.enterpriseId();
        return id == null ? null : NodeId.text(NodeType.ENTERPRISE, id);
    }

    @NonNull
    @Description("What the role may do, as names of permissions; what an object allows is in `availableActions`.")
    public List<@NonNull String> getPermissions() {
        return Arrays.stream(Permission.values())
                .filter(caller::may)
                .map(Permission::name)
                .toList();
    }
}
