package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionVerb;
import org.safetyledger.inspection.VisitApprovals;
import org.safetyledger.inspection.VisitConflicts;
import org.safetyledger.inspection.VisitDays;
import org.safetyledger.inspection.VisitEntries;
import org.safetyledger.inspection.VisitRatings;

/** What is done around a visit to make it lawful: its approval, its officers' exclusion, its entry, and its rating. */
@ApplicationScoped
class LawfulVisitCommands implements CommandSource {
    private static final int BEST = 5;

    private final VisitApprovals approvals;
    private final VisitConflicts conflicts;
    private final VisitDays days;
    private final VisitEntries entries;
    private final VisitRatings ratings;

    LawfulVisitCommands(
            VisitApprovals approvals,
            VisitConflicts conflicts,
            VisitDays days,
            VisitEntries entries,
            VisitRatings ratings) {
        this.approvals = approvals;
        this.conflicts = conflicts;
        this.days = days;
        this.entries = entries;
        this.ratings = ratings;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                approve(),
                refuse(),
                exclude(),
                readmit(),
                excludeCompanion(),
                merge(),
                part(),
                reschedule(),
                confirmEntry(),
                rate());
    }

    private CommandType approve() {
        return verb(
                InspectionVerb.APPROVE,
                "Approves an enforcement visit, by a leader of the authority's level who did not plan it; of an emergency"
                        + " afterwards, too. With its officers it is ASSIGNED then, without APPROVED.",
                named("ApproveInspectionInput", "Approves a visit.")
                        .name("document!", "Number of the approval's document, up to {} characters."),
                form -> approvals.approve(form.target(), form.text("document")));
    }

    private CommandType refuse() {
        return verb(
                InspectionVerb.REFUSE_APPROVAL,
                "Refuses to approve an enforcement visit: it is CANCELLED. An emergency that has started is ABORTED, unless it is"
                        + " completed; no papers are issued on it.",
                named("RefuseInspectionApprovalInput", "Refuses to approve a visit.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> approvals.refuse(form.target(), form.text("reason")));
    }

    private CommandType exclude() {
        return verb(
                InspectionVerb.EXCLUDE_OFFICER,
                "Excludes an officer who is in conflict with the enterprise, declared by himself or found by others: from this"
                        + " visit, which waits for another officer where it has too few, and from later ones to the enterprise.",
                named("ExcludeInspectionOfficerInput", "Excludes an officer.")
                        .node("personId!", NodeType.PERSON, "One of the visit's officers.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> conflicts.exclude(form.target(), form.id("personId"), form.text("reason")));
    }

    private CommandType readmit() {
        return verb(
                InspectionVerb.READMIT_OFFICER,
                "Takes the exclusion of an officer back, by whoever declared it: the officer, or the authority that found it.",
                named("ReadmitInspectionOfficerInput", "Readmits an officer.")
                        .node("personId!", NodeType.PERSON, "An excluded one of the visit's officers.")
                        .prose("reason!", "Why there is no conflict, up to {} characters."),
                form -> conflicts.readmit(form.target(), form.id("personId"), form.text("reason")));
    }

    private CommandType excludeCompanion() {
        return verb(
                InspectionVerb.EXCLUDE_COMPANION,
                "Excludes an expert or assistant who is in conflict with the enterprise: from this visit, and by name from later ones to"
                        + " it.",
                named("ExcludeInspectionCompanionInput", "Excludes an expert or assistant.")
                        .count(
                                "number!",
                                InspectionCommands.MOST_COMPANIONS,
                                "Whose place among the visit's companions, 1 to {}.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> conflicts.excludeCompanion(form.target(), form.count("number"), form.text("reason")));
    }

    private CommandType part() {
        return verb(
                InspectionVerb.PART,
                "Has a merged visit made on its own again, such as when the other was cancelled: it counts then, as far as the cap"
                        + " leaves one. Its day stays.",
                named("PartInspectionInput", "Parts a visit from the one into which it was merged."),
                form -> approvals.part(form.target()));
    }

    private CommandType merge() {
        return verb(
                InspectionVerb.MERGE,
                "Has a visit of the caller's authority made together with another authority's, on its day: the enterprise is"
                        + " visited once, and the visit does not count and starts after the other. What was approved for another day is"
                        + " approved again.",
                named("MergeInspectionInput", "Merges a visit into another.")
                        .node("intoId!", NodeType.INSPECTION, "The other visit, such as one of `mergeProposals`."),
                form -> approvals.merge(form.target(), form.id("intoId")));
    }

    private CommandType reschedule() {
        return verb(
                InspectionVerb.RESCHEDULE,
                "Moves a visit that has not begun to another day, by the rules by which it was planned: the checklist, the"
                        + " campaign's window, the days of its kind, the cap of a new year and the officers' certificates. What was"
                        + " approved for other days is approved again; a target that was told of the visit is told. No emergency, and"
                        + " no visit that is made together with another.",
                named("RescheduleInspectionInput", "Moves a visit to another day.")
                        .day("plannedOn!", "The day, today or later.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> days.reschedule(form.target(), form.day("plannedOn"), form.text("reason")));
    }

    private CommandType confirmEntry() {
        InputType input = InputType.of(
                        "ConfirmInspectionEntryInput", "Confirms at the gate that the officers are there.")
                .name("code!", "The code that the officers show, in large or small letters.")
                .time(
                        "enteredAt",
                        "When it was scanned, by the clock of a device that sends it later; kept beside the ledger's own time. At"
                                + " most five minutes ahead.");
        return new CommandType(
                "confirmInspectionEntry",
                "Inspection",
                Permission.CONFIRM_ENTRY,
                "Confirms that the officers of a visit are at the gate, by its code: by somebody of the enterprise that is"
                        + " visited, or by one of the officers, on the day for which it was approved. From then on the enterprise sees"
                        + " the visit. After a few wrong codes (limit rule ENTRY_ATTEMPTS) no more are taken from that person for some"
                        + " minutes.",
                "The code.",
                input,
                form -> entries.confirm(form.text("code"), form.timeOrNull("enteredAt")));
    }

    private CommandType rate() {
        return verb(
                InspectionVerb.RATE,
                "Rates a visit, once, when its record is closed. The authorities are not told who did; the visit's officers are"
                        + " told only what is said of many visits.",
                named("RateInspectionInput", "Rates a visit.")
                        .count("score!", BEST, "From 1, bad, to {}, good.")
                        .prose("comment", "In words, up to {} characters."),
                form -> ratings.rate(form.target(), form.count("score"), form.textOrNull("comment")));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.INSPECTION, "Inspection.");
    }

    private static CommandType verb(
            InspectionVerb verb, String said, InputType input, Function<Form, Inspection> work) {
        return CommandType.of(verb, "Inspection", said, "Which, and what.", input, work);
    }
}
