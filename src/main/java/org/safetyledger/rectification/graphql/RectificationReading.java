package org.safetyledger.rectification.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Verbs;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.ListQuery;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.graphql.HazardReading;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.read.ReadArguments;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;
import org.safetyledger.rectification.RectificationStatus;
import org.safetyledger.rectification.RectificationTaskFilter;
import org.safetyledger.rectification.RectificationTaskOrder;
import org.safetyledger.rectification.RectificationTaskRepository;
import org.safetyledger.rectification.TaskFacts;
import org.safetyledger.rectification.TaskVerb;

/** How rectification tasks are read with what is selected of them. */
@ApplicationScoped
public class RectificationReading implements ReadSource {
    private static final String FACTS = "jsonb_build_object('status', $.status, 'rectifiers',"
            + " jsonb_build_array($.accepted_by, $.started_by, $.submitted_by), 'hazard', (select "
            + HazardReading.FACTS.replace("$.", "h.")
            + " from hazard h where h.id = $.hazard_id))";

    private final DeadlineReading deadlines;
    private final Verbs verbs;
    private final ObjectMapper mapper;

    RectificationReading(DeadlineReading deadlines, Verbs verbs, ObjectMapper mapper) {
        this.deadlines = deadlines;
        this.verbs = verbs;
        this.mapper = mapper;
    }

    /** The facts of a row, without the rest of it. */
    @RegisterForReflection
    public record StoredFacts(
            RectificationStatus status, List<@Nullable String> rectifiers, HazardReading.@Nullable StoredFacts hazard)
            implements TaskFacts {
        @Override
        public boolean rectifiedBy(String subject) {
            return rectifiers.contains(subject);
        }

        @Override
        public @Nullable ErrorCode planObjection() {
            return hazard == null ? null : hazard.planObjection();
        }
    }

    @Override
    public List<ReadType> types() {
        return List.of(task(), extension());
    }

    private ReadType task() {
        return deadlines.addTo(ReadType.of("RectificationTask", "rectification_task")
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
                .derived("availableActions", FACTS, this::availableActions)
                .reference("hazard", "Hazard", "hazard_id", "id")
                .reference("enterprise", "Enterprise", "enterprise_id", "id")
                .members("extensions", "DeadlineExtension", "task_id", "id", 50, "requested_at", "id")
                .list("evidence", "Evidence", "task_id", Permission.READ)
                .rootObject("rectificationTask", Permission.READ, NodeType.TASK)
                .rootList("rectificationTasks", Permission.READ, RectificationReading::query));
    }

    private static ReadType extension() {
        return ReadType.of("DeadlineExtension", "deadline_extension")
                .node(NodeType.EXTENSION)
                .text("status", "status")
                .text("reason", "reason")
                .text("interimMeasures", "interim_measures")
                .time("requestedAt", "requested_at")
                .time("previousDueAt", "previous_due_at")
                .time("requestedDueAt", "requested_due_at")
                .time("decideBy", "decide_by")
                .time("decidedAt", "decided_at")
                .text("decisionComment", "decision_comment");
    }

    private @Nullable Object availableActions(JsonNode stored, Caller caller) {
        return verbs.available(TaskVerb.values(), mapper.convertValue(stored, StoredFacts.class), caller);
    }

    private static ListQuery<?> query(ReadArguments arguments) {
        return RectificationTaskRepository.query(
                arguments.get("filter", RectificationTaskFilter.class),
                arguments.get("orderBy", RectificationTaskOrder.class, RectificationTaskOrder.DUE_AT_ASC));
    }
}
