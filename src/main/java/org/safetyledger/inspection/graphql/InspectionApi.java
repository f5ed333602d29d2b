package org.safetyledger.inspection.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.audit.Commands;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Answer;
import org.safetyledger.inspection.InspectionPlan;
import org.safetyledger.inspection.InspectionPlans;
import org.safetyledger.inspection.Inspections;
import org.safetyledger.read.Payload;

@GraphQLApi
public class InspectionApi {
    private final InspectionPlans plans;
    private final Inspections inspections;
    private final Commands commands;

    InspectionApi(InspectionPlans plans, Inspections inspections, Commands commands) {
        this.plans = plans;
        this.inspections = inspections;
        this.commands = commands;
    }

    @Mutation("planInspection")
    @Requires(Permission.PLAN_INSPECTION)
    @NonNull
    @Description("Plans an inspection. Without officers it is PLANNED, with officers ASSIGNED.")
    public Payload planInspection(@NonNull @Description("The plan.") PlanInspectionInput input) {
        return commands.run(
                input,
                () -> plans.plan(new InspectionPlan(
                        input.id() == null ? NodeId.newUuid() : NodeId.require(NodeType.INSPECTION, input.id(), "id"),
                        input.kind(),
                        Boolean.TRUE.equals(input.announced()),
                        NodeId.optional(NodeType.ENTERPRISE, input.enterpriseId(), "enterpriseId"),
                        Texts.optionalCode(input.department(), "department"),
                        NodeId.optional(NodeType.CAMPAIGN, input.campaignId(), "campaignId"),
                        NodeId.require(NodeType.CHECKLIST, input.checklistId(), "checklistId"),
                        Times.day(input.plannedOn(), "plannedOn"),
                        input.officerIds() == null
                                ? List.of()
                                : NodeId.all(NodeType.PERSON, input.officerIds(), "officerIds"))));
    }

    @Mutation("assignInspectionOfficers")
    @Requires(Permission.NOTIFY_INSPECTION)
    @NonNull
    @Description("Names the officers of an inspection that was planned without any.")
    public Payload assignInspectionOfficers(
            @NonNull @Description("Which, and who.") AssignInspectionOfficersInput input) {
        return commands.run(
                input,
                () -> plans.assignOfficers(
                        new Inspections.Target(
                                NodeId.require(NodeType.INSPECTION, input.id(), "id"), input.expectedVersion()),
                        NodeId.all(NodeType.PERSON, input.officerIds(), "officerIds")));
    }

    @Mutation("notifyInspection")
    @Requires(Permission.NOTIFY_INSPECTION)
    @NonNull
    @Description("Announces an announced visit to its target: from now on the target sees it.")
    public Payload notifyInspection(@NonNull @Description("Which.") InspectionInput input) {
        return commands.run(input, () -> inspections.notifyTarget(target(input)));
    }

    @Mutation("startInspection")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Starts the visit; done by one of its officers, and for a campaign only on a day of its window.")
    public Payload startInspection(@NonNull @Description("Which.") StartInspectionInput input) {
        return commands.run(
                input,
                () -> inspections.start(
                        new Inspections.Target(
                                NodeId.require(NodeType.INSPECTION, input.id(), "id"), input.expectedVersion()),
                        Times.instantOrNull(input.startedAt(), "startedAt")));
    }

    @Mutation("recordFinding")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Answers a checklist item; a later answer replaces the earlier one until the record is finished.")
    public Payload recordFinding(@NonNull @Description("The answer.") RecordFindingInput input) {
        return commands.run(
                input,
                () -> inspections.recordFinding(
                        new Inspections.Target(
                                NodeId.require(NodeType.INSPECTION, input.inspectionId(), "inspectionId"),
                                input.expectedVersion()),
                        NodeId.optional(NodeType.FINDING, input.id(), "id"),
                        NodeId.require(NodeType.ITEM, input.itemId(), "itemId"),
                        new Answer(
                                input.result(),
                                Texts.optional(input.note(), Texts.PROSE, "note"),
                                Boolean.TRUE.equals(input.fixedOnSite()),
                                input.grade(),
                                Times.instantOrNull(input.recordedAt(), "recordedAt"))));
    }

    @Mutation("finishInspectionRecord")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Finishes the record: every item is answered, every negative one reported or fixed on site.")
    public Payload finishInspectionRecord(@NonNull @Description("Which.") InspectionInput input) {
        return commands.run(input, () -> inspections.finishRecord(target(input)));
    }

    @Mutation("signInspection")
    @Requires(Permission.SIGN_INSPECTION)
    @NonNull
    @Description("The inspected enterprise signs the record; an officer instead records its refusal with the reason.")
    public Payload signInspection(@NonNull @Description("The signature.") SignInspectionInput input) {
        return commands.run(
                input,
                () -> inspections.sign(
                        new Inspections.Target(
                                NodeId.require(NodeType.INSPECTION, input.id(), "id"), input.expectedVersion()),
                        new Inspections.Signature(
                                Texts.optional(input.signerName(), Texts.NAME, "signerName"),
                                Texts.optional(input.refusalReason(), Texts.PROSE, "refusalReason"),
                                Times.instantOrNull(input.signedAt(), "signedAt"))));
    }

    @Mutation("issueInspectionFindings")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Issues the findings to the target.")
    public Payload issueInspectionFindings(@NonNull @Description("Which.") InspectionInput input) {
        return commands.run(input, () -> inspections.issueFindings(target(input)));
    }

    @Mutation("followUpInspection")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Begins the follow-up of the findings.")
    public Payload followUpInspection(@NonNull @Description("Which.") InspectionInput input) {
        return commands.run(input, () -> inspections.followUp(target(input)));
    }

    @Mutation("completeInspection")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Completes the inspection; with open findings only after the follow-up began.")
    public Payload completeInspection(@NonNull @Description("Which.") InspectionInput input) {
        return commands.run(input, () -> inspections.complete(target(input)));
    }

    @Mutation("cancelInspection")
    @Requires(Permission.PLAN_INSPECTION)
    @NonNull
    @Description("Cancels an inspection that has not started.")
    public Payload cancelInspection(@NonNull @Description("Which, and why.") EndInspectionInput input) {
        return commands.run(
                input, () -> inspections.cancel(target(input), Texts.required(input.reason(), Texts.PROSE, "reason")));
    }

    @Mutation("abortInspection")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Breaks a visit off, e.g. because access was refused.")
    public Payload abortInspection(@NonNull @Description("Which, and why.") EndInspectionInput input) {
        return commands.run(
                input, () -> inspections.abort(target(input), Texts.required(input.reason(), Texts.PROSE, "reason")));
    }

    private static Inspections.Target target(InspectionInput input) {
        return new Inspections.Target(NodeId.require(NodeType.INSPECTION, input.id(), "id"), input.expectedVersion());
    }

    private static Inspections.Target target(EndInspectionInput input) {
        return new Inspections.Target(NodeId.require(NodeType.INSPECTION, input.id(), "id"), input.expectedVersion());
    }
}
