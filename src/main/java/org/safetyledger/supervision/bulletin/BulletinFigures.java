package org.safetyledger.supervision.bulletin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.HazardDashboard;

@RegisterForReflection
@Type("BulletinFigures")
@Description(
        "Figures of hazards as they were at one moment, with what was asked. Nothing that happens later changes them.")
public record BulletinFigures(
        @Description("The moment.") OffsetDateTime asOf,

        @Description("Version of the way of counting; figures of different ones are not compared.")
        int counting,

        @Description("Division code of the area that was counted.")
        String jurisdiction,

        @Description("First day of the period.") LocalDate from,
        @Description("Last day of the period.") LocalDate to,
        @Description("Hazards reported in the period.") int reported,
        @Description("Hazards closed in the period.") int closed,
        @Description("Hazards open at the moment.") int open,
        @Description("Open ones past their deadline.") int overdue,
        @Description("Open ones graded MAJOR.") int major,

        @Description("The same of each division below the area that has hazards, by code.")
        List<Area> areas) {
    private static final int COUNTING = 1;

    /** Whatever the offset in which the moment was kept. */
    public BulletinFigures {
        asOf = Times.local(asOf.toInstant());
    }

    @RegisterForReflection
    @Type("BulletinArea")
    @Description("Figures of one division in a bulletin.")
    public record Area(
            @Description("Division code.") String code,

            @Description("Name of the division at the moment of counting.")
            String name,

            @Description("Open hazards.") int open,
            @Description("Open ones past their deadline.") int overdue,
            @Description("Open ones graded MAJOR.") int major) {}

    static BulletinFigures of(String jurisdiction, HazardDashboard counted) {
        List<HazardDashboard.Day> days = counted.byDay();
        List<Area> areas = counted.byJurisdiction().stream()
                .map(area -> new Area(
                        area.code(),
                        area.name(),
                        Math.toIntExact(area.open()),
                        Math.toIntExact(area.overdue()),
                        Math.toIntExact(area.major())))
                .toList();
        return new BulletinFigures(
                Times.local(counted.asOf()),
                COUNTING,
                jurisdiction,
                days.getFirst().day(),
                days.getLast().day(),
                sum(days.stream().map(HazardDashboard.Day::reported)),
                sum(days.stream().map(HazardDashboard.Day::closed)),
                Math.toIntExact(counted.open()),
                Math.toIntExact(counted.overdue()),
                areas.stream().mapToInt(Area::major).sum(),
                areas);
    }

    private static int sum(Stream<Long> counts) {
        return Math.toIntExact(counts.mapToLong(Long::longValue).sum());
    }
}
