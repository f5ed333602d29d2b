package org.safetyledger.supervision.report;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/**
 * Where the objects of figures are found. A source gives of each object its id, the division that answers for it, when it happened,
 * and what the conditions of its figures ask for. It begins with an equality on the place that an index has, too.
 */
enum ReportSource {
    /** Visits that began, by the clock of the device where it was offline: never one that is only planned. */
    VISITS(ReportedKind.INSPECTION, true, """
            select i.id, i.division_code responsible, least(i.started_at, i.device_started_at) happened_at, i.kind, i.check_kind, i.source,
              exists (select from drawn_visit d where d.inspection_id = i.id) random
            from inspection i
            where i.county_code = :county and i.started_at >= :begin and i.started_at <= :now and i.enterprise_id is not null"""),
    FINDINGS(ReportedKind.FINDING, true, """
            select f.id, i.division_code responsible, least(f.recorded_at, f.device_recorded_at) happened_at
            from finding f join inspection i on i.id = f.inspection_id
            where f.result = 'NON_COMPLIANT' and f.recorded_at >= :begin and f.recorded_at <= :now and i.county_code = :county
              and i.kind = 'ENFORCEMENT'"""),
    HAZARDS(ReportedKind.HAZARD, true, """
            select h.id, h.division_code responsible, least(h.reported_at, h.discovered_at) happened_at, h.grade
            from hazard h
            where h.county_code = :county and h.reported_at >= :begin and h.reported_at <= :now
              and h.status not in ('REJECTED', 'DUPLICATE')"""),
    CLOSURES(ReportedKind.HAZARD, false, """
            select h.id, h.division_code responsible, h.closed_at happened_at, h.grade
            from hazard h
            where h.county_code = :county and h.closed_at >= :begin and h.status = 'CLOSED'"""),
    PAPERS(ReportedKind.PAPER, false, """
            select p.id, p.division_code responsible, p.issued_at happened_at, p.kind
            from paper p
            where p.county_code = :county and p.issued_at >= :begin and p.status <> 'WITHDRAWN'"""),
    OVERDUE_HAZARDS(ReportedKind.HAZARD, false, """
            select h.id, h.division_code responsible, cast(:begin as timestamptz) happened_at, h.grade
            from hazard h where h.county_code = :county and h.open and h.due_at < :cutOff"""),
    OVERDUE_TASKS(ReportedKind.RECTIFICATION_TASK, false, """
            select t.id, t.division_code responsible, cast(:begin as timestamptz) happened_at
            from rectification_task t where t.county_code = :county and t.open and t.due_at < :cutOff"""),
    UNSIGNED_PAPERS(ReportedKind.PAPER, false, """
            select p.id, p.division_code responsible, cast(:begin as timestamptz) happened_at
            from paper p where p.county_code = :county and p.due_at < :cutOff and p.status = 'SERVED'"""),
    UNANSWERED_ITEMS(ReportedKind.SUPERVISION_ITEM, false, """
            select i.id, i.addressee_division responsible, cast(:begin as timestamptz) happened_at
            from supervision_item i where i.county_code = :county and i.open and i.due_at < :cutOff""");

    private final ReportedKind kind;
    private final boolean mayBeLate;
    private final String objects;

    /** @param mayBeLate whether it happens before it is recorded, once */
    ReportSource(ReportedKind kind, boolean mayBeLate, String objects) {
        this.kind = kind;
        this.mayBeLate = mayBeLate;
        this.objects = objects;
    }

    /** Whether what happened before may be recorded now: then the statement asks for {@code now}. */
    boolean mayBeLate() {
        return mayBeLate;
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
            select gen_random_uuid(), :place, 0, cast(:report as uuid), cast(:day as date),
              case when s.happened_at >= :begin then cast(:day as date) else least(cast(:day as date) - 1,
                cast((s.happened_at at time zone 'Asia/Shanghai') + :rest * interval '1 minute' as date)) end,
              f.figure, f.outstanding, '%s', s.id, s.responsible
            from (%s) s cross join lateral (values %s) f(figure, outstanding, holds)
            where f.holds and s.happened_at < :cutOff and %s""".formatted(kind, objects, figures, mayBeLate ? unreported() : "true");
    }

    /** What another report of the place has counted already is not counted again, whatever it has become since. */
    private String unreported() {
        return "not exists (select from reported_object r where r.object_id = s.id and r.division_code = :place and r.figure in ("
                + figures().map(figure -> "'" + figure + "'").collect(joining(", ")) + "))";
    }

    private Stream<ReportFigure> figures() {
        return Stream.of(ReportFigure.values()).filter(figure -> figure.source() == this);
    }
}
