package org.safetyledger.supervision.bulletin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
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

/** A bulletin, from its draft to its publication, after which nothing of it changes: the database holds that, too. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Bulletin extends PlacedObject implements Guarded<BulletinVerb.Facts> {
    /** Purposes of a bulletin. */
    @Enum("BulletinKind")
    @Description("What a bulletin is for.")
    public enum Kind {
        @Description("The day's outstanding problems (每日通报).")
        DAILY,
        @Description("One matter (专项通报).")
        SPECIAL,
        @Description("A typical case (典型案例通报).")
        TYPICAL_CASE,
        @Description("Hazards or accidents under listed supervision (挂牌督办通报).")
        LISTING,
        @Description("An accident (事故通报).")
        ACCIDENT
    }

    /** States of a bulletin. */
    @Enum("BulletinStatus")
    @Description("State of a bulletin.")
    public enum Status {
        @Description("Being written.")
        DRAFT,
        @Description("Signed by a leader who did not write it.")
        SIGNED,
        @Description("Published; unchangeable.")
        PUBLISHED
    }

    /** What its authors write. */
    record Content(
            Kind kind,
            String title,
            String body,
            @Nullable String documentNumber,
            BulletinFigures figures,
            List<String> addressees,
            boolean forEnterprises) {}

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String title;

    private String body;

    private @Nullable String documentNumber;

    @JdbcTypeCode(SqlTypes.JSON)
    private BulletinFigures figures;

    private List<String> addressees;

    private boolean forEnterprises;

    private List<String> authors = List.of();

    private String draftedBy;

    private Instant draftedAt;

    private @Nullable String signedBy;

    private @Nullable Instant signedAt;

    private @Nullable Instant publishedAt;

    protected Bulletin() {}

    Bulletin(UUID id, Caller drafter) {
        super(id, drafter.division());
    }

    Bulletin write(Content content, Caller author, Instant now) {
        kind = content.kind();
        title = content.title();
        body = content.body();
        documentNumber = content.documentNumber();
        figures = content.figures();
        addressees = content.addressees();
        forEnterprises = content.forEnterprises();
        authors = new ArrayList<>(authors);
        authors.remove(author.subject());
        authors.add(author.subject());
        draftedBy = author.name();
        draftedAt = now;
        signedBy = null;
        signedAt = null;
        status = Status.DRAFT;
        return this;
    }

    void sign(Caller leader, Instant now) {
        signedBy = leader.name();
        signedAt = now;
        status = Status.SIGNED;
    }

    void publish(Instant now) {
        publishedAt = now;
        status = Status.PUBLISHED;
    }

    String title() {
        return title;
    }

    List<String> addressees() {
        return addressees;
    }

    @Override
    public BulletinVerb.Facts facts() {
        return new BulletinVerb.Facts(status, divisionCode(), authors);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.BULLETIN;
    }

    @Override
    public String state() {
        return status.name();
    }
}
