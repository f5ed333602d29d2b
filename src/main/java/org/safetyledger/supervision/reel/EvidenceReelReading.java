package org.safetyledger.supervision.reel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.HazardStatus;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How evidence reels are read. */
@ApplicationScoped
class EvidenceReelReading implements ReadSource {
    private final AvailableActions actions;

    EvidenceReelReading(AvailableActions actions) {
        this.actions = actions;
    }

    @Override
    public List<ReadType> types() {
        return List.of(reel(), entry());
    }

    private ReadType reel() {
        return ReadType.of(
                        "EvidenceReel",
                        "evidence_reel",
                        "Photos and videos in the order in which a meeting is shown them (会议影像). Seen by its authority and those"
                                + " above; once shown, by the authorities below it.")
                .node(NodeType.EVIDENCE_REEL)
                .text("title!", "Title.")
                .choice("status!", EvidenceReel.Status.class, "State.")
                .text("authority!", "Code of the department, else of the division, that drafted it.")
                .day("meetingOn!", "Day of the meeting.")
                .text("draftedBy!", "Name of who arranged it last.")
                .time("draftedAt!", "When it was arranged last.")
                .text("shownBy", "Name of who showed it.")
                .time("shownAt", "When it was shown.")
                .members(
                        "entries!",
                        "ReelEntry",
                        "arrangement_id",
                        "arrangement_id",
                        EvidenceReelCommands.MOST_ENTRIES,
                        List.of("position"),
                        "What it shows, in its order, as far as the caller sees that anyway.")
                .availableActions(actions.of(EvidenceReelVerb.values(), EvidenceReelVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "evidenceReel",
                        Permission.READ_REELS,
                        "One reel; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "evidenceReels",
                                Permission.READ_REELS,
                                "Reels that the caller may see, latest meeting first.")
                        .descending("MEETING_ON", "Latest meeting first.", "meeting_on date", "id uuid")
                        .filter(
                                "reels",
                                Filter.choice("status", EvidenceReel.Status.class, "status", "State."),
                                AreaFilters.subtree("Division code in whose subtree they were drafted.")))
                .payload("EvidenceReelPayload", "evidenceReel", "The reel, or why the command was refused.");
    }

    private static ReadType entry() {
        return ReadType.of("ReelEntry", "reel_entry", "One photo or video of a reel.")
                .integer("position!", "Its place in the reel, from 1.")
                .text("caption!", "What is said of it.")
                .text(
                        "sha256!",
                        "sha256",
                        "SHA-256 of the content that was arranged; `evidence.damage` tells whether the stored file has it still.")
                .choice(
                        "stateThen",
                        HazardStatus.class,
                        "State of its hazard on the day of the meeting; null until the reel is shown, or where it shows no hazard."
                                + " `hazard.status` is the present one.")
                .reference("evidence!", "Evidence", "evidence_id", "The photo or video.")
                .reference(
                        "hazard",
                        "Hazard",
                        "hazard_id",
                        "The hazard that it shows; null where it shows none, or when it is out of scope.")
                .reference(
                        "finding",
                        "Finding",
                        "finding_id",
                        "The finding that it shows; null where it shows none, or when it is out of scope.");
    }
}
