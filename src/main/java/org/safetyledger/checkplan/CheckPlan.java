package org.safetyledger.checkplan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** A plan of checks, from its draft to its publication. The database holds what was drafted, too. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class CheckPlan extends PlacedObject implements Guarded<CheckPlanVerb.Facts> {
    private String authority;

    @Enumerated(EnumType.STRING)
    private CheckPlanKind kind;

    @Enumerated(EnumType.STRING)
    private CheckPlanStatus status;

    private int year;
    private String title;
    private String scope;
    private int number;
    private List<UUID> targets;
    private String draftedBy;
    private String draftedBySubject;
    private Instant draftedAt;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String approvalDocument;
    private @Nullable String filedWith;
    private @Nullable LocalDate filedOn;
    private @Nullable String publication;
    private @Nullable Instant publishedAt;

    protected CheckPlan() {}

    /**
     * What a plan is drafted with.
     *
     * @param scope what is published of whom and what it is about
     * @param number how many enterprises are to be visited
     * @param targets the enterprises that it names, which is told to authorities only; empty for all of the authority's area
     */
    record Draft(UUID id, CheckPlanKind kind, int year, String title, String scope, int number, List<UUID> targets) {}

    CheckPlan(Draft draft, Caller drafter, Instant now) {
        super(draft.id(), drafter.division());
        this.authority = drafter.authority();
        this.kind = draft.kind();
        this.status = CheckPlanStatus.DRAFT;
        this.year = draft.year();
        this.title = draft.title();
        this.scope = draft.scope();
        this.number = draft.number();
        this.targets = draft.targets();
        this.draftedBy = drafter.name();
        this.draftedBySubject = drafter.subject();
        this.draftedAt = now;
    }

    void approve(Caller leader, String document, Instant now) {
        status = CheckPlanStatus.APPROVED;
        approvedBy = leader.name();
        approvedAt = now;
        approvalDocument = document;
    }

    void publish(String filing, LocalDate day, String where, Instant now) {
        status = CheckPlanStatus.PUBLISHED;
        filedWith = filing;
        filedOn = day;
        publication = where;
        publishedAt = now;
    }

    @Override
    public CheckPlanVerb.Facts facts() {
        return new CheckPlanVerb.Facts(status, divisionCode(), authority, draftedBySubject);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.CHECK_PLAN;
    }

    @Override
    public String state() {
        return status.name();
    }
}
