package org.safetyledger.supervision.lookback;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** How far look-backs are, and what still is to be looked at. */
@GraphQLApi
public class LookBackApi implements BoundSource {
    private final LookBackFigures figures;

    LookBackApi(LookBackFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(
                FieldBound.root("lookBackProgress", 50),
                FieldBound.root("lookBacksDue", 200).holding(1000));
    }

    @Query("lookBackProgress")
    @Requires(Permission.READ_DRAWS)
    @Description(
            "How far a look-back is; null when it does not exist or is out of scope. Its figures are those of `lookBackChecks`"
                    + " with this look-back.")
    public @Nullable LookBackProgress lookBackProgress(@NonNull @Id @Description("Look-back.") String id) {
        return figures.progress(NodeId.require(NodeType.LOOK_BACK, id, "id"));
    }

    @Query("lookBacksDue")
    @Requires(Permission.RECORD_LOOK_BACK)
    @Description(
            "Closed hazards that are to be looked back at and have not been since they were closed: all of the grades whose share"
                    + " is the whole, and those that were drawn; earliest closed first, at most 1000.")
    public @NonNull List<@NonNull LookBackDue> lookBacksDue(
            @Description("Division code of the area; the caller's own by default.") @Nullable String jurisdiction,
            @Description("First day on which they were closed; a year ago by default.") @Nullable
                    LocalDate closedFrom) {
        return figures.due(jurisdiction, closedFrom);
    }
}
