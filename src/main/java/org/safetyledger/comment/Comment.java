package org.safetyledger.comment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Side;
import org.safetyledger.audit.Recorded;
import org.safetyledger.audit.TradedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeType;

/** What somebody said about a hazard, a task or a visit; the database keeps the words as they were said. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class Comment extends TradedObject implements Guarded<CommentVerb.Facts> {
    private @Nullable UUID hazardId;
    private @Nullable UUID taskId;
    private @Nullable UUID inspectionId;

    /** The hazard that it is about, or of the task that it is about. */
    private @Nullable UUID aboutHazardId;

    @Enumerated(EnumType.STRING)
    private CommentVisibility visibility;

    @Enumerated(EnumType.STRING)
    private CommentStatus status;

    private String text;

    @Enumerated(EnumType.STRING)
    private Side side;

    private @Nullable String authority;
    private String author;
    private String authorSubject;
    private Instant commentedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawal;

    protected Comment() {}

    Comment(UUID id, Recorded subject, @Nullable UUID aboutHazard, Words words, Caller caller, Instant now) {
        super(id, subject);
        this.hazardId = subject.nodeType() == NodeType.HAZARD ? subject.id() : null;
        this.taskId = subject.nodeType() == NodeType.TASK ? subject.id() : null;
        this.inspectionId = subject.nodeType() == NodeType.INSPECTION ? subject.id() : null;
        this.aboutHazardId = aboutHazard;
        this.visibility = words.visibility();
        this.status = CommentStatus.PUBLISHED;
        this.text = words.text();
        this.side = caller.side();
        this.authority = caller.ofEnterprise() ? null : caller.authority();
        this.author = caller.name();
        this.authorSubject = caller.subject();
        this.commentedAt = now;
    }

    /** What is said, and for whom. */
    record Words(String text, CommentVisibility visibility) {}

    void withdraw(String reason, Instant now) {
        status = CommentStatus.WITHDRAWN;
        withdrawal = reason;
        withdrawnAt = now;
    }

    @Override
    public CommentVerb.Facts facts() {
        return new CommentVerb.Facts(status, authorSubject);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.COMMENT;
    }

    @Override
    public String state() {
        return status.name();
    }
}
