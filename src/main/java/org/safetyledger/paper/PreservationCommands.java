package org.safetyledger.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with things that are preserved as evidence. */
@ApplicationScoped
class PreservationCommands implements CommandSource {
    private static final int MOST_THINGS = 50;

    private static final InputType THING = InputType.ofPart("PreservedThingInput", "One thing that is registered.")
            .name("name!", "What it is, up to {} characters.")
            .name("quantity!", "How much or how many, with its number or batch, up to {} characters.")
            .name("place!", "Where it is kept, up to {} characters.")
            .name("keeper!", "Who keeps it, up to {} characters.");

    private static final InputType DECISION = InputType.ofPart("ThingDecisionInput", "What is decided of one thing.")
            .count("number!", MOST_THINGS, "Its number on the paper, 1 to {}.")
            .choice("decision!", ThingDecision.class, "What is decided.")
            .prose("reason", "Why, up to {} characters.");

    private final Papers papers;
    private final Preservations preservations;

    PreservationCommands(Papers papers, Preservations preservations) {
        this.papers = papers;
        this.preservations = preservations;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(preserve(), approve(), refuse(), decide(), releaseLapsed());
    }

    private CommandType preserve() {
        return new CommandType(
                "preserveThings",
                "Paper",
                Permission.ISSUE_PAPER,
                "Registers things as evidence during an enforcement visit, by one of its officers (先行登记保存), on a paper with"
                        + " the next number of the caller's authority. It is served when the authority's head has approved it, in"
                        + " urgency at once, and approved afterwards; from then on nobody destroys or moves them, until each is decided in time.",
                "What is registered.",
                InputType.of("PreserveThingsInput", "Registers things as evidence.")
                        .newId(NodeType.PAPER, "Id made by the client; absent to have one made.")
                        .node("enterpriseId!", NodeType.ENTERPRISE, "The enterprise that is visited.")
                        .node("inspectionId!", NodeType.INSPECTION, "The visit, which is going on.")
                        .prose("remark", "Why it is feared that they get lost, up to {} characters.")
                        .prose(
                                "urgency",
                                "Why it cannot wait for the head's approval (情况紧急), up to {} characters: then it is approved"
                                        + " afterwards, within the time of the deadline rule PRESERVATION_APPROVAL; absent where it waits.")
                        .parts("things!", THING, MOST_THINGS, "The things, 1 to {}, in the order of the paper."),
                form -> papers.issue(new PaperDraft(
                        form.newId(),
                        PaperKind.PRESERVATION,
                        form.id("enterpriseId"),
                        form.id("inspectionId"),
                        null,
                        form.textOrNull("remark"),
                        List.of(),
                        form.parts("things").stream()
                                .map(PreservationCommands::thing)
                                .toList(),
                        form.textOrNull("urgency"))));
    }

    private static PaperDraft.Thing thing(Form form) {
        return new PaperDraft.Thing(form.text("name"), form.text("quantity"), form.text("place"), form.text("keeper"));
    }

    private CommandType approve() {
        return verb(
                PaperVerb.APPROVE_PRESERVATION,
                "Approves that things are preserved as evidence, by a leader of the authority's level or above who did not make"
                        + " the paper out; of what was preserved in urgency also afterwards, in time.",
                named("ApprovePreservationInput", "Approves a preservation."),
                form -> preservations.approve(form.target()));
    }

    private CommandType refuse() {
        return verb(
                PaperVerb.REFUSE_PRESERVATION,
                "Refuses to approve that things are preserved as evidence: the paper is WITHDRAWN, and where it was served in urgency its"
                        + " things are preserved no more.",
                named("RefusePreservationInput", "Refuses a preservation.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> preservations.refuse(form.target(), form.text("reason")));
    }

    private CommandType decide() {
        return verb(
                PaperVerb.DECIDE_THINGS,
                "Decides what becomes of preserved things, each once, by the authority that preserves them or its head: within the"
                        + " days of the deadline rule PRESERVATION_DECISION after the service.",
                named("DecidePreservedThingsInput", "Decides what becomes of preserved things.")
                        .parts("decisions!", DECISION, MOST_THINGS, "The decisions, 1 to {}."),
                form -> preservations.decide(
                        form.target(),
                        form.parts("decisions").stream()
                                .map(PreservationCommands::decision)
                                .toList()));
    }

    private static Preservations.Decision decision(Form form) {
        return new Preservations.Decision(
                form.count("number"), form.choice("decision", ThingDecision.class), form.textOrNull("reason"));
    }

    private CommandType releaseLapsed() {
        return verb(
                PaperVerb.RELEASE_LAPSED,
                "Notes that what was not decided, or not approved afterwards, in time is free by law, and was given back: by the"
                        + " authority that preserved it or its head.",
                named("ReleaseLapsedPreservationInput", "Notes that a preservation lapsed."),
                form -> preservations.releaseLapsed(form.target()));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.PAPER, "Paper of kind PRESERVATION.");
    }

    private static CommandType verb(PaperVerb verb, String said, InputType input, Function<Form, Paper> work) {
        return CommandType.of(verb, "Paper", said, "Which, and what.", input, work);
    }
}
