package org.safetyledger.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.party.Enterprise;

/** An official paper, from its number to its receipt. What it says never changes: the database holds that, too. */
@Entity
// What JSON says is not written anew in the words of a later program: the database compares what callers change.
@DynamicUpdate
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Paper extends TradedObject {
    @Enumerated(EnumType.STRING)
    private PaperKind kind;

    @Enumerated(EnumType.STRING)
    private PaperStatus status;

    private String number;
    private String addressee;
    private String creditCode;
    private String authority;

    @Column(updatable = false)
    private boolean byGrant;

    @Column(updatable = false)
    private boolean byVisitor;

    private @Nullable UUID inspectionId;
    private @Nullable UUID aboutId;
    private String legalBasis;
    private @Nullable String remedy;
    private @Nullable String rights;
    private @Nullable Integer checksSoFar;
    private @Nullable String remark;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PaperOfficer> officers;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PaperRecusal> recusals = List.of();

    private String issuedBy;
    private String issuedBySubject;
    private Instant issuedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ServiceKind serviceKind;

    private @Nullable Instant servedAt;
    private @Nullable Instant deviceServedAt;
    private @Nullable String servedBy;
    private @Nullable String receiver;
    private @Nullable String serviceNote;
    private @Nullable UUID proofId;
    private @Nullable Instant dueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Deadline deadline;

    private @Nullable String receiptSignedBy;
    private @Nullable Instant receiptSignedAt;
    private @Nullable String refusal;
    private @Nullable String withdrawalReason;
    private @Nullable String resumedBy;
    private @Nullable Instant resumedAt;

    @Embedded
    private @Nullable PreservationCourse preservation;

    protected Paper() {}

    Paper(PaperDraft draft, PaperRules.Checked checked, PaperForm form, Heading heading, Caller issuer, Instant now) {
        Enterprise enterprise = checked.enterprise();
        super(draft.id(), enterprise.divisionCode(), enterprise.id(), enterprise.industryCode(), checked.matter());
        this.kind = draft.kind();
        this.status = PaperStatus.ISSUED;
        this.number = heading.number();
        this.checksSoFar = heading.checksSoFar();
        this.addressee = enterprise.name();
        this.creditCode = enterprise.creditCode();
        this.authority = checked.authority();
        this.byGrant = checked.byGrant();
        this.byVisitor = checked.byVisitor();
        this.inspectionId = draft.inspectionId();
        this.aboutId = draft.aboutId();
        this.legalBasis = form.legalBasis();
        this.remedy = form.remedy();
        this.rights = form.rights();
        this.remark = draft.remark();
        this.officers = checked.officers();
        this.recusals = checked.recusals();
        this.issuedBy = issuer.name();
        this.issuedBySubject = issuer.subject();
        this.issuedAt = now;
        if (kind.preserves()) {
            this.preservation = new PreservationCourse(
                    checked.authorityDivision(), draft.things().size(), draft.urgency());
        }
    }

    /**
     * What is counted for it when it is made out.
     *
     * @param checksSoFar how many visits the authority began at the enterprise in the year
     */
    record Heading(String number, int checksSoFar) {}

    void serve(Service service, Caller server, Deadline receipt, Instant now) {
        serviceKind = service.kind();
        deviceServedAt = service.byDevice();
        servedAt = now;
        servedBy = server.name();
        receiver = service.receiver();
        serviceNote = service.note();
        proofId = service.proofId();
        enter(PaperStatus.SERVED, receipt);
    }

    void sign(Caller manager, Instant now) {
        receiptSignedBy = manager.name();
        receiptSignedAt = now;
        enter(PaperStatus.SIGNED, null);
    }

    void recordRefusal(String reason) {
        refusal = reason;
        enter(PaperStatus.REFUSED, null);
    }

    void withdraw(String reason) {
        withdrawalReason = reason;
        enter(PaperStatus.WITHDRAWN, null);
    }

    void resume(Caller officer, Instant now) {
        resumedBy = officer.name();
        resumedAt = now;
    }

    /** How far its things have come; of a paper that registers none there is nothing to say. */
    PreservationCourse preservation() {
        return Objects.requireNonNull(preservation);
    }

    private void enter(PaperStatus next, @Nullable Deadline clock) {
        status = next;
        deadline = clock;
        dueAt = clock == null ? null : clock.dueAt();
    }

    /**
     * @param liftedBy code of the authority that lets stopped work be resumed
     * @param examined whether the latest re-check of it found each problem put right
     * @param reliedOn whether stopped work was resumed on it
     * @param conducted whether the caller is one of the officers of its visit
     * @param recused whether the caller was one, and was recused
     */
    PaperVerb.Facts facts(
            String liftedBy, boolean examined, boolean reliedOn, boolean conducted, boolean recused, Instant now) {
        return new PaperVerb.Facts(
                status,
                kind,
                divisionCode(),
                industryCode(),
                matter(),
                authority,
                liftedBy,
                issuedBySubject,
                resumedAt != null,
                examined,
                reliedOn,
                byVisitor,
                conducted,
                recused,
                preservation == null ? PaperVerb.Preservation.NONE : preservation.facts(now));
    }

    @Nullable
    UUID aboutId() {
        return aboutId;
    }

    @Nullable
    Instant servedAt() {
        return servedAt;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    String authority() {
        return authority;
    }

    PaperKind kind() {
        return kind;
    }

    /** Whether its enterprise has it in hand. */
    boolean isServed() {
        return status == PaperStatus.SERVED || status == PaperStatus.SIGNED || status == PaperStatus.REFUSED;
    }

    @Override
    public NodeType nodeType() {
        return NodeType.PAPER;
    }

    @Override
    public String state() {
        return status.name();
    }
}
