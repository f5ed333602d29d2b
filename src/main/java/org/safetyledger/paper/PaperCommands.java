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

/** What may be done with official papers. */
@ApplicationScoped
class PaperCommands implements CommandSource {
    private static final int MOST_PROBLEMS = 50;

    private static final InputType PROBLEM = InputType.ofPart("PaperProblemInput", "One problem on a paper.")
            .node("hazardId", NodeType.HAZARD, "The hazard that it is; needed on a notice of hazards.")
            .prose(
                    "problem",
                    "What it is, up to {} characters; needed where it is no hazard. A hazard's title stands for it.")
            .name("place", "Where it is, up to {} characters.")
            .prose("demand", "What is demanded, up to {} characters; needed but for a re-check.")
            .time(
                    "dueAt",
                    "By when; needed on an instruction, which has at most the days of the rule PAPER_INSTRUCTION.")
            .choice(
                    "result",
                    RecheckResult.class,
                    "What a re-check found; needed for each problem of the earlier paper.")
            .prose("note", "Note on what was found, up to {} characters.");

    private final Papers papers;

    PaperCommands(Papers papers) {
        this.papers = papers;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                issue(),
                verb(
                        PaperVerb.SERVE,
                        "Records that a paper was served: the enterprise sees it from now on, and its receipt is due.",
                        named("ServePaperInput", "How a paper was served.")
                                .choice("kind!", ServiceKind.class, "How.")
                                .name("receiver!", "Who received it, up to {} characters.")
                                .truth(
                                        "consented",
                                        "Whether the enterprise has agreed in writing to electronic service.")
                                .time("servedAt", "When, by the clock of the device.")
                                .node("proofId", NodeType.EVIDENCE, "The photo or video that proves it.")
                                .prose("note", "Note, up to {} characters."),
                        form -> papers.serve(form.target(), service(form))),
                verb(
                        PaperVerb.SIGN,
                        "Signs for a paper that was served (签收).",
                        named("SignPaperReceiptInput", "Signs for a paper."),
                        form -> papers.sign(form.target())),
                verb(
                        PaperVerb.RECORD_REFUSAL,
                        "Records that the enterprise refused to sign for a paper (拒签).",
                        named("RecordPaperRefusalInput", "Records a refusal.")
                                .prose("reason!", "What was said, up to {} characters."),
                        form -> papers.recordRefusal(form.target(), form.text("reason"))),
                verb(
                        PaperVerb.WITHDRAW,
                        "Withdraws a paper that was not signed for, but no stop order after which work was resumed and no re-check on which it"
                                + " was; done by who issued it, and by its authority where a member of a campaign's group from elsewhere"
                                + " did.",
                        named("WithdrawPaperInput", "Withdraws a paper.").prose("reason!", "Why, up to {} characters."),
                        form -> papers.withdraw(form.target(), form.text("reason"))),
                verb(
                        PaperVerb.RESUME,
                        "Lets the work that a stop order stopped be resumed, after a re-check found each problem put right.",
                        named("ResumeWorkInput", "Names a stop order."),
                        form -> papers.resume(form.target())));
    }

    private CommandType issue() {
        return new CommandType(
                "issuePaper",
                "Paper",
                Permission.ISSUE_PAPER,
                "Makes out an official paper with the next number of the caller's authority.",
                "What it says.",
                InputType.of("IssuePaperInput", "Makes out a paper.")
                        .newId(NodeType.PAPER, "Id made by the client; absent to have one made.")
                        .choice(
                                "kind!",
                                PaperKind.class,
                                "What it is; no PRESERVATION, for which there is `preserveThings`.")
                        .node("enterpriseId!", NodeType.ENTERPRISE, "The enterprise that it is for.")
                        .node(
                                "inspectionId",
                                NodeType.INSPECTION,
                                "The enforcement visit that it is of, whose officers it names; needed but for a notice of hazards.")
                        .node("aboutId", NodeType.PAPER, "The paper that is checked again; for a re-check.")
                        .prose("remark", "What else it says, such as interim measures, up to {} characters.")
                        .parts(
                                "problems!",
                                PROBLEM,
                                MOST_PROBLEMS,
                                "The problems, 1 to {}, in the order of the paper."),
                form -> papers.issue(draft(form)));
    }

    private static PaperDraft draft(Form form) {
        return new PaperDraft(
                form.newId(),
                form.choice("kind", PaperKind.class),
                form.id("enterpriseId"),
                form.idOrNull("inspectionId"),
                form.idOrNull("aboutId"),
                form.textOrNull("remark"),
                form.parts("problems").stream().map(PaperCommands::problem).toList(),
                List.of(),
                null);
    }

    private static PaperDraft.Problem problem(Form form) {
        return new PaperDraft.Problem(
                form.idOrNull("hazardId"),
                form.textOrNull("problem"),
                form.textOrNull("place"),
                form.textOrNull("demand"),
                form.timeOrNull("dueAt"),
                form.choiceOrNull("result", RecheckResult.class),
                form.textOrNull("note"));
    }

    private static Service service(Form form) {
        return new Service(
                form.choice("kind", ServiceKind.class),
                form.text("receiver"),
                form.truth("consented"),
                form.timeOrNull("servedAt"),
                form.idOrNull("proofId"),
                form.textOrNull("note"));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.PAPER, "Paper.");
    }

    private static CommandType verb(PaperVerb verb, String said, InputType input, Function<Form, Paper> work) {
        return CommandType.of(verb, "Paper", said, "Which, and what.", input, work);
    }
}
