package org.safetyledger.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with quick reports. */
@ApplicationScoped
class QuickReportCommands implements CommandSource {
    private static final int MOST_YUAN = 1_000_000;

    private final QuickReports reports;

    QuickReportCommands(QuickReports reports) {
        this.reports = reports;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                report(),
                verb(
                        QuickReportVerb.RECEIVE,
                        "Confirms that the enterprise has received a quick report; its answer stays due.",
                        named("ReceiveReportInput", "Confirms a receipt."),
                        form -> reports.receive(form.target())),
                verb(
                        QuickReportVerb.ANSWER,
                        "Answers a quick report, once. That something is no hazard is the enterprise's answer only: the"
                                + " authority decides on the hazard itself.",
                        named("AnswerReportInput", "Answers a quick report.")
                                .truth("verified!", "Whether it is as reported; false when it is no hazard.")
                                .prose(
                                        "answer!",
                                        "What is done about it, or why it is no hazard, up to {} characters."),
                        form -> reports.answer(form.target(), form.truth("verified"), form.text("answer"))),
                verb(
                        QuickReportVerb.ESCALATE,
                        "Steps a quick report up to the authorities, who see it from now on; by who reported it, after the time"
                                + " for an answer has passed.",
                        named("EscalateReportInput", "Steps a quick report up."),
                        form -> reports.escalate(form.target())),
                verb(
                        QuickReportVerb.REWARD,
                        "Records the reward that the enterprise granted for a verified report.",
                        named("RewardReportInput", "Records a reward.")
                                .amount("amount!", MOST_YUAN, "Yuan, above 0 and up to {}, with at most two decimals.")
                                .day("day!", "Day on which it was granted, between the report and today."),
                        form -> reports.reward(
                                form.target(), new QuickReport.Reward(form.amount("amount"), form.day("day")))));
    }

    private CommandType report() {
        return new CommandType(
                "quickReport",
                "QuickReport",
                Permission.REPORT_QUICKLY,
                "Reports to the caller's own enterprise at once what is wrong: words are enough. It makes a hazard of the"
                        + " enterprise with the same id behind its own prefix, so that photos can name that from the first"
                        + " moment, and starts the clock for an answer.",
                "What.",
                InputType.of("QuickReportInput", "Reports at once.")
                        .newId(
                                NodeType.QUICK_REPORT,
                                "Id made by the client when it reports offline; absent to have one made.")
                        .prose("words!", "What is wrong, up to {} characters; the first 200 are the hazard's title.")
                        .name("place", "Where in the enterprise, up to {} characters.")
                        .code("category", "Code of a hazard category; absent when one does not know.")
                        .truth(
                                "anonymous",
                                "Whether the reporter's name is kept from everybody, on the report, on its hazard and in"
                                        + " their histories; false by default. Of photos only JPEG and PNG without metadata (EXIF, XMP,"
                                        + " comments) are taken then, and no videos (BARE_PICTURE_REQUIRED).")
                        .time(
                                "discoveredAt",
                                "When it was seen, by the client's clock, which may be five minutes ahead; now by default."),
                form -> reports.report(new Sighting(
                        form.newId(),
                        form.text("words"),
                        form.textOrNull("place"),
                        form.textOrNull("category"),
                        form.truth("anonymous"),
                        form.timeOrNull("discoveredAt"))));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.QUICK_REPORT, "Report.");
    }

    private static CommandType verb(
            QuickReportVerb verb, String said, InputType input, Function<Form, QuickReport> work) {
        return CommandType.of(verb, "QuickReport", said, "Which, and what.", input, work);
    }
}
