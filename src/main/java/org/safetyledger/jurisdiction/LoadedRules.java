package org.safetyledger.jurisdiction;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;

/**
 * Which rules that the program asks for are loaded. They are data of the installation, and a program that is newer than its rules goes
 * on without them: what needs one is refused by its name, and the operator is told at the start.
 */
@ApplicationScoped
public class LoadedRules {
    private static final Logger LOG = Logger.getLogger(LoadedRules.class);

    private static final List<String> LIMITS = List.of(
            "APPROVAL_DAYS",
            "CHECK_PLAN_REQUIRED",
            "DAILY_CHECKS_FROM",
            "DAILY_REPORT_BACK",
            "DAILY_REPORT_CUT_OFF",
            "DAILY_REPORT_ISSUE",
            "DAILY_REPORT_SIGNATURE",
            "DRAW_POOL",
            "ENTRY_ATTEMPTS",
            "LOOK_BACK_SHARE",
            "MERGE_WITHIN",
            "OFFICERS_PER_VISIT",
            "OFF_SITE_WITHIN",
            "RATINGS_TOLD_FROM",
            "REEL_ENTRIES",
            "SELF_CHECK_WITHIN",
            "TRANSFER_ARBITRATED_FROM",
            "URGES_PER_DAY",
            "VISITS_PER_YEAR",
            "VISIT_COUNTS",
            "VISIT_WITHIN");

    private static final List<String> DEADLINES = List.of(
            DeadlineSubject.HAZARD_CONFIRMATION,
            DeadlineSubject.HAZARD_ASSIGNMENT,
            DeadlineSubject.TASK_ACCEPTANCE,
            DeadlineSubject.RECTIFICATION_START,
            DeadlineSubject.RECTIFICATION_TOTAL,
            DeadlineSubject.REVIEW,
            DeadlineSubject.CLOSURE,
            DeadlineSubject.EXTENSION_NOTICE,
            DeadlineSubject.EXTENSION_DECISION,
            DeadlineSubject.EXTENSION_MAXIMUM);

    /** Of the ladders that of whatever has none of its own. */
    private static final String MISSING = """
            with asked(kind, subject) as (
              select 'limit', unnest(string_to_array(:limits, ',')) union all
              select 'deadline', unnest(string_to_array(:deadlines, ',')) union all
              select 'ladder', 'of all deadlines'
            ), rule(kind, subject, valid_from, valid_to) as (
              select 'limit', subject, valid_from, valid_to from limit_rule union all
              select 'deadline', subject, valid_from, valid_to from deadline_rule union all
              select 'ladder', 'of all deadlines', valid_from, valid_to from escalation_rule where subject is null
            )
            select a.kind || ' ' || a.subject from asked a where not exists (
              select from rule r where r.kind = a.kind and r.subject = a.subject
                and cast(:day as date) between r.valid_from and coalesce(r.valid_to, 'infinity'))
            order by 1""";

    private final EntityManager entityManager;
    private final ScopedTransactions transactions;
    private final Clock clock;

    LoadedRules(EntityManager entityManager, ScopedTransactions transactions, Clock clock) {
        this.entityManager = entityManager;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Refuses what asks for a rule that is not there. */
    static Refusal missing(String subject, String of, LocalDate day) {
        return Refusal.of(ErrorCode.RULE_NOT_LOADED, subject, of.isEmpty() ? "-" : of, day.toString());
    }

    /** After the seeds, which may have loaded them; a start never fails by what it has to tell. */
    void tell(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent start) {
        try {
            tell(missing());
        } catch (Exception failure) {
            LOG.warn("Whether all rules are loaded could not be found out", failure);
        }
    }

    private static void tell(List<String> missing) {
        if (!missing.isEmpty()) {
            LOG.warnf(
                    "Rules are not loaded that hold today, and what needs them is refused with RULE_NOT_LOADED: %s. Name their directory by"
                            + " safety-ledger.seeds.directory and start anew.",
                    String.join(", ", missing));
        }
    }

    /** The rules that the program asks for and of which none holds today, by kind and subject. */
    public List<String> missing() throws Exception {
        return transactions.background(() -> entityManager
                .createNativeQuery(MISSING, String.class)
                .setParameter("limits", String.join(",", LIMITS))
                .setParameter("deadlines", String.join(",", DEADLINES))
                .setParameter("day", Times.day(clock.instant()))
                .getResultList());
    }
}
