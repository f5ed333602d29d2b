package org.safetyledger.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.graphql.NodeType;

/** A decision that a rule has another number from a day on. The database carries it out when it is kept. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; most are for readers alone.
public class RuleChange extends PlacedObject {
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

    private Instant changedAt;
    private String changedBy;

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
        /** The new rule's code, which tells from when it is valid. */
        String code() {
            return subject + "_" + Objects.requireNonNullElse(appliesTo, "ANY") + "_"
                    + validFrom.format(DateTimeFormatter.BASIC_ISO_DATE);
        }
    }

    /** @param former the rule that it takes the place of; null for a case that had no rule of its own */
    RuleChange(UUID id, Decision decision, @Nullable KnownRule former, Caller caller, Instant now) {
        super(id, caller.division());
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
        }
        this.changedAt = now;
        this.changedBy = caller.name();
    }

    @Override
    public NodeType nodeType() {
        return NodeType.RULE_CHANGE;
    }

    @Override
    public String state() {
        return "DECIDED";
    }
}
