package org.safetyledger.supervision.draw;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How draws are read, with their pools and what was drawn. */
@ApplicationScoped
class DrawReading implements ReadSource {
    private final AvailableActions actions;

    DrawReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(draw(), candidate(), visit());
    }

    private ReadType draw() {
        ReadType draw = ReadType.of(
                        "Draw",
                        "draw",
                        "A random draw of visits (双随机、一公开). Seen by its authority and those above; once published, by the"
                                + " managers of the area's enterprises.")
                .node(NodeType.DRAW)
                .text("title!", "Title.")
                .choice("status!", DrawStatus.class, "State.")
                .text("authority!", "Code of the department, else of the division, that announced it.")
                .text("area!", "Division code of the enterprises' area.")
                .label("area!", "Jurisdiction", "area")
                .text("industry", "Section or division of GB/T 4754-2017 of the enterprises; null for every trade.")
                .label("industry", "Industry", "industry")
                .text("sector", "Code of the enterprises' key sector; null for any.")
                .label("sector", "KeySector", "sector")
                .integer("number!", "How many enterprises are drawn.")
                .integer("officersPerVisit!", "How many officers are drawn for each.")
                .text(
                        "poolHash!",
                        "SHA-256 of the pool, as it was announced: of its candidates' lines in their order, `enterpriseId|officerId|`"
                                + " with `excluded` behind those that are, with line feeds between them.");
        return Announcement.readBy(draw)
                .integer("linkedVisits!", "How many of the drawn enterprises have their visit.")
                .time("publishedAt", "When it was published.")
                .members(
                        "visits!",
                        "DrawnVisit",
                        "draw_id",
                        "id",
                        DrawCommands.MOST_VISITS,
                        List.of("number"),
                        "What was drawn, in the order of the draw.")
                .availableActions(actions.of(DrawVerb.values(), DrawVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root("draw", Permission.READ_DRAWS, "One draw; null when it does not exist or is out of scope.")
                .list(ReadList.of("draws", Permission.READ_DRAWS, "Draws that the caller may see, latest first.")
                        .descending("ANNOUNCED_AT", "Latest first.", "announced_at timestamptz", "id uuid")
                        .filter(
                                "draws",
                                Filter.choice("status", DrawStatus.class, "status", "State."),
                                AreaFilters.subtree("Division code in whose subtree they were announced.")))
                .payload("DrawPayload", "draw", "The draw, or why the command was refused.");
    }

    private static ReadType candidate() {
        return ReadType.of(
                        "DrawCandidate",
                        "draw_candidate",
                        "One of a draw's pool: an enterprise, an officer, or an officer who must not visit an enterprise.")
                .integer("number!", "Its number in the pool, from 1.")
                .idOf("enterpriseId", "enterprise_id", NodeType.ENTERPRISE, "The enterprise; null for an officer.")
                .idOf("officerId", "officer_id", NodeType.PERSON, "The officer; null for an enterprise.")
                .text("name!", "Name, as it was when the draw was announced.")
                .truth("excluded!", "($.exclusion is not null)", "Whether it is left out.")
                .toldText(
                        "exclusion",
                        "to_jsonb($.exclusion)",
                        (stored, caller) -> caller.ofEnterprise() ? null : stored.asText(),
                        "Why it is left out; told to authorities only.")
                .list(ReadList.of(
                                "drawCandidates",
                                Permission.READ_DRAWS,
                                "Who may be drawn, in the order of their numbers.")
                        .ascending("NUMBER", "By number.", "number integer", "id uuid")
                        .arguments(Filter.node("drawId", NodeType.DRAW, "draw_id", "Draw.")
                                .onlyAtRoot()))
                .below("Draw", "candidates", "draw_id", "Its pool, in the order of the numbers.");
    }

    private static ReadType visit() {
        return ReadType.of("DrawnVisit", "drawn_visit", "A drawn enterprise with its officers.")
                .integer("number!", "Its number in the draw, from 1.")
                .text("name!", "Name of the enterprise, as it was when the draw was announced.")
                .values(
                        "officers!",
                        20,
                        "$.officers",
                        DrawnOfficer.class,
                        DrawReading::officers,
                        "The officers drawn for it, in the order of the draw.")
                .values(
                        "substitutes!",
                        20,
                        "$.substitutes",
                        DrawSubstitute.class,
                        DrawReading::substitutes,
                        "Who went instead of drawn officers that must not or cannot go; none until the visit is linked.")
                .text("unvisitedReason", "Why it was not visited as drawn.")
                .text("explainedBy", "Name of who recorded that.")
                .time("explainedAt", "When that was recorded.")
                .reference("enterprise", "Enterprise", "enterprise_id", "The enterprise; null when it is out of scope.")
                .reference(
                        "inspection",
                        "Inspection",
                        "inspection_id",
                        "Its visit; null until it is linked, or when it is out of scope.");
    }

    private static List<DrawSubstitute> substitutes(JsonNode stored, Caller caller) {
        return StreamSupport.stream(stored.spliterator(), false)
                .map(one -> new DrawSubstitute(
                        person(one.get("person")),
                        one.get("name").asText(),
                        person(one.get("insteadOf")),
                        caller.ofEnterprise() ? null : one.get("reason").asText()))
                .toList();
    }

    private static String person(JsonNode id) {
        return NodeId.text(NodeType.PERSON, UUID.fromString(id.asText()));
    }

    private static List<DrawnOfficer> officers(JsonNode stored, Caller caller) {
        return StreamSupport.stream(stored.spliterator(), false)
                .map(officer -> new DrawnOfficer(
                        person(officer.get("person")), officer.get("name").asText()))
                .toList();
    }
}
