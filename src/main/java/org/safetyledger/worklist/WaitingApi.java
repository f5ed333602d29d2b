package org.safetyledger.worklist;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.access.graphql.ViewerView;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;

/** What waits for the caller. */
@GraphQLApi
public class WaitingApi implements BoundSource {
    /** More kinds of work than there are. */
    private static final int MOST = 40;

    private final Waiting waiting;

    WaitingApi(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(
                FieldBound.root("waiting", 200).holding(MOST),
                FieldBound.of("Viewer", "waiting", 200).holding(MOST));
    }

    @Name("waiting")
    @Description("What waits for the caller, as `waiting` at the root tells it.")
    public @NonNull List<@NonNull WaitingWork> ofViewer(@Source ViewerView viewer) {
        return waiting.work();
    }

    @Query("waiting")
    @Requires(Permission.READ)
    @Description(
            "What waits for the caller, by kind, what is due first before the rest: every kind of work that the role does, as"
                    + " far as the caller sees it, those of which nothing waits last; empty for who only reads.")
    public @NonNull List<@NonNull WaitingWork> waiting() {
        return waiting.work();
    }
}
