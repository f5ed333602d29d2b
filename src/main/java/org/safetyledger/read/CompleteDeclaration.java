package org.safetyledger.read;

import java.util.stream.Stream;

/** What a declaration cannot do without; where it is missing, the service does not start, and says what to add. */
final class CompleteDeclaration {
    private CompleteDeclaration() {}

    static void require(ReadType type) {
        described("Type " + type.name(), type.description());
        type.fields()
                .values()
                .forEach(field -> described(
                        type.name() + "." + field.said().name(), field.said().description()));
        if (type.node() != null && type.list() == null) {
            throw new IllegalStateException(
                    "Type " + type.name() + " has a node id, but no list whose permission says who reads"
                            + " it: add .list(ReadList.of(field, permission, description))");
        }
        if (type.list() != null) {
            require(type.list());
        }
    }

    private static void require(ReadList list) {
        String name = "List " + list.field();
        described(name, list.description());
        if (list.orders().isEmpty()) {
            throw new IllegalStateException(
                    name + " has no order, the first of which is the default: add .ascending(…) or .descending(…)");
        }
        list.orders().forEach(order -> described(name + " in the order " + order.name(), order.description()));
        Stream.concat(list.arguments().stream(), list.filters().stream())
                .forEach(filter -> described(name + " with " + filter.name(), filter.description()));
    }

    private static void described(String what, String description) {
        if (description.isBlank()) {
            throw new IllegalStateException(
                    what + " has no description: say what it means and, where it is not everybody, who sees it");
        }
    }
}
