package org.safetyledger.paper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.inspection.Recusal;
import org.safetyledger.inspection.RecusalStatus;

@RegisterForReflection
@Type("PaperRecusal")
@Description("That an officer was asked to withdraw, as a paper tells it: as it was when the paper was made out.")
public record PaperRecusal(
        @Description("Name of the officer.") String officer,
        @Description("What had become of it.") RecusalStatus status,
        @Description("Why it was asked.") String reason,

        @Description("Why the head had decided so; null where nothing was decided.") @Nullable
        String decisionReason) {
    static PaperRecusal of(Recusal recusal) {
        return new PaperRecusal(recusal.officer(), recusal.status(), recusal.reason(), recusal.decisionReason());
    }
}
