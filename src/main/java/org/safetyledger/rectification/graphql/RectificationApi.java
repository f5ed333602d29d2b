package org.safetyledger.rectification.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.audit.Commands;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.read.Payload;
import org.safetyledger.rectification.DeadlineExtension;
import org.safetyledger.rectification.Extensions;
import org.safetyledger.rectification.LockedTasks;
import org.safetyledger.rectification.Rectifications;

@GraphQLApi
public class RectificationApi {
    private final Rectifications rectifications;
    private final Extensions extensions;
    private final Commands commands;

    RectificationApi(Rectifications rectifications, Extensions extensions, Commands commands) {
        this.rectifications = rectifications;
        this.extensions = extensions;
        this.commands = commands;
    }

    @Mutation("assignRectification")
    @Requires(Permission.ASSIGN_RECTIFICATION)
    @NonNull
    @Description("Assigns the rectification of a confirmed or reopened hazard to its enterprise. A hazard whose total"
            + " clock has ended stays overdue, and its task needs a date of its own and the reason for it.")
    public Payload assignRectification(@NonNull @Description("What, and by when.") AssignRectificationInput input) {
        return commands.run(
                input,
                () -> rectifications.assign(
                        input.id() == null ? NodeId.newUuid() : NodeId.require(NodeType.TASK, input.id(), "id"),
                        NodeId.require(NodeType.HAZARD, input.hazardId(), "hazardId"),
                        Texts.required(input.requirement(), Texts.PROSE, "requirement"),
                        Times.instantOrNull(input.dueAt(), "dueAt"),
                        Texts.optional(input.lateReason(), Texts.PROSE, "lateReason")));
    }

    @Mutation("acceptRectification")
    @Requires(Permission.RECTIFY)
    @NonNull
    @Description("The enterprise accepts a task.")
    public Payload acceptRectification(@NonNull @Description("Which.") RectificationInput input) {
        return commands.run(input, () -> rectifications.accept(target(input.id(), input.expectedVersion())));
    }

    @Mutation("startRectification")
    @Requires(Permission.START_RECTIFICATION)
    @NonNull
    @Description("Takes an accepted or returned task to work. A major hazard needs its five implementations (五落实) and"
            + " interim measures before.")
    public Payload startRectification(@NonNull @Description("Which.") RectificationInput input) {
        return commands.run(input, () -> rectifications.start(target(input.id(), input.expectedVersion())));
    }

    @Mutation("submitRectification")
    @Requires(Permission.RECTIFY)
    @NonNull
    @Description(
            "Submits a rectification for review; needs a photo or video AFTER it that the enterprise added, and after a"
                    + " failed review a new one.")
    public Payload submitRectification(
            @NonNull @Description("Which, and what was done.") SubmitRectificationInput input) {
        return commands.run(
                input,
                () -> rectifications.submit(
                        target(input.id(), input.expectedVersion()),
                        Texts.required(input.measuresTaken(), Texts.PROSE, "measuresTaken")));
    }

    @Mutation("requestExtension")
    @Requires(Permission.RECTIFY)
    @NonNull
    @Description(
            "Asks for a later deadline, before the present one expires; where a rule wants notice, at most for half of the"
                    + " period that was granted.")
    public Payload requestExtension(@NonNull @Description("Until when, and why.") RequestExtensionInput input) {
        return commands.run(
                input,
                () -> extensions.request(
                        target(input.id(), input.expectedVersion()),
                        new DeadlineExtension.Request(
                                Times.instant(input.requestedDueAt(), "requestedDueAt"),
                                Texts.required(input.reason(), Texts.PROSE, "reason"),
                                Texts.required(input.interimMeasures(), Texts.PROSE, "interimMeasures"))));
    }

    @Mutation("decideExtension")
    @Requires(Permission.DECIDE_EXTENSION)
    @NonNull
    @Description("A leader approves or refuses the extension that was asked for; not the applicant.")
    public Payload decideExtension(@NonNull @Description("The decision.") DecideExtensionInput input) {
        return commands.run(input, () -> {
            String comment = input.approved()
                    ? Texts.optional(input.comment(), Texts.PROSE, "comment")
                    : Texts.required(input.comment(), Texts.PROSE, "comment");
            return extensions.decide(target(input.id(), input.expectedVersion()), input.approved(), comment);
        });
    }

    @Mutation("reviewRectification")
    @Requires(Permission.REVIEW_RECTIFICATION)
    @NonNull
    @Description("Reviews a submitted rectification, by somebody who did not rectify. When it fails, the task returns"
            + " with a reason and a new deadline: at most what the rule gives from now on, and never behind its total"
            + " clock with the longest extension.")
    public Payload reviewRectification(@NonNull @Description("The result.") ReviewRectificationInput input) {
        return commands.run(input, () -> {
            LockedTasks.Target target = target(input.id(), input.expectedVersion());
            return input.passed()
                    ? rectifications.pass(target, Texts.optional(input.comment(), Texts.PROSE, "comment"))
                    : rectifications.giveBack(
                            target,
                            Texts.required(input.comment(), Texts.PROSE, "comment"),
                            Times.instantOrNull(input.newDueAt(), "newDueAt"));
        });
    }

    @Mutation("cancelRectification")
    @Requires(Permission.ASSIGN_RECTIFICATION)
    @NonNull
    @Description("Cancels a task; its hazard waits for another assignment.")
    public Payload cancelRectification(@NonNull @Description("Which, and why.") CancelRectificationInput input) {
        return commands.run(
                input,
                () -> rectifications.cancel(
                        target(input.id(), input.expectedVersion()),
                        Texts.required(input.reason(), Texts.PROSE, "reason")));
    }

    private static LockedTasks.Target target(String id, @Nullable Integer expectedVersion) {
        return new LockedTasks.Target(NodeId.require(NodeType.TASK, id, "id"), expectedVersion);
    }
}
