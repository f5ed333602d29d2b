package org.safetyledger.supervision.clock;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How it is read what became due of deadlines. */
@ApplicationScoped
class DeadlineEventReading implements ReadSource {
    private final AvailableActions actions;

    DeadlineEventReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(event());
    }

    private ReadType event() {
        ReadType event = ReadType.of(
                        "DeadlineEvent",
                        "deadline_event",
                        "A rung of the ladder that a deadline came to (升级记录): once for each rung and end. Seen by whoever sees the object.")
                .node(NodeType.DEADLINE_EVENT)
                .text("subject!", "What the deadline limits.");
        return DeadlineClockReading.ofObject(event)
                .time("dueAt!", "When the deadline ended, or was to end, by then.")
                .integer("rung!", "Number of the rung, from 1.")
                .text(
                        "rule!",
                        "Code of the rung's rule, one of `escalationRules`; RUNG_ with its number where that was not kept.")
                .choice("action!", EscalationAction.class, "What the rung does.")
                .choice("addressee!", Addressee.class, "To whom it is addressed.")
                .choice("level", DivisionLevel.class, "Whose officers or leaders; null for who has to act.")
                .text("addressedDivision!", "Code of the division of whom it is addressed to.")
                .text("addressedDepartment", "Code of the department that it is addressed to; null for others.")
                .time("reachedAt!", "When the rung was due.")
                .time("recordedAt!", "When it was recorded.")
                .truth(
                        "caughtUp!",
                        "$.caught_up",
                        "Whether it was recorded together with a higher rung, as after a stop, or with another one that asks the same people"
                                + " for the same object, a hazard with its tasks being one: then that one alone asks for something.")
                .choice("status!", DeadlineEvent.Status.class, "Whether it still asks for something.")
                .time("acknowledgedAt", "When somebody of whom it is addressed to acknowledged it; null if nobody did.")
                .toldText(
                        "acknowledgedBy",
                        "case when $.acknowledged_by is not null then jsonb_build_array($.acknowledged_by, $.owed_by, $.addressee) end",
                        DeadlineEventReading::told,
                        "Name of who acknowledged it; null if nobody did. Of what authorities acknowledge an enterprise"
                                + " is told when alone.")
                .toldText(
                        "acknowledgement",
                        "case when $.acknowledgement is not null then jsonb_build_array($.acknowledgement, $.owed_by, $.addressee) end",
                        DeadlineEventReading::told,
                        "What was noted with it; null where nothing was. An enterprise's manager is told its own notes alone, its workers none.")
                .reference("deadlineClock!", "DeadlineClock", "deadline_clock_id", "The deadline.")
                .availableActions(actions.of(AcknowledgeVerb.values(), AcknowledgeVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .list(ReadList.of(
                                "deadlineEvents",
                                Permission.READ_DEADLINES,
                                "What became due of deadlines that the caller may see, latest first.")
                        .pages("A page of what became due.", "What became due, in a page.")
                        .descending("REACHED_AT", "Latest first.", "reached_at timestamptz", "id uuid")
                        .filter(
                                "events",
                                Filter.node("hazardId", NodeType.HAZARD, "hazard_id", "Hazard."),
                                Filter.code("subject", "subject", "Subject."),
                                Filter.choice("action", EscalationAction.class, "action", "What the rung does."),
                                DeadlineClockReading.RUNG,
                                Filter.choice("addressee", Addressee.class, "addressee", "To whom it is addressed."),
                                Filter.choice("level", DivisionLevel.class, "level", "Whose officers or leaders."),
                                Filter.code(
                                        "addressedDivision",
                                        "addressed_division",
                                        "Code of the division of whom it is addressed to."),
                                Filter.code(
                                        "addressedDepartment",
                                        "addressed_department",
                                        "Code of the department that it is addressed to."),
                                Filter.truth(
                                        "caughtUp",
                                        "t.caught_up",
                                        "Whether another one asks in its stead: false for what asks for something."),
                                Filter.named(
                                        "status",
                                        DeadlineEvent.Status.class,
                                        "status",
                                        "Whether it still asks for something: OPEN for what nobody has acknowledged."),
                                Filter.time("since", "t.reached_at >=", "Due at this moment or later."),
                                AreaFilters.subtree("Division code whose subtree to list.")))
                .below("DeadlineClock", "events", "deadline_clock_id", "What became due of it, latest first.")
                .below("Hazard", "deadlineEvents", "hazard_id", "What became due of its deadlines, latest first.")
                .ofViewer(
                        "deadlineEvents",
                        "What became due and is addressed to the caller's enterprise, authority or office, latest first, without that in whose"
                                + " stead another one asks.",
                        OwnDeadlineEvents::of)
                .payload("DeadlineEventPayload", "event", "What became due, or why the command was refused.");
    }

    /** How authorities take notice among themselves is not for the enterprise. */
    private static @Nullable String told(JsonNode stored, Caller caller) {
        boolean own = stored.get(1).asText().equals(Debtor.ENTERPRISE.name())
                && stored.get(2).asText().equals(Addressee.RESPONSIBLE.name());
        boolean isTold = !caller.ofEnterprise() || (own && caller.readsPersonalData());
        return isTold ? stored.get(0).asText() : null;
    }
}
