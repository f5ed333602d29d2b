package org.safetyledger.inspection.graphql;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Command;

@Input("SignInspectionInput")
@Description("Signs the record, or records that the target refused to sign.")
public record SignInspectionInput(
        @Description("The caller's own key for this command, up to 100 characters: a repeat changes nothing.") @Nullable
        String requestId,

        @NonNull @Id @Description("Inspection.") String id,

        @Description("Version that the caller saw; the command is refused when it has changed.") @Nullable
        Integer expectedVersion,

        @Description("Name of who signs for the target; the caller's by default.") @Nullable
        String signerName,

        @Description("Set by an officer only: why the target refused to sign, up to 2000 characters.") @Nullable
        String refusalReason,

        @Description(
                "When it was signed, by the clock of a device that sends it later; kept beside the ledger's own time. At"
                        + " most five minutes ahead.")
        @Nullable
        OffsetDateTime signedAt)
        implements Command {}
