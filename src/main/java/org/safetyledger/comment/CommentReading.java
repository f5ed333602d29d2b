package org.safetyledger.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Side;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How comments are read. */
@ApplicationScoped
class CommentReading implements ReadSource {
    private static final String BELOW = "The comments on it that the caller may see.";

    private final AvailableActions actions;

    CommentReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of(
                        "Comment",
                        "comment",
                        "What somebody said about a hazard, a rectification task or a visit. Seen by the authorities that see the"
                                + " subject; a SHARED one by the managers of its enterprise, too, of a visit once they see it.")
                .node(NodeType.COMMENT)
                .choice("visibility!", CommentVisibility.class, "For whom it is.")
                .choice("status!", CommentStatus.class, "State.")
                .textOf(
                        "text",
                        "case $.status when 'PUBLISHED' then $.text end",
                        "What was said; null once it was withdrawn: then its history tells it.")
                .choice("side!", Side.class, "On whose side the author spoke.")
                .text("authority", "Code of the author's department, else division; null of an enterprise's people.")
                .text("author!", "Name of the author.")
                .time("commentedAt!", "When it was said.")
                .time("withdrawnAt", "When it was withdrawn.")
                .text("withdrawal", "Why it was withdrawn.")
                .availableActions(actions.of(CommentVerb.values(), CommentVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .reference("hazard", "Hazard", "hazard_id", "The hazard that it is about; null for others.")
                .reference(
                        "rectificationTask",
                        "RectificationTask",
                        "task_id",
                        "The rectification task that it is about; null for others.")
                .reference("inspection", "Inspection", "inspection_id", "The visit that it is about; null for others.")
                .root(
                        "comment",
                        Permission.READ_COMMENTS,
                        "One comment; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "comments", Permission.READ_COMMENTS, "Comments that the caller may see, latest first.")
                        .descending("COMMENTED_AT_DESC", "Latest first.", "commented_at timestamptz", "id uuid")
                        .ascending("COMMENTED_AT_ASC", "Earliest first.", "commented_at timestamptz", "id uuid")
                        .filter(
                                "comments",
                                Filter.choice(
                                        "visibility", CommentVisibility.class, "visibility", "For whom they are."),
                                Filter.choice("status", CommentStatus.class, "status", "State."),
                                AreaFilters.subtree("Division code in whose subtree their subjects lie."),
                                Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise."),
                                Filter.node("hazardId", NodeType.HAZARD, "hazard_id", "Hazard."),
                                Filter.node("taskId", NodeType.TASK, "task_id", "Rectification task."),
                                Filter.node("inspectionId", NodeType.INSPECTION, "inspection_id", "Visit.")))
                .below("Hazard", "comments", "hazard_id", BELOW)
                .below("RectificationTask", "comments", "task_id", BELOW)
                .below("Inspection", "comments", "inspection_id", BELOW)
                .payload("CommentPayload", "comment", "The comment, or why the command was refused."));
    }
}
