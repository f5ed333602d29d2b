package org.safetyledger.hazard.graphql;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.Hazard;
import org.safetyledger.hazard.HazardSource;
import org.safetyledger.hazard.HazardStatus;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.jurisdiction.graphql.DeadlineView;

@Type("Hazard")
@Description(
        "A hazard (事故隐患). Seen by authorities of its area and trade and by its enterprise; a worker sees the own ones and, once confirmed, those of the site.")
public final class HazardView implements Node {
    private final Hazard hazard;

    public HazardView(Hazard hazard) {
        this.hazard = hazard;
    }

    public Hazard hazard() {
        return hazard;
    }

    public UUID uuid() {
        return hazard.id();
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.HAZARD, hazard.id());
    }

    @NonNull
    @Description("Title.")
    public String getTitle() {
        return hazard.title();
    }

    @Description("Description.")
    public @Nullable String getDescription() {
        return hazard.description();
    }

    @Description("Where in the enterprise.")
    public @Nullable String getPlace() {
        return hazard.place();
    }

    @NonNull
    @Description("Code of its category.")
    public String getCategory() {
        return hazard.categoryCode();
    }

    @Description(
            "Code of the matter, e.g. FIRE, to whose supervisors it belongs in whatever trade: its category's, else that of"
                    + " the visit that found it; null for none.")
    public @Nullable String getMatter() {
        return hazard.matter();
    }

    @NonNull
    @Description("Division of GB/T 4754-2017 of its enterprise.")
    public String getIndustry() {
        return hazard.industryCode();
    }

    @NonNull
    @Description("Who found it.")
    public HazardSource getSource() {
        return hazard.source();
    }

    @NonNull
    @Description("State.")
    public HazardStatus getStatus() {
        return hazard.status();
    }

    @NonNull
    @Description("Grade.")
    public HazardGrade getGrade() {
        return hazard.grade();
    }

    @Description("Code of the judgement standard that makes it major.")
    public @Nullable String getJudgementStandard() {
        return hazard.judgementStandard();
    }

    @Description("Clause of that standard.")
    public @Nullable String getJudgementClause() {
        return hazard.judgementClause();
    }

    @Description("The opinion that makes it major, where no clause does.")
    public @Nullable OpinionView getJudgementOpinion() {
        return OpinionView.orNull(hazard.judgementOpinion());
    }

    @NonNull
    @Description("When it was discovered, by the reporter's clock.")
    public OffsetDateTime getDiscoveredAt() {
        return Times.local(hazard.discoveredAt());
    }

    @NonNull
    @Description("When the ledger received the report.")
    public OffsetDateTime getReportedAt() {
        return Times.local(hazard.reportedAt());
    }

    @Description("Whether the device's clock was ahead: `discoveredAt` lies behind `reportedAt`.")
    public boolean isDeviceClockAhead() {
        return DeviceTime.isAhead(hazard.discoveredAt(), hazard.reportedAt());
    }

    @Description("When it was closed.")
    public @Nullable OffsetDateTime getClosedAt() {
        return Times.localOrNull(hazard.closedAt());
    }

    @Description("Whether its enterprise, which had found it, closed it by itself: for officers to sample.")
    public boolean isSelfClosed() {
        return hazard.selfClosed();
    }

    @Description("Why it was rejected or marked as a duplicate.")
    public @Nullable String getRejectionReason() {
        return hazard.rejectionReason();
    }

    @Description("Whether its rejection, or that it was marked as a duplicate, was contested.")
    public boolean isContested() {
        return hazard.contested();
    }

    @Description("Interim measures until it is rectified.")
    public @Nullable String getInterimMeasures() {
        return hazard.interimMeasures();
    }

    @Description("The five implementations (五落实); null until recorded.")
    public @Nullable FiveImplementationsView getFiveImplementations() {
        return FiveImplementationsView.orNull(hazard.fiveImplementations());
    }

    @NonNull
    @Description("The end of its total clock.")
    public OffsetDateTime getDueAt() {
        return Times.local(hazard.dueAt());
    }

    @Description("Whether its total clock has run out while it is open; computed at the time of the request.")
    public boolean isOverdue() {
        return getDeadline().isOverdue();
    }

    @NonNull
    @Description("Its total clock.")
    public DeadlineView getDeadline() {
        return new DeadlineView(hazard.deadline(), hazard.isOpen());
    }

    @Description("The clock of its present state; null where the state has none.")
    public @Nullable DeadlineView getStateDeadline() {
        return DeadlineView.orNull(hazard.stateDeadline(), hazard.isOpen());
    }

    @Description("Version, for `expectedVersion`.")
    public int getVersion() {
        return hazard.version();
    }
}
