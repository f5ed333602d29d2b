package org.safetyledger.supervision.clock;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How deadlines are read, and how they were pressed for. */
@ApplicationScoped
class DeadlineClockReading implements ReadSource {
    static final Filter RUNG = Filter.of(
            "rung",
            "Int",
            "Number of the rung.",
            (conditions, value, path) -> conditions.add("t.rung = :rung", "rung", value));

    /** What is told of the present rung comes with its number and moment. */
    private static final String ACKNOWLEDGED = "exists (select from deadline_event e where e.deadline_clock_id = t.id"
            + " and e.rung = t.rung and e.reached_at = t.rung_at and e.acknowledged_at is not null)";

    private static final String OVERDUE = "(t.stopped_at is null and t.due_at < ledger_now())";

    private final AvailableActions actions;

    DeadlineClockReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(clock(), urge());
    }

    private ReadType clock() {
        ReadType clock = ReadType.of(
                        "DeadlineClock",
                        "deadline_clock",
                        "A deadline that somebody has to keep, as long as it runs and afterwards. Seen by whoever sees its object.")
                .node(NodeType.DEADLINE_CLOCK)
                .text(
                        "subject!",
                        "What it limits, such as RECTIFICATION_TOTAL: a subject of the deadline rules, TASK_TOTAL, or RECHECK, which is owed when a task ends.")
                .choice("status!", DeadlineClock.Status.class, "Whether it runs.");
        return ofObject(clock)
                .choice("owedBy!", Debtor.class, "Who has to act.")
                .text(
                        "owedDivision!",
                        "Code of the division whose authority has to act, or has to see to it that the enterprise does.")
                .label("owedDivision!", "Jurisdiction", "owed_division")
                .text(
                        "owedDepartment",
                        "Code of the department that has to act; null where it is the government or the enterprise.")
                .time("startedAt!", "When it began.")
                .time("dueAt!", "When it ends. An extension moves it; nothing sets it back.")
                .time("stoppedAt", "When it stopped; null while it runs.")
                .truth("overdue!", OVERDUE.replace("t.", "$."), "Whether it runs and its end has gone by.")
                .integer("rung!", "The rung of the ladder on which it stands; 0 before the first.")
                .choice("action", EscalationAction.class, "What that rung does; null before the first.")
                .choice("addressee", Addressee.class, "To whom that rung is addressed; null before the first.")
                .choice(
                        "level",
                        DivisionLevel.class,
                        "Whose officers or leaders; null for who has to act, and before the first.")
                .time("rungAt", "When it came to that rung; null before the first.")
                .texts(
                        "unpublishedYears!",
                        "unpublished_years",
                        "Years into which it or its ladder runs, and whose calendar of working days was not published when its next rung was"
                                + " worked out: that counts Monday to Friday there.")
                .time("urgedAt", "When somebody pressed for it last; null if nobody did.")
                .availableActions(actions.of(UrgeVerb.values(), UrgeVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "deadline",
                        Permission.READ_DEADLINES,
                        "One deadline; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "deadlines",
                                Permission.READ_DEADLINES,
                                "Deadlines that the caller may see, the earliest end first.")
                        .pages("A page of deadlines.", "A deadline in a page.")
                        .ascending("DUE_AT", "The earliest end first.", "due_at timestamptz", "id uuid")
                        .filter(
                                "deadlines",
                                Filter.node("hazardId", NodeType.HAZARD, "hazard_id", "Hazard."),
                                Filter.truth(
                                        "running", "(t.stopped_at is null)", "Those that run, or those that stopped."),
                                Filter.truth("overdue", OVERDUE, "Those that run and whose end has gone by."),
                                Filter.time("dueBefore", "t.due_at <", "Ending before this moment."),
                                Filter.code("subject", "subject", "Subject."),
                                RUNG,
                                Filter.truth(
                                        "acknowledged",
                                        ACKNOWLEDGED,
                                        "Whether what their present rung asks was acknowledged: all where it is absent, since nothing is kept"
                                                + " by an acknowledgement."),
                                Filter.choice(
                                        "addressee",
                                        Addressee.class,
                                        "addressee",
                                        "To whom their present rung is addressed."),
                                Filter.choice(
                                        "level",
                                        DivisionLevel.class,
                                        "level",
                                        "Whose officers or leaders the present rung is addressed to."),
                                AreaFilters.subtree("Division code whose subtree to list.")))
                .below(
                        "Hazard",
                        "deadlines",
                        "hazard_id",
                        "Its deadlines, those of its tasks and of its transfers, as far as the caller sees them.")
                .ofViewer(
                        "deadlines",
                        "The running deadlines that the caller's enterprise or authority has to keep, and those that have climbed to the"
                                + " caller's desk.",
                        OwnDeadlines::of)
                .payload("DeadlineClockPayload", "deadline", "The deadline, or why the command was refused.");
    }

    /** What it is of, told alike for deadlines and for what became due. */
    static ReadType ofObject(ReadType type) {
        return type.toldText(
                        "object!",
                        "jsonb_build_array($.object_type, $.object_id)",
                        (stored, caller) -> objectId(stored),
                        "Node id of the object that it is of, such as a hazard, a task or a paper.")
                .reference(
                        "hazard",
                        "Hazard",
                        "hazard_id",
                        "The hazard that it is about; null for others, and when it is out of scope.")
                .reference(
                        "enterprise",
                        "Enterprise",
                        "enterprise_id",
                        "The enterprise; null for what is of none, and when it is out of scope.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "Where it lies.");
    }

    private static String objectId(JsonNode stored) {
        return NodeId.text(
                NodeType.valueOf(stored.get(0).asText()),
                UUID.fromString(stored.get(1).asText()));
    }

    private static ReadType urge() {
        return ReadType.of(
                        "Urge",
                        "urge",
                        "That somebody pressed for what is owed (催办). Seen by whoever sees the deadline.")
                .text("note!", "What was expected.")
                .text("urgedBy!", "Name of who pressed for it.")
                .time("urgedAt!", "When.")
                .reference("deadlineClock!", "DeadlineClock", "deadline_clock_id", "The deadline.")
                .list(ReadList.of(
                                "urges",
                                Permission.READ_DEADLINES,
                                "How deadlines that the caller may see were pressed for, latest first.")
                        .descending("URGED_AT", "Latest first.", "urged_at timestamptz", "id uuid")
                        .filter(
                                "urges",
                                Filter.node(
                                        "deadlineClockId", NodeType.DEADLINE_CLOCK, "deadline_clock_id", "Deadline."),
                                Filter.time("since", "t.urged_at >=", "At this moment or later.")))
                .below("DeadlineClock", "urges", "deadline_clock_id", "How it was pressed for, latest first.");
    }
}
