package org.safetyledger.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.PageRequest;

/** A selection with the arguments of one request: what the rows' cells hold, in their order. */
sealed interface BoundRead {
    String key();

    record TypeName(String key, String name) implements BoundRead {}

    record Value(String key, ReadType.Column column) implements BoundRead {}

    /** @param view makes the value of the stored JSON for the caller */
    record Derived(String key, Function<JsonNode, @Nullable Object> view, List<Selection.Property> parts)
            implements BoundRead {}

    /** @param required whether the schema promises that it is there */
    record Single(String key, boolean required, boolean permitted, Fields fields) implements BoundRead {}

    record Many(String key, Page page) implements BoundRead {}

    record All(String key, Fields fields) implements BoundRead {}

    record RootOne(String key, Fields fields) implements BoundRead {}

    record RootMany(String key, Page page) implements BoundRead {}

    /** The fields of an object, each with the place of its first cell. */
    record Fields(List<Placed> parts, int width) {}

    record Placed(BoundRead read, int cell) {}

    /**
     * A page of a list. Each row has the cells of its selections one after the other, and then those of its order.
     *
     * @param selection what of the page is asked for
     * @param rows the fields of {@code nodes} and of {@code edges.node} in the order of the selection
     */
    record Page(
            Selection.Page selection,
            List<Fields> rows,
            int orderCell,
            ListOrder<?> order,
            PageRequest request,
            @Nullable Integer countCell) {}
}
