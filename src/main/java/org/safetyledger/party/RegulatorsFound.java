package org.safetyledger.party;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;

@Type("RegulatorsFound")
@Description("Which departments of one government regulate a trade, a venue or a matter (三管三必须).")
public record RegulatorsFound(
        @NonNull @Description("Division code of the government's place.")
        String jurisdiction,

        @NonNull @Description("Level of the government.") DivisionLevel level,

        @NonNull @Description("The departments: by venue, by trade, then by matter.")
        List<@NonNull Regulator> regulators,

        @Description(
                "Whether no department regulates the trade or venue asked for, so that the government has to decide.")
        boolean undetermined,

        @Description("Who acts until the government has decided: TERRITORIAL; null where a department regulates.")
        @Nullable
        ResponsibilityParty acting,

        @NonNull
        @Description(
                "While it is undetermined, the departments of general supervision (综合监管), which coordinate; else none.")
        List<@NonNull Regulator> coordinating) {}
