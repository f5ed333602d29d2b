package org.safetyledger.supervision.directive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Deadline;

/** One thing that a directive demands, at the place of the authority that leads. What it demands never changes. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class DirectiveItem extends PlacedObject implements Guarded<DirectiveItemVerb.Facts> {
    /** States of an item. */
    @Enum("DirectiveItemStatus")
    @Description("State of an item of a directive. Overdue is computed, not a state.")
    public enum Status {
        @Description("Its lead has to answer.")
        OPEN,
        @Description("Answered by its lead; the office that issued it has to decide.")
        ANSWERED,
        @Description("The answer was returned; the lead has to answer again.")
        RETURNED,
        @Description("The answer was accepted.")
        ACCEPTED,
        @Description("Withdrawn with a reason, alone or with its directive.")
        WITHDRAWN
    }

    private UUID directiveId;
    private int number;
    private String officeDivision;
    private @Nullable String office;
    private @Nullable String leadDepartment;
    private List<String> coUnits;
    private List<String> missingCoUnits;
    private @Nullable String responsible;
    private @Nullable String responsiblePost;
    private String demand;
    private String result;
    private @Nullable UUID hazardId;
    private @Nullable UUID enterpriseId;
    private @Nullable UUID campaignId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant issuedAt;
    private Instant dueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Deadline deadline;

    private @Nullable Instant respondedAt;
    private @Nullable String answeredBy;
    private @Nullable String answeredBySubject;
    private @Nullable Instant answeredAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String reason;

    protected DirectiveItem() {}

    DirectiveItem(Directive directive, int number, DirectiveDemand demand, DirectiveDemands.Checked checked) {
        super(NodeId.newUuid(), checked.lead().division());
        this.directiveId = directive.id();
        this.number = number;
        this.officeDivision = directive.divisionCode();
        this.office = directive.office().department();
        this.leadDepartment = checked.lead().department();
        this.coUnits = demand.coUnits();
        this.missingCoUnits = demand.coUnits();
        if (checked.responsible() != null) {
            this.responsible = checked.responsible().name();
            this.responsiblePost = checked.responsible().title();
        }
        this.demand = demand.demand();
        this.result = demand.result();
        this.hazardId = DirectiveDemand.uuid(demand.hazardId());
        this.enterpriseId = DirectiveDemand.uuid(demand.enterpriseId());
        this.campaignId = DirectiveDemand.uuid(demand.campaignId());
        this.status = Status.OPEN;
        this.issuedAt = checked.deadline().startedAt();
        fallDue(checked.deadline());
    }

    /** Takes what an addressee says: the lead's word answers the item, a co-unit's is its part of it. */
    void hear(DirectiveResponse response, Caller caller) {
        respondedAt = response.respondedAt();
        if (response.leads()) {
            status = Status.ANSWERED;
            answeredBy = caller.name();
            answeredBySubject = caller.subject();
            answeredAt = respondedAt;
        } else {
            missingCoUnits = missingCoUnits.stream()
                    .filter(code -> !code.equals(response.authority()))
                    .toList();
        }
    }

    void accept(Caller caller, Instant now) {
        decide(Status.ACCEPTED, null, caller, now);
    }

    /** @param clock the date as it was, or a later one */
    void giveBack(String why, Deadline clock, Caller caller, Instant now) {
        decide(Status.RETURNED, why, caller, now);
        fallDue(clock);
    }

    void withdraw(String why, Caller caller, Instant now) {
        decide(Status.WITHDRAWN, why, caller, now);
    }

    private void decide(Status as, @Nullable String why, Caller caller, Instant now) {
        status = as;
        reason = why;
        decidedBy = caller.name();
        decidedAt = now;
    }

    private void fallDue(Deadline clock) {
        deadline = clock;
        dueAt = clock.dueAt();
    }

    /** The addressee for whom the caller speaks, who may do so by the guard of the verb. */
    Authority addressee(Caller caller) {
        return Objects.requireNonNull(facts().addressee(caller));
    }

    Authority lead() {
        return new Authority(divisionCode(), leadDepartment);
    }

    List<String> missingCoUnits() {
        return missingCoUnits;
    }

    Deadline deadline() {
        return deadline;
    }

    @Override
    public DirectiveItemVerb.Facts facts() {
        return new DirectiveItemVerb.Facts(
                status, officeDivision, office, divisionCode(), leadDepartment, coUnits, answeredBySubject);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.DIRECTIVE_ITEM;
    }

    @Override
    public String state() {
        return status.name();
    }
}
