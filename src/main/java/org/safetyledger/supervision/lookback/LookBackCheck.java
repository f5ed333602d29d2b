package org.safetyledger.supervision.lookback;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.inspection.HazardGrade;

/** The check of one hazard of a look-back's sample. Its result stays: the database holds that, too. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class LookBackCheck extends TradedObject {
    /** What a check found. */
    @Enum("LookBackCheckStatus")
    @Description("What the check of a look-back found.")
    public enum Status {
        @Description("It has not been made.")
        PENDING,
        @Description("The hazard is still put right.")
        HELD,
        @Description("The hazard was there again, or had never been put right: it is reopened.")
        FAILED
    }

    private UUID lookBackId;
    private UUID hazardId;
    private int number;

    @Enumerated(EnumType.STRING)
    private HazardGrade grade;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String previousCloser;
    private Instant drawnAt;
    private @Nullable String checkedBy;
    private @Nullable Instant checkedAt;
    private @Nullable UUID proofId;
    private @Nullable String note;

    protected LookBackCheck() {}

    LookBackCheck(LookBack lookBack, int number, Hazard hazard, String closer, Instant now) {
        super(NodeId.newUuid(), hazard);
        this.lookBackId = lookBack.id();
        this.hazardId = hazard.id();
        this.number = number;
        this.grade = hazard.grade();
        this.status = Status.PENDING;
        this.previousCloser = closer;
        this.drawnAt = now;
    }

    void record(boolean held, @Nullable UUID proof, @Nullable String said, Caller officer, Instant now) {
        status = held ? Status.HELD : Status.FAILED;
        proofId = proof;
        note = said;
        checkedBy = officer.name();
        checkedAt = now;
    }

    UUID hazardId() {
        return hazardId;
    }

    Status status() {
        return status;
    }

    Instant drawnAt() {
        return drawnAt;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.LOOK_BACK_CHECK;
    }

    @Override
    public String state() {
        return status.name();
    }
}
