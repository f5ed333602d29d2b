package org.safetyledger.inspection.graphql;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignKind;
import org.safetyledger.inspection.CampaignStatus;

@Type("Campaign")
@Description("A campaign of inspections (专项行动). Seen by its authority and by those of the counties that it targets.")
public final class CampaignView implements Node {
    private final Campaign campaign;

    public CampaignView(Campaign campaign) {
        this.campaign = campaign;
    }

    public UUID uuid() {
        return campaign.id();
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.CAMPAIGN, campaign.id());
    }

    @NonNull
    @Description("Title.")
    public String getTitle() {
        return campaign.title();
    }

    @NonNull
    @Description("Kind.")
    public CampaignKind getKind() {
        return campaign.kind();
    }

    @NonNull
    @Description("State.")
    public CampaignStatus getStatus() {
        return campaign.status();
    }

    @NonNull
    @Description("First day.")
    public LocalDate getStartsOn() {
        return campaign.startsOn();
    }

    @NonNull
    @Description("Last day.")
    public LocalDate getEndsOn() {
        return campaign.endsOn();
    }

    @NonNull
    @Description("Division codes of the places that it targets.")
    public List<@NonNull String> getTargetJurisdictions() {
        return campaign.targetDivisions();
    }

    @NonNull
    @Description("Sections or divisions of GB/T 4754-2017; empty for every trade.")
    public List<@NonNull String> getIndustries() {
        return campaign.industries();
    }

    @NonNull
    @Description("When it was drafted.")
    public OffsetDateTime getCreatedAt() {
        return Times.local(campaign.createdAt());
    }

    @Description("Version, for `expectedVersion`.")
    public int getVersion() {
        return campaign.version();
    }
}
