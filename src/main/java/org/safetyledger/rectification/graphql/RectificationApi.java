package org.safetyledger.rectification.graphql;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.audit.Command;
import org.safetyledger.audit.Commands;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.rectification.DeadlineExtension;
import org.safetyledger.rectification.Extensions;
import org.safetyledger.rectification.LockedTasks;
import org.safetyledger.rectification.RectificationTask;
import org.safetyledger.rectification.RectificationTaskFilter;
import org.safetyledger.rectification.RectificationTaskOrder;
import org.safetyledger.rectification.RectificationTaskRepository;
import org.safetyledger.rectification.Rectifications;

@GraphQLApi
public class RectificationApi {
    private final RectificationTaskRepository repository;
    private final Rectifications rectifications;
    private final Extensions extensions;
    private final Commands commands;

    RectificationApi(
            RectificationTaskRepository repository,
            Rectifications rectifications,
            Extensions extensions,
            Commands commands) {
        this.repository = repository;
        this.rectifications = rectifications;
        this.extensions = extensions;
        this.commands = commands;
    }

    @Query("rectificationTask")
    @Requires(Permission.READ)
    @Description("One rectification task; null when it does not exist or is out of scope.")
    public @Nullable RectificationTaskView rectificationTask(@NonNull @Id @Description("Node id.") String id) {
        return repository
                .findByIdOptional(NodeId.require(NodeType.TASK, id, "id"))
                .map(RectificationTaskView::new)
                .orElse(null);
    }

    @Query("rectificationTasks")
    @Requires(Permission.READ)
    @NonNull
    @Description("Rectification tasks that the caller may see.")
    public RectificationTaskConnection rectificationTasks(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable RectificationTaskFilter filter,
            @DefaultValue("DUE_AT_ASC") @Description("Order.") @Nullable RectificationTaskOrder orderBy) {
        RectificationTaskOrder order = orderBy == null ? RectificationTaskOrder.DUE_AT_ASC : orderBy;
        return new RectificationTaskConnection(
                repository.page(filter, order, PageRequest.of(first, after)), RectificationTaskView::new);
    }

    @Mutation("assignRectification")
    @Requires(Permission.ASSIGN_RECTIFICATION)
    @NonNull
    @Description("Assigns the rectification of a confirmed or reopened hazard to its enterprise. A hazard whose total"
            + " clock has ended stays overdue, and its task needs a date of its own and the reason for it.")
    public RectificationPayload assignRectification(
            @NonNull @Description("What, and by when.") AssignRectificationInput input) {
        return run(
                "assignRectification",
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
    public RectificationPayload acceptRectification(@NonNull @Description("Which.") RectificationInput input) {
        return run(
                "acceptRectification", input, () -> rectifications.accept(target(input.id(), input.expectedVersion())));
    }

    @Mutation("startRectification")
    @Requires(Permission.START_RECTIFICATION)
    @NonNull
    @Description("Takes an accepted or returned task to work. A major hazard needs its five implementations (五落实) and"
            + " interim measures before.")
    public RectificationPayload startRectification(@NonNull @Description("Which.") RectificationInput input) {
        return run(
                "startRectification", input, () -> rectifications.start(target(input.id(), input.expectedVersion())));
    }

    @Mutation("submitRectification")
    @Requires(Permission.RECTIFY)
    @NonNull
    @Description(
            "Submits a rectification for review; needs a photo or video AFTER it that the enterprise added, and after a"
                    + " failed review a new one.")
    public RectificationPayload submitRectification(
            @NonNull @Description("Which, and what was done.") SubmitRectificationInput input) {
        return run(
                "submitRectification",
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
    public RectificationPayload requestExtension(
            @NonNull @Description("Until when, and why.") RequestExtensionInput input) {
        return run(
                "requestExtension",
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
    public RectificationPayload decideExtension(@NonNull @Description("The decision.") DecideExtensionInput input) {
        return run("decideExtension", input, () -> {
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
    public RectificationPayload reviewRectification(
            @NonNull @Description("The result.") ReviewRectificationInput input) {
        return run("reviewRectification", input, () -> {
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
    public RectificationPayload cancelRectification(
            @NonNull @Description("Which, and why.") CancelRectificationInput input) {
        return run(
                "cancelRectification",
                input,
                () -> rectifications.cancel(
                        target(input.id(), input.expectedVersion()),
                        Texts.required(input.reason(), Texts.PROSE, "reason")));
    }

    private RectificationPayload run(String operation, Command input, Supplier<RectificationTask> work) {
        return commands.run(
                operation,
                input,
                work,
                rectifications::get,
                (task, errors) ->
                        new RectificationPayload(task == null ? null : new RectificationTaskView(task), errors));
    }

    private static LockedTasks.Target target(String id, @Nullable Integer expectedVersion) {
        return new LockedTasks.Target(NodeId.require(NodeType.TASK, id, "id"), expectedVersion);
    }
}
