package org.safetyledger.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.safetyledger.graphql.Sha256;

/** What tells two commands apart: which one it is, and what its input says. */
final class CommandContent {
    private CommandContent() {}

    static String hash(ObjectMapper mapper, String command, Form form) {
        try {
            return Sha256.hex(mapper.writeValueAsBytes(List.of(command, form.content())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
