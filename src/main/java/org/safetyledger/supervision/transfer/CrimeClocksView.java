package org.safetyledger.supervision.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.graphql.DeadlineView;

@RegisterForReflection
@Type("CrimeClocks")
@Description("The clocks of a suspected crime that goes to the police.")
public record CrimeClocksView(
        @NonNull @Description("By when the authority had to decide, from the suspicion on.")
        DeadlineView decision,

        @NonNull @Description("By when it has to reach the police.")
        DeadlineView delivery,

        @NonNull @Description("By when the police answers.") DeadlineView answer,

        @Description("By when reconsideration may be asked for; null unless the police refused.") @Nullable
        DeadlineView reconsideration) {

    static CrimeClocksView of(CrimeClocks clocks, boolean waits) {
        Deadline reconsideration = clocks.reconsideration();
        return new CrimeClocksView(
                DeadlineView.of(clocks.decision(), false),
                DeadlineView.of(clocks.delivery(), false),
                DeadlineView.of(clocks.answer(), waits),
                reconsideration == null ? null : DeadlineView.of(reconsideration, false));
    }
}
