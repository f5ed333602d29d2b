package org.safetyledger.inspection.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.AvailableAction;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Verbs;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.CheckKind;
import org.safetyledger.inspection.FindingResult;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.inspection.InspectionFacts;
import org.safetyledger.inspection.InspectionKind;
import org.safetyledger.inspection.InspectionStatus;
import org.safetyledger.inspection.InspectionVerb;
import org.safetyledger.inspection.Inspections;
import org.safetyledger.inspection.Surroundings;
import org.safetyledger.inspection.VisitSource;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.WorkLists;
import org.safetyledger.read.Facet;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;
import org.safetyledger.worklist.WaitingKind;

/** How inspections are read with what is selected of them, their officers and their findings. */
@ApplicationScoped
public class InspectionReading implements ReadSource {
    private static final String PLANNED_ON = "planned_on";

    private static final String OFFICERS =
            "array(select o.subject from inspection_officer o where o.inspection_id = $.id and o.exclusion is null)";

    private static final String FACTS =
            "jsonb_build_object('status', $.status, 'divisionCode', $.division_code, 'industryCode', $.industry_code,"
                    + " 'matter', $.matter, 'kind', $.kind, 'announced', $.announced, 'plannedBy', $.planned_by, 'authority', $.authority, 'authorityDivision', $.authority_division,"
                    + " 'source', $.source, 'approvalGiven', $.approved_at is not null,"
                    + " 'approvalRefused', $.approval_refused_at is not null, 'merged', $.merged_into_id is not null,"
                    + " 'rated', $.rated_at is not null, 'recused', to_jsonb($.recused), 'awaitsOfficer', $.awaits_officer, 'refusalToNote',"
                    + " $.refusal_reported_at is not null and $.refusal_noted_at is null, 'officers', "
                    + OFFICERS + ", 'inWindow', coalesce((select ledger_today() between c.starts_on and c.ends_on"
                    + " from campaign c where c.id = $.campaign_id), true), 'approved', coalesce((select c.status not in ('DRAFT', 'ARCHIVED')"
                    + " from campaign c where c.id = $.campaign_id), true))";

    private static final String OF_OFFICER = "exists (select from inspection_officer o where o.inspection_id = t.id"
            + " and o.exclusion is null and o.person_id = :assignedTo)";

    /** Told to authorities only, as the field is: whoever could count by it would be told as well. */
    private static final String SOURCE =
            "case when (select current_user ~ '^ledger_(city|county|town)(_department)?(_granted|_auditor)?$') then t.source end";

    private final LawfulVisitReading lawful;
    private final Inspections conduct;
    private final Verbs verbs;
    private final ObjectMapper mapper;

    InspectionReading(LawfulVisitReading lawful, Inspections conduct, Verbs verbs, ObjectMapper mapper) {
        this.lawful = lawful;
        this.conduct = conduct;
        this.verbs = verbs;
        this.mapper = mapper;
    }

    /** The facts of a row, without the rest of it, and the subjects of its officers. */
    @RegisterForReflection
    public record StoredFacts(
            InspectionStatus status,
            String divisionCode,
            @Nullable String industryCode,
            @Nullable String matter,
            InspectionKind kind,
            boolean announced,
            String plannedBy,
            @Nullable String authority,
            @Nullable String authorityDivision,
            @Nullable VisitSource source,
            boolean approvalGiven,
            boolean approvalRefused,
            boolean merged,
            boolean rated,
            List<String> recused,
            boolean awaitsOfficer,
            boolean refusalToNote,
            List<@Nullable String> officers,
            boolean inWindow,
            boolean approved)
            implements InspectionFacts {}

    @Override
    public List<ReadType> types() {
        return List.of(inspection(), officer(), finding());
    }

