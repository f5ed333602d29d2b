package org.safetyledger.supervision.draw;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with draws of visits. */
@ApplicationScoped
class DrawCommands implements CommandSource {
    /** As many as the database keeps of one draw. */
    static final int MOST_VISITS = 200;

    private static final int MOST_EXCLUSIONS = 200;

    private static final InputType EXCLUSION = InputType.ofPart(
                    "DrawExclusionInput",
                    "Who or what is left out of a pool: an enterprise, an officer, or with both the officer for this enterprise.")
            .node("enterpriseId", NodeType.ENTERPRISE, "An enterprise of the pool.")
            .node("officerId", NodeType.PERSON, "An officer of the pool.")
            .prose("reason!", "Why, e.g. a conflict of interest or a visit lately, up to {} characters.");

    private final Draws draws;

    DrawCommands(Draws draws) {
        this.draws = draws;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                announce(),
                verb(
                        DrawVerb.WITNESS,
                        "Writes the public value down, once it is known and before the secret seed is told; done by somebody else"
                                + " than who announced the draw: of the authority, or a leader of its government. The same person"
                                + " corrects it until it is drawn; the history keeps each value.",
                        Announcement.witnessedBy(named("WitnessDrawInput", "Writes the public value of a draw down.")),
                        draws::witness),
                verb(
                        DrawVerb.DRAW,
                        "Draws, by somebody else than who wrote the public value down: the pool's enterprises in the order of SHA-256(seed|publicValue|enterprise), all in UTF-8, and for each"
                                + " its officers in that of SHA-256(seed|publicValue|enterprise|officer), by their ids; the first ones"
                                + " are drawn.",
                        Announcement.revealedBy(named("DrawVisitsInput", "Draws what was announced.")),
                        draws::draw),
                verb(
                        DrawVerb.LINK,
                        "Tells of which visit a drawn enterprise's is: an enforcement visit to it, planned after the draw, with the"
                                + " drawn officers; instead of those who are in conflict with it, or no longer certified, with the"
                                + " next ones of the draw's order. It replaces only one that was called off.",
                        named("LinkDrawnVisitInput", "Links a drawn enterprise with its visit.")
                                .node("enterpriseId!", NodeType.ENTERPRISE, "The drawn enterprise.")
                                .node("inspectionId!", NodeType.INSPECTION, "Its visit."),
                        draws::link),
                verb(
                        DrawVerb.EXPLAIN,
                        "Records why a drawn enterprise was not visited, or not by those who were drawn; published with the draw.",
                        named("ExplainDrawnVisitInput", "Records why a visit was not made as drawn.")
                                .node("enterpriseId!", NodeType.ENTERPRISE, "The drawn enterprise.")
                                .prose("reason!", "Why, up to {} characters."),
                        draws::explain),
                verb(
                        DrawVerb.PUBLISH,
                        "Publishes a draw each of whose visits has begun as drawn or has a reason why not: the area's enterprises read"
                                + " it, too.",
                        named("PublishDrawInput", "Publishes a draw."),
                        draws::publish),
                verb(
                        DrawVerb.CANCEL,
                        "Withdraws a draw that was not drawn; it stays to be seen. Who announced it does so before its public value"
                                + " is known, somebody else of the authority or a leader of its government afterwards, too.",
                        named("CancelDrawInput", "Withdraws a draw.").prose("reason!", "Why, up to {} characters."),
                        draws::cancel));
    }

    private CommandType announce() {
        InputType input = InputType.of("AnnounceDrawInput", "Announces a draw.")
                .newId(NodeType.DRAW, "Id made by the client; absent to have one made.")
                .name("title!", "Title, up to {} characters.")
                .code("jurisdiction", "Division code of the enterprises' area; the caller's own by default.")
                .code("industry", "Section or division of GB/T 4754-2017 of the enterprises; every trade by default.")
                .code("sector", "Code of the enterprises' key sector; any by default.")
                .code(
                        "department",
                        "Code of the department whose officers are drawn; the caller's by default, all of the place where the"
                                + " caller is of none.")
                .parts("exclusions", EXCLUSION, MOST_EXCLUSIONS, "Who is left out and why, 1 to {}; nobody by default.")
                .count("number!", MOST_VISITS, "How many enterprises are drawn, 1 to {}.");
        return new CommandType(
                "announceDraw",
                "Draw",
                Permission.ANNOUNCE_DRAW,
                "Announces a random draw (双随机) of visits and freezes its pool: the enterprises at work and the certified officers of"
                        + " the caller's authority, in the caller's area and trades. Left out are also enterprises whose visits of"
                        + " the year are used (CAP_EXCEEDED), and officers for an enterprise with which they are in conflict"
                        + " (OFFICER_IN_CONFLICT, with the reason where the same authority recorded it). An authority has one open announcement at a time.",
                "The draw.",
                Announcement.announcedBy(input),
                draws::announce);
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.DRAW, "Draw.");
    }

    private static CommandType verb(DrawVerb verb, String said, InputType input, Function<Form, Draw> work) {
        return CommandType.of(verb, "Draw", said, "Which, and what.", input, work);
    }
}
