package org.safetyledger.offsite;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.Enterprise;

/** One check of an enterprise without entering it. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class OffSiteCheck extends TradedObject implements Guarded<OffSiteCheckVerb.Facts> {
    private String authority;

    @Enumerated(EnumType.STRING)
    private OffSiteCheckKind kind;

    @Enumerated(EnumType.STRING)
    private OffSiteCheckStatus status;

    private String lookedAt;
    private LocalDate checkedOn;
    private String checkedBy;
    private String checkedBySubject;
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable OffSiteResult result;

    private @Nullable UUID inspectionId;
    private @Nullable UUID hazardId;
    private @Nullable String concludedBy;
    private @Nullable Instant concludedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawal;

    protected OffSiteCheck() {}

    /**
     * What was looked at.
     *
     * @param matter whose supervisors it is for in whatever trade; null for those of the trade
     */
    record Look(
            UUID id,
            UUID enterpriseId,
            @Nullable String matter,
            OffSiteCheckKind kind,
            String lookedAt,
            LocalDate day) {}

    OffSiteCheck(Look look, Enterprise enterprise, Caller officer, Instant now) {
        super(look.id(), enterprise.divisionCode(), enterprise.id(), enterprise.industryCode(), look.matter());
        this.authority = officer.authority();
        this.kind = look.kind();
        this.status = OffSiteCheckStatus.RECORDED;
        this.lookedAt = look.lookedAt();
        this.checkedOn = look.day();
        this.checkedBy = officer.name();
        this.checkedBySubject = officer.subject();
        this.recordedAt = now;
    }

    void conclude(OffSiteOutcome outcome, Caller officer, Instant now) {
        status = OffSiteCheckStatus.CONCLUDED;
        result = outcome.result();
        inspectionId = outcome.visit();
        hazardId = outcome.hazard();
        concludedBy = officer.name();
        concludedAt = now;
    }

    void withdraw(String reason, Instant now) {
        status = OffSiteCheckStatus.WITHDRAWN;
        withdrawal = reason;
        withdrawnAt = now;
    }

    @Override
    public OffSiteCheckVerb.Facts facts() {
        return new OffSiteCheckVerb.Facts(status, authority);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.OFF_SITE_CHECK;
    }

    @Override
    public String state() {
        return status.name();
    }
}
