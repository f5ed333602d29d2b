package org.safetyledger.hazard.graphql;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.HazardDashboard;
import org.safetyledger.hazard.HazardStatus;
import org.safetyledger.inspection.HazardGrade;

@Type("HazardDashboard")
@Description("The figures of the hazards that the caller may see in an area, all of one moment.")
public record HazardDashboardView(
        @NonNull @Description("The moment.") OffsetDateTime asOf,
        @Description("All hazards ever reported.") int total,

        @Description("Open ones: not closed, rejected or duplicate.")
        int open,

        @Description("Open ones past their deadline.") int overdue,

        @NonNull @Description("By state; states without hazards are left out.")
        List<@NonNull StatusCount> byStatus,

        @NonNull @Description("Open ones by grade; grades without hazards are left out.")
        List<@NonNull GradeCount> byGrade,

        @NonNull @Description("Open ones by section of GB/T 4754-2017; sections without hazards are left out.")
        List<@NonNull IndustryCount> byIndustry,

        @NonNull
        @Description(
                "By division one level below, counties of a city or towns of a county; those without hazards are left out. Hazards of the area that belong to no division below count under the area itself.")
        List<@NonNull JurisdictionCount> byJurisdiction,

        @NonNull @Description("By day in Asia/Shanghai, the earliest first, up to today.")
        List<@NonNull DayCount> byDay) {

    static HazardDashboardView of(HazardDashboard dashboard) {
        return new HazardDashboardView(
                Times.local(dashboard.asOf()),
                Math.toIntExact(dashboard.total()),
                Math.toIntExact(dashboard.open()),
                Math.toIntExact(dashboard.overdue()),
                dashboard.byStatus().entrySet().stream()
                        .map(entry -> new StatusCount(entry.getKey(), Math.toIntExact(entry.getValue())))
                        .toList(),
                dashboard.byGrade().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> new GradeCount(entry.getKey(), Math.toIntExact(entry.getValue())))
                        .toList(),
                dashboard.bySection().entrySet().stream()
                        .map(entry -> new IndustryCount(entry.getKey(), Math.toIntExact(entry.getValue())))
                        .toList(),
                dashboard.byJurisdiction().stream()
                        .map(area -> new JurisdictionCount(
                                area.code(),
                                area.name(),
                                Math.toIntExact(area.total()),
                                Math.toIntExact(area.open()),
                                Math.toIntExact(area.overdue()),
                                Math.toIntExact(area.major())))
                        .toList(),
                dashboard.byDay().stream()
                        .map(day ->
                                new DayCount(day.day(), Math.toIntExact(day.reported()), Math.toIntExact(day.closed())))
                        .toList());
    }

    @Type("HazardStatusCount")
    @Description("How many hazards are in a state.")
    public record StatusCount(
            @NonNull @Description("The state.") HazardStatus status,
            @Description("How many.") int count) {}

    @Type("HazardGradeCount")
    @Description("How many open hazards have a grade.")
    public record GradeCount(
            @NonNull @Description("The grade.") HazardGrade grade,
            @Description("How many.") int count) {}

    @Type("HazardIndustryCount")
    @Description("How many open hazards belong to enterprises of an industry.")
    public record IndustryCount(
            @NonNull @Description("Section of GB/T 4754-2017, a letter.")
            String code,

            @Description("How many.") int open) {}

    @Type("HazardJurisdictionCount")
    @Description("The figures of a division.")
    public record JurisdictionCount(
            @NonNull @Description("Its 12-digit code, with which to ask for its own dashboard.")
            String code,

            @NonNull @Description("Its name.") String name,
            @Description("All hazards ever reported.") int total,
            @Description("Open ones.") int open,
            @Description("Open ones past their deadline.") int overdue,
            @Description("Open ones graded MAJOR.") int major) {}

    @Type("HazardDayCount")
    @Description("What happened on a day.")
    public record DayCount(
            @NonNull @Description("The day.") LocalDate day,
            @Description("Hazards reported on it.") int reported,

            @Description("Hazards closed on it and not reopened since.")
            int closed) {}
}
