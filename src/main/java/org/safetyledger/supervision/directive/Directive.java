package org.safetyledger.supervision.directive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
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

/** What a conference decides, at the place of the office that issues it. Once issued, what it says never changes. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Directive extends PlacedObject implements Guarded<DirectiveVerb.Facts> {
    /** States of a directive. */
    @Enum("DirectiveStatus")
    @Description("State of a directive.")
    public enum Status {
        @Description("Being written; seen by its office alone.")
        DRAFT,
        @Description("Issued to its addressees.")
        ISSUED,
        @Description("Every item was accepted, or withdrawn beside accepted ones.")
        COMPLETED,
        @Description("Withdrawn with a reason.")
        WITHDRAWN
    }

    /** What its authors write. */
    record Content(
            String conference, LocalDate heldOn, @Nullable String documentNumber, List<DirectiveDemand> demands) {}

    private @Nullable String office;
    private String conference;
    private LocalDate heldOn;
    private @Nullable String documentNumber;

    @Enumerated(EnumType.STRING)
    private Status status;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<DirectiveDemand> demands;

    private String draftedBy;
    private String draftedBySubject;
    private Instant draftedAt;
    private @Nullable String issuedBy;
    private @Nullable Instant issuedAt;
    private @Nullable Instant completedAt;
    private @Nullable String withdrawnBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawal;

    protected Directive() {}

    Directive(UUID id, IssuingOffice office, Caller drafter, Instant now) {
        super(id, office.division());
        this.office = office.department();
        this.status = Status.DRAFT;
        this.draftedBy = drafter.name();
        this.draftedBySubject = drafter.subject();
        this.draftedAt = now;
    }

    void write(Content content) {
        conference = content.conference();
        heldOn = content.heldOn();
        documentNumber = content.documentNumber();
        demands = content.demands();
    }

    /** Issues it; what it demands is given out, since each is an item from now on. */
    List<DirectiveDemand> issue(Caller issuer, Instant now) {
        List<DirectiveDemand> drafted = content().demands();
        demands = null;
        issuedBy = issuer.name();
        issuedAt = now;
        status = Status.ISSUED;
        return drafted;
    }

    void complete(Instant now) {
        completedAt = now;
        status = Status.COMPLETED;
    }

    void withdraw(String reason, Caller caller, Instant now) {
        withdrawal = reason;
        withdrawnBy = caller.name();
        withdrawnAt = now;
        status = Status.WITHDRAWN;
    }

    Content content() {
        return new Content(conference, heldOn, documentNumber, demands == null ? List.of() : demands);
    }

    IssuingOffice office() {
        return new IssuingOffice(divisionCode(), office);
    }

    @Override
    public DirectiveVerb.Facts facts() {
        return new DirectiveVerb.Facts(status, divisionCode(), office);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.DIRECTIVE;
    }

    @Override
    public String state() {
        return status.name();
    }
}
