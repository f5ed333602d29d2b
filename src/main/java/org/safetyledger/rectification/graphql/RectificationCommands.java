package org.safetyledger.rectification.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.rectification.DeadlineExtension;
import org.safetyledger.rectification.Extensions;
import org.safetyledger.rectification.RectificationTask;
import org.safetyledger.rectification.Rectifications;
import org.safetyledger.rectification.TaskVerb;

/** What may be done with rectification tasks. */
@ApplicationScoped
class RectificationCommands implements CommandSource {
    private static final InputType NAMED =
            named("RectificationInput", "Names a task for a command that needs nothing else.");

    private final Rectifications rectifications;
    private final Extensions extensions;

    RectificationCommands(Rectifications rectifications, Extensions extensions) {
        this.rectifications = rectifications;
        this.extensions = extensions;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                assign(),
                correct(),
                assignPerson(),
                verb(
                        TaskVerb.ACCEPT,
                        "The enterprise accepts a task.",
                        "Which.",
                        NAMED,
                        form -> rectifications.accept(form.target())),
                verb(
                        TaskVerb.START,
                        "Takes an accepted or returned task to work. A major hazard needs its five implementations (五落实) and"
                                + " interim measures before.",
                        "Which.",
                        NAMED,
                        form -> rectifications.start(form.target())),
                submit(),
                requestExtension(),
                decideExtension(),
                review(),
                cancel());
    }

    private CommandType assign() {
        InputType input = InputType.of(
                        "AssignRectificationInput", "Assigns the rectification of a hazard to its enterprise.")
                .newId(NodeType.TASK, "Id made by the client when it assigns offline; absent to have one made.")
                .node("hazardId!", NodeType.HAZARD, "Hazard, confirmed or reopened.")
                .prose("requirement!", "What is to be done, up to {} characters.")
                .time(
                        "dueAt",
                        "Deadline within the hazard's total clock; the end of that clock by default. Needed when that clock"
                                + " has ended: then at most what the rule gives from now on.")
                .prose(
                        "lateReason",
                        "Why a hazard whose total clock has ended gets this date, up to {} characters; needed then.");
        return new CommandType(
                "assignRectification",
                "RectificationTask",
                Permission.ASSIGN_RECTIFICATION,
                "Assigns the rectification of a confirmed or reopened hazard to its enterprise. A hazard whose total clock has"
                        + " ended stays overdue, and its task needs a date of its own and the reason for it.",
                "What, and by when.",
                input,
                form -> rectifications.assign(
                        form.newId(),
                        form.id("hazardId"),
                        form.text("requirement"),
                        form.timeOrNull("dueAt"),
                        form.textOrNull("lateReason")));
    }

    private CommandType correct() {
        InputType input = named("CorrectRectificationInput", "Puts right what is to be done.")
                .prose("requirement!", "What is to be done, up to {} characters.")
                .prose("reason!", "Why, up to {} characters.");
        return verb(
                TaskVerb.CORRECT,
                "Puts right what is to be done, before the enterprise accepts the task. What it was before stays in the history; no"
                        + " clock starts again.",
                "Which, what, and why.",
                input,
                form -> rectifications.correct(form.target(), form.text("requirement"), form.text("reason")));
    }

    private CommandType assignPerson() {
        InputType input = named("AssignRectificationPersonInput", "Gives a task to a person.")
                .node("personId!", NodeType.PERSON, "Somebody of the enterprise.");
        return verb(
                TaskVerb.ASSIGN_PERSON,
                "The enterprise's manager gives a task that is not ended to one of its people, who finds it among the own. The history"
                        + " tells who had it before.",
                "Which, and who.",
                input,
                form -> rectifications.assignPerson(form.target(), form.id("personId")));
    }

    private CommandType submit() {
        InputType input = named("SubmitRectificationInput", "Submits a rectification.")
                .prose("measuresTaken!", "What was done, up to {} characters.");
        return verb(
                TaskVerb.SUBMIT,
                "Submits a rectification for review; needs a photo or video AFTER it that the enterprise added, and after a failed"
                        + " review a new one.",
                "Which, and what was done.",
                input,
                form -> rectifications.submit(form.target(), form.text("measuresTaken")));
    }

    private CommandType requestExtension() {
        InputType input = named("RequestExtensionInput", "Asks for a later deadline.")
                .time("requestedDueAt!", "The later deadline.")
                .prose("reason!", "Why, up to {} characters.")
                .prose("interimMeasures!", "What keeps people safe until then, up to {} characters.");
        return verb(
                TaskVerb.REQUEST_EXTENSION,
                "Asks for a later deadline, before the present one expires; where a rule wants notice, at most for half of the"
                        + " period that was granted.",
                "Until when, and why.",
                input,
                form -> extensions.request(
                        form.target(),
                        new DeadlineExtension.Request(
                                form.time("requestedDueAt"), form.text("reason"), form.text("interimMeasures"))));
    }

    private CommandType decideExtension() {
        InputType input = named("DecideExtensionInput", "Decides on an extension.")
                .truth("approved!", "Whether the deadline moves.")
                .prose("comment", "Comment, up to {} characters; needed for a refusal.");
        return verb(
                TaskVerb.DECIDE_EXTENSION,
                "A leader approves or refuses the extension that was asked for; not the applicant. What is longer than the rule"
                        + " of the hazard's present grade allows can only be refused.",
                "The decision.",
                input,
                form -> extensions.decide(
                        form.target(),
                        form.truth("approved"),
                        form.truth("approved") ? form.textOrNull("comment") : form.requiredText("comment")));
    }

    private CommandType review() {
        InputType input = named("ReviewRectificationInput", "Reviews a submitted rectification.")
                .truth("passed!", "Whether the hazard is gone.")
                .prose("comment", "Comment, up to {} characters; needed when it failed.")
                .time(
                        "newDueAt",
                        "New deadline; needed when it failed, unless the longest extension has run out too: then the task stays"
                                + " overdue without one.");
        return verb(
                TaskVerb.REVIEW,
                "Reviews a submitted rectification, by somebody who did not rectify. When it fails, the task returns with a reason"
                        + " and a new deadline: at most what the rule gives from now on, and never behind its total clock with the"
                        + " longest extension.",
                "The result.",
                input,
                form -> form.truth("passed")
                        ? rectifications.pass(form.target(), form.textOrNull("comment"))
                        : rectifications.giveBack(
                                form.target(), form.requiredText("comment"), form.timeOrNull("newDueAt")));
    }

    private CommandType cancel() {
        InputType input =
                named("CancelRectificationInput", "Cancels a task.").prose("reason!", "Why, up to {} characters.");
        return verb(
                TaskVerb.CANCEL,
                "Cancels a task; its hazard waits for another assignment.",
                "Which, and why.",
                input,
                form -> rectifications.cancel(form.target(), form.text("reason")));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.TASK, "Task.");
    }

    private static CommandType verb(
            TaskVerb verb, String said, String inputSaid, InputType input, Function<Form, RectificationTask> work) {
        return CommandType.of(verb, "RectificationTask", said, inputSaid, input, work);
    }
}
