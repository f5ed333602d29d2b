package org.safetyledger.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.audit.Journal;
import org.safetyledger.checkplan.CheckPlanKind;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Limits;
import org.safetyledger.party.Enterprise;

/** When and how often an authority may visit an enterprise, by the rules of the day. */
@ApplicationScoped
class VisitLimits {
    /** A phone may have been offline that long since it planned, entered or started a visit. */
    static final Duration OFFLINE = Duration.ofDays(7);

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

    /**
     * How many counted visits an authority may make to an enterprise of these classes in the day's year. What the authority
     * published, for a class or for any, goes before what holds for all authorities.
     */
    int allowed(String authority, List<String> classes, LocalDate day) {
        return limits.narrowest(
                        day,
                        "VISITS_PER_YEAR",
                        Stream.of(
                                        classes.stream().map(one -> authority + "_" + one),
                                        Stream.of(authority),
                                        classes.stream())
                                .flatMap(Function.identity())
                                .toList())
                .amount();
    }

    /**
     * The day on which something was done at the visit: by the device that tells it later, unless that was offline for longer
     * than is believed.
     */
    static LocalDate dayOf(@Nullable Instant byDevice, Instant now) {
        return Times.day(byDevice != null && byDevice.isAfter(now.minus(OFFLINE)) ? byDevice : now);
    }

    /**
     * Refuses a start on another day than was approved, and of what counts in another year. An emergency starts at once,
     * whatever the device says.
     */
    void requireApprovedDay(Inspection inspection, VisitCause cause, @Nullable Instant byDevice, Instant now) {
        LocalDate from = inspection.plannedOn();
        LocalDate to = lastApproved(inspection, cause);
        LocalDate day = dayOf(cause.isEmergency() ? null : byDevice, now);
        if (day.isBefore(from) || day.isAfter(to)) {
            throw Refusal.at(byDevice == null ? "id" : "startedAt", ErrorCode.OUTSIDE_APPROVED_DAYS, from, to);
        }
    }

    /** The last day of those for which it is approved, or would be. */
    LocalDate lastApproved(Inspection inspection, VisitCause cause) {
        LocalDate from = inspection.plannedOn();
        int days = limits.on(from, "APPROVAL_DAYS", cause.source().name()).amount();
        LocalDate last = from.plusDays(Math.max(days, 1) - 1L);
        LocalDate endOfYear = from.with(TemporalAdjusters.lastDayOfYear());
        LocalDate ofYear = inspection.counted() && last.isAfter(endOfYear) ? endOfYear : last;
        LocalDate until = inspection.approvedUntil();
        return until == null || until.isAfter(ofYear) ? ofYear : until;
    }

    /** Two changes of visits to one enterprise wait for one another, before either visit is held. */
    void holdEnterprise(UUID visit) {
        UUID enterprise = inspections.enterpriseOf(visit);
        if (enterprise != null) {
            journal.hold(new NodeId(NodeType.ENTERPRISE, enterprise));
        }
    }

    /** Whether a check by an authority's own plan needs that plan published. */
    boolean needsCheckPlan(CheckPlanKind kind, LocalDate day) {
        return limits.on(day, "CHECK_PLAN_REQUIRED", kind.name()).amount() > 0;
    }

    /** How many days may lie between two authorities' visits that are proposed to be made together. */
    int mergeDays(LocalDate day) {
        return limits.on(day, "MERGE_WITHIN", "").amount();
    }

    /**
     * Refuses one more visit where the year's are used. Plans for one enterprise wait for one another, so that no two of
     * them take the last.
     */
    void requireLeft(String authority, Enterprise enterprise, LocalDate day, String field) {
        journal.hold(new NodeId(NodeType.ENTERPRISE, enterprise.id()));
        int allowed = allowed(authority, enterprise.classes(), day);
        int used = inspections.counted(authority, enterprise.id(), day.getYear());
        if (used >= allowed) {
            throw Refusal.at(field, ErrorCode.CAP_EXCEEDED, allowed, used, Integer.toString(day.getYear()));
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
        // The last day of a short month is the last day of a month, too.
        if (day.getDayOfMonth() < Math.min(from, day.lengthOfMonth())) {
            throw Refusal.at(field, ErrorCode.OUTSIDE_DAILY_WINDOW, from);
        }
    }
}
