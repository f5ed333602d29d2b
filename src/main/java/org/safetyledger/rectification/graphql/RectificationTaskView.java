package org.safetyledger.rectification.graphql;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.graphql.DeadlineView;
import org.safetyledger.rectification.RectificationStatus;
import org.safetyledger.rectification.RectificationTask;

@Type("RectificationTask")
@Description(
        "The task to rectify a hazard (整改任务), given to its enterprise. Seen by whoever sees the hazard's place and trade, and by the enterprise.")
public final class RectificationTaskView implements Node {
    private final RectificationTask task;

    public RectificationTaskView(RectificationTask task) {
        this.task = task;
    }

    public RectificationTask task() {
        return task;
    }

    public UUID uuid() {
        return task.id();
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.TASK, task.id());
    }

    @NonNull
    @Description("State.")
    public RectificationStatus getStatus() {
        return task.status();
    }

    @NonNull
    @Description("What is to be done.")
    public String getRequirement() {
        return task.requirement();
    }

    @NonNull
    @Description("When it was assigned.")
    public OffsetDateTime getAssignedAt() {
        return Times.local(task.assignedAt());
    }

    @Description("When it was accepted.")
    public @Nullable OffsetDateTime getAcceptedAt() {
        return Times.localOrNull(task.acceptedAt());
    }

    @Description("When it was last submitted.")
    public @Nullable OffsetDateTime getSubmittedAt() {
        return Times.localOrNull(task.submittedAt());
    }

    @Description("What was done.")
    public @Nullable String getMeasuresTaken() {
        return task.measuresTaken();
    }

    @Description("When it was last reviewed.")
    public @Nullable OffsetDateTime getReviewedAt() {
        return Times.localOrNull(task.reviewedAt());
    }

    @Description("The reviewer's comment.")
    public @Nullable String getReviewComment() {
        return task.reviewComment();
    }

    @Description("Why it was cancelled.")
    public @Nullable String getCancelReason() {
        return task.cancelReason();
    }

    @NonNull
    @Description("The end of its total clock.")
    public OffsetDateTime getDueAt() {
        return Times.local(task.dueAt());
    }

    @Description("Whether its total clock has run out while it is open; computed at the time of the request.")
    public boolean isOverdue() {
        return getDeadline().isOverdue();
    }

    @NonNull
    @Description("Its total clock.")
    public DeadlineView getDeadline() {
        return new DeadlineView(task.deadline(), task.isOpen());
    }

    @Description("The clock of its present state; null where the state has none.")
    public @Nullable DeadlineView getStateDeadline() {
        return DeadlineView.orNull(task.stateDeadline(), task.isOpen());
    }

    @Description("Version, for `expectedVersion`.")
    public int getVersion() {
        return task.version();
    }
}
