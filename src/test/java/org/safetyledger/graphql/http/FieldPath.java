package org.safetyledger.graphql.http;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One field of the schema by the shortest way from a list at the root.
 *
 * @param type the type whose field it is
 */
record FieldPath(String type, String document) {
    private record Place(GraphQLObjectType type, String before, String after) {}

    /** Each field of each type that is reached from the lists at the root, once. */
    static List<FieldPath> allBelowLists(GraphQLSchema schema) {
        List<FieldPath> paths = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Place> places = new ArrayDeque<>();
        for (GraphQLFieldDefinition list : RootFields.lists(schema)) {
            enter(new Place(schema.getQueryType(), "{ ", " }"), list, seen, places);
        }
        while (!places.isEmpty()) {
            Place place = places.remove();
            for (GraphQLFieldDefinition field : place.type().getFieldDefinitions()) {
                boolean leaf = !(named(field) instanceof GraphQLObjectType);
                String selected = leaf ? field.getName() : field.getName() + " { __typename }";
                paths.add(new FieldPath(place.type().getName(), place.before() + selected + place.after()));
                enter(place, field, seen, places);
            }
        }
        return paths;
    }

    private static void enter(Place place, GraphQLFieldDefinition field, Set<String> seen, Deque<Place> places) {
        if (!(named(field) instanceof GraphQLObjectType target)) {
            return;
        }
        if (target.getField("nodes") == null) {
            add(new Place(target, place.before() + field.getName() + " { ", " }" + place.after()), seen, places);
        } else if (named(target.getField("nodes")) instanceof GraphQLObjectType node) {
            String page = place.before() + field.getName() + "(first: 1) { nodes { ";
            add(new Place(node, page, " } }" + place.after()), seen, places);
        }
    }

    private static void add(Place place, Set<String> seen, Deque<Place> places) {
        if (seen.add(place.type().getName())) {
            places.add(place);
        }
    }

    private static GraphQLNamedType named(GraphQLFieldDefinition field) {
        return (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
    }
}
