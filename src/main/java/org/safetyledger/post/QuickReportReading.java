package org.safetyledger.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How quick reports are read, and what enterprises granted for them. */
@ApplicationScoped
class QuickReportReading implements ReadSource {
    private static final String FACTS = "jsonb_build_object('status', $.status, 'reporterSubject', $.reporter_subject,"
            + " 'overdue', coalesce($.due_at < ledger_now(), false), 'escalated', $.escalated_at is not null)";

    private final DeadlineReading deadlines;
    private final AvailableActions actions;

    QuickReportReading(DeadlineReading deadlines, AvailableActions actions) {
        this.deadlines = deadlines;
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(report(), rewards());
    }

    private ReadType report() {
        return deadlines
                .addPresent(
                        ReadType.of(
                                "QuickReport",
                                "quick_report",
                                "What somebody of an enterprise reported to it at once (随手报). Seen by its reporter and the"
                                        + " enterprise's manager; by authorities from the day on that its reporter stepped it up."))
                .node(NodeType.QUICK_REPORT)
                .choice("status!", QuickReport.Status.class, "State.")
                .text("words!", "What is wrong.")
                .text("place", "Where in the enterprise.")
                .truth("anonymous!", "$.anonymous", "Whether the reporter's name is kept from everybody.")
                .text("reporter", "Name of who reported it; null where that is anonymous.")
                .time("discoveredAt!", "When it was seen, by the reporter's clock.")
                .time("reportedAt!", "When the ledger received it.")
                .toldText(
                        "receivedBy",
                        "to_jsonb($.received_by)",
                        PostReading::name,
                        "Name of who received it; null for workers.")
                .time("receivedAt", "When the enterprise confirmed its receipt.")
                .text("answer", "What is done about it, or why it is no hazard.")
                .toldText(
                        "answeredBy",
                        "to_jsonb($.answered_by)",
                        PostReading::name,
                        "Name of who answered; null for workers.")
                .time("answeredAt", "When it was answered.")
                .time("escalatedAt", "When it was stepped up to the authorities, unanswered.")
                .decimal("rewardAmount", "What the enterprise granted for it, in yuan.")
                .day("rewardedOn", "Day on which it was granted.")
                .toldText(
                        "rewardedBy",
                        "to_jsonb($.rewarded_by)",
                        PostReading::name,
                        "Name of who granted it; null for workers.")
                .reference("hazard", "Hazard", "hazard_id", "The hazard that it made, with its fate.")
                .reference("enterprise", "Enterprise", "enterprise_id", "The enterprise.")
                .availableActions(actions.of(QuickReportVerb.values(), QuickReportVerb.Facts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "quickReport",
                        Permission.READ_POSTS,
                        "One quick report; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "quickReports",
                                Permission.READ_POSTS,
                                "Quick reports that the caller may see, latest first; a worker's own.")
                        .descending("REPORTED_AT_DESC", "Latest first.", "reported_at timestamptz", "id uuid")
                        .filter(
                                "reports",
                                Filter.choice("status", QuickReport.Status.class, "status", "State."),
                                Filter.truth(
                                        "overdue",
                                        "coalesce(t.due_at < ledger_now(), false)",
                                        "Whose answer is overdue."),
                                Filter.truth("escalated", "t.escalated_at is not null", "That were stepped up."),
                                AreaFilters.subtree("Division code whose subtree to list."),
                                Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise.")))
                .payload("QuickReportPayload", "quickReport", "The report, or why the command was refused.");
    }

    private static ReadType rewards() {
        return ReadType.of(
                        "InternalRewards",
                        "internal_rewards",
                        "How often and how much an enterprise rewarded internal reports in a year. Seen by its manager and by"
                                + " authorities of the area and trade; it names nobody.")
                .node(NodeType.INTERNAL_REWARDS)
                .integer("year!", "Calendar year of the days on which they were granted.")
                .integer("rewards!", "How many.")
                .decimal("amount!", "How much together, in yuan.")
                .reference("enterprise", "Enterprise", "enterprise_id", "The enterprise.")
                .list(ReadList.of(
                                "internalRewards",
                                Permission.READ_REWARDS,
                                "What enterprises granted for internal reports, by enterprise and year, latest year first.")
                        .descending("YEAR_DESC", "Latest year first.", "year integer", "id uuid")
                        .filter(
                                "rewards",
                                Filter.of(
                                        "year",
                                        "Int",
                                        "Calendar year.",
                                        (conditions, value, path) -> conditions.add("t.year = :year", "year", value)),
                                AreaFilters.subtree("Division code whose subtree to list."),
                                Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise.")))
                .below(
                        "Enterprise",
                        "internalRewards",
                        "enterprise_id",
                        "What it granted for internal reports, by year.");
    }
}
