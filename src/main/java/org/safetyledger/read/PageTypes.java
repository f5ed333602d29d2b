package org.safetyledger.read;

import graphql.schema.GraphQLObjectType;
import java.util.List;

/** The schema's types of the pages of lists, the same for every list. */
final class PageTypes {
    static final GraphQLObjectType INFO = GraphQLObjectType.newObject()
            .name("PageInfo")
            .description("Where a page stands in its list.")
            .field(SchemaFields.field("hasNextPage", "Boolean!", "Whether more follows behind this page."))
            .field(SchemaFields.field(
                    "hasPreviousPage",
                    "Boolean!",
                    "Whether something lies before this page: true when `after` was given."))
            .field(SchemaFields.field(
                    "startCursor", "String", "Cursor of the page's first edge; null on an empty page."))
            .field(SchemaFields.field(
                    "endCursor",
                    "String",
                    "Cursor of the page's last edge, to be sent as `after` for the next page; null on an empty page."))
            .build();

    /** Stands behind the name of the type that it is a list of. */
    static final String CONNECTION = "Connection";

    private PageTypes() {}

    /** Stands behind the name of the type whose list is counted by facets. */
    static final String FACETS = "Facets";

    static final GraphQLObjectType FACET_COUNT = GraphQLObjectType.newObject()
            .name("FacetCount")
            .description("How many objects of a filtered list have one value.")
            .field(SchemaFields.field(
                    "value", "String!", "The value: a name of the field's enum, a code, `true` or `false`."))
            .field(SchemaFields.field(
                    "count", "Int!", "How many of the objects that the filter finds and the caller sees have it."))
            .build();

    static GraphQLObjectType facets(String of, List<Facet> facets) {
        return GraphQLObjectType.newObject()
                .name(of + FACETS)
                .description(
                        "How many objects of the whole list, as it is filtered, have which values, the most frequent value first, at"
                                + " most " + Facet.MOST_VALUES
                                + " of each; only what is asked for is counted. Values that no object has are not"
                                + " told. A search by text that finds more than 10000 is counted as far as those.")
                .fields(facets.stream()
                        .map(facet -> SchemaFields.field(facet.name(), "[FacetCount!]!", facet.description())
                                .build())
                        .toList())
                .build();
    }

    static GraphQLObjectType connection(String of, String description, boolean isCounted) {
        GraphQLObjectType connection = connection(of, description);
        return isCounted
                ? connection.transform(type -> type.field(SchemaFields.field(
                        "facets", of + FACETS + "!", "Counts of the whole list by what can be chosen in its filter.")))
                : connection;
    }

    private static GraphQLObjectType connection(String of, String description) {
        return GraphQLObjectType.newObject()
                .name(of + CONNECTION)
                .description(description)
                .field(SchemaFields.field("edges", "[" + of + "Edge!]!", "The objects of the page with their cursors."))
                .field(SchemaFields.field("nodes", "[" + of + "!]!", "The objects of the page."))
                .field(SchemaFields.field("pageInfo", "PageInfo!", "Where the page stands in its list."))
                .field(SchemaFields.field(
                        "totalCount",
                        "Int!",
                        "How many objects the whole list has for this caller; counted only when asked for. A search by text"
                                + " that finds more than 10000 is told as 10000."))
                .field(SchemaFields.field(
                        "totalCountExact",
                        "Boolean!",
                        "Whether `totalCount` is the exact number; false where a search finds more than it says."))
                .build();
    }

    static GraphQLObjectType edge(String of, String description) {
        return GraphQLObjectType.newObject()
                .name(of + "Edge")
                .description(description)
                .field(SchemaFields.field("cursor", "String!", "Sealed position of this edge in its list and order."))
                .field(SchemaFields.field("node", of + "!", "The object."))
                .build();
    }
}
