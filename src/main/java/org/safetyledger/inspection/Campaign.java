package org.safetyledger.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** A campaign with its window and targets. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Campaign extends PlacedObject implements Guarded<CampaignVerb.Facts> {
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

    @JdbcTypeCode(SqlTypes.JSON)
    private List<CampaignPhaseDates> phases;

    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String approvalDocument;
    private @Nullable String filing;
    private @Nullable String handover;
    private @Nullable Instant archivedAt;

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
        this.phases = draft.phases();
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
            List<String> industries,
            List<CampaignPhaseDates> phases) {}

    /** @param filed where the approved plan was filed; null when it was not */
    void approve(Caller leader, String document, @Nullable String filed, Instant now) {
        status = CampaignStatus.APPROVED;
        approvedBy = leader.name();
        approvedAt = now;
        approvalDocument = document;
        filing = filed;
    }

    void enter(CampaignPhase phase) {
        status = phase.status();
    }

    void addTargets(List<String> divisions, List<String> counties) {
        targetDivisions =
                Stream.concat(targetDivisions.stream(), divisions.stream()).toList();
        targetCounties = Stream.concat(targetCounties.stream(), counties.stream())
                .distinct()
                .toList();
    }

    void archive(@Nullable String handedOver, Instant now) {
        status = CampaignStatus.ARCHIVED;
        handover = handedOver;
        archivedAt = now;
    }

    /** Whether visits may begin: it was approved, and is not archived. */
    public boolean runs() {
        return status != CampaignStatus.DRAFT && status != CampaignStatus.ARCHIVED;
    }

    public CampaignKind kind() {
        return kind;
    }

    CampaignStatus status() {
        return status;
    }

    List<CampaignPhaseDates> phases() {
        return phases;
    }

    List<String> targetDivisions() {
        return targetDivisions;
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    public boolean targets(String division, @Nullable String industry) {
        boolean place = targetDivisions.stream().anyMatch(target -> division.startsWith(DivisionLevel.prefix(target)));
        boolean trade =
                industries.isEmpty() || industry == null || industries.stream().anyMatch(industry::startsWith);
        return place && trade;
    }

    @Override
    public CampaignVerb.Facts facts() {
        return new CampaignVerb.Facts(status, divisionCode(), createdBy);
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
