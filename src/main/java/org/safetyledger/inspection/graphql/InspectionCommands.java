package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.inspection.Answer;
import org.safetyledger.inspection.CheckKind;
import org.safetyledger.inspection.Companion;
import org.safetyledger.inspection.FindingResult;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionKind;
import org.safetyledger.inspection.InspectionPlan;
import org.safetyledger.inspection.InspectionPlans;
import org.safetyledger.inspection.InspectionVerb;
import org.safetyledger.inspection.Inspections;
import org.safetyledger.inspection.VisitCause;
import org.safetyledger.inspection.VisitOfficers;
import org.safetyledger.inspection.VisitSource;

/** What may be done with visits. */
@ApplicationScoped
class InspectionCommands implements CommandSource {
    private static final InputType NAMED =
            named("InspectionInput", "Names an inspection for a command that needs nothing else.");

    private static final InputType END = named("EndInspectionInput", "Ends an inspection before its completion.")
            .prose("reason!", "Why, up to {} characters.");

    static final int MOST_COMPANIONS = 10;

    private static final InputType COMPANION = InputType.ofPart(
                    "VisitCompanionInput", "Somebody who comes along and is no officer.")
            .choice("part!", Companion.Part.class, "As what.")
            .name("name!", "Name, up to {} characters.")
            .name("unit", "Where from, up to {} characters.");

    private final InspectionPlans plans;
    private final VisitOfficers officers;
    private final Inspections inspections;

