package org.safetyledger.read;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;

/** Where the objects of a type are found, beside the list at the root. */
sealed interface Place {
    /** One object at the root, found by a value that it alone has. */
    record Root(
            String field,
            Permission permission,
            String description,
            String argument,
            String argumentDescription,
            @Nullable NodeType node)
            implements Place {}

    /** A list of these objects below the objects of another type, whose id the column holds. */
    record Below(String parent, ReadField.Children list) implements Place {}

    /**
     * What the commands answer that change such an object.
     *
     * @param field the object's name in the payload
     */
    record Changed(String payload, String field, String description) implements Place {}
}
