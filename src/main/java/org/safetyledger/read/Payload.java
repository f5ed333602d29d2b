package org.safetyledger.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.UserError;

/**
 * What a command comes to.
 *
 * @param selected what is selected of the changed object, by the names of the answer; nothing when it was refused
 * @param userErrors why it was refused; empty when it was carried out
 */
public record Payload(Map<String, SelectedObject> selected, List<UserError> userErrors) {
    static Payload of(Map<String, SelectedObject> selected) {
        return new Payload(selected, List.of());
    }

    public static Payload refused(List<UserError> errors) {
        return new Payload(Map.of(), errors);
    }

    @Nullable
    SelectedObject selected(String key) {
        return selected.get(key);
    }
}
