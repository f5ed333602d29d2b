package org.safetyledger.jurisdiction.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.read.ReadType;

/** How the clocks of a row are read, which run as long as it is open. */
@ApplicationScoped
public class DeadlineReading implements BoundSource {
    private final ObjectMapper mapper;
    private final Clock clock;

    DeadlineReading(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(FieldBound.list("Deadline", "skippedDays", 200));
    }

    /** Adds the total clock and that of the present state to a type whose table keeps both. */
    public ReadType addTo(ReadType type) {
        return addTotal(type)
                .value(
                        "stateDeadline",
                        clock("state_deadline"),
                        DeadlineView.class,
                        this::deadline,
                        "The clock of its present state; null where the state has none.");
    }

    /** Adds the one clock of a type that has no other, which runs while it is open. */
    public ReadType addTotal(ReadType type) {
        return type.time("dueAt!", "The end of its total clock.")
                .truth(
                        "overdue!",
                        "($.open and $.due_at < ledger_now())",
                        "Whether its total clock has run out while it is open; computed at the time of the request.")
                .value("deadline!", clock("deadline"), DeadlineView.class, this::deadline, "Its total clock.");
    }

    /** Adds the one clock of a type that has another in each state, and in some none. */
    public ReadType addPresent(ReadType type) {
        return addPresent(type, "true");
    }

    /** @param awaited whether what it is about is still awaited, where that is not told by there being a clock */
    public ReadType addPresent(ReadType type, String awaited) {
        String passed = awaited.equals("true") ? "$.due_at < ledger_now()" : awaited + " and $.due_at < ledger_now()";
        return type.time("dueAt", "The end of its present clock; null where its state has none.")
                .truth(
                        "overdue!",
                        "coalesce(" + passed + ", false)",
                        "Whether that has passed, at the time of the request.")
                .value(
                        "deadline",
                        clock("deadline", awaited),
                        DeadlineView.class,
                        this::deadline,
                        "Its present clock.");
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
                stored.get(1).asBoolean(),
                clock.instant());
    }
}
