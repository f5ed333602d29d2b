package org.safetyledger.supervision.directive;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How directives are read, with their items and what was answered. */
@ApplicationScoped
class DirectiveReading implements ReadSource {
    private final DeadlineReading deadlines;
    private final AvailableActions actions;
    private final ObjectMapper mapper;

    DirectiveReading(DeadlineReading deadlines, AvailableActions actions, ObjectMapper mapper) {
        this.deadlines = deadlines;
        this.actions = actions;
        this.mapper = mapper;
    }

    @Override
    public List<ReadType> types() {
        return List.of(directive(), item(), response());
    }

    private ReadType directive() {
        return ReadType.of(
                        "Directive",
                        "directive",
                        "A directive of a conference (会议交办、督办). A draft is seen by its office alone; an issued one by the authorities"
                                + " of the office's level and above, and by whoever sees one of its items.")
                .node(NodeType.DIRECTIVE)
                .choice("status!", Directive.Status.class, "State.")
                .text("conference!", "Name of the conference.")
                .day("heldOn!", "Day on which it is held.")
                .text("documentNumber", "Number of the document.")
                .values(
                        "demands!",
                        50,
                        "coalesce($.demands, '[]')",
                        DirectiveDemand.class,
                        (stored, caller) -> mapper.convertValue(
                                stored,
                                mapper.getTypeFactory().constructCollectionType(List.class, DirectiveDemand.class)),
                        "What its items are to say; empty once it is issued, when each is an item.")
                .text("draftedBy!", "Name of who drafted it first.")
                .time("draftedAt!", "When it was drafted first.")
                .text("issuedBy", "Name of who issued it.")
                .time("issuedAt", "When it was issued.")
                .time("completedAt", "When its last item was accepted.")
                .text("withdrawnBy", "Name of who withdrew it.")
                .time("withdrawnAt", "When it was withdrawn.")
                .text("withdrawal", "Why it was withdrawn.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "Where the issuing office is.")
                .reference(
                        "office",
                        "Department",
                        "office",
                        "code",
                        "The safety committee's office that issues it; null for the leader's office of the jurisdiction.")
                .availableActions(actions.of(DirectiveVerb.values(), DirectiveVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "directive",
                        Permission.READ_DIRECTIVES,
                        "One directive; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "directives",
                                Permission.READ_DIRECTIVES,
                                "Directives that the caller may see, those of the latest conference first.")
                        .descending("HELD_ON", "Latest conference first.", "held_on date", "id uuid")
                        .filter(
                                "directives",
                                Filter.choice("status", Directive.Status.class, "status", "State."),
                                AreaFilters.subtree("Division code in whose subtree they were issued."),
                                Filter.day("heldFrom", "t.held_on >=", "Held on this day or later."),
                                Filter.day("heldTo", "t.held_on <=", "Held on this day or earlier.")))
                .payload("DirectivePayload", "directive", "The directive, or why the command was refused.");
    }

    private ReadType item() {
        return deadlines
                .addTotal(ReadType.of(
                        "DirectiveItem",
                        "directive_item",
                        "One thing that a directive demands (交办事项). Seen by its lead and its co-units, by the authorities of the"
                                + " place of its lead and above, and never by an enterprise."))
                .node(NodeType.DIRECTIVE_ITEM)
                .integer("number!", "Its number in the directive.")
                .choice("status!", DirectiveItem.Status.class, "State.")
                .text("demand!", "What is demanded.")
                .text("result!", "The measurable result by which it is judged.")
                .texts("coUnits!", "co_units", "Codes of those that contribute; the lead answers for all.")
                .texts(
                        "missingCoUnits!",
                        "missing_co_units",
                        "Codes of the co-units that have not contributed: an answer of the lead came without theirs.")
                .text("responsible", "Name of who answers for it at the lead, as it was then.")
                .text("responsiblePost", "Title of that person's post.")
                .time("issuedAt!", "When it was issued.")
                .time("respondedAt", "When an addressee responded last.")
                .text("answeredBy", "Name of who answered it last for the lead.")
                .time("answeredAt", "When the lead answered it last.")
                .text("decidedBy", "Name of who accepted, returned or withdrew it last.")
                .time("decidedAt", "When it was accepted, returned or withdrawn last.")
                .text("reason", "Why it was returned or withdrawn.")
                .reference("directive!", "Directive", "directive_id", "The directive.")
                .reference(
                        "office",
                        "Department",
                        "office",
                        "code",
                        "The safety committee's office that issued it and decides; null for the leader's office.")
                .reference(
                        "leadJurisdiction!", "Jurisdiction", "division_code", "code", "The jurisdiction of the lead.")
                .reference(
                        "leadDepartment",
                        "Department",
                        "lead_department",
                        "code",
                        "The leading department; null when it is the government itself.")
                .reference(
                        "hazard",
                        "Hazard",
                        "hazard_id",
                        "The hazard that it is about; null for none, or when it is out of scope.")
                .reference(
                        "enterprise",
                        "Enterprise",
                        "enterprise_id",
                        "The enterprise that it is about; null for none, or when it is out of scope.")
                .reference(
                        "campaign",
                        "Campaign",
                        "campaign_id",
                        "The campaign that it belongs to; null for none, or when it is out of scope.")
                .members(
                        "responses!",
                        "DirectiveResponse",
                        "directive_item_id",
                        "id",
                        100,
                        List.of("responded_at", "id"),
                        "What its addressees answered, in the order of time.")
                .availableActions(actions.of(DirectiveItemVerb.values(), DirectiveItemVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "directiveItem",
                        Permission.READ_DIRECTIVES,
                        "One item; null when it does not exist or is out of scope.")
                .list(items())
                .below("Directive", "items", "directive_id", "Its items that the caller may see.")
                .payload("DirectiveItemPayload", "directiveItem", "The item, or why the command was refused.");
    }

    private static ReadList items() {
        return ReadList.of(
                        "directiveItems",
                        Permission.READ_DIRECTIVES,
                        "Items of the caller's place, and those of which the caller's authority is lead or co-unit.")
                .ascending("DUE_AT_ASC", "Earliest due first.", "due_at timestamptz", "id uuid")
                .descending("ISSUED_AT_DESC", "Latest first.", "issued_at timestamptz", "id uuid")
                .filter(
                        "items of directives",
                        Filter.choice("status", DirectiveItem.Status.class, "status", "State."),
                        Filter.truth(
                                "overdue",
                                "t.open and t.due_at < ledger_now()",
                                "Whose lead has not answered by the date: an outstanding problem."),
                        AreaFilters.subtree("Division code in whose subtree the leads lie."),
                        Filter.code("leadDepartment", "lead_department", "Code of the leading department."),
                        Filter.code("office", "office", "Code of the safety committee's office that issued them."),
                        Filter.time("dueFrom", "t.due_at >=", "Due at this time or later."),
                        Filter.time("dueTo", "t.due_at <=", "Due at this time or earlier."));
    }

    private static ReadType response() {
        return ReadType.of("DirectiveResponse", "directive_response", "What an addressee of an item says of it.")
                .truth("leads!", "$.leads", "Whether it is the lead's, which answers the item; else a co-unit's.")
                .text("text!", "What was done.")
                .text("document", "Number of the document that reports it.")
                .text("respondedBy!", "Name of who gave it.")
                .time("respondedAt!", "When it was given.")
                .reference(
                        "jurisdiction!",
                        "Jurisdiction",
                        "authority_division",
                        "code",
                        "The jurisdiction of the addressee.")
                .reference(
                        "department",
                        "Department",
                        "authority_department",
                        "code",
                        "The department that is the addressee; null when it is the government itself.")
                .reference(
                        "evidence",
                        "Evidence",
                        "evidence_id",
                        "The photo or video that shows it; null for none, or when it is out of scope.");
    }
}
