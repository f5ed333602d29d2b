package org.safetyledger.supervision.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.supervision.draw.Announcement;

/** What may be done with look-backs. */
@ApplicationScoped
class LookBackCommands implements CommandSource {
    private final LookBacks lookBacks;

    LookBackCommands(LookBacks lookBacks) {
        this.lookBacks = lookBacks;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                create(),
                CommandType.of(
                        LookBackVerb.WITNESS,
                        "LookBack",
                        "Writes the public value down, once it is known and before the secret seed is told; done by somebody else"
                                + " than who announced the look-back: of the authority, or a leader of its government. The same person"
                                + " corrects it until it is drawn; the history keeps each value.",
                        "Which, and what.",
                        Announcement.witnessedBy(
                                named("WitnessLookBackInput", "Writes the public value of a look-back down.")),
                        lookBacks::witness),
                CommandType.of(
                        LookBackVerb.DRAW,
                        "LookBack",
                        "Draws the sample, by somebody else than who wrote the public value down: of each grade its share of the pool, rounded up, in the order of"
                                + " SHA-256(seed|publicValue|hazard), all in UTF-8, by the hazards' ids. Each hazard of it has a check"
                                + " from now on.",
                        "Which, and what.",
                        Announcement.revealedBy(named("DrawLookBackInput", "Draws the sample.")),
                        lookBacks::draw),
                CommandType.of(
                        LookBackVerb.CANCEL,
                        "LookBack",
                        "Withdraws a look-back that was not drawn; it stays to be seen. Who announced it does so before its public"
                                + " value is known, somebody else of the authority or a leader of its government afterwards, too.",
                        "Which, and what.",
                        named("CancelLookBackInput", "Withdraws a look-back.")
                                .prose("reason!", "Why, up to {} characters."),
                        lookBacks::cancel),
                CommandType.of(
                        LookBackCheckVerb.RECORD,
                        "LookBackCheck",
                        "Records whether a closed hazard held; done by an officer who had no part in its life. One that did not hold"
                                + " is reopened on new clocks, whoever handles it, and who had closed it is named to authorities.",
                        "Which, and what.",
                        InputType.of("RecordLookBackInput", "What a look-back found.")
                                .target(NodeType.LOOK_BACK_CHECK, "Check.")
                                .truth("held!", "Whether the hazard is still put right.")
                                .node(
                                        "proofId",
                                        NodeType.EVIDENCE,
                                        "Photo or video that an authority added to the hazard at the stage LOOK_BACK, after the"
                                                + " draw; needed when it held.")
                                .prose("note", "What was found, up to {} characters; needed when it did not hold."),
                        lookBacks::record));
    }

    private CommandType create() {
        InputType input = InputType.of("CreateLookBackInput", "Announces a look-back.")
                .newId(NodeType.LOOK_BACK, "Id made by the client; absent to have one made.")
                .name("title!", "Title, up to {} characters.")
                .code("jurisdiction", "Division code of the hazards' area; the caller's own by default.")
                .day("closedFrom!", "First day on which the hazards were closed.")
                .day("closedTo!", "Last day on which the hazards were closed.")
                .node(
                        "campaignId",
                        NodeType.CAMPAIGN,
                        "The campaign, in its phase of look-back, whose visits' hazards are meant; absent for all.");
        return new CommandType(
                "createLookBack",
                "LookBack",
                Permission.ANNOUNCE_DRAW,
                "Announces a look-back (回头看) and freezes its pool: the hazards that were closed in the period and are closed, of the"
                        + " caller's area, trades and matters. An authority has one open announcement at a time.",
                "The look-back.",
                Announcement.announcedBy(input),
                lookBacks::announce);
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.LOOK_BACK, "Look-back.");
    }
}
