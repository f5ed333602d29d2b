package org.safetyledger.hazard.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.FiveImplementations;
import org.safetyledger.hazard.Handling;
import org.safetyledger.hazard.HazardFacts;
import org.safetyledger.hazard.HazardSource;
import org.safetyledger.hazard.HazardStatus;
import org.safetyledger.hazard.HazardVerb;
import org.safetyledger.hazard.Opinion;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.GeoPosition;
import org.safetyledger.jurisdiction.WorkLists;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.party.ResponsibilitySnapshot;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Facet;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How hazards are read with what is selected of them. */
@ApplicationScoped
public class HazardReading implements ReadSource, BoundSource {
    /** What the guards of a hazard look at, as JSON; {@code $} is its row. */
    public static final String FACTS =
            "jsonb_build_object('status', $.status, 'grade', $.grade, 'source', $.source, 'reportedBy', $.reported_by, 'foundBy', $.found_by,"
                    + " 'fixedBy', $.fixed_by,"
                    + " 'gradedBy', $.graded_by, 'gradedLevel', $.graded_level, 'contested', $.contested, 'leftToAuthority', $.left_to_authority,"
                    + " 'hasFiveImplementations', $.five_implementations is not null,"
                    + " 'hasInterimMeasures', $.interim_measures is not null, 'divisionCode', $.division_code,"
                    + " 'industryCode', $.industry_code, 'matter', $.matter, 'handling', ledger_handling($.id))";

    /** Code and name of an authority {@code a} of two columns. */
    private static final String NAMED =
            "jsonb_build_object('code', coalesce(a.department, a.division), 'name', coalesce((select d.name from department d"
                    + " where d.code = a.department), (select d.name from division d where d.code = a.division)))";

    private static final String HANDLER = "(select " + NAMED
            + " from jsonb_to_record(nullif(ledger_handling($.id) -> 'handler', cast('null' as jsonb))) a(division text, department text) where a.division is not null)";

    private static final String PARTNERS = "(select coalesce(jsonb_agg(" + NAMED
            + " order by coalesce(a.department, a.division)), '[]') from jsonb_to_recordset(coalesce(ledger_handling($.id) -> 'partners', '[]'))"
            + " a(division text, department text))";

    private final DeadlineReading deadlines;
    private final HazardNotificationReading notifications;
    private final AvailableActions actions;
    private final ObjectMapper mapper;

    HazardReading(
            DeadlineReading deadlines,
            HazardNotificationReading notifications,
            AvailableActions actions,
            ObjectMapper mapper) {
        this.deadlines = deadlines;
        this.notifications = notifications;
        this.actions = actions;
        this.mapper = mapper;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(
                FieldBound.list("ResponsibleParties", "holders", 100),
                FieldBound.list("ResponsibleParties", "sites", 20));
    }

    /** The facts of a row, without the rest of it. */
    @RegisterForReflection
    public record StoredFacts(
            HazardStatus status,
            HazardGrade grade,
            HazardSource source,
            String reportedBy,
            @Nullable String foundBy,
            @Nullable String fixedBy,
            @Nullable String gradedBy,
            @Nullable DivisionLevel gradedLevel,
            boolean contested,
            boolean leftToAuthority,
            boolean hasFiveImplementations,
            boolean hasInterimMeasures,
            String divisionCode,
            String industryCode,
            @Nullable String matter,
            @Nullable Handling handling)
            implements HazardFacts {}

