package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A persona in one story of the demonstration. What it does is named by the story and its step, so that a demonstration
 * that was cut is told once more without doing anything twice.
 */
record Actor(Desk desk, String persona, String story) {
    /** The ledger did not do what the story wants. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String mutation, JsonNode answer) {
            super(mutation + ": " + answer);
        }
    }

    /** Sends the command and gives the id of the object that it returns. */
    String does(String mutation, String inputType, String object, Map<String, ?> input) {
        Map<String, Object> named = new LinkedHashMap<>(input);
        named.put("requestId", "demonstration " + story + " " + mutation + " " + persona);
        JsonNode answer = desk.ask(
                persona,
                "mutation($input: %s!) { %s(input: $input) { %s { id } userErrors { code } } }"
                        .formatted(inputType, mutation, object),
                Map.of("input", named));
        JsonNode id = answer.path("data").path(mutation).path(object).path("id");
        if (!id.isTextual()) {
            throw new Refused(mutation, answer);
        }
        return id.asText();
    }

    String onHazard(String mutation, String inputType, Map<String, ?> input) {
        return does(mutation, inputType, "hazard", input);
    }

    String onTask(String mutation, String inputType, Map<String, ?> input) {
        return does(mutation, inputType, "rectificationTask", input);
    }

    String onInspection(String mutation, String inputType, Map<String, ?> input) {
        return does(mutation, inputType, "inspection", input);
    }
}
