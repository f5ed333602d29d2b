package org.safetyledger.supervision.lookback;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.supervision.draw.Announcement;

/** A look-back at hazards that were closed in a period, from its announcement to its draw. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class LookBack extends PlacedObject implements Guarded<LookBackVerb.Facts> {
    private String authority;

    @Enumerated(EnumType.STRING)
    private LookBackStatus status;

    private String title;
    private String area;
    private LocalDate closedFrom;
    private LocalDate closedTo;
    private @Nullable UUID campaignId;
    private int generalShare;
    private int majorShare;
    private int pool;
    private String poolHash;

    @Embedded
    private Announcement announcement;

    protected LookBack() {}

    /**
     * What is looked back at.
     *
     * @param campaignId the only campaign whose visits' hazards are meant; null for all hazards
     */
    record Scope(
            String area,
            LocalDate closedFrom,
            LocalDate closedTo,
            @Nullable UUID campaignId) {}

    LookBack(UUID id, String title, Scope scope, Announcement announcement, Caller officer) {
        super(id, officer.division());
        this.authority = officer.authority();
        this.status = LookBackStatus.ANNOUNCED;
        this.title = title;
        this.area = scope.area();
        this.closedFrom = scope.closedFrom();
        this.closedTo = scope.closedTo();
        this.campaignId = scope.campaignId();
        this.announcement = announcement;
    }

    /** @param major how many in a hundred major hazards are drawn */
    LookBack announce(ClosedHazards closed, int general, int major) {
        generalShare = general;
        majorShare = major;
        pool = closed.hazards().size();
        poolHash = closed.hash();
        return this;
    }

    void draw() {
        status = LookBackStatus.DRAWN;
    }

    void cancel() {
        status = LookBackStatus.CANCELLED;
    }

    int share(HazardGrade grade) {
        return grade == HazardGrade.MAJOR ? majorShare : generalShare;
    }

    String poolHash() {
        return poolHash;
    }

    Announcement announcement() {
        return announcement;
    }

    @Override
    public LookBackVerb.Facts facts() {
        return new LookBackVerb.Facts(
                status,
                divisionCode(),
                authority,
                announcement.announcedBySubject(),
                announcement.witnessedBySubject(),
                announcement.valueCorrected());
    }

    @Override
    public NodeType nodeType() {
        return NodeType.LOOK_BACK;
    }

    @Override
    public String state() {
        return status.name();
    }
}
