package org.safetyledger.lifecycle;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.TestCaller;

/** What {@code availableActions} tells, on the compiled path. */
final class ForeseenActions {
    private ForeseenActions() {}

    /** The code with which the object's field foretells a refusal; null when it foretells that it is allowed. */
    static @Nullable String code(TestCaller caller, String field, String id, String mutation) {
        String path = "data." + field + ".availableActions.find { it.action == '" + mutation + "' }";
        var answer = LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { " + field + "(id: $id) { availableActions { action allowed code } } }",
                        Map.of("id", id));
        if (answer.<Object>get(path) == null) {
            throw new AssertionError(mutation + " is not told: " + answer.prettify());
        }
        return answer.getString(path + ".code");
    }
}
