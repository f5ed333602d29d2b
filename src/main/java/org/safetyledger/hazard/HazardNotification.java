package org.safetyledger.hazard;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** That an enterprise told somebody of one of its hazards (Work Safety Law, article 41). */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class HazardNotification extends TradedObject implements Guarded<HazardNotificationVerb.Facts> {
    private UUID hazardId;

    @Enumerated(EnumType.STRING)
    private HazardNotificationAudience audience;

    @Enumerated(EnumType.STRING)
    private HazardNotificationMeans means;

    @Enumerated(EnumType.STRING)
    private HazardNotificationStatus status;

    private String recipients;
    private Instant notifiedAt;
    private @Nullable UUID evidenceId;
    private Instant recordedAt;
    private String recordedBy;
    private String recordedBySubject;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawal;

    protected HazardNotification() {}

    /**
     * Who was told how and when.
     *
     * @param recipients whom exactly, in words
     * @param at by the clock of the device
     * @param evidence a photo or video of the hazard that shows it; null for none
     */
    public record Told(
            HazardNotificationAudience audience,
            HazardNotificationMeans means,
            String recipients,
            Instant at,
            @Nullable UUID evidence) {}

    HazardNotification(UUID id, Hazard hazard, Told told, Caller caller, Instant now) {
        super(id, hazard);
        this.hazardId = hazard.id();
        this.audience = told.audience();
        this.means = told.means();
        this.status = HazardNotificationStatus.RECORDED;
        this.recipients = told.recipients();
        this.notifiedAt = told.at();
        this.evidenceId = told.evidence();
        this.recordedAt = now;
        this.recordedBy = caller.name();
        this.recordedBySubject = caller.subject();
    }

    void withdraw(String reason, Instant now) {
        status = HazardNotificationStatus.WITHDRAWN;
        withdrawal = reason;
        withdrawnAt = now;
    }

    @Override
    public HazardNotificationVerb.Facts facts() {
        return new HazardNotificationVerb.Facts(status);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.HAZARD_NOTIFICATION;
    }

    @Override
    public String state() {
        return status.name();
    }
}
