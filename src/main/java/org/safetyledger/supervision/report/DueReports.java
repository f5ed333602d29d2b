package org.safetyledger.supervision.report;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;

/**
 * Draws up what nobody drew up after its cut-off, and what was missed while the service stood: each day from a place's first report
 * on. Of several replicas one draws up a report and the others find it there.
 */
@ApplicationScoped
public class DueReports {
    private static final Logger LOG = Logger.getLogger(DueReports.class);

    private static final String UNREPORTED = """
            select d.code place, to_char(due.day, 'YYYY-MM-DD') unreported
            from division d
            cross join lateral (select case d.level when 'CITY' then cast(:lastOfCity as date) else cast(:last as date) end last) l
            cross join lateral generate_series(
              greatest(coalesce((select min(r.day) from daily_report r where r.division_code = d.code), l.last), cast(:earliest as date)),
              l.last, interval '1 day') due(day)
            where d.level in ('CITY', 'COUNTY') and due.day between d.valid_from and coalesce(d.valid_to, 'infinity')
              and not exists (select from daily_report r where r.division_code = d.code and r.day = due.day)
            order by d.level = 'CITY', due.day, d.code""";

    private final ReportDrawing drawing;
    private final ReportTimes times;
    private final ScopedTransactions transactions;
    private final EntityManager entityManager;
    private final Callers callers;
    private final Clock clock;

    DueReports(
            ReportDrawing drawing,
            ReportTimes times,
            ScopedTransactions transactions,
            EntityManager entityManager,
            Callers callers,
            Clock clock) {
        this.drawing = drawing;
        this.times = times;
        this.transactions = transactions;
        this.entityManager = entityManager;
        this.callers = callers;
        this.clock = clock;
    }

    private record Due(String place, LocalDate day) {}

    @Scheduled(
            every = "${safety-ledger.daily-reports.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void onSchedule() throws Exception {
        drawUp();
    }

    /** Tells how many it drew up. One that fails is tried again the next time, and keeps no other one back. */
    public int drawUp() throws Exception {
        int drawn = 0;
        for (Due due : transactions.background(this::unreportedByRules)) {
            try {
                drawn += drawUp(due) ? 1 : 0;
            } catch (Exception failure) {
                LOG.warnf(failure, "The daily report of %s for %s could not be drawn up", due.place(), due.day());
            }
        }
        return drawn;
    }

    private boolean drawUp(Due due) throws Exception {
        Caller service = Caller.ofService("daily-reports", due.place());
        return callers.as(
                service,
                () -> transactions.background(
                        () -> drawing.drawUp(NodeId.newUuid(), due.place(), due.day(), service.name())
                                .isPresent()));
    }

    /** An installation without divisions has no rules yet. */
    private boolean anyDivision() {
        return !entityManager
                .createNativeQuery("select 1 from division limit 1")
                .getResultList()
                .isEmpty();
    }

    /** Without the rules of its times nobody owes one. */
    private List<Due> unreportedByRules() {
        try {
            return unreported();
        } catch (Refusal missing) {
            LOG.warnf("No daily report is drawn up: %s %s", missing.code(), missing.details());
            return List.of();
        }
    }

    private List<Due> unreported() {
        if (!anyDivision()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Object[]> rows = entityManager
                .createNativeQuery(UNREPORTED, Object[].class)
                .setParameter("lastOfCity", times.lastOfCity(now))
                .setParameter("last", times.lastOfCounty(now))
                .setParameter("earliest", times.earliest(Times.day(now)))
                .getResultList();
        return rows.stream()
                .map(row -> new Due((String) row[0], LocalDate.parse((String) row[1])))
                .toList();
    }
}
