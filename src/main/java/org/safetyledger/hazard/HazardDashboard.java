package org.safetyledger.hazard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.safetyledger.inspection.HazardGrade;

/**
 * The figures of an area's hazards at one moment.
 *
 * @param open of them not closed, rejected or duplicate
 * @param overdue of the open ones past their deadline
 * @param byGrade open ones
 * @param bySection open ones by section of GB/T 4754
 * @param byDay each day of the period, the earliest first
 */
public record HazardDashboard(
        Instant asOf,
        long total,
        long open,
        long overdue,
        Map<HazardStatus, Long> byStatus,
        Map<HazardGrade, Long> byGrade,
        Map<String, Long> bySection,
        List<Area> byJurisdiction,
        List<Day> byDay) {

    /**
     * A division below the area, or the area itself for what belongs to none below.
     *
     * @param major of the open ones those graded MAJOR
     */
    public record Area(String code, String name, long total, long open, long overdue, long major) {}

    public record Day(LocalDate day, long reported, long closed) {}
}
