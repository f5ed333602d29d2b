package org.safetyledger.statistics;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.graphql.NodeType;

/** An edition of a year's statistics of visits. Nothing of it changes: a correction is an edition of its own. */
@Entity
@Immutable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class VisitEdition extends PlacedObject {
    private int year;
    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    private PublishedVisits figures;

    private String publication;
    private @Nullable String reason;
    private String publishedBy;
    private Instant publishedAt;

    protected VisitEdition() {}

    /**
     * What is published.
     *
     * @param division whose authority publishes it
     * @param publication where everybody reads it
     * @param reason why it corrects the edition before; null for the first
     */
    record Draft(
            UUID id,
            String division,
            int year,
            String publication,
            @Nullable String reason) {}

    /** @param before the edition that it corrects; null for the first */
    VisitEdition(Draft draft, @Nullable VisitEdition before, PublishedVisits figures, Caller leader, Instant now) {
        super(draft.id(), draft.division());
        this.year = draft.year();
        this.number = before == null ? 1 : before.number + 1;
        this.figures = figures;
        this.publication = draft.publication();
        this.reason = draft.reason();
        this.publishedBy = leader.name();
        this.publishedAt = now;
    }

    boolean tells(PublishedVisits counted) {
        return figures.equalsBut(counted);
    }

    int number() {
        return number;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.VISIT_EDITION;
    }

    @Override
    public String state() {
        return "PUBLISHED";
    }
}
