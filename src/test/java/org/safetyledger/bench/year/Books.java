package org.safetyledger.bench.year;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.audit.HistoryVerification;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;

/** What has to hold of the ledger at the end of the year; each check tells what does not, which is nothing. */
final class Books {
    private static final Map<NodeType, String> CHAINED = Map.of(
            NodeType.HAZARD, "hazard",
            NodeType.TASK, "rectification_task",
            NodeType.INSPECTION, "inspection",
            NodeType.CAMPAIGN, "campaign",
            NodeType.HAZARD_TRANSFER, "hazard_transfer",
            NodeType.DIRECTIVE, "directive",
            NodeType.DIRECTIVE_ITEM, "directive_item",
            NodeType.DRAW, "draw",
            NodeType.DAILY_REPORT, "daily_report");

    /**
     * Whose clock does not start with the report, or runs a second time, or whose end is neither that of the report nor one that was
     * decided: by an extension, or with the return of what was not mended. Everything is reported as general, and a grade gives no time.
     */
    private static final String RESET = """
            select h.id, h.grade, h.reported_at, h.due_at, decided.ends from hazard h
            cross join lateral (select array(
                select x.requested_due_at from rectification_task t join deadline_extension x on x.task_id = t.id
                where t.hazard_id = h.id and x.status = 'APPROVED'
                union all
                select (e.detail ->> 'dueAt')::timestamptz from rectification_task t join history_entry e on e.object_id = t.id
                where t.hazard_id = h.id and e.action = 'RETURNED')
              || ((h.reported_at at time zone 'Asia/Shanghai')::date + 30 + time '23:59:59')
                at time zone 'Asia/Shanghai' ends) decided
            where not h.due_at = any(decided.ends) or ledger_clock_start(h.deadline, h.reported_at) <> h.reported_at
              or (select count(*) from deadline_clock c where c.object_id = h.id and c.name = 'HAZARD_TOTAL') <> 1
            """;

    /**
     * When each clock reached each rung of its ladder, worked out anew, beside what was recorded: a rung that was reached while the clock
     * ran on until the engine looked was recorded once, at its moment; none was recorded that the clock did not live to see.
     */
    private static final String RUNGS = """
            with moved as (
              select c.id, c.subject, c.started_at, c.due_at, coalesce(c.stopped_at, ?::timestamptz) until, r.rung, r.amount,
                case when r.amount = 0 then c.due_at when r.unit = 'HOUR' then c.due_at + r.amount * interval '1 hour'
                  else (case r.unit when 'NATURAL_DAY' then due.day + r.amount else (
                      select d.day from generate_series(1, 40) n cross join lateral (select due.day + n * sign(r.amount)::integer as day) d
                      left join calendar_day off on off.day = d.day
                      where coalesce(off.kind = 'WORKDAY', extract(isodow from d.day) < 6)
                      order by n offset abs(r.amount) - 1 limit 1) end + time '23:59:59') at time zone 'Asia/Shanghai' end moment
              from deadline_clock c
              cross join lateral (select (c.due_at at time zone 'Asia/Shanghai')::date as day) due
              join escalation_rule r on r.valid_to is null
                and r.subject is not distinct from (select min(o.subject) from escalation_rule o where o.subject = c.subject and o.valid_to is null)
            ), climbed as (
              select m.*, max(greatest(moment, started_at)) over (partition by id order by rung) reached
              from moved m where amount >= 0 or moment > started_at
            ), told as (
              select e.id, e.deadline_clock_id clock, e.rung, e.reached_at, e.recorded_at from deadline_event e
              join deadline_clock c on c.id = e.deadline_clock_id and c.due_at = e.due_at
            )
            select coalesce(l.id, t.clock), l.subject, coalesce(l.rung, t.rung) rung, l.due_at, l.until, l.reached, t.reached_at
            from climbed l full join told t on t.clock = l.id and t.rung = l.rung
            where t.id is null and l.until > l.reached + ?::interval
              or t.id is not null and (l.id is null or t.reached_at <> l.reached or l.until < l.reached or t.recorded_at > l.reached + ?::interval)
            union all
            select c.id, c.subject, c.rung, c.due_at, null, null, null from deadline_clock c
            where c.stopped_at is null and c.rung <> coalesce((select max(t.rung) from told t where t.clock = c.id), 0)""";

    private static final String UNVISITED = """
            select count(*) from enterprise e join enterprise_coverage c on c.id = e.id cross join lateral (
              select max((i.started_at at time zone 'Asia/Shanghai')::date) visited from inspection i
              where i.enterprise_id = e.id and i.kind in ('ENFORCEMENT', 'ASSISTANCE') and i.status <> 'ABORTED') v
            where starts_with(e.division_code, ?) and e.status = 'ACTIVE' and coalesce(v.visited, c.registered_on)
              < (?::timestamptz at time zone 'Asia/Shanghai')::date
                - case e.supervision_class when 'A' then 730 when 'C' then 180 when 'D' then 90 else 365 end""";

    private final LedgerTables tables;
    private final City city;
    private final String end;

    Books(LedgerTables tables, City city, Instant end) {
        this.tables = tables;
        this.city = city;
        this.end = end.toString();
    }

    List<String> brokenChains(HistoryVerification history, ScopedTransactions transactions, Callers callers)
            throws Exception {
        List<String> broken = new ArrayList<>();
        for (Map.Entry<NodeType, String> chained : CHAINED.entrySet()) {
            for (String id : tables.rows("select id from " + chained.getValue())) {
                String object = City.id(chained.getKey(), id);
                HistoryVerification.Verdict verdict = callers.as(
                        city.auditor().caller(),
                        () -> transactions.read(
                                () -> history.verify(NodeId.parse(object).orElseThrow())));
                if (verdict.brokenAt() != null) {
                    broken.add(object + " at " + verdict.brokenAt());
                }
            }
        }
        return broken;
    }

    List<String> clocksSetBack() {
        return tables.rows(RESET);
    }

    /** @param looked how long the engine may leave what came due unrecorded */
    List<String> rungsMissedOrWrong(Duration looked) {
        return tables.rows(RUNGS, end, looked.toString(), looked.toString());
    }

    /** The enterprises that nobody visited for too long, as the coverage tells them and as the visits do. */
    List<String> gapsThatDiffer() {
        List<String> differing = new ArrayList<>();
        for (City.County county : city.counties()) {
            JsonPath told = LedgerClient.as(county.first().token())
                    .query(
                            "query($area: String) { coverage(jurisdiction: $area) { cells { industry gaps { kind count } } } }",
                            Map.of("area", county.code()));
            int gaps = told
                    .<Map<String, Object>>getList(
                            "data.coverage.cells.findAll { it.industry != null }.gaps.flatten().findAll { it.kind == 'NO_VISIT' }")
                    .stream()
                    .mapToInt(gap -> (Integer) Objects.requireNonNull(gap.get("count")))
                    .sum();
            String counted = tables.value(UNVISITED, prefix(county.code()), end);
            if (!counted.equals(Integer.toString(gaps))) {
                differing.add(county.code() + " " + gaps + " counted " + counted);
            }
        }
        return differing;
    }

    private static String prefix(String place) {
        return place.substring(0, 6);
    }
}
