package org.safetyledger.supervision.authority;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.party.PostHolder;

/** A problem that an authority has to deal with by a day. What it demands never changes; earlier answers stand in its history. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class SupervisionItem extends PlacedObject implements Guarded<SupervisionItemVerb.Facts> {
    /** States of an item. */
    @Enum("SupervisionItemStatus")
    @Description("State of an item. Overdue is computed, not a state.")
    public enum Status {
        @Description("Its addressee has to answer.")
        OPEN,
        @Description("Answered; the office has to decide.")
        ANSWERED,
        @Description("The answer was returned; its addressee has to answer again.")
        RETURNED,
        @Description("The answer was accepted.")
        ACCEPTED
    }

    /** What an item says. */
    record Content(@Nullable UUID findingId, String problem, String demand) {}

    /**
     * Whose an item is.
     *
     * @param lead who deals with it and answers
     * @param coUnits codes of those who deal with it, too
     * @param responsible who answers for it at the lead
     */
    record Addressees(SupervisedAuthority lead, List<String> coUnits, PostHolder responsible) {}

    /** What an addressee answers, with the number of its document and a photo or video, where there are. */
    record Response(
            String text,
            @Nullable String document,
            @Nullable UUID evidenceId) {}

    private UUID supervisionVisitId;
    private @Nullable UUID findingId;
    private String office;
    private String addresseeDivision;
    private @Nullable String addresseeDepartment;
    private List<String> coUnits;
    private String responsible;
    private String responsiblePost;
    private String problem;
    private String demand;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String issuedBy;
    private Instant issuedAt;
    private Instant dueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Deadline deadline;

    private @Nullable String response;
    private @Nullable String responseDocument;
    private @Nullable UUID evidenceId;
    private @Nullable String answeredBy;
    private @Nullable String answeredBySubject;
    private @Nullable Instant answeredAt;
    private @Nullable String returnReason;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    protected SupervisionItem() {}

    SupervisionItem(
            UUID id, SupervisionVisit visit, Addressees addressees, Content content, Deadline clock, Caller issuer) {
        super(id, visit.divisionCode());
        this.supervisionVisitId = visit.id();
        this.findingId = content.findingId();
        this.office = visit.office();
        this.addresseeDivision = addressees.lead().division();
        this.addresseeDepartment = addressees.lead().department();
        this.coUnits = addressees.coUnits();
        this.responsible = addressees.responsible().name();
        this.responsiblePost = addressees.responsible().title();
        this.problem = content.problem();
        this.demand = content.demand();
        this.status = Status.OPEN;
        this.issuedBy = issuer.name();
        this.issuedAt = clock.startedAt();
        fallDue(clock);
    }

    void answer(Response given, Caller caller, Instant now) {
        status = Status.ANSWERED;
        response = given.text();
        responseDocument = given.document();
        evidenceId = given.evidenceId();
        answeredBy = caller.name();
        answeredBySubject = caller.subject();
        answeredAt = now;
    }

    void accept(Caller caller, Instant now) {
        decide(Status.ACCEPTED, null, caller, now);
    }

    /** @param clock the date as it was, or a later one */
    void giveBack(String reason, Deadline clock, Caller caller, Instant now) {
        decide(Status.RETURNED, reason, caller, now);
        fallDue(clock);
    }

    private void decide(Status as, @Nullable String reason, Caller caller, Instant now) {
        status = as;
        returnReason = reason;
        decidedBy = caller.name();
        decidedAt = now;
    }

    private void fallDue(Deadline clock) {
        deadline = clock;
        dueAt = clock.dueAt();
    }

    Deadline deadline() {
        return deadline;
    }

    @Override
    public SupervisionItemVerb.Facts facts() {
        return new SupervisionItemVerb.Facts(status, office, addresseeDivision, addresseeDepartment, answeredBySubject);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.SUPERVISION_ITEM;
    }

    @Override
    public String state() {
        return status.name();
    }
}
