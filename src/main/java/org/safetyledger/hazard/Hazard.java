package org.safetyledger.hazard;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.GeoPosition;
import org.safetyledger.party.AssignedPerson;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.ResponsibilitySnapshot;

/**
 * A hazard, from its report to its closure. Guards are in {@link HazardVerb}; these methods only move it. The total
 * clock starts with the report and no method but a reopening starts it again; one that has ended stays ended.
 */
@Entity
// What JSON says is not written anew in the words of a later program: the database compares what callers change.
@DynamicUpdate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Hazard extends TradedObject implements HazardFacts, Guarded<HazardFacts> {
    /** What only its reporter does, or does like nobody else. */
    private static final Set<String> OF_ITS_REPORTER =
            Set.of("REPORTED", "CORRECTED", "CONTESTED", "EVIDENCE_ADDED", "STEPPED_UP");

    private @Nullable UUID inspectionId;
    private @Nullable UUID findingId;
    private String title;
    private @Nullable String description;
    private @Nullable String place;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable GeoPosition position;

    private String categoryCode;

    @Enumerated(EnumType.STRING)
    private HazardSource source;

    @Enumerated(EnumType.STRING)
    private HazardStatus status;

    @Enumerated(EnumType.STRING)
    private HazardGrade grade;

    private @Nullable String gradedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable DivisionLevel gradedLevel;

    private @Nullable String judgementStandard;
    private @Nullable String judgementClause;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Opinion judgementOpinion;

    private Instant discoveredAt;
    private Instant reportedAt;
    private String reportedBy;
    private boolean anonymous;
    private @Nullable String foundBy;

    @Embedded
    private @Nullable AssignedPerson person;

    private @Nullable String confirmedBy;
    private @Nullable String fixedBy;
    private @Nullable String closedBy;
    private @Nullable Instant closedAt;
    private boolean selfClosed;
    private @Nullable Instant reopenedAt;
    private @Nullable String rejectionReason;
    private boolean contested;
    private boolean leftToAuthority;
    private @Nullable UUID duplicateOfId;

    @JdbcTypeCode(SqlTypes.JSON)
    private ResponsibilitySnapshot responsibleParties;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ResponsibilitySnapshot majorParties;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable FiveImplementations fiveImplementations;

    private @Nullable String interimMeasures;
    private Instant dueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Deadline deadline;

    private @Nullable Instant stateDueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline stateDeadline;

    @Formula("ledger_handling(id)")
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Handling handling;

    protected Hazard() {}

    Hazard(
            HazardReport report,
            @Nullable String finder,
            Enterprise enterprise,
            @Nullable String matter,
            ResponsibilitySnapshot parties,
            HazardSource source,
            Caller reporter,
            Instant discoveredAt,
            Instant now) {
        super(report.id(), enterprise.divisionCode(), enterprise.id(), enterprise.industryCode(), matter);
        this.inspectionId = report.inspectionId();
        this.findingId = report.findingId();
        this.title = report.title();
        this.description = report.description();
        this.place = report.place();
        this.position = report.position();
        this.categoryCode = report.categoryCode();
        this.source = source;
        this.status = HazardStatus.REPORTED;
        this.grade = HazardGrade.GENERAL;
        this.discoveredAt = discoveredAt;
        this.reportedAt = now;
        this.reportedBy = reporter.subject();
        this.foundBy = finder;
        this.responsibleParties = parties;
    }

    /** The enterprise that it is of closes it no more by itself. */
    void leaveToAuthority() {
        leftToAuthority = true;
    }

    /** Whoever reported it is named nowhere with it from now on. */
    void hideReporter() {
        anonymous = true;
    }

    @Override
    public boolean hides(String subject, String action) {
        return anonymous && reportedBy.equals(subject) && OF_ITS_REPORTER.contains(action);
    }

    /** Sets the total clock: at the report, when the grade changes (from the same start), or by an extension. */
    void runUntil(Deadline total) {
        deadline = total;
        dueAt = total.dueAt();
    }

    /**
     * Goes with its task's total clock. The two differ only when this one had ended before the task was assigned: then
     * the hazard stays overdue whatever date its task is given.
     *
     * @param taskDueAt where the task's clock ended until now
     * @return whether it moved
     */
    boolean follow(Instant taskDueAt, Deadline moved) {
        boolean together = dueAt.equals(taskDueAt);
        if (together) {
            runUntil(moved);
        }
        return together;
    }

    /** Moves to a state with its own clock, or without one. */
    private void enter(HazardStatus next, @Nullable Deadline clock) {
        status = next;
        stateDeadline = clock;
        stateDueAt = clock == null ? null : clock.dueAt();
    }

    void awaitConfirmation(Deadline clock) {
        enter(HazardStatus.REPORTED, clock);
    }

    void confirm(Caller officer, Deadline clock) {
        confirmedBy = officer.subject();
        enter(HazardStatus.CONFIRMED, clock);
    }

    /** @param ground why it is major; null when it is not */
    void gradeAs(HazardGrade next, @Nullable MajorGround ground, Caller officer) {
        grade = next;
        gradedBy = officer.subject();
        gradedLevel = officer.level();
        Clause clause = ground == null ? null : ground.clause();
        judgementStandard = clause == null ? null : clause.standard();
        judgementClause = clause == null ? null : clause.clause();
        judgementOpinion = ground == null ? null : ground.opinion();
    }

    /** @param parties who answers for it on the day that it is graded major */
    void answeredBy(ResponsibilitySnapshot parties) {
        majorParties = parties;
    }

    /**
     * Puts the report right; no clock moves.
     *
     * @return what it said before and says now, by the names of its fields; empty where nothing differs
     */
    Map<String, String> correct(HazardCorrection correction) {
        Map<String, String> told = new HashMap<>();
        title = Objects.requireNonNull(corrected("title", title, correction.title(), correction, told));
        description = corrected("description", description, correction.description(), correction, told);
        place = corrected("place", place, correction.place(), correction, told);
        position = corrected("position", position, correction.position(), correction, told);
        return told;
    }

    private static <V> @Nullable V corrected(
            String field,
            @Nullable V before,
            @Nullable V after,
            HazardCorrection correction,
            Map<String, String> told) {
        boolean stays = after == null && !correction.takenBack().contains(field);
        if (stays || Objects.equals(after, before)) {
            return before;
        }
        told.put(field, after == null ? "" : after.toString());
        if (before != null) {
            told.put(field + "Before", before.toString());
        }
        return after;
    }

    void assignTo(AssignedPerson assigned) {
        person = assigned;
    }

    void release() {
        person = null;
    }

    @Nullable
    AssignedPerson person() {
        return person;
    }

    void reject(String reason) {
        rejectionReason = reason;
        enter(HazardStatus.REJECTED, null);
    }

    void contest(Deadline clock) {
        contested = true;
        duplicateOfId = null;
        enter(HazardStatus.REPORTED, clock);
    }

    void markDuplicate(UUID original, String reason) {
        duplicateOfId = original;
        rejectionReason = reason;
        enter(HazardStatus.DUPLICATE, null);
    }

    /** Waits for confirmation again, as a hazard of its own. */
    void restore(Deadline clock) {
        duplicateOfId = null;
        rejectionReason = null;
        enter(HazardStatus.REPORTED, clock);
    }

    void planRectification(@Nullable FiveImplementations five, @Nullable String interim) {
        fiveImplementations = five == null ? fiveImplementations : five;
        interimMeasures = interim == null ? interimMeasures : interim;
    }

    void assign() {
        enter(HazardStatus.ASSIGNED, null);
    }

    void unassign(Deadline clock) {
        enter(HazardStatus.CONFIRMED, clock);
    }

    void startRectifying() {
        enter(HazardStatus.RECTIFYING, null);
    }

    void submit(Deadline clock) {
        enter(HazardStatus.SUBMITTED, clock);
    }

    void review(Deadline clock) {
        enter(HazardStatus.REVIEWING, clock);
    }

    void fixOnSite(Caller officer, Deadline clock) {
        fixedBy = officer.subject();
        enter(HazardStatus.FIXED_ON_SITE, clock);
    }

    void close(Caller closer, Instant now) {
        closedBy = closer.subject();
        selfClosed = closer.ofEnterprise();
        closedAt = now;
        enter(HazardStatus.CLOSED, null);
    }

    void reopen(Instant now, Deadline total, Deadline clock) {
        reopenedAt = now;
        closedBy = null;
        selfClosed = false;
        closedAt = null;
        runUntil(total);
        enter(HazardStatus.REOPENED, clock);
    }

    @Override
    public UUID enterpriseId() {
        return Objects.requireNonNull(super.enterpriseId());
    }

    @Override
    public String industryCode() {
        return Objects.requireNonNull(super.industryCode());
    }

    @Override
    public HazardFacts facts() {
        return this;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.HAZARD;
    }

    @Override
    public String state() {
        return status.name();
    }

    /** The visit that found it; null for none. */
    public @Nullable UUID inspectionId() {
        return inspectionId;
    }

    public String title() {
        return title;
    }

    public String categoryCode() {
        return categoryCode;
    }

    @Override
    public HazardSource source() {
        return source;
    }

    @Override
    public HazardStatus status() {
        return status;
    }

    @Override
    public HazardGrade grade() {
        return grade;
    }

    public @Nullable String place() {
        return place;
    }

    /** The clause by which it is major, behind the code of its standard; null without one. */
    public @Nullable String clause() {
        return judgementStandard == null ? null : judgementStandard + " " + judgementClause;
    }

    @Override
    public @Nullable String gradedBy() {
        return gradedBy;
    }

    @Override
    public @Nullable DivisionLevel gradedLevel() {
        return gradedLevel;
    }

    public Instant discoveredAt() {
        return discoveredAt;
    }

    @Override
    public String reportedBy() {
        return reportedBy;
    }

    @Override
    public @Nullable String foundBy() {
        return foundBy;
    }

    @Override
    public @Nullable String fixedBy() {
        return fixedBy;
    }

    /** When it was reopened last; null when it never was. */
    public @Nullable Instant reopenedAt() {
        return reopenedAt;
    }

    @Override
    public boolean contested() {
        return contested;
    }

    @Override
    public boolean leftToAuthority() {
        return leftToAuthority;
    }

    @Override
    public boolean hasFiveImplementations() {
        return fiveImplementations != null;
    }

    @Override
    public boolean hasInterimMeasures() {
        return interimMeasures != null;
    }

    @Override
    public @Nullable Handling handling() {
        return handling;
    }

    public @Nullable FiveImplementations fiveImplementations() {
        return fiveImplementations;
    }

    public @Nullable String interimMeasures() {
        return interimMeasures;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Deadline deadline() {
        return deadline;
    }
}
