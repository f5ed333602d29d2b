package org.safetyledger.bench.builders;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The answer that is being written, by the same code for all. */
final class Answer implements AutoCloseable {
    static final JsonFactory JSON = new JsonFactory();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    private final JsonGenerator json;

    Answer() throws IOException {
        json = JSON.createGenerator(bytes);
        json.writeStartArray();
    }

    static String text(OffsetDateTime time) {
        return time.atZoneSameInstant(ZONE).toOffsetDateTime().toString();
    }

    void hazard(String title, String status, String grade, String dueAt) throws IOException {
        json.writeStartObject();
        json.writeStringField("title", title);
        json.writeStringField("status", status);
        json.writeStringField("grade", grade);
        json.writeStringField("dueAt", dueAt);
    }

    /** An object beside the hazard as pairs of name and value, or null. */
    void object(String name, boolean present, String... pairs) throws IOException {
        json.writeFieldName(name);
        if (present) {
            element(pairs);
        } else {
            json.writeNull();
        }
    }

    void startTasks() throws IOException {
        json.writeArrayFieldStart("tasks");
    }

    void task(String status, String dueAt, String requirement) throws IOException {
        element("status", status, "dueAt", dueAt, "requirement", requirement);
    }

    void endHazard() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    byte[] written() throws IOException {
        json.writeEndArray();
        json.close();
        return bytes.toByteArray();
    }

    private void element(String... pairs) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < pairs.length; i += 2) {
            json.writeStringField(pairs[i], pairs[i + 1]);
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
