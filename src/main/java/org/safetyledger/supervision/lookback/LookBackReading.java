package org.safetyledger.supervision.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Side;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.HazardGrade;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;
import org.safetyledger.supervision.draw.Announcement;

/** How look-backs are read, with their pools and checks. */
@ApplicationScoped
class LookBackReading implements ReadSource {
    private final AvailableActions actions;

    LookBackReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(lookBack(), candidate(), check());
    }

    private ReadType lookBack() {
        ReadType lookBack = ReadType.of(
                        "LookBack",
                        "look_back",
                        "A look-back (回头看) at hazards that were closed in a period. Seen by its authority and those above.")
                .node(NodeType.LOOK_BACK)
                .text("title!", "Title.")
                .choice("status!", LookBackStatus.class, "State.")
                .text("authority!", "Code of the department, else of the division, that announced it.")
                .text("area!", "Division code of the hazards' area.")
                .label("area!", "Jurisdiction", "area")
                .day("closedFrom!", "First day on which the hazards were closed.")
                .day("closedTo!", "Last day on which the hazards were closed.")
                .integer("generalShare!", "How many in a hundred GENERAL hazards are drawn.")
                .integer("majorShare!", "How many in a hundred MAJOR hazards are drawn.")
                .integer("pool!", "How many hazards are in the pool.")
                .text(
                        "poolHash!",
                        "SHA-256 of the pool, as it was announced: of its candidates' lines in their order, `hazardId|grade`, with"
                                + " line feeds between them.");
        return Announcement.readBy(lookBack)
                .reference(
                        "campaign",
                        "Campaign",
                        "campaign_id",
                        "The campaign that it belongs to; null without one, or when it is out of scope.")
                .availableActions(actions.of(LookBackVerb.values(), LookBackVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "lookBack",
                        Permission.READ_DRAWS,
                        "One look-back; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "lookBacks", Permission.READ_DRAWS, "Look-backs that the caller may see, latest first.")
                        .descending("ANNOUNCED_AT", "Latest first.", "announced_at timestamptz", "id uuid")
                        .filter(
                                "look-backs",
                                Filter.choice("status", LookBackStatus.class, "status", "State."),
                                AreaFilters.subtree("Division code in whose subtree they were announced.")))
                .below("Campaign", "lookBacks", "campaign_id", "Its look-backs that the caller may see.")
                .payload("LookBackPayload", "lookBack", "The look-back, or why the command was refused.");
    }

    private static ReadType candidate() {
        return ReadType.of("LookBackCandidate", "look_back_candidate", "One hazard of a look-back's pool.")
                .integer("number!", "Its number in the pool, from 1.")
                .idOf("hazardId!", "hazard_id", NodeType.HAZARD, "The hazard.")
                .choice("grade!", HazardGrade.class, "Its grade when the look-back was announced.")
                .list(ReadList.of(
                                "lookBackCandidates",
                                Permission.READ_DRAWS,
                                "Hazards that may be drawn, in the order of their numbers.")
                        .ascending("NUMBER", "By number.", "number integer", "id uuid")
                        .arguments(Filter.node("lookBackId", NodeType.LOOK_BACK, "look_back_id", "Look-back.")
                                .onlyAtRoot()))
                .below("LookBack", "candidates", "look_back_id", "Its pool, in the order of the numbers.");
    }

    private ReadType check() {
        String facts = "jsonb_build_object('status', $.status, 'involved', " + LookBackTables.INVOLVED + ")";
        return ReadType.of(
                        "LookBackCheck",
                        "look_back_check",
                        "The check of one hazard at a look-back. Seen by authorities of its area and trade; by its enterprise's"
                                + " manager once it was made.")
                .node(NodeType.LOOK_BACK_CHECK)
                .integer("number!", "Its number in the sample, from 1.")
                .choice("grade!", HazardGrade.class, "Grade of the hazard when the sample was drawn.")
                .choice("status!", LookBackCheck.Status.class, "What it found.")
                .time("drawnAt!", "When the sample was drawn.")
                .text("checkedBy", "Name of who looked.")
                .time("checkedAt", "When somebody looked.")
                .text("note", "What was found.")
                .truth(
                        "accountabilityCandidate!",
                        "($.status = 'FAILED')",
                        "Whether its former closure is to be answered for (问责线索): it did not hold.")
                .toldText(
                        "formerCloser",
                        "case when $.status = 'FAILED' then to_jsonb($.previous_closer) end",
                        (stored, caller) -> caller.side() == Side.AUTHORITY ? stored.asText() : null,
                        "Name of who had closed what did not hold; told to authorities only.")
                .reference("proof", "Evidence", "proof_id", "The photo or video; null without one.")
                .reference("hazard", "Hazard", "hazard_id", "The hazard; null when it is out of scope.")
                .reference(
                        "lookBack",
                        "LookBack",
                        "look_back_id",
                        "The look-back that it belongs to; null when it is out of scope.")
                .availableActions(actions.of(LookBackCheckVerb.values(), LookBackCheckVerb.Facts.class, facts))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "lookBackCheck",
                        Permission.READ_DRAWS,
                        "One check; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "lookBackChecks",
                                Permission.READ_DRAWS,
                                "Checks of look-backs that the caller may see, latest drawn first.")
                        .descending("DRAWN_AT", "Latest drawn first.", "drawn_at timestamptz", "id uuid")
                        .filter(
                                "checks",
                                Filter.choice("status", LookBackCheck.Status.class, "status", "What they found."),
                                Filter.node("lookBackId", NodeType.LOOK_BACK, "look_back_id", "Look-back."),
                                AreaFilters.subtree("Division code whose subtree to list.")))
                .below("LookBack", "checks", "look_back_id", "The checks of its sample that the caller may see.")
                .below("Hazard", "lookBackChecks", "hazard_id", "Its checks at look-backs that the caller may see.")
                .payload("LookBackCheckPayload", "lookBackCheck", "The check, or why the command was refused.");
    }
}
