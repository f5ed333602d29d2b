package org.safetyledger.post;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.Enterprise;
import org.safetyledger.party.Person;

/** A post of an enterprise: who holds it, what it answers for and by what standard, and how that was assessed last. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class EnterprisePost extends TradedObject implements Guarded<EnterprisePostVerb.Facts> {
    /** States of a post. */
    @Enum("EnterprisePostStatus")
    @Description("State of a post of an enterprise.")
    public enum Status {
        @Description("There is such a post.")
        ACTIVE,
        @Description("There is no such post any more; its checks have stopped.")
        ENDED
    }

    /** Results of an assessment. */
    @Enum("PostAssessment")
    @Description("How the holder of a post met its standard in a period.")
    public enum Assessment {
        @Description("Better than the standard (优秀).")
        EXCELLENT,
        @Description("As the standard wants (合格).")
        QUALIFIED,
        @Description("Not as the standard wants (不合格).")
        UNQUALIFIED
    }

    /** How a post was assessed, and for which period. */
    record Assessed(
            Assessment result,
            LocalDate from,
            LocalDate to,
            @Nullable String note) {}

    /** What a post is for. */
    record Charge(String scope, String standard) {}

    @Enumerated(EnumType.STRING)
    private Status status;

    private String title;
    private UUID personId;
    private @Nullable String holderSubject;
    private String scope;
    private String standard;
    private Instant keptAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Assessment assessment;

    private @Nullable LocalDate assessedFrom;
    private @Nullable LocalDate assessedTo;
    private @Nullable String assessmentNote;
    private @Nullable String assessedBy;
    private @Nullable Instant assessedAt;

    protected EnterprisePost() {}

    EnterprisePost(UUID id, Enterprise enterprise, Instant now) {
        super(id, enterprise.divisionCode(), enterprise.id(), enterprise.industryCode(), null);
        this.status = Status.ACTIVE;
        this.keptAt = now;
    }

    EnterprisePost give(Person holder, String called, Charge charge) {
        if (!holder.id().equals(personId)) {
            forgetAssessment();
        }
        personId = holder.id();
        holderSubject = holder.subject();
        title = called;
        scope = charge.scope();
        standard = charge.standard();
        return this;
    }

    /** Whether it is held by whom, called how and for what is said. */
    boolean isAs(Person holder, String called, Charge charge) {
        return holder.id().equals(personId)
                && Objects.equals(holder.subject(), holderSubject)
                && called.equals(title)
                && charge.equals(new Charge(scope, standard));
    }

    /** It is that of whoever held the post; the history keeps it. */
    private void forgetAssessment() {
        assessment = null;
        assessedFrom = null;
        assessedTo = null;
        assessmentNote = null;
        assessedBy = null;
        assessedAt = null;
    }

    void assess(Assessed assessed, Caller manager, Instant now) {
        assessment = assessed.result();
        assessedFrom = assessed.from();
        assessedTo = assessed.to();
        assessmentNote = assessed.note();
        assessedBy = manager.name();
        assessedAt = now;
    }

    void end() {
        status = Status.ENDED;
    }

    UUID personId() {
        return personId;
    }

    String title() {
        return title;
    }

    @Nullable
    String holderSubject() {
        return holderSubject;
    }

    @Override
    public EnterprisePostVerb.Facts facts() {
        return new EnterprisePostVerb.Facts(status);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.ENTERPRISE_POST;
    }

    @Override
    public String state() {
        return status.name();
    }
}
