package org.safetyledger.supervision.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.FindingResult;

/** What may be done with visits to authorities. */
@ApplicationScoped
class SupervisionCommands implements CommandSource {
    private static final InputType NAMED = named("SupervisionInput", "Names a visit to an authority.");

    private static final InputType REASON = named("SupervisionReasonInput", "Names a visit, with a reason.")
            .prose("reason!", "Why, up to {} characters.");

    private final SupervisionPlans plans;
    private final Supervisions supervisions;

    SupervisionCommands(SupervisionPlans plans, Supervisions supervisions) {
        this.plans = plans;
        this.supervisions = supervisions;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                plan(),
                verb(
                        SupervisionVerb.NOTIFY,
                        "Announces an announced visit to its target: from now on the target sees it.",
                        NAMED,
                        form -> supervisions.notifyTarget(form.target())),
                verb(
                        SupervisionVerb.START,
                        "Starts the visit; done by one of its officers. Its target sees it from now on.",
                        NAMED,
                        form -> supervisions.start(form.target())),
                finding(),
                verb(
                        SupervisionVerb.FINISH_RECORD,
                        "Finishes the record: every item of the checklist is answered.",
                        NAMED,
                        form -> supervisions.finishRecord(form.target())),
                verb(
                        SupervisionVerb.SIGN,
                        "Signs the record for the supervised authority; done by somebody of its own.",
                        NAMED,
                        form -> supervisions.sign(form.target())),
                verb(
                        SupervisionVerb.RECORD_REFUSAL,
                        "Records that the supervised authority refused to sign; done by one of the visit's officers.",
                        REASON,
                        form -> supervisions.recordRefusal(form.target(), form.text("reason"))),
                verb(
                        SupervisionVerb.COMPLETE,
                        "Completes a visit whose problems are items.",
                        NAMED,
                        form -> supervisions.complete(form.target())),
                verb(
                        SupervisionVerb.CANCEL,
                        "Cancels a visit that has not started.",
                        REASON,
                        form -> supervisions.cancel(form.target(), form.text("reason"))),
                verb(
                        SupervisionVerb.ABORT,
                        "Breaks a visit off.",
                        REASON,
                        form -> supervisions.abort(form.target(), form.text("reason"))));
    }

    private CommandType plan() {
        InputType input = InputType.of("PlanSupervisionInput", "Plans a visit to an authority.")
                .newId(NodeType.SUPERVISION_VISIT, "Id made by the client; absent to have one made.")
                .code(
                        "target!",
                        "Division code of a government below the caller's, or code of a department of one or of the own.")
                .truth(
                        "announced",
                        "Whether the target is told beforehand; false by default, and the target sees nothing before the start.")
                .node("campaignId", NodeType.CAMPAIGN, "Campaign that it belongs to.")
                .node("checklistId!", NodeType.CHECKLIST, "Checklist, valid on the planned day.")
                .day("plannedOn!", "Planned day, today or later.")
                .nodes("officerIds!", NodeType.PERSON, "People of other authorities who conduct it, 1 to 20.");
        return new CommandType(
                "planSupervision",
                "SupervisionVisit",
                Permission.SUPERVISE,
                "Plans supervision (督查) of a government or department, by a safety committee's office.",
                "The plan.",
                input,
                form -> plans.plan(new SupervisionPlan(
                        form.newId(),
                        form.text("target"),
                        form.truth("announced"),
                        form.idOrNull("campaignId"),
                        form.id("checklistId"),
                        form.day("plannedOn"),
                        form.ids("officerIds"))));
    }

    private CommandType finding() {
        InputType input = InputType.of("RecordSupervisionFindingInput", "Answers one checklist item.")
                .target("visitId!", NodeType.SUPERVISION_VISIT, "Visit.")
                .node("itemId!", NodeType.ITEM, "Item of the visit's checklist.")
                .choice("result!", FindingResult.class, "Answer.")
                .prose(
                        "note",
                        "Note on what the authority did or left undone, up to {} characters; it names no enterprise.");
        return verb(
                SupervisionVerb.RECORD_FINDING,
                "Answers a checklist item; a later answer replaces the earlier one until the record is finished.",
                input,
                form -> supervisions.recordFinding(
                        form.target("visitId"),
                        form.id("itemId"),
                        form.choice("result", FindingResult.class),
                        form.textOrNull("note")));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.SUPERVISION_VISIT, "Visit.");
    }

    private static CommandType verb(
            SupervisionVerb verb, String said, InputType input, Function<Form, SupervisionVisit> work) {
        return CommandType.of(verb, "SupervisionVisit", said, "Which, and what.", input, work);
    }
}
