package org.safetyledger.rectification.graphql;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("RequestExtensionInput")
@Description("Asks for a later deadline.")
public record RequestExtensionInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Task.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @NonNull @Description("The later deadline.") OffsetDateTime requestedDueAt,
        @NonNull @Description("Why, up to 2000 characters.") String reason,

        @NonNull @Description("What keeps people safe until then, up to 2000 characters.")
        String interimMeasures)
        implements Command {}
