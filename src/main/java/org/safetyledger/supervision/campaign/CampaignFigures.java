package org.safetyledger.supervision.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Campaigns;

/** Counts the visits and hazards of a campaign, those that the caller may see. */
@ApplicationScoped
class CampaignFigures {
    private static final String PROGRESS = """
            select v.*, h.*, s.*, d.* from campaign c
            cross join lateral (
              select count(*) filter (where i.status <> 'CANCELLED') visits, count(i.started_at) started,
                count(*) filter (where i.status = 'COMPLETED') completed,
                count(distinct i.enterprise_id) filter (where i.started_at is not null) enterprises
              from inspection i where i.campaign_id = c.id) v
            cross join lateral (
              select count(*) hazards, count(*) filter (where t.open) open, count(*) filter (where t.open and t.due_at < :now) overdue,
                count(*) filter (where t.open and t.grade = 'MAJOR') major
              from inspection i join hazard t on t.inspection_id = i.id where i.campaign_id = c.id) h
            cross join lateral (
              select count(*) filter (where u.status <> 'CANCELLED') supervisions from supervision_visit u where u.campaign_id = c.id) s
            cross join lateral (
              select count(*) filter (where ledger_duty_kept(u.recorded_at, o.day)) kept,
                count(*) filter (where not ledger_duty_kept(u.recorded_at, o.day)) late,
                array_agg(o.day order by o.day) filter (where ledger_duty_kept(u.recorded_at, o.day) is not true and o.day < :today) missing
              from (
                select g::date as day from generate_series(greatest(c.starts_on, (c.approved_at at time zone 'Asia/Shanghai')::date),
                  least(c.ends_on, :today, (c.archived_at at time zone 'Asia/Shanghai')::date), interval '1 day') g where c.kind = 'KEY_PERIOD'
                union select r.day from campaign_duty r where r.campaign_id = c.id) o
              left join campaign_duty u on u.campaign_id = c.id and u.day = o.day) d
            where c.id = :campaign""";

    private static final String OPEN = """
            select count(distinct i.id) filter (where i.status in ('APPROVAL_PENDING', 'APPROVED', 'PLANNED', 'ASSIGNED', 'NOTIFIED',
                'IN_PROGRESS', 'RECORD_PENDING_SIGNATURE')) + (select count(*) from supervision_visit v where v.campaign_id = :campaign
                and v.status in ('PLANNED', 'NOTIFIED', 'IN_PROGRESS', 'RECORD_PENDING_SIGNATURE')) visits,
              count(t.id) filter (where t.open) hazards,
              (select count(*) from campaign_duty u where u.campaign_id = :campaign and u.status = 'ROSTERED' and u.day <= ledger_today()) duties
            from inspection i left join hazard t on t.inspection_id = i.id where i.campaign_id = :campaign""";

    private final EntityManager entityManager;
    private final Clock clock;

    CampaignFigures(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Null where there is no such campaign, or it is out of scope. */
    @Nullable
    CampaignProgress progress(UUID campaign) {
        Instant now = clock.instant();
        List<Object[]> rows = entityManager
                .createNativeQuery(PROGRESS, Object[].class)
                .setParameter("campaign", campaign)
                .setParameter("now", now)
                .setParameter("today", Times.day(now))
                .getResultList();
        return rows.isEmpty() ? null : progress(rows.getFirst(), now);
    }

    Campaigns.Open open(UUID campaign) {
        Object[] counts = (Object[]) entityManager
                .createNativeQuery(OPEN, Object[].class)
                .setParameter("campaign", campaign)
                .getSingleResult();
        return new Campaigns.Open(number(counts[0]), number(counts[1]), number(counts[2]));
    }

    private static CampaignProgress progress(Object[] counts, Instant now) {
        return new CampaignProgress(
                Times.local(now),
                number(counts[0]),
                number(counts[1]),
                number(counts[2]),
                number(counts[3]),
                number(counts[4]),
                number(counts[5]),
                number(counts[6]),
                number(counts[7]),
                number(counts[8]),
                number(counts[9]),
                number(counts[10]),
                missing(counts[11]));
    }

    private static List<LocalDate> missing(@Nullable Object days) {
        return days == null ? List.of() : List.of((LocalDate[]) days);
    }

    private static int number(Object count) {
        return Math.toIntExact(((Number) count).longValue());
    }
}
