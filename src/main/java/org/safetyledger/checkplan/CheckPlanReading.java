package org.safetyledger.checkplan;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Side;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How check plans are read. */
@ApplicationScoped
class CheckPlanReading implements ReadSource {
    private static final String TARGETS =
            "(select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name) order by e.name, e.id), '[]')"
                    + " from enterprise e where e.id = any($.targets))";

    private final AvailableActions actions;

    CheckPlanReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of(
                        "CheckPlan",
                        "check_plan",
                        "A plan of the year's daily checks or of a special check. Seen by its authority and those above; once"
                                + " published, by the managers of the area's enterprises.")
                .node(NodeType.CHECK_PLAN)
                .choice("kind!", CheckPlanKind.class, "Of what kind of checks.")
                .choice("status!", CheckPlanStatus.class, "State.")
                .text("authority!", "Code of the department, else of the division, whose plan it is.")
                .integer("year!", "The year of its visits.")
                .text("title!", "Title.")
                .text("scope!", "Whom and what it is about.")
                .integer("number!", "How many enterprises are to be visited.")
                .values(
                        "targets!",
                        200,
                        TARGETS,
                        CheckPlanTarget.class,
                        CheckPlanReading::targets,
                        "The enterprises that it is for alone, by name, as far as the caller sees them; empty for all of the area. Told"
                                + " to authorities only.")
                .text("draftedBy!", "Name of who drafted it.")
                .time("draftedAt!", "When it was drafted.")
                .text("approvedBy", "Name of the leader who approved it.")
                .time("approvedAt", "When it was approved.")
                .text("approvalDocument", "Number of the approval's document.")
                .text("filedWith", "With whom it was filed.")
                .day("filedOn", "When it was filed.")
                .text("publication", "Where it was published.")
                .time("publishedAt", "When that was recorded.")
                .availableActions(actions.of(CheckPlanVerb.values(), CheckPlanVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "checkPlan",
                        Permission.READ_CHECK_PLANS,
                        "One check plan; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "checkPlans",
                                Permission.READ_CHECK_PLANS,
                                "Check plans that the caller may see, latest first.")
                        .descending("DRAFTED_AT", "Latest first.", "drafted_at timestamptz", "id uuid")
                        .filter(
                                "checkPlans",
                                Filter.choice("kind", CheckPlanKind.class, "kind", "Kind."),
                                Filter.choice("status", CheckPlanStatus.class, "status", "State."),
                                AreaFilters.subtree("Division code in whose subtree their authorities lie.")))
                .payload("CheckPlanPayload", "checkPlan", "The check plan, or why the command was refused."));
    }

    private static List<CheckPlanTarget> targets(JsonNode stored, Caller caller) {
        if (caller.side() != Side.AUTHORITY) {
            return List.of();
        }
        return StreamSupport.stream(stored.spliterator(), false)
                .map(target -> new CheckPlanTarget(
                        NodeId.text(
                                NodeType.ENTERPRISE,
                                UUID.fromString(target.get("id").asText())),
                        target.get("name").asText()))
                .toList();
    }
}
