package org.safetyledger.supervision.report;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.audit.AdvisoryLocks;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.jurisdiction.Division;
import org.safetyledger.jurisdiction.DivisionRepository;

/**
 * Draws reports up, as the service itself: a caller's own view would be another count. The city's report is those of its counties,
 * which are drawn up with it where they are not yet, and what lies at the city itself.
 */
@ApplicationScoped
class ReportDrawing {
    private static final String OF_COUNTIES = """
            insert into reported_object (id, division_code, version, daily_report_id, reported_on, day, figure, outstanding, object_type,
              object_id, responsible_division)
            select gen_random_uuid(), :place, 0, cast(:report as uuid), o.reported_on, o.day, o.figure, o.outstanding, o.object_type, o.object_id,
              o.responsible_division
            from reported_object o
            where o.daily_report_id in (select r.id from daily_report r
              where r.city_code = :city and r.day = :day and r.division_code <> :place)""";

    private static final String FIGURES = """
            insert into daily_figure (id, daily_report_id, figure, value, late, late_from, late_to)
            select gen_random_uuid(), cast(:report as uuid), f.figure, count(*) filter (where o.day = o.reported_on),
              count(*) filter (where o.day < o.reported_on), min(o.day) filter (where o.day < o.reported_on),
              max(o.day) filter (where o.day < o.reported_on)
            from (values %s) f(figure)
            left join reported_object o on o.daily_report_id = :report and o.figure = f.figure
            group by f.figure""".formatted(
            Stream.of(ReportFigure.values()).map(figure -> "('" + figure + "')").collect(joining(", ")));

    private final EntityManager entityManager;
    private final DivisionRepository divisions;
    private final AdvisoryLocks locks;
    private final ReportTimes times;
    private final Journal journal;
    private final Clock clock;

    ReportDrawing(
            EntityManager entityManager,
            DivisionRepository divisions,
            AdvisoryLocks locks,
            ReportTimes times,
            Journal journal,
            Clock clock) {
        this.entityManager = entityManager;
        this.divisions = divisions;
        this.locks = locks;
        this.times = times;
        this.journal = journal;
        this.clock = clock;
    }

    /** The new report; empty where the day has one: of two that are drawn up at once the second waits and finds the first. */
    Optional<DailyReport> drawUp(UUID id, String place, LocalDate day, String by) {
        locks.holdCommand("daily report of " + place + " " + day);
        if (of(place, day).isPresent()) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        if (ReportTimes.ofCity(place)) {
            for (String county : counties(place, day)) {
                drawUp(NodeId.newUuid(), county, day, by);
                if (of(county, day).filter(DailyReport::signedInTime).isEmpty()) {
                    missing.add(county);
                }
            }
        }
        ReportWindow window = times.window(place, day);
        DailyReport report = new DailyReport(id, place, window, by, clock.instant(), missing);
        journal.begin(report, "DRAWN_UP", Map.of("day", day.toString()));
        entityManager.flush();
        count(report, window);
        return Optional.of(report);
    }

    private Optional<DailyReport> of(String place, LocalDate day) {
        return entityManager
                .createQuery("from DailyReport where divisionCode = ?1 and day = ?2", DailyReport.class)
                .setParameter(1, place)
                .setParameter(2, day)
                .getResultStream()
                .findFirst();
    }

    private List<String> counties(String city, LocalDate day) {
        return divisions.byParents(Set.of(city)).getOrDefault(city, List.of()).stream()
                .filter(division -> division.isValidOn(day))
                .map(Division::code)
                .toList();
    }

    private void count(DailyReport report, ReportWindow window) {
        Instant now = clock.instant();
        for (ReportSource source : ReportSource.values()) {
            Query insert = entityManager
                    .createNativeQuery(source.insert())
                    .setParameter("place", report.divisionCode())
                    .setParameter("county", report.divisionCode().substring(0, DivisionLevel.COUNTY.digits()))
                    .setParameter("report", report.id())
                    .setParameter("day", report.day())
                    .setParameter("begin", window.begin())
                    .setParameter("cutOff", window.cutOff())
                    .setParameter("rest", window.rest());
            if (source.asksForNow()) {
                insert.setParameter("now", now);
            }
            insert.executeUpdate();
        }
        if (ReportTimes.ofCity(report.divisionCode())) {
            entityManager
                    .createNativeQuery(OF_COUNTIES)
                    .setParameter("place", report.divisionCode())
                    .setParameter("city", DivisionLevel.prefix(report.divisionCode()))
                    .setParameter("report", report.id())
                    .setParameter("day", report.day())
                    .executeUpdate();
        }
        entityManager
                .createNativeQuery(FIGURES)
                .setParameter("report", report.id())
                .executeUpdate();
    }
}