    private ReadType inspection() {
        return lawful.addTo(ReadType.of(
                        "Inspection",
                        "inspection",
                        "One visit (检查). An enterprise sees an unannounced one only from the scan of its code on, or from its"
                                + " start; a worker sees the one whose code he scanned, until it starts."))
                .node(NodeType.INSPECTION)
                .choice("kind!", InspectionKind.class, "Kind.")
                .choice("status!", InspectionStatus.class, "State.")
                .truth("announced!", "$.announced", "Whether the target is told beforehand.")
                .text(
                        "targetDepartment",
                        "Code of the department under supervision, of a visit from before `SupervisionVisit`; else null.")
                .label("targetDepartment", "Department", "target_department")
                .day("plannedOn!", "Planned day.")
                .time("startedAt", "When the visit started.")
                .time(
                        "deviceStartedAt",
                        "When the visit started, by the clock of the device, which may be wrong; null when it was not"
                                + " sent.")
                .time("signedAt", "When the record was signed, or the refusal recorded.")
                .time(
                        "deviceSignedAt",
                        "When the record was signed or refused, by the clock of the device, which may be wrong; null when it"
                                + " was not sent.")
                .toldText(
                        "signerName",
                        "to_jsonb($.signer_name)",
                        (stored, caller) -> caller.readsPersonalData() ? stored.asText() : null,
                        "Who signed for the target; null for integrations without the scope `personal-data`.")
                .text("signatureRefusal", "Why the target refused to sign.")
                .time("completedAt", "When it was completed.")
                .text("endReason", "Why it was cancelled or broken off.")
                .reference(
                        "mergedInto",
                        "Inspection",
                        "merged_into_id",
                        "Another authority's visit with which it is made together, so that it does not count; null for none, or"
                                + " when that is out of scope.")
                .time("updatedAt!", "When it was last changed.")
                .integer("version!", "Version, for `expectedVersion`.")
                .availableActions(FACTS, this::availableActions)
                .reference(
                        "enterprise",
                        "Enterprise",
                        "enterprise_id",
                        "The inspected enterprise; null under supervision of a department, or when it is out of scope.")
                .reference(
                        "campaign",
                        "Campaign",
                        "campaign_id",
                        "The campaign that it belongs to; null without one, or when it is out of scope.")
                .reference(
                        "checkPlan",
                        "CheckPlan",
                        "check_plan_id",
                        "The authority's check plan by which it is made; null without one, or when it is out of scope.")
                .reference(
                        "checklist!",
                        "Checklist",
                        "checklist_id",
                        "The checklist in the version with which it was planned.")
                .members(
                        "officers!",
                        "InspectionOfficer",
                        "inspection_id",
                        "id",
                        20,
                        List.of("name", "person_id"),
                        "Who conducts it.")
                .members(
                        "findings!",
                        "Finding",
                        "inspection_id",
                        "id",
                        200,
                        List.of("recorded_at", "id"),
                        "The answers to the checklist, in the order in which they were recorded.")
                .root(
                        "inspection",
                        Permission.READ_INSPECTIONS,
                        "One inspection; null when it does not exist or is out of scope.")
                .list(list())
                .below("Enterprise", "inspections", "enterprise_id", "Its inspections that the caller may see.")
                .below("Campaign", "inspections", "campaign_id", "Its inspections that the caller may see.")
                .ofViewer(
                        "visits",
                        "The visits that the caller conducts and that are ready or going on.",
                        (conditions, caller) -> WaitingKind.narrow(conditions, caller, WaitingKind.VISITS_OF_MINE))
                .ofViewer(
                        "approvals",
                        "The visits that the caller may approve: those that wait for it before they begin, and emergencies, afterwards.",
                        (conditions, caller) -> WaitingKind.narrow(
                                conditions, caller, WaitingKind.VISITS_TO_APPROVE, WaitingKind.EMERGENCIES_TO_APPROVE))
                .payload("InspectionPayload", "inspection", "The inspection, or why the command was refused.");
    }