    InspectionCommands(InspectionPlans plans, VisitOfficers officers, Inspections inspections) {
        this.plans = plans;
        this.officers = officers;
        this.inspections = inspections;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                plan(),
                assignOfficers(),
                verb(
                        InspectionVerb.NOTIFY,
                        "Announces an announced visit to its target: from now on the target sees it.",
                        form -> inspections.notifyTarget(form.target())),
                start(),
                recordFinding(),
                verb(
                        InspectionVerb.FINISH_RECORD,
                        "Finishes the record: every item is answered, every negative one reported or fixed on site.",
                        form -> inspections.finishRecord(form.target())),
                sign(),
                verb(
                        InspectionVerb.ISSUE_FINDINGS,
                        "Issues the findings to the target.",
                        form -> inspections.issueFindings(form.target())),
                verb(
                        InspectionVerb.FOLLOW_UP_FINDINGS,
                        "Begins the follow-up of the findings.",
                        form -> inspections.followUp(form.target())),
                verb(
                        InspectionVerb.COMPLETE,
                        "Completes the inspection; with open findings only after the follow-up began.",
                        form -> inspections.complete(form.target())),
                verb(
                        InspectionVerb.CANCEL,
                        "Cancels an inspection that has not started: by the authority whose visit it is, or by a leader of its level or above.",
                        "Which, and why.",
                        END,
                        form -> inspections.cancel(form.target(), form.text("reason"))),
                verb(
                        InspectionVerb.ABORT,
                        "Breaks a visit off, e.g. because access was refused.",
                        "Which, and why.",
                        END,
                        form -> inspections.abort(form.target(), form.text("reason"))));
    }

    private CommandType plan() {
        InputType input = InputType.of("PlanInspectionInput", "Plans an inspection.")
                .newId(NodeType.INSPECTION, "Id made by the client when it plans offline; absent to have one made.")
                .choice("kind!", InspectionKind.class, "Kind.")
                .truth(
                        "announced",
                        "Whether the target is told beforehand; false by default, and the target sees nothing before the start.")
                .node("enterpriseId", NodeType.ENTERPRISE, "Enterprise to inspect.")
                .node("campaignId", NodeType.CAMPAIGN, "Campaign that it belongs to.")
                .node("checklistId!", NodeType.CHECKLIST, "Checklist, valid on the planned day.")
                .day(
                        "plannedOn!",
                        "Planned day, for which it is approved; up to seven days ago for a visit that was planned offline, of an"
                                + " EMERGENCY today.")
                .nodes(
                        "officerIds",
                        NodeType.PERSON,
                        "People who conduct it; an enforcement visit needs two with certificates that are valid on the planned day.")
                .choice("checkKind", CheckKind.class, "Kind of check: for ENFORCEMENT, and for nothing else.")
                .choice(
                        "source",
                        VisitSource.class,
                        "Why an enforcement visit is made; PLAN by default, which is no source of a CASE.")
                .name(
                        "sourceReference",
                        "Number of the case, such as that of the tip or the assignment, up to {} characters: for each source but"
                                + " PLAN and EMERGENCY.")
                .parts("companions", COMPANION, MOST_COMPANIONS, "Experts and assistants who come along, 1 to {}.");
        return new CommandType(
                "planInspection",
                "Inspection",
                Permission.PLAN_INSPECTION,
                "Plans an inspection. An enforcement visit waits for its approval (APPROVAL_PENDING), but for an EMERGENCY, which"
                        + " is approved afterwards; others are PLANNED without officers and ASSIGNED with officers.",
                "The plan.",
                input,
                form -> plans.plan(new InspectionPlan(
                        form.newId(),
                        form.choice("kind", InspectionKind.class),
                        form.truth("announced"),
                        form.idOrNull("enterpriseId"),
                        form.idOrNull("campaignId"),
                        form.id("checklistId"),
                        form.day("plannedOn"),
                        form.ids("officerIds"),
                        cause(form),
                        form.parts("companions").stream()
                                .map(InspectionCommands::companion)
                                .toList())));
    }

    private static @Nullable VisitCause cause(Form form) {
        CheckKind kind = form.choiceOrNull("checkKind", CheckKind.class);
        VisitSource source = form.choiceOrNull("source", VisitSource.class);
        if (kind == null && source != null) {
            throw Refusal.at("checkKind", ErrorCode.CHECK_KIND_OF_ENFORCEMENT);
        }
        return kind == null
                ? null
                : new VisitCause(kind, source == null ? VisitSource.PLAN : source, form.textOrNull("sourceReference"));
    }

    private static Companion companion(Form form) {
        return new Companion(
                form.choice("part", Companion.Part.class), form.text("name"), form.textOrNull("unit"), null);
    }

    private CommandType assignOfficers() {
        InputType input = InputType.of("AssignInspectionOfficersInput", "Names the officers of an inspection.")
                .target(NodeType.INSPECTION, "Inspection that has no officers, or too few.")
                .nodes(
                        "officerIds!",
                        NodeType.PERSON,
                        "People who conduct it, at least one; an enforcement visit needs two with certificates.");
        return verb(
                InspectionVerb.ASSIGN_OFFICERS,
                "Names the officers of an inspection that has none, or lost one; an enforcement visit only after its approval.",
                "Which, and who.",
                input,
                form -> officers.assign(form.target(), form.ids("officerIds")));
    }

    private CommandType start() {
        InputType input = named("StartInspectionInput", "Starts a visit.")
                .time(
                        "startedAt",
                        "When it started, by the clock of a device that sends it later; kept beside the ledger's own time. At"
                                + " most five minutes ahead.")
                .prose(
                        "noScanReason",
                        "Why the code of an enforcement visit was not scanned at the gate, up to {} characters; needed where it was"
                                + " not.");
        return verb(
                InspectionVerb.START,
                "Starts the visit; done by one of its officers. An enforcement visit starts on the day for which it was approved (limit"
                        + " rule APPROVAL_DAYS), one that was merged after the other, and one of a campaign on a day of its window.",
                "Which.",
                input,
                form -> inspections.start(
                        form.target(), form.timeOrNull("startedAt"), form.textOrNull("noScanReason")));
    }

    private CommandType recordFinding() {
        InputType input = InputType.of("RecordFindingInput", "Answers one checklist item.")
                .node(
                        "id",
                        NodeType.FINDING,
                        "Id made by the client when it answers offline, the same for each answer to this item; absent to have"
                                + " one made.")
                .target("inspectionId!", NodeType.INSPECTION, "Inspection.")
                .node("itemId!", NodeType.ITEM, "Item of the inspection's checklist.")
                .choice("result!", FindingResult.class, "Answer.")
                .prose("note", "Note, up to {} characters.")
                .truth(
                        "fixedOnSite",
                        "Whether something negative was put right at once; false by default. It needs a grade, and photos of the"
                                + " finding BEFORE and AFTER; those AFTER by the officers, or by the enterprise in its self-check.")
                .choice(
                        "grade",
                        HazardGrade.class,
                        "Grade of something negative; needed when it was put right at once, which nothing MAJOR is.")
                .time(
                        "recordedAt",
                        "When it was answered, by the clock of a device that sends it later; kept beside the ledger's own time."
                                + " At most five minutes ahead.");
        return verb(
                InspectionVerb.RECORD_FINDING,
                "Answers a checklist item; a later answer replaces the earlier one until the record is finished.",
                "The answer.",
                input,
                form -> inspections.recordFinding(
                        form.target("inspectionId"),
                        form.idOrNull("id"),
                        form.id("itemId"),
                        new Answer(
                                form.choice("result", FindingResult.class),
                                form.textOrNull("note"),
                                form.truth("fixedOnSite"),
                                form.choiceOrNull("grade", HazardGrade.class),
                                form.timeOrNull("recordedAt"))));
    }

    private CommandType sign() {
        InputType input = named("SignInspectionInput", "Signs the record, or records that the target refused to sign.")
                .name(
                        "signerName",
                        "Name of who signs for the target, somebody whom the register has as of the enterprise; the caller's by default.")
                .prose("refusalReason", "Set by an officer only: why the target refused to sign, up to {} characters.")
                .time(
                        "signedAt",
                        "When it was signed, by the clock of a device that sends it later; kept beside the ledger's own time. At"
                                + " most five minutes ahead.");
        return verb(
                InspectionVerb.SIGN,
                "The inspected enterprise signs the record; an officer instead records its refusal with the reason.",
                "The signature.",
                input,
                form -> inspections.sign(
                        form.target(),
                        new Inspections.Signature(
                                form.textOrNull("signerName"),
                                form.textOrNull("refusalReason"),
                                form.timeOrNull("signedAt"))));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.INSPECTION, "Inspection.");
    }

    /** A verb that needs nothing but its object. */
    private static CommandType verb(InspectionVerb verb, String said, Function<Form, Inspection> work) {
        return verb(verb, said, "Which.", NAMED, work);
    }

    private static CommandType verb(
            InspectionVerb verb, String said, String inputSaid, InputType input, Function<Form, Inspection> work) {
        return CommandType.of(verb, "Inspection", said, inputSaid, input, work);
    }
}
