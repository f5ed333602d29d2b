package org.safetyledger.supervision.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;

/** What is done with daily reports by those whose they are. */
@ApplicationScoped
class DailyReports {
    private final ReportDrawing drawing;
    private final ReportTimes times;
    private final ScopedTransactions transactions;
    private final LockedObjects objects;
    private final EntityManager entityManager;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    DailyReports(
            ReportDrawing drawing,
            ReportTimes times,
            ScopedTransactions transactions,
            LockedObjects objects,
            EntityManager entityManager,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.drawing = drawing;
        this.times = times;
        this.transactions = transactions;
        this.objects = objects;
        this.entityManager = entityManager;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** Draws up the report of the caller's own place. */
    DailyReport drawUp(UUID id, LocalDate day) {
        Caller caller = callers.current();
        Instant now = clock.instant();
        LocalDate today = Times.day(now);
        if (day.isAfter(today)) {
            throw Refusal.at("day", ErrorCode.TIME_IN_FUTURE, today.toString());
        }
        if (day.isBefore(times.earliest(today))) {
            throw Refusal.at(
                    "day", ErrorCode.VALUE_OUT_OF_RANGE, times.earliest(today).toString(), today.toString());
        }
        Instant opens = times.window(caller.division(), day).opens();
        if (now.isBefore(opens)) {
            throw Refusal.at("day", ErrorCode.CUT_OFF_NOT_REACHED, Times.text(opens));
        }
        return transactions
                .asSystem(() -> drawing.drawUp(id, caller.division(), day, caller.name()))
                .orElseThrow(() -> Refusal.at("day", ErrorCode.DAILY_REPORT_EXISTS, day.toString()));
    }

    /** @param zero whether the leader says that there was nothing at all */
    DailyReport sign(Target target, boolean zero) {
        DailyReport report = objects.lock(DailyReport.class, target, DailyReportVerb.SIGN);
        boolean nothing = isZero(report);
        if (zero != nothing) {
            throw Refusal.at("zero", ErrorCode.ZERO_CONTRADICTED, Boolean.toString(nothing));
        }
        report.sign(callers.current().name(), clock.instant());
        journal.record(report, "SIGNED", Map.of("zero", Boolean.toString(zero)));
        return report;
    }

    private boolean isZero(DailyReport report) {
        return entityManager
                .createNativeQuery("select 1 from daily_figure where daily_report_id = ? and value + late > 0 limit 1")
                .setParameter(1, report.id())
                .getResultList()
                .isEmpty();
    }

    /** Issues the city's report and with it those of the counties that have signed; who signs later stays named in it. */
    DailyReport issue(Target target) {
        DailyReport report = objects.lock(DailyReport.class, target, DailyReportVerb.ISSUE);
        Instant now = clock.instant();
        String leader = callers.current().name();
        report.issue(leader, now);
        journal.record(report, "ISSUED");
        entityManager
                .createQuery(
                        "from DailyReport where day = ?1 and status = ?2 and divisionCode like ?3 order by divisionCode",
                        DailyReport.class)
                .setParameter(1, report.day())
                .setParameter(2, DailyReport.Status.SIGNED)
                .setParameter(3, DivisionLevel.prefix(report.divisionCode()) + "%")
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(county -> {
                    county.issue(leader, now);
                    journal.record(county, "ISSUED");
                });
        return report;
    }
}
