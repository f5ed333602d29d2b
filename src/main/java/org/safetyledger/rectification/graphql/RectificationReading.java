package org.safetyledger.rectification.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.graphql.HazardReading;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.WorkLists;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Conditions;
import org.safetyledger.read.Facet;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;
import org.safetyledger.rectification.ExtensionStatus;
import org.safetyledger.rectification.RectificationStatus;
import org.safetyledger.rectification.TaskFacts;
import org.safetyledger.rectification.TaskVerb;
import org.safetyledger.worklist.WaitingKind;

/** How rectification tasks are read with what is selected of them. */
@ApplicationScoped
public class RectificationReading implements ReadSource {
    private static final String FACTS = "jsonb_build_object('status', $.status, 'rectifiers',"
            + " jsonb_build_array($.accepted_by, $.started_by, $.submitted_by), 'hazard', (select "
            + HazardReading.FACTS.replace("$.", "h.")
            + " from hazard h where h.id = $.hazard_id))";

    private final DeadlineReading deadlines;
    private final AvailableActions actions;

    RectificationReading(DeadlineReading deadlines, AvailableActions actions) {
        this.deadlines = deadlines;
        this.actions = actions;
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
        public boolean isHandledBy(Caller caller) {
            return hazard == null || hazard.isHandledBy(caller);
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
        return deadlines
                .addTo(ReadType.of(
                        "RectificationTask",
                        "rectification_task",
                        "The task to rectify a hazard (整改任务), given to its enterprise. Seen by whoever sees the hazard's place"
                                + " and trade, and by the enterprise."))
                .node(NodeType.TASK)
                .choice("status!", RectificationStatus.class, "State.")
                .text("requirement!", "What is to be done.")
                .time("assignedAt!", "When it was assigned.")
                .time("acceptedAt", "When it was accepted.")
                .time("submittedAt", "When it was last submitted.")
                .reference(
                        "person",
                        "Person",
                        "person_id",
                        "To whom of its people the enterprise gave it; null for nobody, or when out of scope.")
                .toldText(
                        "personName",
                        "case when $.person_id is not null then jsonb_build_object('name', $.person_name, 'subject', $.person_subject) end",
                        RectificationReading::personName,
                        "Name of that person, as it was then; null for other workers, and for integrations without the scope"
                                + " `personal-data`.")
                .text("measuresTaken", "What was done.")
                .time("reviewedAt", "When it was last reviewed.")
                .text("reviewComment", "The reviewer's comment.")
                .text("cancelReason", "Why it was cancelled.")
                .time("updatedAt!", "When it was last changed.")
                .integer("version!", "Version, for `expectedVersion`.")
                .availableActions(actions.of(TaskVerb.values(), StoredFacts.class, FACTS))
                .reference("hazard", "Hazard", "hazard_id", "The hazard to be rectified; null when it is out of scope.")
                .reference(
                        "enterprise",
                        "Enterprise",
                        "enterprise_id",
                        "The enterprise that rectifies; null when it is out of scope.")
                .members(
                        "extensions!",
                        "DeadlineExtension",
                        "task_id",
                        "id",
                        50,
                        List.of("requested_at", "id"),
                        "All extensions that were asked for, oldest first.")
                .root(
                        "rectificationTask",
                        Permission.READ,
                        "One rectification task; null when it does not exist or is out of scope.")
                .list(list())
                .below("Hazard", "rectificationTasks", "hazard_id", "The tasks to rectify it.")
                .below("Enterprise", "rectificationTasks", "enterprise_id", "Its tasks that the caller may see.")
                .ofViewer(
                        "tasks",
                        "The tasks that wait for the caller: those to rectify that the enterprise gave to him, or as its manager to nobody;"
                                + " for authorities those to be reviewed, for their leaders those whose extension is to be decided on.",
                        RectificationReading::waiting)
                .payload("RectificationPayload", "rectificationTask", "The task, or why the command was refused.");
    }

    private static @Nullable String personName(JsonNode stored, Caller caller) {
        boolean told = caller.readsPersonalData()
                || caller.subject().equals(stored.get("subject").asText());
        return told ? stored.get("name").asText() : null;
    }

    private static void waiting(Conditions conditions, Caller caller) {
        WaitingKind.narrow(
                conditions,
                caller,
                WaitingKind.TASKS_OF_MINE,
                WaitingKind.TASKS_TO_ACCEPT,
                WaitingKind.TASKS_TO_RECTIFY,
                WaitingKind.TASKS_TO_REVIEW,
                WaitingKind.EXTENSIONS_TO_DECIDE);
        if (caller.may(Permission.RECTIFY)) {
            // Those that he gave to others wait for these.
            conditions.add("coalesce(t.person_subject, :viewer) = :viewer");
        }
    }

    private static ReadList list() {
        ReadList list = ReadList.of(
                        "rectificationTasks", Permission.READ, "Rectification tasks that the caller may see.")
                .ascending("DUE_AT_ASC", "Earliest due first.", "due_at timestamptz", "id uuid")
                .descending("DUE_AT_DESC", "Latest due first.", "due_at timestamptz", "id uuid")
                .facets(Facet.of("status", "status", "By state."), WorkLists.byOverdue())
                .kept(TaskCubes.KEPT)
                .filter(
                        "tasks",
                        Filter.anyOf("statuses", RectificationStatus.class, "status", "Any of these states.")
                                .scattered("due_at"),
                        AreaFilters.subtree("Division code whose subtree to list."),
                        AreaFilters.industry("Section or division of GB/T 4754-2017.")
                                .scattered(),
                        Filter.truth("open", "t.open", "Only open ones (not passed or cancelled), or only the others.")
                                .comparing("open")
                                .scattered("due_at"),
                        WorkLists.matter(),
                        WorkLists.sector(),
                        Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise."),
                        Filter.node("hazardId", NodeType.HAZARD, "hazard_id", "Hazard."),
                        Filter.node(
                                        "assignedTo",
                                        NodeType.PERSON,
                                        "person_id",
                                        "Given to this person by the enterprise; not for workers, who have `mine`, nor for"
                                                + " integrations without the scope `personal-data`.")
                                .onlyFor(Caller::readsPersonalData),
                        WorkLists.mine(),
                        WorkLists.overdue(),
                        WorkLists.dueFrom(),
                        WorkLists.dueBefore(),
                        WorkLists.updatedSince());
        return WorkLists.counted(WorkLists.ordered(list, "due_at timestamptz", "the earliest due"));
    }

    private static ReadType extension() {
        return ReadType.of(
                        "DeadlineExtension",
                        "deadline_extension",
                        "An extension that was asked for, with the deadline before it (延期申请).")
                .id(NodeType.EXTENSION, "Id.")
                .choice("status!", ExtensionStatus.class, "State.")
                .text("reason!", "Why it was asked for.")
                .text("interimMeasures!", "What keeps people safe until then.")
                .time("requestedAt!", "When it was asked for.")
                .time("previousDueAt!", "The deadline before it.")
                .time("requestedDueAt!", "The deadline that was asked for.")
                .time("decideBy!", "By when it is to be decided.")
                .time("decidedAt", "When it was decided.")
                .text("decisionComment", "Comment on the decision.");
    }
}
