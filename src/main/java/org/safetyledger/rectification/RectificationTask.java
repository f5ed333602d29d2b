package org.safetyledger.rectification;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.party.AssignedPerson;

/**
 * The task to rectify one hazard, given to its enterprise. Guards are in {@link TaskVerb}; these methods only move it.
 */
@Entity
// What JSON says is not written anew in the words of a later program: the database compares what callers change.
@DynamicUpdate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class RectificationTask extends TradedObject {
    private UUID hazardId;

    @Enumerated(EnumType.STRING)
    private RectificationStatus status;

    private String requirement;
    private String assignedBy;
    private Instant assignedAt;
    private @Nullable String acceptedBy;
    private @Nullable Instant acceptedAt;
    private @Nullable String startedBy;
    private @Nullable String submittedBy;

    @Embedded
    private @Nullable AssignedPerson person;

    private @Nullable Instant submittedAt;
    private @Nullable String measuresTaken;
    private @Nullable String reviewedBy;
    private @Nullable Instant reviewedAt;
    private @Nullable String reviewComment;
    private @Nullable String cancelReason;
    private Instant dueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Deadline deadline;

    private @Nullable Instant stateDueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline stateDeadline;

    protected RectificationTask() {}

    RectificationTask(
            UUID id, Hazard hazard, String requirement, Deadline total, Deadline clock, Caller officer, Instant now) {
        super(id, hazard);
        this.hazardId = hazard.id();
        this.requirement = requirement;
        this.assignedBy = officer.subject();
        this.assignedAt = now;
        runUntil(total);
        enter(RectificationStatus.PENDING_ACCEPT, clock);
    }

    /** Sets the total clock: at the assignment, by an extension, with a failed review, or with its hazard's. */
    void runUntil(Deadline total) {
        deadline = total;
        dueAt = total.dueAt();
    }

    private void enter(RectificationStatus next, @Nullable Deadline clock) {
        status = next;
        stateDeadline = clock;
        stateDueAt = clock == null ? null : clock.dueAt();
    }

    /** @return what was to be done before */
    String correct(String otherRequirement) {
        String before = requirement;
        requirement = otherRequirement;
        return before;
    }

    void assignTo(AssignedPerson assigned) {
        person = assigned;
    }

    @Nullable
    AssignedPerson person() {
        return person;
    }

    void accept(Caller manager, Deadline clock, Instant now) {
        acceptedBy = manager.subject();
        acceptedAt = now;
        enter(RectificationStatus.ACCEPTED, clock);
    }

    void start(Caller rectifier) {
        startedBy = rectifier.subject();
        enter(RectificationStatus.IN_PROGRESS, null);
    }

    void submit(Caller rectifier, String measures, Deadline clock, Instant now) {
        submittedBy = rectifier.subject();
        submittedAt = now;
        measuresTaken = measures;
        enter(RectificationStatus.SUBMITTED, clock);
    }

    void requestExtension(Deadline clock) {
        enter(RectificationStatus.EXTENSION_REQUESTED, clock);
    }

    /** Goes on as it was before the extension was asked for, on the clock of that state. */
    void resume(DeadlineExtension extension, @Nullable Deadline moved) {
        if (moved != null) {
            runUntil(moved);
        }
        enter(extension.resumeStatus(), extension.resumeDeadline());
    }

    void pass(Caller reviewer, @Nullable String comment, Instant now) {
        reviewedBy = reviewer.subject();
        reviewedAt = now;
        reviewComment = comment;
        enter(RectificationStatus.PASSED, null);
    }

    void giveBack(Caller reviewer, String reason, Deadline total, Deadline clock, Instant now) {
        reviewedBy = reviewer.subject();
        reviewedAt = now;
        reviewComment = reason;
        runUntil(total);
        enter(RectificationStatus.RETURNED, clock);
    }

    void cancel(String reason) {
        cancelReason = reason;
        enter(RectificationStatus.CANCELLED, null);
    }

    /** Whether this person accepted, started or submitted it. */
    boolean rectifiedBy(String subject) {
        return subject.equals(acceptedBy) || subject.equals(startedBy) || subject.equals(submittedBy);
    }

    /** When half of the period that was granted is over. */
    Instant halfTime() {
        return assignedAt.plus(Duration.between(assignedAt, dueAt).dividedBy(2));
    }

    public boolean isOpen() {
        return status != RectificationStatus.PASSED && status != RectificationStatus.CANCELLED;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.TASK;
    }

    @Override
    public String state() {
        return status.name();
    }

    public UUID hazardId() {
        return hazardId;
    }

    public RectificationStatus status() {
        return status;
    }

    public @Nullable Instant reviewedAt() {
        return reviewedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Deadline deadline() {
        return deadline;
    }

    public @Nullable Deadline stateDeadline() {
        return stateDeadline;
    }
}
