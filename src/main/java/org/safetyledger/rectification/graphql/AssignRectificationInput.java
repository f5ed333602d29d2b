package org.safetyledger.rectification.graphql;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("AssignRectificationInput")
@Description("Assigns the rectification of a hazard to its enterprise.")
public record AssignRectificationInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @Id @Description("Id made by the client when it assigns offline; absent to have one made.") @Nullable
        String id,

        @NonNull @Id @Description("Hazard, confirmed or reopened.")
        String hazardId,

        @NonNull @Description("What is to be done, up to 2000 characters.")
        String requirement,

        @Description(
                "Deadline within the hazard's total clock; the end of that clock by default. Needed when that clock"
                        + " has ended: then at most what the rule gives from now on.")
        @Nullable
        OffsetDateTime dueAt,

        @Description("Why a hazard whose total clock has ended gets this date, up to 2000 characters; needed then.")
        @Nullable
        String lateReason)
        implements Command {
    @Override
    public @Nullable String clientMadeId() {
        return id;
    }
}
