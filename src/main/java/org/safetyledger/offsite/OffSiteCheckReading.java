package org.safetyledger.offsite;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How off-site checks are read. */
@ApplicationScoped
class OffSiteCheckReading implements ReadSource {
    private final AvailableActions actions;

    OffSiteCheckReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(fields().availableActions(actions.of(OffSiteCheckVerb.values(), OffSiteCheckVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .reference("enterprise", "Enterprise", "enterprise_id", "The enterprise; null when it is out of scope.")
                .reference(
                        "inspection",
                        "Inspection",
                        "inspection_id",
                        "The visit to which it led; null for none, and when it is out of scope.")
                .reference(
                        "hazard",
                        "Hazard",
                        "hazard_id",
                        "The hazard to which it led; null for none, and when it is out of scope.")
                .root(
                        "offSiteCheck",
                        Permission.READ_OFF_SITE_CHECKS,
                        "One off-site check; null when it does not exist or is out of scope.")
                .list(list())
                .below("Enterprise", "offSiteChecks", "enterprise_id", "Its off-site checks that the caller may see.")
                .payload("OffSiteCheckPayload", "offSiteCheck", "The off-site check, or why the command was refused."));
    }

    private static ReadType fields() {
        return ReadType.of(
                        "OffSiteCheck",
                        "off_site_check",
                        "A check of an enterprise without entering it (非现场检查), which takes none of the year's visits. Seen by the"
                                + " authorities of its area and trade or matter; by the enterprise's managers once it is concluded, one that"
                                + " led to a visit once they see that visit.")
                .node(NodeType.OFF_SITE_CHECK)
                .choice("kind!", OffSiteCheckKind.class, "By what.")
                .choice("status!", OffSiteCheckStatus.class, "State.")
                .text("authority!", "Code of the department, else of the division, that made it.")
                .text("matter", "Code of the matter that was looked at; null for none.")
                .label("matter", "Matter", "matter")
                .text("lookedAt!", "What was looked at.")
                .day("checkedOn!", "On which day.")
                .choice("result", OffSiteResult.class, "What it led to; null while that is open.")
                .text("checkedBy!", "Name of who recorded it.")
                .time("recordedAt!", "When it was recorded.")
                .text("concludedBy", "Name of who said what it led to.")
                .time("concludedAt", "When that was said.")
                .time("withdrawnAt", "When it was withdrawn.")
                .text("withdrawal", "Why it was withdrawn.");
    }

    private static ReadList list() {
        return ReadList.of(
                        "offSiteChecks",
                        Permission.READ_OFF_SITE_CHECKS,
                        "Off-site checks that the caller may see, latest first.")
                .descending("CHECKED_ON_DESC", "Latest first.", "checked_on date", "id uuid")
                .ascending("CHECKED_ON_ASC", "Earliest first.", "checked_on date", "id uuid")
                .filter(
                        "offSiteChecks",
                        Filter.choice("kind", OffSiteCheckKind.class, "kind", "By what."),
                        Filter.choice("status", OffSiteCheckStatus.class, "status", "State."),
                        Filter.choice("result", OffSiteResult.class, "result", "What they led to."),
                        AreaFilters.subtree("Division code in whose subtree their enterprises lie."),
                        Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise."),
                        Filter.code(
                                "authority",
                                "authority",
                                "Code of the department, else of the division, that made them."),
                        Filter.day("checkedFrom", "t.checked_on >=", "Made on this day or later."),
                        Filter.day("checkedTo", "t.checked_on <=", "Made on this day or earlier."));
    }
}
