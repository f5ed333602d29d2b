package org.safetyledger.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A field's arguments in one request, as the schema's types take them; one that is null is absent. */
record ReadArguments(Map<String, Object> values) {
    PageRequest page() {
        return PageRequest.of((Integer) values.get("first"), (String) values.get("after"));
    }

    String text(String name) {
        return (String) Objects.requireNonNull(values.get(name), name);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String name) {
        return (List<String>) Objects.requireNonNull(values.get(name), name);
    }
}
