package org.safetyledger.hazard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.inspection.HazardGrade;

/** Adds up the cells of the counts. */
final class HazardFigures {
    private final Map<HazardStatus, Long> byStatus = new EnumMap<>(HazardStatus.class);
    private final Map<HazardGrade, Long> byGrade = new EnumMap<>(HazardGrade.class);
    private final Map<String, Long> bySection = new TreeMap<>();
    private final Map<String, HazardDashboard.Area> places = new TreeMap<>();
    private final Map<LocalDate, Long> reported = new HashMap<>();
    private final Map<LocalDate, Long> closed = new HashMap<>();
    private final DivisionLevel level;

    private HazardFigures(DivisionLevel level) {
        this.level = level;
    }

    static HazardFigures of(List<Object[]> cells, DivisionLevel level) {
        HazardFigures figures = new HazardFigures(level);
        cells.forEach(cell -> figures.add(new Cell(
                (String) cell[0],
                (String) cell[1],
                (String) cell[2],
                day(cell[3]),
                (String) cell[4],
                (String) cell[5],
                (String) cell[6],
                ((Number) cell[7]).longValue())));
        return figures;
    }

    /** One count; what it counts says its measure, and which of the others apply. */
    private record Cell(
            String measure,
            String place,
            @Nullable String name,
            @Nullable LocalDate day,
            String status,
            String grade,
            String section,
            long amount) {}

    HazardDashboard dashboard(Instant now, LocalDate first, LocalDate last) {
        List<HazardDashboard.Day> days = first.datesUntil(last.plusDays(1))
                .map(day -> new HazardDashboard.Day(day, reported.getOrDefault(day, 0L), closed.getOrDefault(day, 0L)))
                .toList();
        List<HazardDashboard.Area> areas = new ArrayList<>(places.values());
        return new HazardDashboard(
                now,
                areas.stream().mapToLong(HazardDashboard.Area::total).sum(),
                areas.stream().mapToLong(HazardDashboard.Area::open).sum(),
                areas.stream().mapToLong(HazardDashboard.Area::overdue).sum(),
                byStatus,
                byGrade,
                bySection,
                level == DivisionLevel.TOWN ? List.of() : areas,
                days);
    }

    private void add(Cell cell) {
        switch (cell.measure()) {
            case "STATE" -> addState(cell);
            case "SECTION" -> bySection.merge(cell.section(), cell.amount(), Long::sum);
            case "REPORTED" -> addDay(reported, cell);
            case "CLOSED" -> addDay(closed, cell);
            case "DUE" -> addPlace(cell, 0, 0, cell.amount(), 0);
            default -> throw new IllegalStateException(cell.measure());
        }
    }

    private void addState(Cell cell) {
        HazardStatus status = HazardStatus.valueOf(cell.status());
        HazardGrade grade = HazardGrade.valueOf(cell.grade());
        long open = status.isEnd() ? 0 : cell.amount();
        byStatus.merge(status, cell.amount(), Long::sum);
        byGrade.merge(grade, open, Long::sum);
        addPlace(cell, cell.amount(), open, 0, grade == HazardGrade.MAJOR ? open : 0);
    }

    private static void addDay(Map<LocalDate, Long> days, Cell cell) {
        if (cell.day() != null) {
            days.merge(cell.day(), cell.amount(), Long::sum);
        }
    }

    private void addPlace(Cell cell, long total, long open, long overdue, long major) {
        String code = cell.place() + "0".repeat(12 - cell.place().length());
        String name = cell.name() == null ? code : cell.name();
        places.merge(
                code,
                new HazardDashboard.Area(code, name, total, open, overdue, major),
                (one, more) -> new HazardDashboard.Area(
                        code,
                        name,
                        one.total() + more.total(),
                        one.open() + more.open(),
                        one.overdue() + more.overdue(),
                        one.major() + more.major()));
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
