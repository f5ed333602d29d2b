package org.safetyledger.rectification.graphql;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("ReviewRectificationInput")
@Description("Reviews a submitted rectification.")
public record ReviewRectificationInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Task.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @NonNull @Description("Whether the hazard is gone.") Boolean passed,

        @Description("Comment, up to 2000 characters; needed when it failed.") @Nullable
        String comment,

        @Description("New deadline; needed when it failed, unless the longest extension has run out too: then the task"
                + " stays overdue without one.")
        @Nullable
        OffsetDateTime newDueAt)
        implements Command {}
