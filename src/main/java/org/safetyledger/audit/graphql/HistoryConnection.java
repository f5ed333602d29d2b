package org.safetyledger.audit.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.HistoryEntry;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;

@Type("HistoryEntryConnection")
@Description("A page of an object's history, oldest first.")
public final class HistoryConnection extends Connection<HistoryEntryView, HistoryConnection.HistoryEdge> {
    HistoryConnection(Slice<HistoryEntry> slice, Caller reader) {
        super(slice, entry -> new HistoryEntryView(entry, reader), HistoryEdge::new);
    }

    @Type("HistoryEntryEdge")
    @Description("An entry in a page of history.")
    public static final class HistoryEdge extends Edge<HistoryEntryView> {
        HistoryEdge(String cursor, HistoryEntryView node) {
            super(cursor, node);
        }
    }
}
