package org.safetyledger.supervision.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
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
        @NonNull @Description("By when the authority's head decides, from the suspicion on.")
        DeadlineView decision,

        @Description("By when it has to reach the police, from the decision on; null until then.") @Nullable
        DeadlineView delivery,

        @Description(
                "By when the police answers, from the delivery on, or from the request to reconsider; null until then.")
        @Nullable
        DeadlineView answer,

        @Description("By when reconsideration may be asked for; null unless the police refused.") @Nullable
        DeadlineView reconsideration) {

    /** @param reconsiderable whether the police refused, and was not asked to reconsider */
    static CrimeClocksView of(CrimeClocks clocks, TransferState status, boolean reconsiderable, Instant now) {
        return new CrimeClocksView(
                DeadlineView.of(clocks.decision(), status == TransferState.PROPOSED, now),
                view(clocks.delivery(), status == TransferState.APPROVED, now),
                view(clocks.answer(), status == TransferState.PENDING, now),
                view(clocks.reconsideration(), reconsiderable, now));
    }

    private static @Nullable DeadlineView view(@Nullable Deadline clock, boolean runs, Instant now) {
        return clock == null ? null : DeadlineView.of(clock, runs, now);
    }
}
