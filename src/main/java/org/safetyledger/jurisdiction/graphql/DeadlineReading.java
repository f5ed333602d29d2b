package org.safetyledger.jurisdiction.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.read.ReadType;

/** How the clocks of a row are read, which run as long as it is open. */
@ApplicationScoped
public class DeadlineReading {
    private final ObjectMapper mapper;

    DeadlineReading(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Adds the total clock and that of the present state to a type whose table keeps both. */
    public ReadType addTo(ReadType type) {
        return type.derived("deadline", clock("deadline"), this::deadline)
                .derived("stateDeadline", clock("state_deadline"), this::deadline);
    }

    private static String clock(String column) {
        return "case when $." + column + " is not null then jsonb_build_array($." + column + ", $.open) end";
    }

    private @Nullable Object deadline(JsonNode stored, Caller caller) {
        return new DeadlineView(
                mapper.convertValue(stored.get(0), Deadline.class),
                stored.get(1).asBoolean());
    }
}
