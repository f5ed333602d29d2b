package org.safetyledger.supervision.draw;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** A draw of visits, from its announcement to its publication. The database holds what was announced and drawn, too. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Draw extends PlacedObject implements Guarded<DrawVerb.Facts> {
    private String authority;

    @Enumerated(EnumType.STRING)
    private DrawStatus status;

    private String title;
    private String area;
    private @Nullable String industry;
    private @Nullable String sector;
    private int number;
    private int officersPerVisit;
    private String poolHash;

    @Embedded
    private Announcement announcement;

    private int linkedVisits;
    private @Nullable Instant publishedAt;

    protected Draw() {}

    /**
     * What is drawn from.
     *
     * @param industry section or division of GB/T 4754; null for every trade
     * @param sector code of a key sector; null for any
     */
    record Scope(
            String area,
            @Nullable String industry,
            @Nullable String sector) {}

    Draw(
            UUID id,
            String title,
            Scope scope,
            int number,
            int officersPerVisit,
            Announcement announcement,
            Caller officer) {
        super(id, officer.division());
        this.authority = officer.authority();
        this.status = DrawStatus.ANNOUNCED;
        this.title = title;
        this.area = scope.area();
        this.industry = scope.industry();
        this.sector = scope.sector();
        this.number = number;
        this.officersPerVisit = officersPerVisit;
        this.announcement = announcement;
    }

    Draw announce(DrawPool pool) {
        poolHash = pool.hash();
        return this;
    }

    void draw() {
        status = DrawStatus.DRAWN;
    }

    void link() {
        linkedVisits++;
    }

    void publish(Instant now) {
        status = DrawStatus.PUBLISHED;
        publishedAt = now;
    }

    void cancel() {
        status = DrawStatus.CANCELLED;
    }

    int number() {
        return number;
    }

    int officersPerVisit() {
        return officersPerVisit;
    }

    String poolHash() {
        return poolHash;
    }

    Announcement announcement() {
        return announcement;
    }

    @Override
    public DrawVerb.Facts facts() {
        return new DrawVerb.Facts(
                status,
                divisionCode(),
                authority,
                announcement.announcedBySubject(),
                announcement.witnessedBySubject(),
                announcement.valueCorrected());
    }

    @Override
    public NodeType nodeType() {
        return NodeType.DRAW;
    }

    @Override
    public String state() {
        return status.name();
    }
}
