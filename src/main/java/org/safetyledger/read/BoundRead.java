package org.safetyledger.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/** A selection with the arguments of one request: what the rows' cells hold, in their order. */
sealed interface BoundRead {
    String key();

    record TypeName(String key, String name) implements BoundRead {}

    record Value(String key, ReadField.Column column) implements BoundRead {}

    /**
     * @param view makes the value of the stored JSON for the caller
     * @param most how many objects it holds, where it is a list of them
     */
    record Derived(String key, Function<JsonNode, @Nullable Object> view, int most, List<Selection.Property> parts)
            implements BoundRead {}

    /** @param required whether the schema promises that it is there */
    record Single(String key, boolean required, Fields fields) implements BoundRead {}

    /** What the caller may not know whether there is. */
    record Hidden(String key) implements BoundRead {}

    record Many(String key, Page page) implements BoundRead {}

    /** @param chunked whether the cells of a row are in chunks */
    record All(String key, Fields fields, boolean chunked) implements BoundRead {}

    /** A field that is null with an error at its place. */
    record Refused(String key, Refusal refusal) implements BoundRead {}

    record RootOne(String key, Fields fields) implements BoundRead {}

    /** The object that the running command has changed. */
    record Changed(String key, Fields fields) implements BoundRead {}

    /** The user errors of a command that was carried out. */
    record NoErrors(String key) implements BoundRead {}

    /** @param guards refusals, each of which holds where its statement, before those of the page, gives no row */
    record RootMany(String key, Page page, List<Refusal> guards) implements BoundRead {}

    /**
     * Objects by their node ids: one statement for each type among them.
     *
     * @param wanted their ids, empty where there can be none for the caller
     * @param fields of each type; the first cell of a row is its id, which is none of them
     * @param names the types' names in the schema
     */
    record RootNodes(
            String key,
            boolean list,
            List<Optional<NodeId>> wanted,
            Map<NodeType, Fields> fields,
            Map<NodeType, String> names)
            implements BoundRead {
        Fields fieldsOf(NodeType type) {
            return Objects.requireNonNull(fields.get(type));
        }

        String typeName(NodeType type) {
            return Objects.requireNonNull(names.get(type));
        }
    }

    /** The fields of an object, each with the place of its first cell. */
    record Fields(List<Placed> parts) {}

    record Placed(BoundRead read, int cell) {}

    /**
     * A page of a list. Each row has the cells of its selections one after the other, and then those of its order.
     *
     * @param selection what of the page is asked for
     * @param rows the fields of {@code nodes} and of {@code edges.node} in the order of the selection
     * @param chunked whether the cells of a row are in chunks
     * @param searching whether it is counted up to {@link SearchSql#MOST_COUNTED} only, and one more
     */
    record Page(
            Selection.Page selection,
            List<Fields> rows,
            int orderCell,
            ListOrder order,
            PageRequest request,
            @Nullable Integer countCell,
            boolean chunked,
            boolean searching) {
        /** Whether the counts by facets tell the number of all rows, too: those of a search go no further than its count does. */
        boolean isCountedByFacets() {
            return !searching && !selection.facets().isEmpty();
        }

        boolean isExact(long total) {
            return !searching || total <= SearchSql.MOST_COUNTED;
        }
    }
}
