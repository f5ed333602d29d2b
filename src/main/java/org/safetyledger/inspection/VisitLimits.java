package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.jurisdiction.Limits;
import org.safetyledger.party.Enterprise;

/** When and how often an authority may visit an enterprise, by the rules of the day. */
@ApplicationScoped
class VisitLimits {
    private final InspectionRepository inspections;
    private final Limits limits;
    private final Journal journal;

    VisitLimits(InspectionRepository inspections, Limits limits, Journal journal) {
        this.inspections = inspections;
        this.limits = limits;
        this.journal = journal;
    }

    /** Whether a visit counts: one of these kinds and sources has a rule VISIT_COUNTS that says it does not. */
    boolean counts(VisitCause cause, LocalDate day) {
        return limits.on(day, "VISIT_COUNTS", cause.kind().name()).amount() > 0
                && limits.on(day, "VISIT_COUNTS", cause.source().name()).amount() > 0;
    }

    int allowed(@Nullable String sector, LocalDate day) {
        return limits.on(day, "VISITS_PER_YEAR", sector == null ? "" : sector).amount();
    }

    /** How many days may lie between two authorities' visits that are proposed to be made together. */
    int mergeDays(LocalDate day) {
        return limits.on(day, "MERGE_WITHIN", "").amount();
    }

    /**
     * Refuses one more visit where the year's are used. Plans for one enterprise wait for one another, so that no two of
     * them take the last.
     */
    void requireLeft(String authority, Enterprise enterprise, LocalDate day) {
        journal.hold(new NodeId(NodeType.ENTERPRISE, enterprise.id()));
        int allowed = allowed(enterprise.sector(), day);
        int used = inspections.counted(authority, enterprise.id(), day.getYear());
        if (used >= allowed) {
            throw Refusal.at("checkKind", ErrorCode.CAP_EXCEEDED, allowed, used, Integer.toString(day.getYear()));
        }
    }

    /** Refuses a daily check outside its days of the month, unless its source or the enterprise's sector makes an exception. */
    void requireWindow(VisitCause cause, @Nullable String sector, LocalDate day, String field) {
        if (cause.kind() != CheckKind.DAILY) {
            return;
        }
        int from = Math.min(
                limits.on(day, "DAILY_CHECKS_FROM", cause.source().name()).amount(),
                limits.on(day, "DAILY_CHECKS_FROM", sector == null ? "" : sector)
                        .amount());
        if (day.getDayOfMonth() < from) {
            throw Refusal.at(field, ErrorCode.OUTSIDE_DAILY_WINDOW, from);
        }
    }
}
