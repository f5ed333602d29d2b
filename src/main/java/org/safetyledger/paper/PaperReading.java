package org.safetyledger.paper;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How official papers are read, and their problems. */
@ApplicationScoped
class PaperReading implements ReadSource {
    private static final String FACTS =
            "jsonb_build_object('status', $.status, 'kind', $.kind, 'divisionCode', $.division_code,"
                    + " 'industryCode', $.industry_code, 'matter', $.matter, 'authority', $.authority, 'liftedBy', "
                    + PaperRules.LIFTED_BY.replace("p.", "$.")
                    + ", 'issuedBySubject', $.issued_by_subject, 'resumed', $.resumed_at is not null, 'examined', "
                    + PaperRules.EXAMINED.replace("p.", "$.") + ", 'reliedOn', "
                    + PaperRules.RELIED_ON.replace("p.", "$.")
                    + ", 'byVisitor', $.by_visitor, 'conducted', "
                    + PaperRules.CONDUCTED.replace("p.", "$.") + ", 'recused', "
                    + PaperRules.RECUSED.replace("p.", "$.")
                    + ", 'preservation', " + PreservationReading.FACTS + ")";

    private final DeadlineReading deadlines;
    private final AvailableActions actions;
    private final ObjectMapper mapper;

    PaperReading(DeadlineReading deadlines, AvailableActions actions, ObjectMapper mapper) {
        this.deadlines = deadlines;
        this.actions = actions;
        this.mapper = mapper;
    }

    @Override
    public List<ReadType> types() {
        return List.of(paper(), item());
    }

    private ReadType paper() {
        return PreservationReading.addTo(
                        deadlines.addPresent(
                                ReadType.of(
                                        "Paper",
                                        "paper",
                                        "An official paper (执法文书) to an enterprise. The enterprise sees it from its service on; a worker sees none.")))
                .node(NodeType.PAPER)
                .choice("kind!", PaperKind.class, "What it is.")
                .choice("status!", PaperStatus.class, "State.")
                .text("number!", "Number (文号): authority, kind, year and serial.")
                .text("addressee!", "Name of the enterprise, as it was then.")
                .text("creditCode!", "Its unified social credit code.")
                .text("authority!", "Code of the department, else of the division, whose paper it is.")
                .text("legalBasis!", "The law that it stands on.")
                .text("remedy", "How it can be contested; null where it decides nothing.")
                .text(
                        "rights",
                        "The rights of which it tells the enterprise (告知权利), as to ask for the recusal of officers; null on papers"
                                + " from before these were told.")
                .integer(
                        "checksSoFar",
                        "How many enforcement visits the authority had begun at the enterprise in that year (检查频次), with the one"
                                + " that it is of; null on papers from before these were counted.")
                .text("remark", "What else it says.")
                .values(
                        "officers!",
                        20,
                        "$.officers",
                        PaperOfficer.class,
                        (stored, caller) -> mapper.convertValue(
                                stored,
                                mapper.getTypeFactory().constructCollectionType(List.class, PaperOfficer.class)),
                        "The officers of its visit, as they were then.")
                .values(
                        "recusals!",
                        20,
                        "$.recusals",
                        PaperRecusal.class,
                        (stored, caller) -> mapper.convertValue(
                                stored,
                                mapper.getTypeFactory().constructCollectionType(List.class, PaperRecusal.class)),
                        "That officers of its visit withdraw, as the enterprise had asked by then, and how it was decided.")
                .text("issuedBy!", "Name of who issued it.")
                .time("issuedAt!", "When it was issued.")
                .choice("serviceKind", ServiceKind.class, "How it was served.")
                .time("servedAt", "When its service was recorded.")
                .time("deviceServedAt", "When it was served, by the clock of the device, which may be wrong.")
                .text("servedBy", "Name of who served it.")
                .toldText(
                        "receiver",
                        "to_jsonb($.receiver)",
                        (stored, caller) -> caller.readsPersonalData() ? stored.asText() : null,
                        "Who received it; null for integrations without the scope `personal-data`.")
                .text("serviceNote", "Note on the service.")
                .toldText(
                        "receiptSignedBy",
                        "to_jsonb($.receipt_signed_by)",
                        (stored, caller) -> caller.readsPersonalData() ? stored.asText() : null,
                        "Name of who signed for it; null for integrations without the scope `personal-data`.")
                .time("receiptSignedAt", "When it was signed for.")
                .text("refusal", "What was said when signing was refused.")
                .text("withdrawalReason", "Why it was withdrawn.")
                .text("resumedBy", "Name of who let the stopped work be resumed.")
                .time("resumedAt", "When the stopped work was resumed.")
                .reference(
                        "enterprise",
                        "Enterprise",
                        "enterprise_id",
                        "The enterprise that it is for; null when it is out of scope.")
                .reference(
                        "inspection",
                        "Inspection",
                        "inspection_id",
                        "The visit that it is of; null for a notice of hazards.")
                .reference("about", "Paper", "about_id", "The paper that was checked again; null for others.")
                .reference("proof", "Evidence", "proof_id", "The photo or video that proves the service.")
                .members("problems!", "PaperItem", "paper_id", "id", 50, List.of("number"), "Its problems, in order.")
                .availableActions(actions.of(PaperVerb.values(), PaperVerb.Facts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.")
                .root("paper", Permission.READ_PAPERS, "One paper; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "papers",
                                Permission.READ_PAPERS,
                                "Official papers that the caller may see, latest first.")
                        .descending("ISSUED_AT_DESC", "Latest first.", "issued_at timestamptz", "id uuid")
                        .filter(
                                "papers",
                                Filter.choice("kind", PaperKind.class, "kind", "Kind."),
                                Filter.choice("status", PaperStatus.class, "status", "State."),
                                Filter.truth("overdue", "t.due_at < ledger_now()", "Whose receipt is overdue."),
                                PreservationReading.undecided(),
                                AreaFilters.subtree("Division code whose subtree to list."),
                                Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise."),
                                Filter.node("inspectionId", NodeType.INSPECTION, "inspection_id", "Visit.")))
                .below("Enterprise", "papers", "enterprise_id", "Its papers that the caller may see.")
                .below("Inspection", "papers", "inspection_id", "The papers of this visit.")
                .payload("PaperPayload", "paper", "The paper, or why the command was refused.");
    }

    private static ReadType item() {
        return ReadType.of(
                        "PaperItem", "paper_item", "One problem on a paper, with the hazard's words as they were then.")
                .integer("number!", "Its number on the paper.")
                .text("problem!", "What it is.")
                .text("place", "Where it is.")
                .choice(
                        "grade",
                        HazardGrade.class,
                        "Grade of the hazard when the paper was issued; null where it is none.")
                .text("clause", "The clause by which the hazard was major, behind the code of its standard.")
                .text("demand", "What is demanded.")
                .time("dueAt", "By when.")
                .choice("result", RecheckResult.class, "What the re-check found; null on other papers.")
                .text("note", "Note on what was found.")
                .reference(
                        "hazard",
                        "Hazard",
                        "hazard_id",
                        "The hazard that it is; null for none, or when it is out of scope.");
    }
}
