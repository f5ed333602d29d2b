package org.safetyledger.supervision.coverage;

import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;

/** What nobody looks after. */
@GraphQLApi
public class CoverageApi implements BoundSource {
    private static final int QUARTER = 92;

    private final Coverages coverages;

    CoverageApi(Coverages coverages) {
        this.coverages = coverages;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(
                FieldBound.root("coverage", 300),
                FieldBound.list("Coverage", "cells", 1000),
                FieldBound.list("Coverage", "gaps", 1000),
                FieldBound.list("CoverageCell", "gaps", 10));
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
