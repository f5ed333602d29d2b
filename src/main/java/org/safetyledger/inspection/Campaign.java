package org.safetyledger.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.graphql.NodeType;

/** A campaign with its window and targets. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Campaign extends PlacedObject {
    private String title;

    @Enumerated(EnumType.STRING)
    private CampaignKind kind;

    @Enumerated(EnumType.STRING)
    private CampaignStatus status;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private List<String> targetDivisions;
    private List<String> targetCounties;
    private List<String> industries;
    private String createdBy;
    private Instant createdAt;

    protected Campaign() {}

    Campaign(Draft draft, List<String> targetCounties, Caller creator, Instant now) {
        super(draft.id(), creator.division());
        this.title = draft.title();
        this.kind = draft.kind();
        this.status = CampaignStatus.DRAFT;
        this.startsOn = draft.startsOn();
        this.endsOn = draft.endsOn();
        this.targetDivisions = draft.targetDivisions();
        this.targetCounties = targetCounties;
        this.industries = draft.industries();
        this.createdBy = creator.subject();
        this.createdAt = now;
    }

    /** What a campaign is drafted with. */
    public record Draft(
            UUID id,
            String title,
            CampaignKind kind,
            LocalDate startsOn,
            LocalDate endsOn,
            List<String> targetDivisions,
            List<String> industries) {}

    boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    boolean targets(String division, @Nullable String industry) {
        boolean place = targetDivisions.stream().anyMatch(target -> division.startsWith(DivisionLevel.prefix(target)));
        boolean trade =
                industries.isEmpty() || industry == null || industries.stream().anyMatch(industry::startsWith);
        return place && trade;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.CAMPAIGN;
    }

    @Override
    public String state() {
        return status.name();
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }
}
