package org.safetyledger.post;

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
import org.safetyledger.graphql.NodeType;

/** That a check of a post was done in a period, and what was found. Never changed. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class PostCheckRecord extends TradedObject {
    /** Results of a check. */
    @Enum("PostCheckResult")
    @Description("What a check of a post found.")
    public enum Result {
        @Description("Everything was as it should be.")
        ALL_RIGHT,
        @Description("Something was not; the words say what.")
        NOT_ALL_RIGHT
    }

    /**
     * What a post's holder records.
     *
     * @param checkedAt by the clock of the device; null for now
     * @param report what of it becomes a quick report; null for none
     */
    record Finding(
            UUID id,
            Result result,
            @Nullable String words,
            @Nullable Instant checkedAt,
            @Nullable Sighting report) {}

    private UUID postCheckId;

    @Enumerated(EnumType.STRING)
    private Result result;

    private @Nullable String words;
    private Instant periodFrom;
    private Instant periodUntil;
    private Instant checkedAt;
    private Instant receivedAt;
    private int missedBefore;
    private String recordedBy;
    private String recordedBySubject;
    private @Nullable UUID quickReportId;

    protected PostCheckRecord() {}

    /** @param missed how many periods had passed unrecorded before this one */
    PostCheckRecord(
            Finding finding, PostCheck check, CheckRhythm.Period period, int missed, Caller holder, Instant now) {
        super(finding.id(), check);
        this.postCheckId = check.id();
        this.result = finding.result();
        this.words = finding.words();
        this.periodFrom = period.from();
        this.periodUntil = period.until();
        this.checkedAt = finding.checkedAt() == null ? now : finding.checkedAt();
        this.receivedAt = now;
        this.missedBefore = missed;
        this.recordedBy = holder.name();
        this.recordedBySubject = holder.subject();
        this.quickReportId = finding.report() == null ? null : finding.id();
    }

    @Override
    public NodeType nodeType() {
        return NodeType.POST_CHECK_RECORD;
    }

    @Override
    public String state() {
        return result.name();
    }
}
