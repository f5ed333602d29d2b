package org.safetyledger.hazard.graphql;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("ReportHazardInput")
@Description("Reports a hazard.")
public record ReportHazardInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @Id @Description("Id made by the client when it reports offline; absent to have one made.") @Nullable
        String id,

        @NonNull @Id @Description("Enterprise where it is.") String enterpriseId,

        @Id @Description("Inspection that found it.") @Nullable
        String inspectionId,

        @Id @Description("Negative finding of that inspection.") @Nullable
        String findingId,

        @NonNull @Description("Title, up to 200 characters.")
        String title,

        @Description("Description, up to 2000 characters.") @Nullable
        String description,

        @Description("Where in the enterprise, up to 200 characters.") @Nullable
        String place,

        @NonNull @Description("Code of a hazard category.") String category,

        @Description("When it was discovered, by the client's clock, which may be five minutes ahead; now by default.")
        @Nullable
        OffsetDateTime discoveredAt)
        implements Command {
    @Override
    public @Nullable String clientMadeId() {
        return id;
    }
}