    private static ReadList list() {
        ReadList list = ReadList.of("inspections", Permission.READ_INSPECTIONS, "Inspections of the caller's area.")
                .descending("PLANNED_ON_DESC", "Latest planned day first.", "planned_on date", "id uuid")
                .ascending("PLANNED_ON_ASC", "Earliest planned day first.", "planned_on date", "id uuid")
                .facets(
                        Facet.of("status", "status", "By state."),
                        Facet.of("kind", "kind", "By kind."),
                        Facet.by("source", SOURCE, "By what it comes from; told to authorities only."))
                .filter(
                        "inspections",
                        Filter.anyOf("statuses", InspectionStatus.class, "status", "Any of these states.")
                                .scattered(PLANNED_ON),
                        Filter.choice("kind", InspectionKind.class, "kind", "Kind.")
                                .scattered(),
                        Filter.code(
                                        "authority",
                                        "authority",
                                        "Code of the department, else of the division, whose visits they are (检查机关).")
                                .scattered(PLANNED_ON),
                        Filter.choice(
                                        "checkKind",
                                        CheckKind.class,
                                        "check_kind",
                                        "Kind of check; none but enforcement visits.")
                                .scattered(PLANNED_ON),
                        Filter.choiceOf(
                                        "source",
                                        VisitSource.class,
                                        SOURCE,
                                        "What it comes from; what it says is for authorities only, others find none by it.")
                                .scattered(),
                        WorkLists.matter(),
                        WorkLists.sector(),
                        Filter.of("assignedTo", "ID", "Conducted by this person.", (conditions, value, path) -> {
                            conditions.add(
                                    OF_OFFICER, "assignedTo", NodeId.require(NodeType.PERSON, (String) value, path));
                        }),
                        Filter.truth(
                                "mine",
                                "exists (select from inspection_officer o where o.inspection_id = t.id and o.exclusion is null"
                                        + " and o.subject = current_setting('ledger.subject', true))",
                                "Only those that the caller conducts, or only the others."),
                        Filter.truth(
                                "approvalOverdue",
                                LawfulVisitReading.APPROVAL_OVERDUE.replace("$", "t"),
                                "Whose approval afterwards is overdue."),
                        RecusalReading.recusalToDecide(),
                        RecusalReading.awaitsOfficer(),
                        RecusalReading.refusalToNote(),
                        AreaFilters.subtree("Division code whose subtree to list."),
                        AreaFilters.industry("Section or division of GB/T 4754-2017.")
                                .scattered(),
                        Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise."),
                        Filter.node("campaignId", NodeType.CAMPAIGN, "campaign_id", "Campaign."),
                        Filter.day("plannedFrom", "t.planned_on >=", "Planned on this day or later.")
                                .comparing("planned_on")
                                .scattered(),
                        Filter.day("plannedTo", "t.planned_on <=", "Planned on this day or earlier.")
                                .comparing("planned_on")
                                .scattered(),
                        WorkLists.updatedSince());
        return WorkLists.counted(WorkLists.ordered(list, "planned_on date", "the earliest planned day"));
    }

    private static ReadType officer() {
        return ReadType.of(
                        "InspectionOfficer",
                        "inspection_officer",
                        "Somebody who conducts an inspection, with name and certificate as they were when named.")
                .idOf(
                        "personId!",
                        "person_id",
                        NodeType.PERSON,
                        "Id of the person, by which commands name the officer.")
                .text("name!", "Name.")
                .text("certificateNumber", "Number of the certificate for administrative inspections (执法证号).")
                .truth("excluded!", "($.exclusion is not null)", "Whether excluded: then somebody else conducts it.")
                .toldText(
                        "exclusion",
                        "to_jsonb($.exclusion)",
                        (stored, caller) -> caller.ofEnterprise() ? null : stored.asText(),
                        "Why excluded because of a conflict of interest; told to authorities only.")
                .toldText(
                        "formerExclusion",
                        "to_jsonb($.former_exclusion)",
                        (stored, caller) -> caller.ofEnterprise() ? null : stored.asText(),
                        "Why excluded before, when that was taken back; told to authorities only.")
                .toldText(
                        "readmission",
                        "to_jsonb($.readmission)",
                        (stored, caller) -> caller.ofEnterprise() ? null : stored.asText(),
                        "Why an exclusion was taken back; told to authorities only.");
    }

    private static ReadType finding() {
        return ReadType.of("Finding", "finding", "Answer to one checklist item in one inspection.")
                .id(NodeType.FINDING, "Id, to be named when the finding is reported as a hazard.")
                .choice("result!", FindingResult.class, "Answer.")
                .text("note", "Note.")
                .choice("grade", HazardGrade.class, "Grade of something negative; null where none was given.")
                .truth("fixedOnSite!", "$.fixed_on_site", "Whether something negative was put right at once.")
                .time("recordedAt!", "When it was answered.")
                .time(
                        "deviceRecordedAt",
                        "When it was answered, by the clock of the device, which may be wrong; null when it was not sent.")
                .reference("item!", "ChecklistItem", "item_id", "The item that is answered.");
    }

    private List<AvailableAction> availableActions(JsonNode stored, Caller caller) {
        StoredFacts facts = mapper.convertValue(stored, StoredFacts.class);
        Surroundings around = new Surroundings(facts.officers(), facts.inWindow(), facts.approved());
        return verbs.tell(InspectionVerb.values(), verb -> conduct.objection(verb, facts, around, caller));
    }
}
