package org.safetyledger.rectification.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.ReadArguments;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;
import org.safetyledger.rectification.RectificationTaskFilter;
import org.safetyledger.rectification.RectificationTaskOrder;
import org.safetyledger.rectification.RectificationTaskRepository;

/** How rectification tasks are read with what is selected of them. */
@ApplicationScoped
public class RectificationReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of("RectificationTask", "rectification_task")
                .node(NodeType.TASK)
                .text("status", "status")
                .text("requirement", "requirement")
                .time("assignedAt", "assigned_at")
                .time("acceptedAt", "accepted_at")
                .time("submittedAt", "submitted_at")
                .text("measuresTaken", "measures_taken")
                .time("reviewedAt", "reviewed_at")
                .text("reviewComment", "review_comment")
                .text("cancelReason", "cancel_reason")
                .time("dueAt", "due_at")
                .truth("overdue", "($.open and $.due_at < now())")
                .integer("version", "version")
                .reference("hazard", "Hazard", "hazard_id", "id")
                .reference("enterprise", "Enterprise", "enterprise_id", "id")
                .rootObject("rectificationTask", Permission.READ, NodeType.TASK)
                .rootList("rectificationTasks", Permission.READ, RectificationReading::query));
    }

    private static ListQuery<?> query(ReadArguments arguments) {
        return RectificationTaskRepository.query(
                arguments.get("filter", RectificationTaskFilter.class),
                arguments.get("orderBy", RectificationTaskOrder.class, RectificationTaskOrder.DUE_AT_ASC));
    }
}
