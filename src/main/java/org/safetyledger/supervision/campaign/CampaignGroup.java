package org.safetyledger.supervision.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Grants;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Campaign;

/** Officers of several authorities who go to places of a campaign together, from a first day to a last. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class CampaignGroup extends PlacedObject implements Guarded<CampaignGroupVerb.Facts> {
    /** States of a group. */
    @Enum("CampaignGroupStatus")
    @Description("State of a group of a campaign. Whether its days have come is computed, not a state.")
    public enum Status {
        @Description("Formed, for its days.")
        FORMED,
        @Description("Ended before its last day, or with its campaign.")
        ENDED
    }

    private UUID campaignId;
    private String name;

    @Enumerated(EnumType.STRING)
    private Status status;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private List<String> targetDivisions;
    private List<String> targetCounties;
    private String formedBy;
    private Instant formedAt;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @Formula("coalesce((select c.status not in ('DRAFT', 'ARCHIVED') from campaign c where c.id = campaign_id), false)")
    private boolean campaignRuns = true;

    @Formula("(ends_on < ledger_today())")
    private boolean over;

    protected CampaignGroup() {}

    CampaignGroup(Plan plan, Campaign campaign, List<String> targetCounties, Caller officer, Instant now) {
        super(plan.id(), campaign.divisionCode());
        this.campaignId = campaign.id();
        this.name = plan.name();
        this.status = Status.FORMED;
        this.startsOn = plan.startsOn();
        this.endsOn = plan.endsOn();
        this.targetDivisions = plan.targetDivisions();
        this.targetCounties = targetCounties;
        this.formedBy = officer.name();
        this.formedAt = now;
    }

    /** What a group is formed for. */
    record Plan(UUID id, String name, LocalDate startsOn, LocalDate endsOn, List<String> targetDivisions) {}

    void end(String reason, Caller officer, Instant now) {
        status = Status.ENDED;
        endReason = reason;
        endedBy = officer.name();
        endedAt = now;
    }

    /** From its first day, or from now on, to the end of its last. */
    Grants.Term term(Instant now) {
        Instant first = startsOn.atStartOfDay(Times.ZONE).toInstant();
        Instant from = first.isAfter(now) ? first : now;
        return new Grants.Term(
                first.isAfter(now) ? first : null,
                from,
                endsOn.plusDays(1).atStartOfDay(Times.ZONE).toInstant());
    }

    /** The day from which on members are needed. */
    LocalDate neededFrom(LocalDate today) {
        return startsOn.isAfter(today) ? startsOn : today;
    }

    NodeId node() {
        return new NodeId(NodeType.CAMPAIGN_GROUP, id());
    }

    @Override
    public CampaignGroupVerb.Facts facts() {
        return new CampaignGroupVerb.Facts(status, divisionCode(), campaignRuns, over);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.CAMPAIGN_GROUP;
    }

    @Override
    public String state() {
        return status.name();
    }
}
