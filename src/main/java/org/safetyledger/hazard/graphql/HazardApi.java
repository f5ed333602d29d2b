package org.safetyledger.hazard.graphql;

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
import org.safetyledger.hazard.Clause;
import org.safetyledger.hazard.FiveImplementations;
import org.safetyledger.hazard.HazardReport;
import org.safetyledger.hazard.HazardReports;
import org.safetyledger.hazard.Hazards;
import org.safetyledger.hazard.MajorGround;
import org.safetyledger.hazard.Opinion;
import org.safetyledger.read.Payload;

@GraphQLApi
public class HazardApi {
    private final HazardReports reports;
    private final Hazards hazards;
    private final Commands commands;

    HazardApi(HazardReports reports, Hazards hazards, Commands commands) {
        this.reports = reports;
        this.hazards = hazards;
        this.commands = commands;
    }

    @Mutation("reportHazard")
    @Requires(Permission.REPORT_HAZARD)
    @NonNull
    @Description(
            "Reports a hazard. It names the four responsible parties of this day and starts the total clock. What an"
                    + " inspection found is reported by those who conduct it.")
    public Payload reportHazard(@NonNull @Description("The report.") ReportHazardInput input) {
        return commands.run(
                input,
                () -> reports.report(new HazardReport(
                        input.id() == null ? NodeId.newUuid() : NodeId.require(NodeType.HAZARD, input.id(), "id"),
                        NodeId.require(NodeType.ENTERPRISE, input.enterpriseId(), "enterpriseId"),
                        NodeId.optional(NodeType.INSPECTION, input.inspectionId(), "inspectionId"),
                        NodeId.optional(NodeType.FINDING, input.findingId(), "findingId"),
                        Texts.required(input.title(), Texts.NAME, "title"),
                        Texts.optional(input.description(), Texts.PROSE, "description"),
                        Texts.optional(input.place(), Texts.NAME, "place"),
                        Texts.code(input.category(), "category"),
                        Times.instantOrNull(input.discoveredAt(), "discoveredAt"))));
    }

    @Mutation("confirmHazard")
    @Requires(Permission.DECIDE_HAZARD)
    @NonNull
    @Description(
            "Confirms a reported hazard and grades it; MAJOR names its ground: a clause or an opinion. The total clock"
                    + " never gets longer by it.")
    public Payload confirmHazard(@NonNull @Description("Which, and its grade.") ConfirmHazardInput input) {
        return commands.run(
                input,
                () -> hazards.confirm(
                        target(input.id(), input.expectedVersion()),
                        input.grade(),
                        ground(input.clause(), input.opinion())));
    }

    @Mutation("rejectHazard")
    @Requires(Permission.DECIDE_HAZARD)
    @NonNull
    @Description(
            "Rejects a reported hazard with a reason, which the reporter sees and may contest once. What was marked as its"
                    + " duplicate waits for confirmation again.")
    public Payload rejectHazard(@NonNull @Description("Which, and why.") HazardReasonInput input) {
        return commands.run(input, () -> hazards.reject(target(input), reason(input)));
    }

    @Mutation("contestHazardRejection")
    @Requires(Permission.CONTEST_REJECTION)
    @NonNull
    @Description("The reporter contests that the hazard was rejected or marked as a duplicate, once: it waits for"
            + " confirmation again.")
    public Payload contestHazardRejection(@NonNull @Description("Which, and why.") HazardReasonInput input) {
        return commands.run(input, () -> hazards.contest(target(input), reason(input)));
    }

    @Mutation("markDuplicateHazard")
    @Requires(Permission.DECIDE_HAZARD)
    @NonNull
    @Description(
            "Marks a reported hazard as a duplicate of another one of the same enterprise, which is neither a duplicate nor"
                    + " rejected. The reporter sees the reason and may contest it once.")
    public Payload markDuplicateHazard(@NonNull @Description("Which, and of which.") MarkDuplicateHazardInput input) {
        return commands.run(
                input,
                () -> hazards.markDuplicate(
                        target(input.id(), input.expectedVersion()),
                        NodeId.require(NodeType.HAZARD, input.duplicateOfId(), "duplicateOfId"),
                        Texts.required(input.reason(), Texts.PROSE, "reason")));
    }

    @Mutation("escalateHazardGrade")
    @Requires(Permission.ESCALATE_GRADE)
    @NonNull
    @Description(
            "Raises a general hazard to MAJOR on a ground: a clause or an opinion. The total clock keeps its start, and"
                    + " never gets longer by it.")
    public Payload escalateHazardGrade(@NonNull @Description("Which, and why.") EscalateHazardGradeInput input) {
        return commands.run(
                input,
                () -> hazards.escalateGrade(
                        target(input.id(), input.expectedVersion()),
                        ground(input.clause(), input.opinion()),
                        Texts.required(input.reason(), Texts.PROSE, "reason")));
    }

