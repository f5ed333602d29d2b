package org.safetyledger.supervision.reel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with evidence reels. */
@ApplicationScoped
class EvidenceReelCommands implements CommandSource {
    /** As many as the database keeps of one reel; the rule REEL_ENTRIES may allow fewer. */
    static final int MOST_ENTRIES = 100;

    private static final InputType ENTRY = InputType.ofPart("ReelEntryInput", "One photo or video of a reel.")
            .node("evidenceId!", NodeType.EVIDENCE, "The photo or video.")
            .name("caption!", "What is said of it, up to {} characters.");

    private final EvidenceReels reels;

    EvidenceReelCommands(EvidenceReels reels) {
        this.reels = reels;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                new CommandType(
                        "draftEvidenceReel",
                        "EvidenceReel",
                        Permission.DRAFT_REEL,
                        "Drafts a reel of photos and videos for a meeting, in the order given.",
                        "The reel.",
                        arranged(InputType.of("DraftEvidenceReelInput", "Drafts a reel.")
                                .newId(NodeType.EVIDENCE_REEL, "Id made by the client; absent to have one made.")),
                        reels::draft),
                CommandType.of(
                        EvidenceReelVerb.ARRANGE,
                        "EvidenceReel",
                        "Arranges a reel anew: what it shows, and in which order.",
                        "Which, and what.",
                        arranged(named("ArrangeEvidenceReelInput", "Arranges a reel.")),
                        reels::arrange),
                CommandType.of(
                        EvidenceReelVerb.SHOW,
                        "EvidenceReel",
                        "Shows a reel, on the day of its meeting or later: its list, hashes and the hazards' states of that day are"
                                + " frozen, and the authorities below see it, as far as they see what it shows.",
                        "Which.",
                        named("ShowEvidenceReelInput", "Shows a reel."),
                        reels::show));
    }

    private static InputType arranged(InputType input) {
        return input.name("title!", "Title, up to {} characters.")
                .day("meetingOn!", "Day of the meeting.")
                .parts(
                        "entries!",
                        ENTRY,
                        MOST_ENTRIES,
                        "What it shows in its order, 1 to {}, and no more than the rule REEL_ENTRIES allows.");
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.EVIDENCE_REEL, "Reel.");
    }
}
