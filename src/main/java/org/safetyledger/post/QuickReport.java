package org.safetyledger.post;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.jurisdiction.Deadline;

/** What somebody of an enterprise reported to it, until it is answered and perhaps rewarded. The hazard goes its own way. */
@Entity
@DynamicUpdate // A worker may change the columns of the worker's verbs alone.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class QuickReport extends TradedObject implements Guarded<QuickReportVerb.Facts> {
    /** States of a report. */
    @Enum("QuickReportStatus")
    @Description("State of a quick report. Overdue and stepped up are told beside it.")
    public enum Status {
        @Description("Reported; an answer is due.")
        REPORTED,
        @Description("Received by the enterprise's manager; an answer is still due.")
        RECEIVED,
        @Description("Answered: it is as reported.")
        VERIFIED,
        @Description("Answered: it is no hazard, with the reason. The authority decides on the hazard itself.")
        DISMISSED,
        @Description("Verified and rewarded by the enterprise.")
        REWARDED
    }

    /** A reward that the enterprise granted, in yuan. */
    record Reward(BigDecimal amount, LocalDate day) {}

    @Enumerated(EnumType.STRING)
    private Status status;

    private UUID hazardId;
    private String words;
    private @Nullable String place;
    private boolean anonymous;
    private @Nullable String reporter;
    private String reporterSubject;
    private Instant discoveredAt;
    private Instant reportedAt;
    private @Nullable Instant dueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline deadline;

    private @Nullable String receivedBy;
    private @Nullable Instant receivedAt;
    private @Nullable String answer;
    private @Nullable String answeredBy;
    private @Nullable Instant answeredAt;
    private @Nullable Instant escalatedAt;
    private @Nullable BigDecimal rewardAmount;
    private @Nullable LocalDate rewardedOn;
    private @Nullable String rewardedBy;

    @Formula("coalesce(due_at < ledger_now(), false)")
    private boolean overdue;

    protected QuickReport() {}

    QuickReport(Sighting sighting, Hazard hazard, Caller reporter, Deadline answer, Instant now) {
        super(sighting.id(), hazard);
        this.status = Status.REPORTED;
        this.hazardId = hazard.id();
        this.words = sighting.words();
        this.place = sighting.place();
        this.anonymous = sighting.anonymous();
        this.reporter = sighting.anonymous() ? null : reporter.name();
        this.reporterSubject = reporter.subject();
        this.discoveredAt = hazard.discoveredAt();
        this.reportedAt = now;
        this.deadline = answer;
        this.dueAt = answer.dueAt();
    }

    void receive(Caller manager, Instant now) {
        status = Status.RECEIVED;
        receivedBy = manager.name();
        receivedAt = now;
    }

    void answer(boolean verified, String words, Caller manager, Instant now) {
        status = verified ? Status.VERIFIED : Status.DISMISSED;
        answer = words;
        answeredBy = manager.name();
        answeredAt = now;
        deadline = null;
        dueAt = null;
    }

    void escalate(Instant now) {
        escalatedAt = now;
    }

    void reward(Reward reward, Caller manager) {
        status = Status.REWARDED;
        rewardAmount = reward.amount();
        rewardedOn = reward.day();
        rewardedBy = manager.name();
    }

    UUID hazardId() {
        return hazardId;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    @Override
    public boolean hides(String subject, String action) {
        return anonymous && reporterSubject.equals(subject);
    }

    @Override
    public QuickReportVerb.Facts facts() {
        return new QuickReportVerb.Facts(status, reporterSubject, overdue, escalatedAt != null);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.QUICK_REPORT;
    }

    @Override
    public String state() {
        return status.name();
    }
}
