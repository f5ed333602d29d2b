package org.safetyledger.testing;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an answer has at a path of mere names, such as {@code errors.extensions.code}: through a list, of each of its
 * members. The paths of {@link JsonPath} are scripts, and to compile one for each answer anew takes a quarter of the
 * time of tests with many requests.
 */
public final class PlainPath {
    private PlainPath() {}

    public static @Nullable Object value(JsonPath answer, String path) {
        Object value = answer.get();
        for (String name : path.split("\\.", -1)) {
            value = member(value, name);
        }
        return value;
    }

    /** Of each of the objects in a list; null where there is no list. */
    public static @Nullable List<String> texts(JsonPath answer, String path) {
        return value(answer, path) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : null;
    }

    private static @Nullable Object member(@Nullable Object of, String name) {
        return switch (of) {
            case null -> null;
            case Map<?, ?> object -> object.get(name);
            case List<?> list ->
                list.stream()
                        .filter(Objects::nonNull)
                        .map(one -> member(one, name))
                        .toList();
            default -> throw new IllegalArgumentException(of + " has no " + name);
        };
    }
}
