package org.safetyledger.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.PageRequest;

/** A list's arguments in one request. */
public final class ReadArguments {
    private final Map<String, Object> values;
    private final ObjectMapper mapper;

    ReadArguments(Map<String, Object> values, ObjectMapper mapper) {
        this.values = values;
        this.mapper = mapper;
    }

    /** The argument as an input object or enum value of the schema; null when it is absent or null. */
    public <T> @Nullable T get(String name, Class<T> type) {
        Object value = values.get(name);
        return value == null ? null : mapper.convertValue(value, type);
    }

    public <T> T get(String name, Class<T> type, T otherwise) {
        T value = get(name, type);
        return value == null ? otherwise : value;
    }

    PageRequest page() {
        return PageRequest.of(get("first", Integer.class), get("after", String.class));
    }
}
