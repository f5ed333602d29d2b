package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.Times;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.EnterpriseRepository;

/** Counts the visits of the year to an enterprise. */
@ApplicationScoped
public class InspectionBudgets {
    /** Of its own authority a caller of an authority is told, too, when it has none. */
    private static final String SHARES = """
            select a.authority, coalesce(d.name, v.name, a.authority) name, count(*) filter (where a.counts) used,
              count(*) filter (where not a.counts and not a.joint) exempt, count(*) filter (where a.joint) joint,
              count(*) filter (where a.off_site) off_site
            from (
              select i.authority, ledger_is_counted(i) counts, i.merged_into_id is not null joint, false off_site
              from inspection i
              where i.enterprise_id = :enterprise and i.check_kind is not null and i.status <> 'CANCELLED'
                and i.planned_on between :first and :last and (:planned or i.started_at is not null or i.entered_at is not null)
              union all
              select c.authority, null, null, true from ledger_off_site_checks(:enterprise, :first, :last) c
              union all
              select cast(:own as text), null, null, false where cast(:own as text) is not null) a
            left join department d on d.code = a.authority
            left join division v on v.code = a.authority
            group by a.authority, d.name, v.name order by a.authority""";

    /** By rows that an authority sees: its own visits. */
    private static final String USED = """
            select i.enterprise_id, e.sector, e.supervision_class, count(*) used from inspection i join enterprise e on e.id = i.enterprise_id
            where i.authority = :authority and ledger_is_counted(i) and i.planned_on between :first and :last
              and (i.visible_to_target or i.entered_at is not null)
            group by i.enterprise_id, e.sector, e.supervision_class""";

    private final EntityManager entityManager;
    private final EnterpriseRepository enterprises;
    private final VisitLimits limits;
    private final Callers callers;
    private final Clock clock;

    InspectionBudgets(
            EntityManager entityManager,
            EnterpriseRepository enterprises,
            VisitLimits limits,
            Callers callers,
            Clock clock) {
        this.entityManager = entityManager;
        this.enterprises = enterprises;
        this.limits = limits;
        this.callers = callers;
        this.clock = clock;
    }

    /** Null where there is no such enterprise, or it is out of scope. */
    public @Nullable InspectionBudget of(UUID enterpriseId, int year) {
        Enterprise enterprise = enterprises.findById(enterpriseId);
        if (enterprise == null) {
            return null;
        }
        Caller caller = callers.current();
        Instant now = clock.instant();
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate today = Times.day(now);
        LocalDate day = today.getYear() == year ? today : last;
        List<Object[]> rows = entityManager
                .createNativeQuery(SHARES, Object[].class)
                .setParameter("enterprise", enterpriseId)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", last)
                .setParameter("planned", !caller.ofEnterprise())
                .setParameter("own", caller.may(Permission.NOTIFY_INSPECTION) ? caller.authority() : null)
                .getResultList();
        return new InspectionBudget(
                year,
                Times.local(now),
                rows.stream()
                        .map(row -> share(row, limits.allowed((String) row[0], enterprise.classes(), day)))
                        .toList());
    }

    /**
     * The enterprises of which the authority's visits of that day's year are used, with how many are allowed; by visits that are no
     * secret, since it is published.
     */
    public Map<UUID, Integer> usedUp(String authority, LocalDate day) {
        List<Object[]> rows = entityManager
                .createNativeQuery(USED, Object[].class)
                .setParameter("authority", authority)
                .setParameter("first", LocalDate.of(day.getYear(), 1, 1))
                .setParameter("last", LocalDate.of(day.getYear(), 12, 31))
                .getResultList();
        Map<UUID, Integer> usedUp = new HashMap<>();
        for (Object[] row : rows) {
            int allowed = limits.allowed(authority, Enterprise.classes((String) row[1], (String) row[2]), day);
            if (number(row[3]) >= allowed) {
                usedUp.put((UUID) row[0], allowed);
            }
        }
        return usedUp;
    }

    private static InspectionBudget.Share share(Object[] row, int allowed) {
        int used = number(row[2]);
        return new InspectionBudget.Share(
                (String) row[0],
                (String) row[1],
                allowed,
                used,
                number(row[3]),
                number(row[4]),
                number(row[5]),
                Math.max(0, allowed - used));
    }

    private static int number(Object count) {
        return Math.toIntExact(((Number) count).longValue());
    }
}
