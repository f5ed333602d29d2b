package org.safetyledger.read;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.UserError;

/** What a command comes to. The schema has in its place a payload for each type of object, with what is selected of it. */
@Type(Payload.PLACEHOLDER)
@Description("What a command comes to.")
public final class Payload {
    static final String PLACEHOLDER = "Payload";

    private final Map<String, SelectedObject> selected;
    private final List<UserError> userErrors;

    private Payload(Map<String, SelectedObject> selected, List<UserError> userErrors) {
        this.selected = selected;
        this.userErrors = userErrors;
    }

    static Payload of(Map<String, SelectedObject> selected) {
        return new Payload(selected, List.of());
    }

    public static Payload refused(UserError error) {
        return new Payload(Map.of(), List.of(error));
    }

    /** What is selected of the changed object under a name of the answer; null when the command was refused. */
    @Nullable
    SelectedObject selected(String key) {
        return selected.get(key);
    }

    @NonNull
    @Description("Why the command was refused; empty when it was carried out.")
    public List<@NonNull UserError> getUserErrors() {
        return userErrors;
    }
}
