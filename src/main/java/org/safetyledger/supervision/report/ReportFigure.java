package org.safetyledger.supervision.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What is reported of each day: by the statistics of enforcement, and the problems that stand out. One more is one more line. */
@Enum("DailyFigure")
@RegisterForReflection
@Description("A figure of a daily report: the number of its objects.")
public enum ReportFigure {
    @Description("Enforcement visits (行政检查) that began.")
    CHECKS(ReportSource.VISITS, "s.kind = 'ENFORCEMENT'"),
    @Description("Of these, daily checks (日常检查).")
    CHECKS_DAILY(ReportSource.VISITS, "s.kind = 'ENFORCEMENT' and s.check_kind = 'DAILY'"),
    @Description("Of these, checks of a single case (个案检查).")
    CHECKS_CASE(ReportSource.VISITS, "s.kind = 'ENFORCEMENT' and s.check_kind = 'CASE'"),
    @Description("Of these, special checks (专项检查).")
    CHECKS_SPECIAL(ReportSource.VISITS, "s.kind = 'ENFORCEMENT' and s.check_kind = 'SPECIAL'"),
    @Description("Of these, those of no kind.")
    CHECKS_OTHER(ReportSource.VISITS, "s.kind = 'ENFORCEMENT' and s.check_kind is null"),
    @Description("Enforcement visits that were drawn at random (双随机).")
    CHECKS_RANDOM(ReportSource.VISITS, "s.kind = 'ENFORCEMENT' and s.random"),
    @Description("Enforcement visits of the authority's own plan.")
    CHECKS_PLANNED(ReportSource.VISITS, "s.kind = 'ENFORCEMENT' and s.source = 'PLAN'"),
    @Description("Re-checks (复查) of a rectification.")
    RECHECKS(ReportSource.VISITS, "s.kind = 'ENFORCEMENT' and s.source = 'RECHECK'"),
    @Description("Enforcement visits for a tip (举报核查).")
    CHECKS_FOR_TIPS(ReportSource.VISITS, "s.kind = 'ENFORCEMENT' and s.source = 'TIP'"),
    @Description("Assistance visits (服务指导) that began; they are no checks.")
    ASSISTANCE_VISITS(ReportSource.VISITS, "s.kind = 'ASSISTANCE'"),
    @Description("Self-checks (自查) of enterprises that began.")
    SELF_CHECKS(ReportSource.VISITS, "s.kind = 'SELF_CHECK'"),
    @Description("Violations: negative answers of enforcement visits.")
    VIOLATIONS(ReportSource.FINDINGS, "true"),
    @Description(
            "Hazards found by anybody, without those that were rejected or duplicates when the report was drawn up.")
    HAZARDS_FOUND(ReportSource.HAZARDS, "true"),
    @Description("Of these, general ones.")
    GENERAL_FOUND(ReportSource.HAZARDS, "s.grade = 'GENERAL'"),
    @Description("Of these, major ones.")
    MAJOR_FOUND(ReportSource.HAZARDS, "s.grade = 'MAJOR'"),
    @Description("Hazards closed (销号), those that were reopened since included.")
    HAZARDS_RECTIFIED(ReportSource.CLOSURES, "true"),
    @Description("Of these, general ones.")
    GENERAL_RECTIFIED(ReportSource.CLOSURES, "s.grade = 'GENERAL'"),
    @Description("Of these, major ones.")
    MAJOR_RECTIFIED(ReportSource.CLOSURES, "s.grade = 'MAJOR'"),
    @Description("Papers issued and not withdrawn.")
    PAPERS(ReportSource.PAPERS, "true"),
    @Description("Of these, notices of hazards.")
    HAZARD_NOTICES(ReportSource.PAPERS, "s.kind = 'HAZARD_NOTICE'"),
    @Description("Of these, instructions to rectify.")
    INSTRUCTIONS(ReportSource.PAPERS, "s.kind = 'INSTRUCTION'"),
    @Description("Of these, decisions on measures on the spot.")
    ON_SITE_MEASURES(ReportSource.PAPERS, "s.kind = 'ON_SITE_MEASURE'"),
    @Description("Of these, orders to stop.")
    STOP_ORDERS(ReportSource.PAPERS, "s.kind = 'STOP_ORDER'"),
    @Description("Of these, opinions after a re-check.")
    RECHECK_OPINIONS(ReportSource.PAPERS, "s.kind = 'RECHECK_OPINION'"),
    @Description(
            "Hazards whose total deadline had passed at the cut-off and that were open when the report was drawn up.")
    HAZARDS_OVERDUE(ReportSource.OVERDUE_HAZARDS, "true"),
    @Description("Of these, general ones.")
    GENERAL_OVERDUE(ReportSource.OVERDUE_HAZARDS, "s.grade = 'GENERAL'"),
    @Description("Of these, major ones: an outstanding problem.")
    MAJOR_OVERDUE(ReportSource.OVERDUE_HAZARDS, "s.grade = 'MAJOR'", true),
    @Description("Rectification tasks whose deadline had passed at the cut-off: an outstanding problem.")
    TASKS_OVERDUE(ReportSource.OVERDUE_TASKS, "true", true),
    @Description("Papers served whose receipt was not signed in time: an outstanding problem.")
    PAPERS_UNSIGNED(ReportSource.UNSIGNED_PAPERS, "true", true),
    @Description(
            "Items of visits to authorities that were not answered in time: an outstanding problem of the addressee, told where the"
                    + " office that issued them lies.")
    SUPERVISION_UNANSWERED(ReportSource.UNANSWERED_ITEMS, "true", true),
    @Description(
            "Items of directives, due on the day or before, that their lead had not answered when the report was drawn up: an outstanding"
                    + " problem of the lead, told where the lead lies (会议交办事项未按期答复).")
    DIRECTIVES_UNANSWERED(ReportSource.UNANSWERED_DIRECTIVES, "true", true);

    private final ReportSource source;
    private final String condition;
    private final boolean outstanding;

    ReportFigure(ReportSource source, String condition) {
        this(source, condition, false);
    }

    /** @param condition what holds for the rows {@code s} of the source */
    ReportFigure(ReportSource source, String condition, boolean outstanding) {
        this.source = source;
        this.condition = condition;
        this.outstanding = outstanding;
    }

    ReportSource source() {
        return source;
    }

    String condition() {
        return condition;
    }

    /** Whether its objects are problems that stand out. */
    boolean outstanding() {
        return outstanding;
    }
}
