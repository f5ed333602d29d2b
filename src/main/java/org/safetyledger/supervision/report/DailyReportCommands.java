package org.safetyledger.supervision.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with daily reports. */
@ApplicationScoped
class DailyReportCommands implements CommandSource {
    private final DailyReports reports;

    DailyReportCommands(DailyReports reports) {
        this.reports = reports;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                new CommandType(
                        "drawUpDailyReport",
                        "DailyReport",
                        Permission.DRAW_UP_DAILY_REPORT,
                        "Draws up the daily report of the caller's own county or city; what nobody draws up the service does itself. The"
                                + " city's is those of its counties, which are drawn up with it where they are not yet.",
                        "Of which day.",
                        InputType.of("DrawUpDailyReportInput", "Draws up a daily report.")
                                .newId(NodeType.DAILY_REPORT, "Id made by the client; absent to have one made.")
                                .day(
                                        "day!",
                                        "The day. A county's report is drawn up after the day's cut-off, the city's after the"
                                                + " counties' time to sign."),
                        form -> reports.drawUp(form.newId(), form.day("day"))),
                CommandType.of(
                        DailyReportVerb.SIGN,
                        "DailyReport",
                        "Signs (签发) a county's daily report; done by the county's leader.",
                        "Which, and whether it is a zero report.",
                        named("SignDailyReportInput", "Signs a daily report.")
                                .truth(
                                        "zero",
                                        "Says that there was nothing at all (零报告): true for a report that is `zero`, absent or false for"
                                                + " any other."),
                        form -> reports.sign(form.target(), form.truth("zero"))),
                CommandType.of(
                        DailyReportVerb.ISSUE,
                        "DailyReport",
                        "Issues (印发) the city's daily report, and with it those that the counties have signed.",
                        "Which.",
                        named("IssueDailyReportInput", "Issues a daily report."),
                        form -> reports.issue(form.target())));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.DAILY_REPORT, "Daily report.");
    }
}
