package org.safetyledger.party;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;

/** Where nobody is responsible. */
@GraphQLApi
public class ResponsibilityGapApi implements BoundSource {
    private final ResponsibilityGaps gaps;

    ResponsibilityGapApi(ResponsibilityGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(FieldBound.root("responsibilityGaps", 300).holding(1000));
    }

    @Query("responsibilityGaps")
    @Requires(Permission.READ_RESPONSIBILITY_GAPS)
    @Description(
            "The places of the caller's area at which nobody holds the leadership or the territorial responsibility (党政同责), and"
                    + " the leaders' posts that lack a duty (一岗双责), duties that were not performed in the last period that has"
                    + " ended, and sites of several enterprises without a main unit; by place, at most 1000: ask for a county or a kind where a city has more.")
    public @NonNull List<@NonNull ResponsibilityGap> responsibilityGaps(
            @Description("Division code of the area; the caller's own area by default.") @Nullable String jurisdiction,
            @Name("on") @Description("The day; today by default.") @Nullable LocalDate on,
            @Description("Only of this kind; of all by default.") ResponsibilityGap.@Nullable Kind kind) {
        return gaps.of(jurisdiction, on, kind);
    }
}
