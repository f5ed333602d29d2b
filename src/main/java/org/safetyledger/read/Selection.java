package org.safetyledger.read;

import graphql.language.Argument;
import graphql.schema.GraphQLArgument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeType;

/** What a document selects, field by field, in the order of the answer. */
sealed interface Selection {
    /** The name under which the answer has it. */
    String key();

    /** A field's arguments as they stand in the document. */
    record Arguments(List<GraphQLArgument> defined, List<Argument> given) {}

    /** The fields of one object. */
    record Fields(ReadType type, List<Selection> parts) {}

    record TypeName(String key, String name) implements Selection {}

    record Value(String key, ReadField.Column column) implements Selection {}

    record Derived(String key, ReadField.Derived field, Arguments arguments, List<Property> parts)
            implements Selection {}

    /**
     * A field of a derived one.
     *
     * @param most how many objects it holds, where it is a list of them
     */
    record Property(String key, String name, String type, int most, List<Property> parts) {}

    record Single(String key, ReadField.Reference reference, Fields fields) implements Selection {}

    record Many(String key, ReadField.Children children, Arguments arguments, Page page) implements Selection {}

    record All(String key, ReadField.Members members, Fields fields) implements Selection {}

    record RootOne(String key, Place.Root root, Arguments arguments, Fields fields) implements Selection {}

    record RootMany(String key, ReadList root, Arguments arguments, Page page) implements Selection {}

    /**
     * Objects by their node ids.
     *
     * @param list whether several are asked for
     * @param fields what is selected of an object of each type
     */
    record RootNodes(String key, boolean list, Arguments arguments, Map<NodeType, Fields> fields)
            implements Selection {}

    /**
     * A command.
     *
     * @param payload what is selected of what it comes to: {@link Changed}, {@link UserErrors}, {@link TypeName}
     */
    record Command(String key, String name, Arguments arguments, List<Selection> payload) implements Selection {}

    /** The object that a command changed. */
    record Changed(String key, Fields fields) implements Selection {}

    record UserErrors(String key, List<Property> parts) implements Selection {}

    /**
     * A field at the root that is no object of a table: its own resolver answers it.
     *
     * @param parts what below it is read from tables all the same: {@link OwnOne}, {@link OwnMany}
     */
    record Resolved(String key, List<Selection> parts) implements Selection {}

    /** The object that is the caller's own. */
    record OwnOne(String key, ViewerField field, Fields fields) implements Selection {}

    /** A page of what is the caller's own. */
    record OwnMany(String key, ViewerField field, Arguments arguments, Page page) implements Selection {}

    /**
     * A page of a list: {@code edges}, {@code nodes}, {@code pageInfo}, {@code totalCount}, {@code totalCountExact},
     * {@code facets}.
     *
     * @param rows the selected fields of the page's rows, each with columns of its own
     * @param counted whether the rows of all pages are counted
     * @param hasInfo whether the answer says if there is a next page
     * @param hasCursors whether the answer says where a row stands in its order
     */
    record Page(
            ReadType type,
            List<Selection> parts,
            List<Fields> rows,
            boolean counted,
            boolean hasInfo,
            boolean hasCursors) {

        static Page of(ReadType type, List<Selection> parts) {
            return new Page(
                    type,
                    parts,
                    rows(parts),
                    parts.stream().anyMatch(part -> part instanceof TotalCount || part instanceof TotalCountExact),
                    parts.stream().anyMatch(PageInfo.class::isInstance),
                    parts.stream().anyMatch(Page::hasCursor));
        }

        /** The names of the facets by which the rows of all pages are counted. */
        Set<String> facets() {
            return parts.stream()
                    .filter(FacetCounts.class::isInstance)
                    .flatMap(part -> ((FacetCounts) part).parts().stream())
                    .filter(FacetCount.class::isInstance)
                    .map(part -> ((FacetCount) part).facet())
                    .collect(Collectors.toSet());
        }

        private static boolean hasCursor(Selection part) {
            return switch (part) {
                case Edges edges -> edges.parts().stream().anyMatch(Cursor.class::isInstance);
                case PageInfo info -> info.parts().stream().anyMatch(Page::isCursor);
                default -> false;
            };
        }

        private static boolean isCursor(Selection part) {
            return part instanceof PageInfoValue value && value.field().endsWith("Cursor");
        }

        private static List<Fields> rows(List<Selection> parts) {
            return parts.stream()
                    .<Fields>mapMulti((part, rows) -> {
                        if (part instanceof Nodes nodes) {
                            rows.accept(nodes.fields());
                        } else if (part instanceof Edges edges) {
                            edges.parts().stream()
                                    .filter(EdgeNode.class::isInstance)
                                    .forEach(node -> rows.accept(((EdgeNode) node).fields()));
                        }
                    })
                    .toList();
        }
    }

    record Nodes(String key, Fields fields) implements Selection {}

    record Edges(String key, List<Selection> parts) implements Selection {}

    record EdgeNode(String key, Fields fields) implements Selection {}

    record Cursor(String key) implements Selection {}

    record PageInfo(String key, List<Selection> parts) implements Selection {}

    /** One field of {@code PageInfo}. */
    record PageInfoValue(String key, String field) implements Selection {}

    /** @param parts {@link FacetCount} and {@link TypeName} */
    record FacetCounts(String key, List<Selection> parts) implements Selection {}

    /** Counts by one facet. */
    record FacetCount(String key, String facet, List<Property> parts) implements Selection {}

    record TotalCount(String key) implements Selection {}

    record TotalCountExact(String key) implements Selection {}
}
