package org.safetyledger.read;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** Where the objects of a type are found, beside the list at the root. */
sealed interface Place {
    /** One object at the root, found by a value that it alone has: that of exactly one of its keys. */
    record Root(String field, Permission permission, String description, List<Key> keys) implements Place {
        Root alsoBy(Key key) {
            return new Root(
                    field,
                    permission,
                    description,
                    Stream.concat(keys.stream(), Stream.of(key)).toList());
        }

        /** The key for which there is a value. */
        Key given(ReadArguments arguments) {
            List<Key> given = keys.stream()
                    .filter(key -> key.all().anyMatch(one -> isGiven(one, arguments)))
                    .toList();
            if (given.size() != 1) {
                throw Refusal.at(
                        keys.getFirst().argument(),
                        ErrorCode.BAD_INPUT,
                        given.isEmpty() ? "null" : names(given),
                        "exactly one of the arguments " + names(keys));
            }
            given.getFirst()
                    .all()
                    .filter(one -> !isGiven(one, arguments))
                    .findFirst()
                    .ifPresent(absent -> {
                        throw Refusal.at(absent.argument(), ErrorCode.BAD_INPUT, "null", names(given) + " together");
                    });
            return given.getFirst();
        }

        private static boolean isGiven(Key key, ReadArguments arguments) {
            return arguments.values().get(key.argument()) != null;
        }

        private static String names(List<Key> keys) {
            return keys.stream()
                    .map(key -> key.all().map(Key::argument).collect(Collectors.joining(" and ")))
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * An argument by which an object is found.
     *
     * @param type the argument's scalar
     * @param column column of the type's table
     * @param checked the column's value for a text at a place, or a refusal of what no object has
     * @param and the argument that has to be given with it; null where it alone names an object
     */
    record Key(
            String argument,
            String type,
            String description,
            String column,
            BiFunction<String, String, Object> checked,
            @Nullable Key and) {
        Stream<Key> all() {
            return and == null ? Stream.of(this) : Stream.concat(Stream.of(this), and.all());
        }
    }

    /** A list of these objects below the objects of another type, whose id the column holds. */
    record Below(String parent, ReadField.Children list) implements Place {}

    /**
     * What the commands answer that change such an object.
     *
     * @param field the object's name in the payload
     */
    record Changed(String payload, String field, String description) implements Place {}
}
