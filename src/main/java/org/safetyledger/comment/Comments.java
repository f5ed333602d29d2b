package org.safetyledger.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.audit.Journal;
import org.safetyledger.audit.Recorded;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.rectification.RectificationTask;
import org.safetyledger.rectification.RectificationTaskRepository;

/** What is done with comments. Whoever sees what a comment is about may comment on it. */
@ApplicationScoped
class Comments {
    private final HazardRepository hazards;
    private final RectificationTaskRepository tasks;
    private final InspectionRepository inspections;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Comments(
            HazardRepository hazards,
            RectificationTaskRepository tasks,
            InspectionRepository inspections,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.hazards = hazards;
        this.tasks = tasks;
        this.inspections = inspections;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param visibility what an officer has to say; what an enterprise says is for everybody who sees the subject */
    Comment comment(UUID id, NodeId subject, String text, @Nullable CommentVisibility visibility) {
        Recorded object = subject(subject);
        Caller caller = callers.current();
        Comment.Words words = new Comment.Words(text, visibility(visibility, caller));
        Comment comment = new Comment(id, object, aboutHazard(object), words, caller, clock.instant());
        journal.begin(
                comment,
                "COMMENTED",
                Map.of(
                        "subject", NodeId.text(subject.type(), subject.uuid()),
                        "visibility", words.visibility().name(),
                        "text", text));
        return comment;
    }

    private static CommentVisibility visibility(@Nullable CommentVisibility given, Caller caller) {
        if (caller.ofEnterprise() && given == CommentVisibility.INTERNAL) {
            throw Refusal.at("visibility", ErrorCode.INTERNAL_OF_AUTHORITIES);
        }
        if (given == null && !caller.ofEnterprise()) {
            throw Refusal.at("visibility", ErrorCode.VISIBILITY_REQUIRED);
        }
        return given == null ? CommentVisibility.SHARED : given;
    }

    private static @Nullable UUID aboutHazard(Recorded object) {
        if (object instanceof RectificationTask task) {
            return task.hazardId();
        }
        return object.nodeType() == NodeType.HAZARD ? object.id() : null;
    }

    private Recorded subject(NodeId subject) {
        Recorded found =
                switch (subject.type()) {
                    case HAZARD -> hazards.findById(subject.uuid());
                    case TASK -> tasks.findById(subject.uuid());
                    default -> inspections.findById(subject.uuid());
                };
        if (found == null) {
            throw Refusal.at("subject", ErrorCode.NOT_FOUND);
        }
        return found;
    }

    Comment withdraw(Target target, String reason) {
        Comment comment = objects.lock(Comment.class, target, CommentVerb.WITHDRAW);
        comment.withdraw(reason, clock.instant());
        journal.record(comment, "WITHDRAWN", Map.of("reason", reason));
        return comment;
    }
}
