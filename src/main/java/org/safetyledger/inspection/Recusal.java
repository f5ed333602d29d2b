package org.safetyledger.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.NodeId;

/** That an enterprise asked, once, for an officer of a visit to withdraw, and how the head decided. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Recusal {
    @Id
    private UUID id;

    private UUID inspectionId;
    private UUID personId;
    private String officer;

    @Enumerated(EnumType.STRING)
    private RecusalStatus status;

    private String reason;
    private String askedBy;
    private String askedBySubject;
    private Instant askedAt;
    private @Nullable String decisionReason;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    protected Recusal() {}

    Recusal(InspectionOfficer officer, String reason, Caller manager, Instant now) {
        this.id = NodeId.newUuid();
        this.inspectionId = officer.inspectionId();
        this.personId = officer.personId();
        this.officer = officer.name();
        this.status = RecusalStatus.ASKED;
        this.reason = reason;
        this.askedBy = manager.name();
        this.askedBySubject = manager.subject();
        this.askedAt = now;
    }

    void decide(boolean accepted, String because, Caller head, Instant now) {
        status = accepted ? RecusalStatus.ACCEPTED : RecusalStatus.REJECTED;
        decisionReason = because;
        decidedBy = head.name();
        decidedAt = now;
    }

    public RecusalStatus status() {
        return status;
    }

    /** Name of the officer. */
    public String officer() {
        return officer;
    }

    public String reason() {
        return reason;
    }

    public @Nullable String decisionReason() {
        return decisionReason;
    }
}
