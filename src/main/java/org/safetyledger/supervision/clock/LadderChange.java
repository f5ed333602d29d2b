package org.safetyledger.supervision.clock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** A decision that a ladder has other rungs from a day on. The database carries it out when it is kept, and takes it back when it is withdrawn. */
@Entity
@DynamicUpdate // The database lets nothing of it change but that it is withdrawn.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; most are for readers alone.
public class LadderChange extends PlacedObject implements Guarded<LadderChangeVerb.Facts> {
    /** States of a decision. */
    @Enum("LadderChangeStatus")
    @Description("State of a decision about a ladder.")
    public enum Status {
        @Description("Decided; its rungs hold from their first day on.")
        DECIDED,
        @Description("Withdrawn before its first day: the rungs before it go on.")
        WITHDRAWN
    }

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String subject;
    private LocalDate validFrom;
    private String document;
    private String documentNumber;
    private String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<DecidedRung> rungs;

    private List<String> codes;
    private List<String> formerCodes;
    private Instant changedAt;
    private String changedBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBy;
    private @Nullable String withdrawalReason;

    @Formula("exists (select 1 from ladder_change f where f.status = 'DECIDED' and f.former_codes && codes)")
    private boolean followed;

    @Formula("(valid_from <= ledger_today())")
    private boolean begun;

    /** How the ladder of all that have none of their own is named in codes and locks. */
    static final String OF_ALL = "DEFAULT";

    protected LadderChange() {}

    /**
     * What is decided.
     *
     * @param subject whose ladder; null for that of all that have none of their own
     * @param rungs from the lowest
     */
    record Decision(
            @Nullable String subject,
            LocalDate validFrom,
            List<DecidedRung> rungs,
            String document,
            String documentNumber,
            String reason) {
        /** How it is named in codes and locks. */
        String ladder() {
            return subject == null ? OF_ALL : subject;
        }

        /** The rungs' codes, which tell from when they are valid. No subject has a hyphen, so that no two rungs share one. */
        List<String> codes() {
            String first = ladder() + "-" + validFrom.format(DateTimeFormatter.BASIC_ISO_DATE) + "-";
            return rungs.stream().map(rung -> first + rung.number()).toList();
        }
    }

    /** @param formerCodes of the rungs whose place it takes */
    LadderChange(UUID id, Decision decision, List<String> formerCodes, Caller caller, Instant now) {
        super(id, caller.division());
        this.status = Status.DECIDED;
        this.subject = decision.subject();
        this.validFrom = decision.validFrom();
        this.document = decision.document();
        this.documentNumber = decision.documentNumber();
        this.reason = decision.reason();
        this.rungs = decision.rungs();
        this.codes = decision.codes();
        this.formerCodes = formerCodes;
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
    public LadderChangeVerb.Facts facts() {
        return new LadderChangeVerb.Facts(status, begun, followed);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.LADDER_CHANGE;
    }

    @Override
    public String state() {
        return status.name();
    }
}
