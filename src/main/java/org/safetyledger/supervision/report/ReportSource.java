package org.safetyledger.supervision.report;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/**
 * Where the objects of figures are found. A source gives of each object its id, the division that answers for it, when it happened,
 * and what the conditions of its figures ask for. It begins with an equality on the place that an index has, too.
 *
 * <p>What was recorded shortly before the cut-off may have been committed after the report was drawn up, which did not see it: each
 * report looks for it again from {@code {since}} on, an hour before its day, longer than any transaction may last.
 */
enum ReportSource {
    /** Visits that began, by the clock of the device where it was offline: never one that is only planned. */
    VISITS(ReportedKind.INSPECTION, Counted.ONCE, """
            select i.id, i.division_code responsible, least(i.started_at, i.device_started_at) happened_at, i.kind, i.check_kind, i.source,
              exists (select from drawn_visit d where d.inspection_id = i.id) random
            from inspection i
            where i.county_code = :county and i.started_at >= {since} and i.started_at <= :now and i.enterprise_id is not null"""),
    FINDINGS(ReportedKind.FINDING, Counted.ONCE, """
            select f.id, i.division_code responsible, least(f.recorded_at, f.device_recorded_at) happened_at
            from finding f join inspection i on i.id = f.inspection_id
            where f.result = 'NON_COMPLIANT' and f.recorded_at >= {since} and f.recorded_at <= :now and i.county_code = :county
              and i.kind = 'ENFORCEMENT'"""),
    /** One that was rejected when its day was reported, and is contested since, is known again. */
    HAZARDS(ReportedKind.HAZARD, Counted.ONCE, """
            select h.id, h.division_code responsible, least(h.reported_at, h.discovered_at) happened_at, h.grade
            from hazard h
            where h.county_code = :county and h.reported_at <= :now and h.status not in ('REJECTED', 'DUPLICATE')
              and (h.reported_at >= {since} or h.contested and h.reported_at >= (
                select min(r.begins_at) from daily_report r where r.division_code = :place))"""),
    /** One that was reopened before its day was reported was closed all the same: its history tells when. */
    CLOSURES(ReportedKind.HAZARD, Counted.ONCE_A_DAY, """
            select h.id, h.division_code responsible, h.closed_at happened_at, h.grade
            from hazard h
            where h.county_code = :county and h.closed_at >= {since} and h.closed_at < :cutOff and h.status = 'CLOSED'
            union all
            select h.id, h.division_code, e.closed_at, h.grade
            from hazard h cross join lateral (
              select max(e.recorded_at) closed_at from history_entry e
              where e.object_id = h.id and e.object_type = 'HAZARD' and e.action in ('CLOSED', 'SELF_CLOSED')
                and e.recorded_at >= {since} and e.recorded_at < :cutOff) e
            where h.county_code = :county and h.reopened_at >= {since} and e.closed_at is not null
              and not (h.status = 'CLOSED' and h.closed_at >= {since} and h.closed_at < :cutOff)"""),
    PAPERS(ReportedKind.PAPER, Counted.ONCE, """
            select p.id, p.division_code responsible, p.issued_at happened_at, p.kind
            from paper p
            where p.county_code = :county and p.issued_at >= {since} and p.issued_at <= :now and p.status <> 'WITHDRAWN'"""),
    OVERDUE_HAZARDS(ReportedKind.HAZARD, Counted.EVERY_DAY, """
            select h.id, h.division_code responsible, cast(:begin as timestamptz) happened_at, h.grade
            from hazard h where h.county_code = :county and h.open and h.due_at < :cutOff"""),
    OVERDUE_TASKS(ReportedKind.RECTIFICATION_TASK, Counted.EVERY_DAY, """
            select t.id, t.division_code responsible, cast(:begin as timestamptz) happened_at
            from rectification_task t where t.county_code = :county and t.open and t.due_at < :cutOff"""),
    UNSIGNED_PAPERS(ReportedKind.PAPER, Counted.EVERY_DAY, """
            select p.id, p.division_code responsible, cast(:begin as timestamptz) happened_at
            from paper p where p.county_code = :county and p.due_at < :cutOff and p.status = 'SERVED'"""),
    UNANSWERED_ITEMS(ReportedKind.SUPERVISION_ITEM, Counted.EVERY_DAY, """
            select i.id, i.addressee_division responsible, cast(:begin as timestamptz) happened_at
            from supervision_item i where i.county_code = :county and i.open and i.due_at < :cutOff"""),
    /** By the end of the day, as their dates are told. */
    UNANSWERED_DIRECTIVES(ReportedKind.DIRECTIVE_ITEM, Counted.EVERY_DAY, """
            select i.id, i.division_code responsible, cast(:begin as timestamptz) happened_at
            from ledger_directive_items_open(cast(:day as date)) i where i.county_code = :county""");

    /** How often an object is reported. */
    private enum Counted {
        /** By one report, whatever it has become since. */
        ONCE,
        /** By one report of the day on which it happened: it may happen again. */
        ONCE_A_DAY,
        /** By every report, as long as it lasts. */
        EVERY_DAY
    }

    private final ReportedKind kind;
    private static final String SINCE = "cast(:begin as timestamptz) - interval '1 hour'";

    private final Counted counted;
    private final String objects;

    ReportSource(ReportedKind kind, Counted counted, String objects) {
        this.kind = kind;
        this.counted = counted;
        this.objects = objects;
    }

    /** Whether the statement asks for {@code now}: what is recorded with the time of a device, or of a test, lies ahead of none. */
    boolean asksForNow() {
        return counted == Counted.ONCE;
    }

    /**
     * The statement that keeps the objects of all its figures. What is known late belongs to the day in which it happened; days begin
     * with the cut-off.
     */
    String insert() {
        String figures = figures()
                .map(figure -> "('%s', %s, %s)".formatted(figure, figure.outstanding(), figure.condition()))
                .collect(joining(", "));
        return """
            insert into reported_object (id, division_code, version, daily_report_id, reported_on, day, figure, outstanding, object_type,
              object_id, responsible_division)
            select gen_random_uuid(), :place, 0, cast(:report as uuid), cast(:day as date), s.day, f.figure, f.outstanding, '%s', s.id, s.responsible
            from (
              select o.*, case when o.happened_at >= :begin then cast(:day as date) else least(cast(:day as date) - 1,
                cast((o.happened_at at time zone 'Asia/Shanghai') + :rest * interval '1 minute' as date)) end "day"
              from (%s) o where o.happened_at < :cutOff) s
            cross join lateral (values %s) f(figure, outstanding, holds)
            where f.holds and %s""".formatted(kind, objects.replace("{since}", SINCE), figures, unreported());
    }

    /** What another report of the place has counted already is not counted again. */
    private String unreported() {
        if (counted == Counted.EVERY_DAY) {
            return "true";
        }
        return "not exists (select from reported_object r where r.object_id = s.id and r.division_code = :place and r.figure in ("
                + figures().map(figure -> "'" + figure + "'").collect(joining(", ")) + ")"
                + (counted == Counted.ONCE_A_DAY ? " and r.day >= s.day)" : ")");
    }

    private Stream<ReportFigure> figures() {
        return Stream.of(ReportFigure.values()).filter(figure -> figure.source() == this);
    }
}
