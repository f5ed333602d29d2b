package org.safetyledger.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with comments. */
@ApplicationScoped
class CommentCommands implements CommandSource {
    private final Comments comments;

    CommentCommands(Comments comments) {
        this.comments = comments;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                comment(),
                CommandType.of(
                        CommentVerb.WITHDRAW,
                        "Comment",
                        "Withdraws a comment, by its author: its words are left to its history.",
                        "Which, and why.",
                        InputType.of("WithdrawCommentInput", "Withdraws a comment.")
                                .target(NodeType.COMMENT, "Comment.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> comments.withdraw(form.target(), form.text("reason"))));
    }

    private CommandType comment() {
        InputType input = InputType.of("CommentInput", "Comments on something.")
                .newId(NodeType.COMMENT, "Id made by the client when it comments offline; absent to have one made.")
                .anyNode(
                        "subject!",
                        List.of(NodeType.HAZARD, NodeType.TASK, NodeType.INSPECTION),
                        "Hazard, rectification task or visit that it is about, and that the caller sees.")
                .prose("text!", "What is said, up to {} characters.")
                .choice(
                        "visibility",
                        CommentVisibility.class,
                        "For whom it is; needed from authorities. What an enterprise says is SHARED.");
        return new CommandType(
                "comment",
                "Comment",
                Permission.COMMENT,
                "Comments on a hazard, a rectification task or a visit, in whatever state. The words are never changed; their author"
                        + " may withdraw them.",
                "About what, and what.",
                input,
                form -> comments.comment(
                        form.newId(),
                        form.node("subject"),
                        form.text("text"),
                        form.choiceOrNull("visibility", CommentVisibility.class)));
    }
}
