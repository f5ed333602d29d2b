package org.safetyledger.graphql;

import java.util.OptionalInt;

/**
 * By what documents are weighed for one field, where no declaration of a table tells it.
 *
 * @param type of the object that has the field; {@code Query} for a field at the root
 * @param milliseconds how long the database works for it, roughly, in a city of a hundred thousand enterprises and a million
 *     hazards; 0 where it is a part of what was already worked out
 * @param most how many objects its list holds at most; empty where it is no list of objects
 */
public record FieldBound(String type, String field, int milliseconds, OptionalInt most) {
    private static final String QUERY = "Query";

    /** A field at the root with a resolver. */
    public static FieldBound root(String field, int milliseconds) {
        return of(QUERY, field, milliseconds);
    }

    /** A field of another object with a resolver. */
    public static FieldBound of(String type, String field, int milliseconds) {
        return new FieldBound(type, field, milliseconds, OptionalInt.empty());
    }

    /** A list that is part of a record. */
    public static FieldBound list(String type, String field, int most) {
        return of(type, field, 0).holding(most);
    }

    /** The same, whose answer is a list. */
    public FieldBound holding(int most) {
        return new FieldBound(type, field, milliseconds, OptionalInt.of(most));
    }

    public boolean isRoot() {
        return type.equals(QUERY);
    }

    /** Where it stands in the schema. */
    public String name() {
        return type + "." + field;
    }
}
