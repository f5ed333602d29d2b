package org.safetyledger.post;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.DynamicUpdate;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** A check that a post's holder does again and again, and the earliest period of which nothing is recorded. */
@Entity
@DynamicUpdate // A worker may change the columns of the worker's verbs alone.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class PostCheck extends TradedObject implements Guarded<PostCheckVerb.Facts> {
    /** States of a check. */
    @Enum("PostCheckStatus")
    @Description("State of a check of a post. That one is due, missed or done is computed, not a state.")
    public enum Status {
        @Description("It is to be done in each of its periods.")
        ACTIVE,
        @Description("It is not done any more.")
        STOPPED
    }

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "enterprise_post_id")
    private EnterprisePost post;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String what;

    @Enumerated(EnumType.STRING)
    private CheckRhythm.Every every;

    private int shifts;
    private int firstShiftHour;
    private boolean workingDaysOnly;
    private Instant scheduledAt;
    private Instant beginsAt;
    private Instant dueFrom;
    private Instant dueUntil;
    private int missedCount;
    private int lateCount;

    protected PostCheck() {}

    PostCheck(UUID id, EnterprisePost post, String what, CheckRhythm rhythm, CheckRhythm.Period first, Instant now) {
        super(id, post);
        this.post = post;
        this.status = Status.ACTIVE;
        this.what = what;
        this.every = rhythm.every();
        this.shifts = rhythm.shifts();
        this.firstShiftHour = rhythm.firstShiftHour();
        this.workingDaysOnly = rhythm.workingDaysOnly();
        this.scheduledAt = now;
        this.beginsAt = first.from();
        await(first);
    }

    /**
     * What was recorded is of the awaited period or of a later one.
     *
     * @param missed how many periods passed without a record in time
     */
    void done(int missed, CheckRhythm.Period next) {
        missedCount += missed;
        await(next);
    }

    private void await(CheckRhythm.Period period) {
        dueFrom = period.from();
        dueUntil = period.until();
    }

    /** A period that passed was recorded afterwards: it stays a missed one. */
    void doneLate() {
        lateCount++;
    }

    void stop() {
        status = Status.STOPPED;
    }

    CheckRhythm rhythm() {
        return new CheckRhythm(every, shifts, firstShiftHour, workingDaysOnly);
    }

    Instant beginsAt() {
        return beginsAt;
    }

    Instant dueFrom() {
        return dueFrom;
    }

    @Override
    public PostCheckVerb.Facts facts() {
        return new PostCheckVerb.Facts(status, post.holderSubject());
    }

    @Override
    public NodeType nodeType() {
        return NodeType.POST_CHECK;
    }

    @Override
    public String state() {
        return status.name();
    }
}
