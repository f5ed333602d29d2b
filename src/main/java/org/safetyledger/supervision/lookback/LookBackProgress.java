package org.safetyledger.supervision.lookback;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How far a look-back is, of one moment. */
@Type("LookBackProgress")
@Description("How far a look-back is, by those of its checks that the caller may see, all of one moment.")
public record LookBackProgress(
        @NonNull @Description("The moment.") OffsetDateTime asOf,
        @Description("Hazards of the sample.") int sampled,

        @Description("Of these, those that nobody has looked at.")
        int pending,

        @Description("Of these, those that held.") int held,

        @Description("Of these, those that did not hold and were reopened.")
        int failed) {}
