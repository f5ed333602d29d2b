package org.safetyledger.jurisdiction.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
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
        return type.time("dueAt!", "The end of its total clock.")
                .truth(
                        "overdue!",
                        "($.open and $.due_at < now())",
                        "Whether its total clock has run out while it is open; computed at the time of the request.")
                .value("deadline!", clock("deadline"), DeadlineView.class, this::deadline, "Its total clock.")
                .value(
                        "stateDeadline",
                        clock("state_deadline"),
                        DeadlineView.class,
                        this::deadline,
                        "The clock of its present state; null where the state has none.");
    }

    /** Adds the one clock of a type that has another in each state, and in some none. */
    public ReadType addPresent(ReadType type) {
        return type.time("dueAt", "The end of its present clock; null where its state has none.")
                .truth(
                        "overdue!",
                        "coalesce($.due_at < now(), false)",
                        "Whether that has passed, at the time of the request.")
                .value("deadline", clock("deadline", "true"), DeadlineView.class, this::deadline, "Its present clock.");
    }

    private static String clock(String column) {
        return clock(column, "$.open");
    }

    private static String clock(String column, String running) {
        return "case when $." + column + " is not null then jsonb_build_array($." + column + ", " + running + ") end";
    }

    private DeadlineView deadline(JsonNode stored, Caller caller) {
        return DeadlineView.of(
                mapper.convertValue(stored.get(0), Deadline.class),
                stored.get(1).asBoolean());
    }
}
