package org.safetyledger.inspection.graphql;

import java.time.LocalDate;
import java.util.List;
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
import org.safetyledger.inspection.Answer;
import org.safetyledger.inspection.ChecklistRepository;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionFilter;
import org.safetyledger.inspection.InspectionOrder;
import org.safetyledger.inspection.InspectionPlan;
import org.safetyledger.inspection.InspectionPlans;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.inspection.Inspections;

@GraphQLApi
public class InspectionApi {
    private final InspectionRepository repository;
    private final ChecklistRepository checklists;
    private final InspectionPlans plans;
    private final Inspections inspections;
    private final Commands commands;

    InspectionApi(
            InspectionRepository repository,
            ChecklistRepository checklists,
            InspectionPlans plans,
            Inspections inspections,
            Commands commands) {
        this.repository = repository;
        this.checklists = checklists;
        this.plans = plans;
        this.inspections = inspections;
        this.commands = commands;
    }

    @Query("checklists")
    @Requires(Permission.READ)
    @NonNull
    @Description("Checklists by code and version.")
    public ChecklistConnection checklists(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Code of a key sector.") @Nullable String sector,
            @Description("Only versions valid on this day.") @Nullable LocalDate validOn) {
        return new ChecklistConnection(
                checklists.page(sector, validOn, PageRequest.of(first, after)), ChecklistView::new);
    }

    @Query("inspection")
    @Requires(Permission.READ_INSPECTIONS)
    @Description("One inspection; null when it does not exist or is out of scope.")
    public @Nullable InspectionView inspection(@NonNull @Id @Description("Node id.") String id) {
        return repository
                .findByIdOptional(NodeId.require(NodeType.INSPECTION, id, "id"))
                .map(InspectionView::new)
                .orElse(null);
    }

    @Query("inspections")
    @Requires(Permission.READ_INSPECTIONS)
    @NonNull
    @Description("Inspections of the caller's area.")
    public InspectionConnection inspections(
            @DefaultValue("20") @Description("How many, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after,
            @Description("Which to list.") @Nullable InspectionFilter filter,
            @DefaultValue("PLANNED_ON_DESC") @Description("Order.") @Nullable InspectionOrder orderBy) {
        InspectionOrder order = orderBy == null ? InspectionOrder.PLANNED_ON_DESC : orderBy;
        return new InspectionConnection(
                repository.page(filter, order, PageRequest.of(first, after)), InspectionView::new);
    }

    @Mutation("planInspection")
    @Requires(Permission.PLAN_INSPECTION)
    @NonNull
    @Description("Plans an inspection. Without officers it is PLANNED, with officers ASSIGNED.")
    public InspectionPayload planInspection(@NonNull @Description("The plan.") PlanInspectionInput input) {
        return run(
                "planInspection",
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
    public InspectionPayload assignInspectionOfficers(
            @NonNull @Description("Which, and who.") AssignInspectionOfficersInput input) {
        return run(
                "assignInspectionOfficers",
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
    public InspectionPayload notifyInspection(@NonNull @Description("Which.") InspectionInput input) {
        return run("notifyInspection", input, () -> inspections.notifyTarget(target(input)));
    }

    @Mutation("startInspection")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Starts the visit; done by one of its officers, and for a campaign only on a day of its window.")
    public InspectionPayload startInspection(@NonNull @Description("Which.") StartInspectionInput input) {
        return run(
                "startInspection",
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
    public InspectionPayload recordFinding(@NonNull @Description("The answer.") RecordFindingInput input) {
        return run(
                "recordFinding",
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
    public InspectionPayload finishInspectionRecord(@NonNull @Description("Which.") InspectionInput input) {
        return run("finishInspectionRecord", input, () -> inspections.finishRecord(target(input)));
    }

    @Mutation("signInspection")
    @Requires(Permission.SIGN_INSPECTION)
    @NonNull
    @Description("The inspected enterprise signs the record; an officer instead records its refusal with the reason.")
    public InspectionPayload signInspection(@NonNull @Description("The signature.") SignInspectionInput input) {
        return run(
                "signInspection",
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
    public InspectionPayload issueInspectionFindings(@NonNull @Description("Which.") InspectionInput input) {
        return run("issueInspectionFindings", input, () -> inspections.issueFindings(target(input)));
    }

    @Mutation("followUpInspection")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Begins the follow-up of the findings.")
    public InspectionPayload followUpInspection(@NonNull @Description("Which.") InspectionInput input) {
        return run("followUpInspection", input, () -> inspections.followUp(target(input)));
    }

    @Mutation("completeInspection")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Completes the inspection; with open findings only after the follow-up began.")
    public InspectionPayload completeInspection(@NonNull @Description("Which.") InspectionInput input) {
        return run("completeInspection", input, () -> inspections.complete(target(input)));
    }

    @Mutation("cancelInspection")
    @Requires(Permission.PLAN_INSPECTION)
    @NonNull
    @Description("Cancels an inspection that has not started.")
    public InspectionPayload cancelInspection(@NonNull @Description("Which, and why.") EndInspectionInput input) {
        return run(
                "cancelInspection",
                input,
                () -> inspections.cancel(target(input), Texts.required(input.reason(), Texts.PROSE, "reason")));
    }

    @Mutation("abortInspection")
    @Requires(Permission.CONDUCT_INSPECTION)
    @NonNull
    @Description("Breaks a visit off, e.g. because access was refused.")
    public InspectionPayload abortInspection(@NonNull @Description("Which, and why.") EndInspectionInput input) {
        return run(
                "abortInspection",
                input,
                () -> inspections.abort(target(input), Texts.required(input.reason(), Texts.PROSE, "reason")));
    }

    private InspectionPayload run(String operation, Command input, Supplier<Inspection> work) {
        return commands.run(
                operation,
                input,
                work,
                inspections::get,
                (inspection, errors) ->
                        new InspectionPayload(inspection == null ? null : new InspectionView(inspection), errors));
    }

    private static Inspections.Target target(InspectionInput input) {
        return new Inspections.Target(NodeId.require(NodeType.INSPECTION, input.id(), "id"), input.expectedVersion());
    }

    private static Inspections.Target target(EndInspectionInput input) {
        return new Inspections.Target(NodeId.require(NodeType.INSPECTION, input.id(), "id"), input.expectedVersion());
    }
}