    @Override
    public List<ReadType> types() {
        return List.of(deadlines
                .addTo(notifications.addTo(hazard()))
                .reference("enterprise", "Enterprise", "enterprise_id", "The enterprise where it is.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "The jurisdiction where it is.")
                .reference(
                        "inspection",
                        "Inspection",
                        "inspection_id",
                        "The inspection that found it; null without one, or when it is out of scope.")
                .reference(
                        "duplicateOf",
                        "Hazard",
                        "duplicate_of_id",
                        "The original hazard that it duplicates; null otherwise, or when that one is out of scope.")
                .root("hazard", Permission.READ, "One hazard; null when it does not exist or is out of scope.")
                .list(list())
                .below("Enterprise", "hazards", "enterprise_id", "Its hazards that the caller may see.")
                .below(
                        "Inspection",
                        "hazards",
                        "inspection_id",
                        "The hazards that it found and that the caller may see.")
                .payload("HazardPayload", "hazard", "The hazard, or why the command was refused."));
    }

    private ReadType hazard() {
        return ReadType.of(
                        "Hazard",
                        "hazard",
                        "A hazard (事故隐患). Seen by authorities of its area and trade and by its enterprise; a worker sees"
                                + " the own ones and, once confirmed, those of the site.")
                .node(NodeType.HAZARD)
                .text("title!", "Title.")
                .text("description", "Description.")
                .text("place", "Where in the enterprise.")
                .value(
                        "position",
                        "$.position",
                        GeoPosition.class,
                        (stored, caller) -> mapper.convertValue(stored, GeoPosition.class),
                        "Coordinate of that place; null when none was given.")
                .text("category!", "category_code", "Code of its category.")
                .label("category!", "HazardCategory", "category_code")
                .text("industry!", "industry_code", "Division of GB/T 4754-2017 of its enterprise.")
                .label("industry!", "Industry", "industry_code")
                .text(
                        "matter",
                        "Code of the matter, e.g. FIRE, to whose supervisors it belongs in whatever trade: its category's,"
                                + " else that of the visit that found it; null for none.")
                .label("matter", "Matter", "matter")
                .text("sector", "Code of its enterprise's key sector when it was reported; null for none.")
                .label("sector", "KeySector", "sector")
                .choice("source!", HazardSource.class, "Who found it.")
                .choice("status!", HazardStatus.class, "State.")
                .choice("grade!", HazardGrade.class, "Grade.")
                .text("judgementStandard", "Code of the judgement standard that makes it major.")
                .text("judgementClause", "Clause of that standard.")
                .reference(
                        "judgementClauseLabel",
                        "JudgementClause",
                        List.of("judgement_standard", "judgement_clause"),
                        List.of("standard_code", "clause"),
                        "The clause that `judgementStandard` and `judgementClause` name.")
                .value(
                        "judgementOpinion",
                        "$.judgement_opinion",
                        OpinionView.class,
                        this::judgementOpinion,
                        "The opinion that makes it major, where no clause does.")
                .time("discoveredAt!", "When it was discovered, by the reporter's clock.")
                .time("reportedAt!", "When the ledger received the report.")
                .truth(
                        "deviceClockAhead!",
                        "($.discovered_at > $.reported_at)",
                        "Whether the device's clock was ahead: `discoveredAt` lies behind `reportedAt`.")
                .time("closedAt", "When it was closed.")
                .time("updatedAt!", "When it was last changed.")
                .truth(
                        "selfClosed!",
                        "$.self_closed",
                        "Whether its enterprise, which or whose workers had found it, closed it by itself: for officers to sample.")
                .reference(
                        "person",
                        "Person",
                        "person_id",
                        "Who of the authority that handles it sees to it; null for nobody, or when out of scope.")
                .toldText(
                        "personName",
                        "to_jsonb($.person_name)",
                        (stored, caller) -> caller.ofEnterprise() ? null : stored.asText(),
                        "Name of that person, as it was then; told to authorities and systems only.")
                .text("rejectionReason", "Why it was rejected or marked as a duplicate.")
                .truth(
                        "contested!",
                        "$.contested",
                        "Whether its rejection, or that it was marked as a duplicate, was contested.")
                .text("interimMeasures", "Interim measures until it is rectified.")
                .value(
                        "fiveImplementations",
                        "$.five_implementations",
                        FiveImplementationsView.class,
                        this::fiveImplementations,
                        "The five implementations (五落实); null until recorded.")
                .value(
                        "responsibleParties!",
                        "$.responsible_parties",
                        ResponsiblePartiesView.class,
                        this::responsibleParties,
                        "The four responsible parties as they were when it was reported.")
                .value(
                        "majorResponsibleParties",
                        "$.major_parties",
                        ResponsiblePartiesView.class,
                        this::responsibleParties,
                        "The four responsible parties as they were when it was last graded MAJOR; null when it never was.")
                .value(
                        "handledBy",
                        HANDLER,
                        AuthorityView.class,
                        (stored, caller) -> mapper.convertValue(stored, AuthorityView.class),
                        "The authority that handles it since its last transfer, and leads where several deal with it; null"
                                + " where it was never transferred: then those of its place and trade do.")
                .values(
                        "jointAuthorities!",
                        200,
                        PARTNERS,
                        AuthorityView.class,
                        (stored, caller) -> mapper.convertValue(
                                stored,
                                mapper.getTypeFactory().constructCollectionType(List.class, AuthorityView.class)),
                        "Authorities that deal with it along with the one that leads (联合处置).")
                .availableActions(actions.of(HazardVerb.values(), StoredFacts.class, FACTS))
                .integer("version!", "Version, for `expectedVersion`.");
    }

    private static ReadList list() {
        ReadList list = ReadList.of("hazards", Permission.READ, "Hazards that the caller may see.")
                .ascending("DUE_AT_ASC", "Earliest due first.", "due_at timestamptz", "id uuid")
                .descending("DUE_AT_DESC", "Latest due first.", "due_at timestamptz", "id uuid")
                .ascending("REPORTED_AT_ASC", "Earliest reported first.", "reported_at timestamptz", "id uuid")
                .descending("REPORTED_AT_DESC", "Latest reported first.", "reported_at timestamptz", "id uuid")
                .ascending(
                        "GRADE_ASC",
                        "General ones first; of one grade the earliest due first.",
                        "grade text",
                        "due_at timestamptz",
                        "id uuid")
                .descending(
                        "GRADE_DESC",
                        "Major ones first; of one grade the latest due first.",
                        "grade text",
                        "due_at timestamptz",
                        "id uuid")
                .facets(
                        Facet.of("status", "status", "By state."),
                        Facet.of("grade", "grade", "By grade."),
                        Facet.of("category", "category_code", "By code of the category."),
                        WorkLists.byOverdue())
                .kept(HazardCubes.KEPT)
                .filter(
                        "hazards",
                        Filter.anyOf("statuses", HazardStatus.class, "status", "Any of these states.")
                                .scattered("due_at"),
                        Filter.truth(
                                        "open",
                                        "t.open",
                                        "Only open ones (not closed, rejected or duplicate), or only the others.")
                                .comparing("open")
                                .scattered("due_at"),
                        Filter.named("grade", HazardGrade.class, "grade", "Grade."),
                        Filter.among("grades", HazardGrade.class, "grade", "Any of these grades."),
                        AreaFilters.subtree("Division code whose subtree to list."),
                        AreaFilters.industry("Section (letter) or division (letter and two digits) of GB/T 4754-2017.")
                                .scattered("due_at"),
                        Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise."),
                        Filter.node("inspectionId", NodeType.INSPECTION, "inspection_id", "Inspection that found it."),
                        Filter.code("category", "category_code", "Code of a hazard category.")
                                .scattered(),
                        Filter.amongCodes("categories", "category_code", "Codes of hazard categories, any of them.")
                                .scattered(),
                        WorkLists.matter(),
                        WorkLists.sector(),
                        Filter.named("source", HazardSource.class, "source", "Who found it.")
                                .scattered(),
                        Filter.node(
                                        "assignedTo",
                                        NodeType.PERSON,
                                        "person_id",
                                        "Given to this person by an authority; not for enterprises.")
                                .onlyFor(caller -> !caller.ofEnterprise()),
                        WorkLists.mine(),
                        WorkLists.overdue(),
                        Filter.truth(
                                "selfClosed",
                                "t.self_closed",
                                "Only those that their enterprise closed by itself, or only the others."),
                        WorkLists.dueFrom(),
                        WorkLists.dueBefore(),
                        Filter.time("reportedFrom", "t.reported_at >=", "Reported at this time or later.")
                                .comparing("reported_at")
                                .scattered(),
                        Filter.time("reportedBefore", "t.reported_at <", "Reported before this time.")
                                .comparing("reported_at")
                                .scattered(),
                        WorkLists.updatedSince(),
                        Filter.search("the title"));
        return WorkLists.counted(WorkLists.ordered(list, "due_at timestamptz", "the earliest due"));
    }

    private ResponsiblePartiesView responsibleParties(JsonNode stored, Caller caller) {
        return ResponsiblePartiesView.of(mapper.convertValue(stored, ResponsibilitySnapshot.class), caller);
    }

    private @Nullable OpinionView judgementOpinion(JsonNode stored, Caller caller) {
        return OpinionView.orNull(mapper.convertValue(stored, Opinion.class));
    }

    private @Nullable FiveImplementationsView fiveImplementations(JsonNode stored, Caller caller) {
        return FiveImplementationsView.orNull(mapper.convertValue(stored, FiveImplementations.class));
    }
}
