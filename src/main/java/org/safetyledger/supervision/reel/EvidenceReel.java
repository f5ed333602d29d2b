package org.safetyledger.supervision.reel;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** A reel, from its draft to the meeting. Its entries belong to its present arrangement; earlier ones stay behind. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class EvidenceReel extends PlacedObject implements Guarded<EvidenceReelVerb.Facts> {
    /** States of a reel. */
    @Enum("EvidenceReelStatus")
    @Description("State of an evidence reel.")
    public enum Status {
        @Description("Being put together.")
        DRAFT,
        @Description("Shown; unchangeable.")
        SHOWN
    }

    private String authority;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String title;
    private LocalDate meetingOn;
    private UUID arrangementId;
    private int length;
    private String draftedBy;
    private Instant draftedAt;
    private @Nullable String shownBy;
    private @Nullable Instant shownAt;

    protected EvidenceReel() {}

    EvidenceReel(UUID id, Caller officer) {
        super(id, officer.division());
        this.authority = officer.authority();
        this.status = Status.DRAFT;
    }

    /** @param entries how many it has */
    EvidenceReel arrange(String name, LocalDate meeting, int entries, Caller officer, Instant now) {
        title = name;
        meetingOn = meeting;
        length = entries;
        draftedBy = officer.name();
        draftedAt = now;
        arrangementId = NodeId.newUuid();
        return this;
    }

    void show(Caller officer, Instant now) {
        status = Status.SHOWN;
        shownBy = officer.name();
        shownAt = now;
        arrangementId = NodeId.newUuid();
    }

    LocalDate meetingOn() {
        return meetingOn;
    }

    UUID arrangementId() {
        return arrangementId;
    }

    int length() {
        return length;
    }

    @Override
    public EvidenceReelVerb.Facts facts() {
        return new EvidenceReelVerb.Facts(status, authority);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.EVIDENCE_REEL;
    }

    @Override
    public String state() {
        return status.name();
    }
}
