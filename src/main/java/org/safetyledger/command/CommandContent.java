package org.safetyledger.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HexFormat;
import java.util.List;
import org.safetyledger.audit.HistoryEntry;

/** What tells two commands apart: which one it is, and what its input says. */
final class CommandContent {
    private CommandContent() {}

    static String hash(ObjectMapper mapper, String command, Form form) {
        try {
            byte[] content = mapper.writeValueAsBytes(List.of(command, form.content()));
            return HexFormat.of().formatHex(HistoryEntry.sha256().digest(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
