package org.safetyledger.audit.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@Type("HistoryVerification")
@Description("Result of checking the chain of an object's history.")
public record HistoryVerificationView(
        @Description(
                "Whether every hash and link fits and the newest entry names the object's present state. True, too, of"
                        + " an object of which nothing is recorded, such as an enterprise: then `entries` is 0.")
        boolean intact,

        @Description("How many entries the chain has; 0 when nothing is recorded of the object.")
        int entries,

        @Description("Sequence of the first entry that does not fit or is missing; null when the chain is intact.")
        @Nullable
        Integer brokenAt,

        @Description("Hash of the last entry; kept elsewhere, it proves later that nothing was cut off.") @Nullable
        String lastHash) {}
