package org.safetyledger.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An edge of a connection; a feature names a concrete one per list, so that the schema's names stay plain. */
// The engine finds the getters of a concrete class by reflection, and these are inherited.
@RegisterForReflection
public abstract class Edge<N> {
    private final String cursor;
    private final N node;

    protected Edge(String cursor, N node) {
        this.cursor = cursor;
        this.node = node;
    }

    @NonNull
    @Description("Sealed position of this edge in its list and order.")
    public String getCursor() {
        return cursor;
    }

    @NonNull
    @Description("The object.")
    public N getNode() {
        return node;
    }
}
