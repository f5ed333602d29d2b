package org.safetyledger.supervision.coverage;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;

/** What nobody looks after. */
@GraphQLApi
public class CoverageApi {
    private static final int QUARTER = 92;

    private final Coverages coverages;

    CoverageApi(Coverages coverages) {
        this.coverages = coverages;
    }

    @Query("coverage")
    @Requires(Permission.READ_COVERAGE)
    @Description(
            "The blind spots of an area (无盲区、无漏洞、无死角) by place and trade, as far as the area is the caller's own. Departments are told of their"
                    + " trades, and of no gaps of places.")
    public @NonNull Coverage coverage(
            @Description("Division code of the area; the caller's own area by default.") @Nullable String jurisdiction,
            @Description(
                            "Section (a letter) or division (a letter and two digits) of GB/T 4754; all by default. Gaps of places and items of directives are in none.")
                    @Nullable
                    String industry,
            @DefaultValue("92") @Description("How many days the period goes back, 1 to 730.") @Nullable Integer days,
            @Description("Gaps of this kind only; cells count all.") CoverageGap.@Nullable Kind kind,
            @Description("Cursor of the last gap before.") @Nullable String after) {
        return coverages.of(new Coverages.Asked(jurisdiction, industry, days == null ? QUARTER : days), kind, after);
    }
}
