package org.safetyledger.supervision.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How daily reports are read, with the objects that they count. */
@ApplicationScoped
class DailyReportReading implements ReadSource {
    private static final int MOST_COUNTIES = 200;

    private static final String FIGURES = "(select jsonb_agg(jsonb_build_object('figure', f.figure, 'value', f.value))"
            + " from daily_figure f where f.daily_report_id = $.id)";
    private static final String CORRECTIONS =
            "(select coalesce(jsonb_agg(jsonb_build_object('figure', f.figure, 'value', f.late, 'from', f.late_from, 'to', f.late_to)),"
                    + " '[]') from daily_figure f where f.daily_report_id = $.id and f.late > 0)";
    private static final String ZERO =
            "not exists (select from daily_figure f where f.daily_report_id = $.id and f.value + f.late > 0)";

    private final AvailableActions actions;
    private final ObjectMapper mapper;

    DailyReportReading(AvailableActions actions, ObjectMapper mapper) {
        this.actions = actions;
        this.mapper = mapper;
    }

    @Override
    public List<ReadType> types() {
        return List.of(report(), object());
    }

    private ReadType report() {
        return ReadType.of(
                        "DailyReport",
                        "daily_report",
                        "The daily report (每日通报) of a county or the city, in Asia/Shanghai. Seen by the leaders, officers and auditors of"
                                + " the place and of its city: its figures are of all trades, therefore not by departments; a county does"
                                + " not see another one's or the city's.")
                .node(NodeType.DAILY_REPORT)
                .choice("status!", DailyReport.Status.class, "State.")
                .day("day!", "The day.")
                .time("beginsAt!", "Cut-off of the day before: what happened from then on belongs to this day.")
                .time("cutOffAt!", "Cut-off: what happened from then on belongs to the next day.")
                .time("drawnUpAt!", "When it was drawn up; what was recorded later is counted in a later report.")
                .text("drawnUpBy!", "Name of who drew it up; 系统 for the service itself.")
                .time("dueAt!", "Until when a county's is to be signed, or the city's to be issued.")
                .truth(
                        "overdue!",
                        "(coalesce($.signed_at, $.issued_at, ledger_now()) > $.due_at)",
                        "Whether it was not signed, or the city's not issued, by then.")
                .truth("zero!", ZERO, "Whether everything is zero, corrections and outstanding problems included.")
                .values(
                        "figures!",
                        60,
                        FIGURES,
                        ReportedFigure.class,
                        (stored, caller) -> figures(stored),
                        "Its figures, each once. What has no mechanism in this ledger yet, such as fines, is not among them.")
                .values(
                        "corrections!",
                        60,
                        CORRECTIONS,
                        ReportCorrection.class,
                        (stored, caller) -> corrections(stored),
                        "What became known of earlier days, for each figure that is more than their reports say.")
                .labels(
                        "missingJurisdictions",
                        "Jurisdiction",
                        "missing",
                        MOST_COUNTIES,
                        "Of the city's report: the counties that had not signed theirs in time when it was drawn up, by code. What the"
                                + " ledger knows of them is in its figures all the same.")
                .text("signedBy", "Name of the county's leader who signed it.")
                .time("signedAt", "When it was signed.")
                .text("issuedBy", "Name of the city's leader who issued it.")
                .time("issuedAt", "When it was issued.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "The county or city.")
                .availableActions(actions.of(DailyReportVerb.values(), DailyReportVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "dailyReport",
                        Permission.READ_DAILY_REPORTS,
                        "One daily report, by its id or by place and day; null when it does not exist or is out of scope.")
                .rootAlsoByPlaceAndDay("division_code", "day", "Division code of the county or city.", "The day.")
                .list(ReadList.of(
                                "dailyReports",
                                Permission.READ_DAILY_REPORTS,
                                "Daily reports that the caller may see, latest day first.")
                        .descending("DAY", "Latest day first.", "day date", "id uuid")
                        .filter(
                                "daily reports",
                                Filter.choice("status", DailyReport.Status.class, "status", "State."),
                                AreaFilters.subtree("Division code in whose subtree they are reported."),
                                Filter.day("from", "t.day >=", "Of this day or later."),
                                Filter.day("to", "t.day <=", "Of this day or earlier.")))
                .below("Jurisdiction", "dailyReports", "division_code", "code", "Its own daily reports.")
                .payload("DailyReportPayload", "dailyReport", "The daily report, or why the command was refused.");
    }

    private List<ReportedFigure> figures(JsonNode stored) {
        return elements(stored)
                .map(one -> {
                    ReportFigure figure = figure(one);
                    return new ReportedFigure(figure, one.get("value").asInt(), figure.outstanding());
                })
                .sorted(Comparator.comparing(ReportedFigure::figure))
                .toList();
    }

    private List<ReportCorrection> corrections(JsonNode stored) {
        return elements(stored)
                .map(one -> mapper.convertValue(one, ReportCorrection.class))
                .sorted(Comparator.comparing(ReportCorrection::figure))
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode stored) {
        return StreamSupport.stream(stored.spliterator(), false);
    }

    private static ReportFigure figure(JsonNode one) {
        return ReportFigure.valueOf(one.get("figure").asText());
    }

    private static ReadType object() {
        return ReadType.of(
                        "ReportedObject",
                        "reported_object",
                        "An object that a figure of a daily report counts. Seen by whoever sees the report. Of its references the one of"
                                + " its type is given, as it is now; null when it is out of scope by now.")
                .choice(
                        "figure!",
                        ReportFigure.class,
                        "The figure that counts it; of an outstanding problem the reason.")
                .choice("objectType!", ReportedKind.class, "Its type.")
                .day("day!", "The day to which it belongs.")
                .truth("correction!", "($.day < $.reported_on)", "Whether that is an earlier day than the report's.")
                .truth("outstanding!", "$.outstanding", "Whether it is a problem that stands out.")
                .reference(
                        "responsibleJurisdiction!",
                        "Jurisdiction",
                        "responsible_division",
                        "code",
                        "The division that answers for it: where it lies, or the addressee's.")
                .reference("dailyReport!", "DailyReport", "daily_report_id", "The report.")
                .reference("inspection", "Inspection", "object_id", "The visit.")
                .reference("finding", "Finding", "object_id", "The negative answer.")
                .reference("hazard", "Hazard", "object_id", "The hazard.")
                .reference("rectificationTask", "RectificationTask", "object_id", "The task.")
                .reference("paper", "Paper", "object_id", "The paper.")
                .reference("supervisionItem", "SupervisionItem", "object_id", "The item.")
                .reference("directiveItem", "DirectiveItem", "object_id", "The item of a directive.")
                .list(ReadList.of(
                                "reportedObjects",
                                Permission.READ_DAILY_REPORTS,
                                "Objects that daily reports count, by figure. Of one report and figure, without corrections, they are as"
                                        + " many as the figure says.")
                        .ascending("FIGURE", "By the figure's name.", "figure text", "id uuid")
                        .filter(
                                "reported objects",
                                Filter.choice("figure", ReportFigure.class, "figure", "Figure."),
                                Filter.truth("outstanding", "t.outstanding", "Problems that stand out."),
                                Filter.truth("correction", "t.day < t.reported_on", "What belongs to an earlier day."),
                                Filter.day("day", "t.day =", "The day to which they belong."),
                                Filter.node("dailyReportId", NodeType.DAILY_REPORT, "daily_report_id", "Report.")
                                        .onlyAtRoot()))
                .below("DailyReport", "objects", "daily_report_id", "The objects that it counts, by figure.");
    }
}
