package org.safetyledger.rectification.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("DecideExtensionInput")
@Description("Decides on an extension.")
public record DecideExtensionInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Task.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @NonNull @Description("Whether the deadline moves.") Boolean approved,

        @Description("Comment, up to 2000 characters; needed for a refusal.") @Nullable
        String comment)
        implements Command {}
