package org.safetyledger.paper;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeId;

/** A thing that a paper registers as evidence, and what was decided of it: once, as the database holds, too. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class PreservedThing {
    @Id
    private UUID id;

    private UUID paperId;
    private int number;
    private String name;
    private String quantity;
    private String place;
    private String keeper;

    @Enumerated(EnumType.STRING)
    private @Nullable ThingDecision decision;

    private @Nullable String decisionReason;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    protected PreservedThing() {}

    PreservedThing(UUID paper, int number, PaperDraft.Thing said) {
        this.id = NodeId.newUuid();
        this.paperId = paper;
        this.number = number;
        this.name = said.name();
        this.quantity = said.quantity();
        this.place = said.place();
        this.keeper = said.keeper();
    }

    void decide(ThingDecision made, @Nullable String reason, Caller decider, Instant now) {
        decision = made;
        decisionReason = reason;
        decidedBy = decider.name();
        decidedAt = now;
    }

    boolean isDecided() {
        return decision != null;
    }

    int number() {
        return number;
    }
}
