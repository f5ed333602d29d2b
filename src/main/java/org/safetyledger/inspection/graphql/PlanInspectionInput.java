package org.safetyledger.inspection.graphql;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.safetyledger.audit.Command;
import org.safetyledger.inspection.InspectionKind;

@Input("PlanInspectionInput")
@Description("Plans an inspection.")
public record PlanInspectionInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @Id @Description("Id made by the client when it plans offline; absent to have one made.") @Nullable
        String id,

        @NonNull @Description("Kind.") InspectionKind kind,

        @Description(
                "Whether the target is told beforehand; false by default, and the target sees nothing before the start.")
        @Nullable
        Boolean announced,

        @Id @Description("Enterprise to inspect; for every kind but SUPERVISION.") @Nullable
        String enterpriseId,

        @Description("Code of the department to supervise; for SUPERVISION only.") @Nullable
        String department,

        @Id @Description("Campaign that it belongs to.") @Nullable
        String campaignId,

        @NonNull @Id @Description("Checklist, valid on the planned day.")
        String checklistId,

        @NonNull @Description("Planned day; up to seven days ago for a visit that was planned offline.")
        LocalDate plannedOn,

        @Id @Description("People who conduct it; an enforcement visit needs two with certificates.") @Nullable
        List<@NonNull String> officerIds)
        implements Command {
    @Override
    public @Nullable String clientMadeId() {
        return id;
    }
}
