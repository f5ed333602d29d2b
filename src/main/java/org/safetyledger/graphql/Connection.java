package org.safetyledger.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list in Relay's form; a feature names a concrete one per list, so that the schema's names stay plain. */
// The engine finds the getters of a concrete class by reflection, and these are inherited.
@RegisterForReflection
public abstract class Connection<N, E extends Edge<N>> {
    private final List<E> edges;
    private final List<N> nodes;
    private final Slice<?> slice;

    protected <R> Connection(Slice<R> slice, Function<R, N> view, BiFunction<String, N, E> edge) {
        this.slice = slice;
        this.nodes = slice.rows().stream().map(view).toList();
        this.edges = IntStream.range(0, nodes.size())
                .mapToObj(i -> edge.apply(slice.cursors().get(i), nodes.get(i)))
                .toList();
    }

    @NonNull
    @Description("The objects of the page with their cursors.")
    public List<@NonNull E> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The objects of the page.")
    public List<@NonNull N> getNodes() {
        return nodes;
    }

    @NonNull
    @Description("Where the page stands in its list.")
    public PageInfo getPageInfo() {
        return slice.pageInfo();
    }

    @Description("How many objects the whole list has for this caller; counted only when asked for.")
    public int getTotalCount() {
        return Math.toIntExact(slice.total().getAsLong());
    }
}
