package org.safetyledger.graphql;

import java.util.Arrays;
import java.util.Optional;

/** The types of objects that have a node id, with the id's prefix. */
public enum NodeType {
    JURISDICTION,
    DEPARTMENT,
    ENTERPRISE,
    POST,
    PERSON,
    RESPONSIBILITY,
    CHECKLIST,
    ITEM,
    CAMPAIGN,
    INSPECTION,
    FINDING,
    HAZARD,
    TASK,
    EXTENSION,
    EVIDENCE,
    BULLETIN,
    DELIVERY,
    HISTORY;

    private final String prefix = name().toLowerCase(java.util.Locale.ROOT);

    public String prefix() {
        return prefix;
    }

    static Optional<NodeType> ofPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(type -> type.prefix.equals(prefix))
                .findFirst();
    }
}