    @Mutation("lowerHazardGrade")
    @Requires(Permission.LOWER_GRADE)
    @NonNull
    @Description(
            "Lowers a major hazard to GENERAL; by the city, what the city itself graded by its leader, and never by"
                    + " whoever graded it.")
    public Payload lowerHazardGrade(@NonNull @Description("Which, and by what decision.") LowerHazardGradeInput input) {
        return commands.run(
                input,
                () -> hazards.lowerGrade(
                        target(input.id(), input.expectedVersion()),
                        Texts.required(input.reason(), Texts.PROSE, "reason"),
                        Texts.required(input.document(), Texts.NAME, "document")));
    }

    @Mutation("planHazardRectification")
    @Requires(Permission.PLAN_MAJOR_RECTIFICATION)
    @NonNull
    @Description("Records the five implementations (五落实) and the interim measures of a hazard.")
    public Payload planHazardRectification(
            @NonNull @Description("Which, and what is planned.") PlanHazardRectificationInput input) {
        return commands.run(
                input,
                () -> hazards.planRectification(
                        target(input.id(), input.expectedVersion()),
                        five(input.fiveImplementations()),
                        Texts.optional(input.interimMeasures(), Texts.PROSE, "interimMeasures")));
    }

    @Mutation("fixHazardOnSite")
    @Requires(Permission.DECIDE_HAZARD)
    @NonNull
    @Description("Records that a confirmed general hazard was fixed at once before an officer; needs a photo BEFORE and"
            + " an authority's photo AFTER. Somebody else than the finder, the reporter and the caller closes it.")
    public Payload fixHazardOnSite(@NonNull @Description("Which, and how.") FixHazardOnSiteInput input) {
        return commands.run(
                input,
                () -> hazards.fixOnSite(
                        target(input.id(), input.expectedVersion()),
                        Texts.required(input.measures(), Texts.PROSE, "measures")));
    }

    @Mutation("closeHazard")
    @Requires(Permission.CLOSE_HAZARD)
    @NonNull
    @Description(
            "Closes (销号) a hazard whose review passed or that was fixed on site; not by whoever found or reported it."
                    + " An enterprise closes by itself a general hazard that it found itself, before a task was assigned, with its own"
                    + " photos BEFORE and AFTER; officers sample these (`selfClosed`) and may reopen them.")
    public Payload closeHazard(@NonNull @Description("Which.") CloseHazardInput input) {
        return commands.run(
                input,
                () -> hazards.close(
                        target(input.id(), input.expectedVersion()),
                        Texts.optional(input.comment(), Texts.PROSE, "comment")));
    }

    @Mutation("reopenHazard")
    @Requires(Permission.DECIDE_HAZARD)
    @NonNull
    @Description("Reopens a closed hazard after a look-back or a tip, on a new total clock.")
    public Payload reopenHazard(@NonNull @Description("Which, and why.") HazardReasonInput input) {
        return commands.run(input, () -> hazards.reopen(target(input), reason(input)));
    }

    private static Hazards.Target target(HazardReasonInput input) {
        return target(input.id(), input.expectedVersion());
    }

    private static Hazards.Target target(String id, @Nullable Integer expectedVersion) {
        return new Hazards.Target(NodeId.require(NodeType.HAZARD, id, "id"), expectedVersion);
    }

    private static String reason(HazardReasonInput input) {
        return Texts.required(input.reason(), Texts.PROSE, "reason");
    }

    private static MajorGround ground(@Nullable ClauseInput clause, @Nullable OpinionInput opinion) {
        return new MajorGround(
                clause == null
                        ? null
                        : new Clause(
                                Texts.code(clause.standard(), "clause.standard"),
                                Texts.code(clause.clause(), "clause.clause")),
                opinion == null
                        ? null
                        : new Opinion(
                                opinion.basis(),
                                Texts.required(opinion.issuingBody(), Texts.NAME, "opinion.issuingBody"),
                                Texts.required(opinion.documentNumber(), Texts.NAME, "opinion.documentNumber")));
    }

    private static @Nullable FiveImplementations five(@Nullable FiveImplementationsInput input) {
        if (input == null) {
            return null;
        }
        String path = "fiveImplementations.";
        return new FiveImplementations(
                Texts.required(input.responsibility(), Texts.PROSE, path + "responsibility"),
                Texts.required(input.measures(), Texts.PROSE, path + "measures"),
                Texts.required(input.funds(), Texts.PROSE, path + "funds"),
                Texts.required(input.deadline(), Texts.PROSE, path + "deadline"),
                Texts.required(input.emergencyPlan(), Texts.PROSE, path + "emergencyPlan"));
    }
}
