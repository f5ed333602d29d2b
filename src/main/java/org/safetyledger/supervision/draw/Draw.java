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
    private SealedSeed seed;

    private String announcedBy;
    private Instant announcedAt;
    private @Nullable String drawnBy;
    private @Nullable Instant drawnAt;
    private int linkedVisits;
    private @Nullable Instant publishedAt;
    private @Nullable String cancelReason;

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

    Draw(UUID id, String title, Scope scope, int number, int officersPerVisit, SealedSeed seed, Caller officer) {
        super(id, officer.division());
        this.authority = officer.authority();
        this.status = DrawStatus.ANNOUNCED;
        this.title = title;
        this.area = scope.area();
        this.industry = scope.industry();
        this.sector = scope.sector();
        this.number = number;
        this.officersPerVisit = officersPerVisit;
        this.seed = seed;
        this.announcedBy = officer.name();
    }

    Draw announce(DrawPool pool, Instant now) {
        poolHash = pool.hash();
        announcedAt = now;
        return this;
    }

    void draw(Caller officer, Instant now) {
        status = DrawStatus.DRAWN;
        drawnBy = officer.name();
        drawnAt = now;
    }

    void link() {
        linkedVisits++;
    }

    void publish(Instant now) {
        status = DrawStatus.PUBLISHED;
        publishedAt = now;
    }

    void cancel(String reason) {
        status = DrawStatus.CANCELLED;
        cancelReason = reason;
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

    SealedSeed seed() {
        return seed;
    }

    @Override
    public DrawVerb.Facts facts() {
        return new DrawVerb.Facts(status, authority);
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
