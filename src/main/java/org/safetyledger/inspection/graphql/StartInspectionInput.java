package org.safetyledger.inspection.graphql;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("StartInspectionInput")
@Description("Starts a visit.")
public record StartInspectionInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Inspection.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @Description(
                "When it started, by the clock of a device that sends it later; kept beside the ledger's own time. At most"
                        + " five minutes ahead.")
        @Nullable
        OffsetDateTime startedAt)
        implements Command {}
