package org.safetyledger.supervision.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.FindingResult;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How visits to authorities are read, with their findings and items. */
@ApplicationScoped
class SupervisionReading implements ReadSource {
    private static final String FACTS = "jsonb_build_object('status', $.status, 'announced', $.announced,"
            + " 'office', $.office, 'officerSubjects', $.officer_subjects, 'targetDivision', $.target_division,"
            + " 'targetDepartment', $.target_department, 'campaignRuns',"
            + " coalesce((select c.status not in ('DRAFT', 'ARCHIVED') from campaign c where c.id = $.campaign_id), true), 'inWindow',"
            + " coalesce((select ledger_today() between c.starts_on and c.ends_on from campaign c where c.id = $.campaign_id), true))";

    private final DeadlineReading deadlines;
    private final AvailableActions actions;

    SupervisionReading(DeadlineReading deadlines, AvailableActions actions) {
        this.deadlines = deadlines;
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(visit(), finding(), item());
    }

    private ReadType visit() {
        return ReadType.of(
                        "SupervisionVisit",
                        "supervision_visit",
                        "One visit to a government or department (督查). Seen by the authorities of the office's level and above; by"
                                + " the visited one from the notice or the start on.")
                .node(NodeType.SUPERVISION_VISIT)
                .choice("status!", SupervisionVisit.Status.class, "State.")
                .truth("announced!", "$.announced", "Whether the target is told beforehand.")
                .texts("officers!", "officers", "Names of those who conduct it, as they were when named.")
                .day("plannedOn!", "Planned day.")
                .text("plannedBy!", "Name of who planned it.")
                .time("plannedAt!", "When it was planned.")
                .time("notifiedAt", "When it was announced to the target.")
                .time("startedAt", "When it started.")
                .text("startedBy", "Name of who started it.")
                .time("signedAt", "When the record was signed, or the refusal recorded.")
                .text("signedBy", "Name of who signed for the target.")
                .text("signatureRefusal", "Why the target refused to sign.")
                .time("completedAt", "When it was completed.")
                .text("endReason", "Why it was cancelled or broken off.")
                .reference("office!", "Department", "office", "code", "The safety committee's office that supervises.")
                .reference(
                        "targetJurisdiction!",
                        "Jurisdiction",
                        "target_division",
                        "code",
                        "The jurisdiction of the visited government or department.")
                .reference(
                        "targetDepartment",
                        "Department",
                        "target_department",
                        "code",
                        "The visited department; null when it is the government itself.")
                .reference(
                        "campaign",
                        "Campaign",
                        "campaign_id",
                        "The campaign that it belongs to; null without one, or when it is out of scope.")
                .reference("checklist!", "Checklist", "checklist_id", "The checklist in the version of the plan.")
                .members(
                        "findings!",
                        "SupervisionFinding",
                        "supervision_visit_id",
                        "id",
                        200,
                        List.of("recorded_at", "id"),
                        "The answers to the checklist, in the order in which they were recorded.")
                .availableActions(actions.of(SupervisionVerb.values(), SupervisionVerb.Facts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "supervisionVisit",
                        Permission.READ_SUPERVISION,
                        "One visit; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "supervisionVisits",
                                Permission.READ_SUPERVISION,
                                "Visits to authorities that the caller may see, latest planned day first.")
                        .descending("PLANNED_ON", "Latest planned day first.", "planned_on date", "id uuid")
                        .filter(
                                "visits to authorities",
                                Filter.choice("status", SupervisionVisit.Status.class, "status", "State."),
                                Filter.code("targetJurisdiction", "target_division", "Division code of the target."),
                                Filter.code("targetDepartment", "target_department", "Code of the visited department."),
                                Filter.node("campaignId", NodeType.CAMPAIGN, "campaign_id", "Campaign."),
                                Filter.day("plannedFrom", "t.planned_on >=", "Planned on this day or later."),
                                Filter.day("plannedTo", "t.planned_on <=", "Planned on this day or earlier.")))
                .below(
                        "Campaign",
                        "supervisionVisits",
                        "campaign_id",
                        "Its visits to authorities that the caller may see.")
                .payload("SupervisionVisitPayload", "supervisionVisit", "The visit, or why the command was refused.");
    }

