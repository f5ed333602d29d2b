package org.safetyledger.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** A decision that a rule has another number from a day on. The database carries it out when it is kept, and takes it back when it is withdrawn. */
@Entity
@DynamicUpdate // The database lets nothing of it change but that it is withdrawn.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; most are for readers alone.
public class RuleChange extends PlacedObject implements Guarded<RuleChangeVerb.Facts> {
    /** States of a decision. */
    @Enum("RuleChangeStatus")
    @Description("State of a decision about a rule.")
    public enum Status {
        @Description("Decided; its rule holds from its first day on.")
        DECIDED,
        @Description("Withdrawn before its first day: the rule before it goes on.")
        WITHDRAWN
    }

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private RuleKind kind;

    private String subject;
    private @Nullable String appliesTo;
    private int amount;

    @Enumerated(EnumType.STRING)
    private RuleUnit unit;

    private LocalDate validFrom;
    private String document;
    private String documentNumber;
    private String reason;
    private String code;
    private @Nullable String formerCode;
    private @Nullable Integer formerAmount;

    @Enumerated(EnumType.STRING)
    private @Nullable RuleUnit formerUnit;

    private @Nullable LocalDate formerValidTo;
    private Instant changedAt;
    private String changedBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBy;
    private @Nullable String withdrawalReason;

    @Formula(
            "exists (select 1 from rule_change f where f.kind = kind and f.former_code = code and f.status = 'DECIDED')")
    private boolean followed;

    @Formula("(valid_from <= ledger_today())")
    private boolean begun;

    protected RuleChange() {}

    /** What is decided. */
    record Decision(
            RuleKind kind,
            String subject,
            @Nullable String appliesTo,
            int amount,
            RuleUnit unit,
            LocalDate validFrom,
            String document,
            String documentNumber,
            String reason) {
        /** The new rule's code, which tells from when it is valid. No case has a hyphen, so that no two rules share one. */
        String code() {
            return subject + (appliesTo == null ? "" : "-" + appliesTo) + "-"
                    + validFrom.format(DateTimeFormatter.BASIC_ISO_DATE);
        }
    }

    /** @param former the rule that it takes the place of; null for a case that had no rule of its own */
    RuleChange(UUID id, Decision decision, @Nullable KnownRule former, Caller caller, Instant now) {
        super(id, caller.division());
        this.status = Status.DECIDED;
        this.kind = decision.kind();
        this.subject = decision.subject();
        this.appliesTo = decision.appliesTo();
        this.amount = decision.amount();
        this.unit = decision.unit();
        this.validFrom = decision.validFrom();
        this.document = decision.document();
        this.documentNumber = decision.documentNumber();
        this.reason = decision.reason();
        this.code = decision.code();
        if (former != null) {
            this.formerCode = former.code();
            this.formerAmount = former.amount();
            this.formerUnit = former.unit();
            this.formerValidTo = former.validTo();
        }
        this.changedAt = now;
        this.changedBy = caller.name();
    }

    void withdraw(String why, Caller caller, Instant now) {
        status = Status.WITHDRAWN;
        withdrawalReason = why;
        withdrawnBy = caller.name();
        withdrawnAt = now;
    }

    @Override
    public RuleChangeVerb.Facts facts() {
        return new RuleChangeVerb.Facts(status, begun, followed);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.RULE_CHANGE;
    }

    @Override
    public String state() {
        return status.name();
    }
}