    private static ReadType finding() {
        return ReadType.of(
                        "SupervisionFinding",
                        "supervision_finding",
                        "Answer to one checklist item in one visit to an authority.")
                .id(NodeType.SUPERVISION_FINDING, "Id, to be named when an item is issued for it.")
                .choice("result!", FindingResult.class, "Answer.")
                .text("note", "Note.")
                .text("recordedBy!", "Name of who answered it.")
                .time("recordedAt!", "When it was answered.")
                .reference("item!", "ChecklistItem", "item_id", "The item that is answered.");
    }

    private ReadType item() {
        return deadlines
                .addTotal(ReadType.of(
                        "SupervisionItem",
                        "supervision_item",
                        "A problem of an authority that it has to deal with by a day (督查整改事项). Seen by its addressee, its"
                                + " co-units and the authorities of the office's level and above."))
                .node(NodeType.SUPERVISION_ITEM)
                .choice("status!", SupervisionItem.Status.class, "State.")
                .text("problem!", "What is wrong.")
                .text("demand!", "What is to be achieved.")
                .text("responsible!", "Name of who answers for it, as it was then.")
                .text("responsiblePost!", "Title of that person's post.")
                .texts(
                        "coUnits!",
                        "co_units",
                        "Codes of the authorities that deal with it, too; the addressee leads and answers.")
                .text("issuedBy!", "Name of who issued it.")
                .time("issuedAt!", "When it was issued.")
                .text("response", "The latest answer; earlier ones stand in its history.")
                .text("responseDocument", "Number of the document that reports it.")
                .text("answeredBy", "Name of who answered it last.")
                .time("answeredAt", "When it was answered last.")
                .text("returnReason", "Why the latest answer was returned.")
                .text("decidedBy", "Name of who accepted or returned it last.")
                .time("decidedAt", "When it was accepted or returned last.")
                .reference("office!", "Department", "office", "code", "The office that issued it and decides.")
                .reference(
                        "addresseeJurisdiction!",
                        "Jurisdiction",
                        "addressee_division",
                        "code",
                        "The jurisdiction of the addressee.")
                .reference(
                        "addresseeDepartment",
                        "Department",
                        "addressee_department",
                        "code",
                        "The addressed department; null when it is the government itself.")
                .reference(
                        "supervisionVisit",
                        "SupervisionVisit",
                        "supervision_visit_id",
                        "The visit that found it; null for an addressee or co-unit that was not the visited one.")
                .reference(
                        "finding",
                        "SupervisionFinding",
                        "finding_id",
                        "The finding that it is; null for none, or when the visit is out of scope.")
                .reference(
                        "evidence",
                        "Evidence",
                        "evidence_id",
                        "The photo or video of the latest answer; null for none, or when it is out of scope.")
                .availableActions(actions.of(SupervisionItemVerb.values(), SupervisionItemVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "supervisionItem",
                        Permission.READ_SUPERVISION,
                        "One item; null when it does not exist or is out of scope.")
                .list(items())
                .below(
                        "SupervisionVisit",
                        "items",
                        "supervision_visit_id",
                        "The items that were issued for its problems.")
                .payload("SupervisionItemPayload", "supervisionItem", "The item, or why the command was refused.");
    }

    private static ReadList items() {
        return ReadList.of(
                        "supervisionItems",
                        Permission.READ_SUPERVISION,
                        "Items of the caller's office and level, and those of which the caller's authority is addressee or co-unit.")
                .descending("ISSUED_AT_DESC", "Latest first.", "issued_at timestamptz", "id uuid")
                .ascending("DUE_AT_ASC", "Earliest due first.", "due_at timestamptz", "id uuid")
                .filter(
                        "items",
                        Filter.choice("status", SupervisionItem.Status.class, "status", "State."),
                        Filter.truth("overdue", "t.open and t.due_at < ledger_now()", "Whose answer is overdue."),
                        Filter.code("addresseeJurisdiction", "addressee_division", "Division code of the addressee."),
                        Filter.code("addresseeDepartment", "addressee_department", "Code of the addressed department."),
                        AreaFilters.subtree("Division code in whose subtree the issuing offices lie."),
                        Filter.time("dueFrom", "t.due_at >=", "Due at this time or later."),
                        Filter.time("dueTo", "t.due_at <=", "Due at this time or earlier."));
    }
}
