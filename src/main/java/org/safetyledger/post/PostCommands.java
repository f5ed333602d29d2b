package org.safetyledger.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/** What may be done with the posts of an enterprise and their checks. */
@ApplicationScoped
class PostCommands implements CommandSource {
    private static final int MOST_SHIFTS = 4;
    private static final int LAST_HOUR = 23;
    private static final int USUAL_SHIFTS = 3;
    private static final int USUAL_HOUR = 8;

    private static final InputType REPORTED = InputType.ofPart(
                    "PostCheckReportInput", "What a check found, as a quick report. Its words are those of the check.")
            .name("place", "Where in the enterprise, up to {} characters.")
            .code("category", "Code of a hazard category; absent when one does not know.");

    private final EnterprisePosts posts;
    private final PostChecks checks;

    PostCommands(EnterprisePosts posts, PostChecks checks) {
        this.posts = posts;
        this.checks = checks;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                keep(),
                onPost(
                        EnterprisePostVerb.REVISE,
                        "Says anew who holds a post, what it answers for and by what standard. Its checks go with it to the new"
                                + " holder.",
                        charged(
                                named("ReviseEnterprisePostInput", "Revises a post.")
                                        .node(
                                                "personId",
                                                NodeType.PERSON,
                                                "Who holds it from now on, somebody of the enterprise; absent for whoever does.")),
                        form -> posts.revise(form.target(), form.idOrNull("personId"), charge(form))),
                onPost(
                        EnterprisePostVerb.ASSESS,
                        "Records how the holder of a post met its standard in a period; the history keeps earlier assessments.",
                        named("AssessEnterprisePostInput", "Assesses a post.")
                                .choice("result!", EnterprisePost.Assessment.class, "How.")
                                .day("from!", "First day of the period.")
                                .day("to!", "Last day of the period, not in the future.")
                                .prose("note", "Note, up to {} characters."),
                        form -> posts.assess(form.target(), assessed(form))),
                onPost(
                        EnterprisePostVerb.END,
                        "Ends a post that there is no more; its checks stop.",
                        named("EndEnterprisePostInput", "Ends a post."),
                        form -> posts.end(form.target())),
                schedule(),
                record(),
                CommandType.of(
                        PostCheckVerb.STOP,
                        "PostCheck",
                        "Stops a check.",
                        "Which.",
                        InputType.of("StopPostCheckInput", "Stops a check.").target(NodeType.POST_CHECK, "Check."),
                        form -> checks.stop(form.target())));
    }

    private CommandType keep() {
        return new CommandType(
                "keepEnterprisePost",
                "EnterprisePost",
                Permission.MANAGE_POSTS,
                "Keeps for a post of the caller's enterprise who holds it, what it answers for and by what standard"
                        + " (《安全生产法》第二十二条).",
                "The post.",
                charged(InputType.of("KeepEnterprisePostInput", "Keeps a post.")
                        .newId(NodeType.ENTERPRISE_POST, "Id made by the client; absent to have one made.")
                        .node("personId!", NodeType.PERSON, "Who holds it, somebody of the caller's enterprise.")),
                form -> posts.keep(form.newId(), form.id("personId"), charge(form)));
    }

    private CommandType schedule() {
        return new CommandType(
                "schedulePostCheck",
                "PostCheck",
                Permission.MANAGE_POSTS,
                "Has something checked at a post again and again, from the present period on. A post has at most 50 checks.",
                "What, and how often.",
                InputType.of("SchedulePostCheckInput", "Schedules a check.")
                        .newId(NodeType.POST_CHECK, "Id made by the client; absent to have one made.")
                        .node("postId!", NodeType.ENTERPRISE_POST, "Post.")
                        .prose("what!", "What is checked, up to {} characters.")
                        .choice("every!", CheckRhythm.Every.class, "How often.")
                        .count(
                                "shifts",
                                MOST_SHIFTS,
                                "For SHIFT: how many shifts of equal length a day has, 1 to {}; 3 by default.")
                        .count(
                                "firstShiftHour",
                                LAST_HOUR,
                                "For SHIFT: the hour at which the first shift begins in Asia/Shanghai, 1 to {}; 8 by default.")
                        .truth(
                                "workingDaysOnly",
                                "Whether days off by the working calendar do not count, nor weeks and months that have no"
                                        + " others; false by default."),
                form -> checks.schedule(
                        form.newId(),
                        form.id("postId"),
                        form.text("what"),
                        new CheckRhythm(
                                form.choice("every", CheckRhythm.Every.class),
                                form.count("shifts", USUAL_SHIFTS),
                                form.count("firstShiftHour", USUAL_HOUR),
                                form.truth("workingDaysOnly"))));
    }

    private CommandType record() {
        return new CommandType(
                PostCheckVerb.RECORD.transition().mutation(),
                "PostCheckRecord",
                PostCheckVerb.RECORD.transition().permission(),
                "Records that a check was done by who holds its post, once for each period. Where the device had been offline"
                        + " it may come late, until the end of a clock, and is told as late: the period stays a missed one. What was"
                        + " not all right may become a quick report at once, under the record's id.",
                "What was found.",
                InputType.of("RecordPostCheckInput", "Records a check.")
                        .newId(NodeType.POST_CHECK_RECORD, "Id made by the client; absent to have one made.")
                        .node("checkId!", NodeType.POST_CHECK, "Check.")
                        .choice("result!", PostCheckRecord.Result.class, "What was found.")
                        .prose("words", "What was not all right, up to {} characters; needed then.")
                        .time(
                                "checkedAt",
                                "When it was done, by the clock of the device, which may be five minutes ahead; now by default.")
                        .part("report", REPORTED, "Makes what was not all right a quick report; absent for none."),
                form -> checks.record(form.id("checkId"), finding(form)));
    }

    private static PostCheckRecord.Finding finding(Form form) {
        PostCheckRecord.Result result = form.choice("result", PostCheckRecord.Result.class);
        boolean wrong = result == PostCheckRecord.Result.NOT_ALL_RIGHT;
        Form report = form.part("report");
        if (report != null && !wrong) {
            throw Refusal.at("report", ErrorCode.NOTHING_TO_REPORT);
        }
        UUID id = form.newId();
        String words = wrong ? form.requiredText("words") : form.textOrNull("words");
        return new PostCheckRecord.Finding(id, result, words, form.timeOrNull("checkedAt"), sighting(id, form, report));
    }

    private static @Nullable Sighting sighting(UUID id, Form form, @Nullable Form report) {
        return report == null
                ? null
                : new Sighting(
                        id,
                        form.text("words"),
                        report.textOrNull("place"),
                        report.textOrNull("category"),
                        false,
                        form.timeOrNull("checkedAt"));
    }

    private static InputType charged(InputType input) {
        return input.prose("scope!", "What the post answers for, up to {} characters.")
                .prose("standard!", "By what standard it is assessed, up to {} characters.");
    }

    private static EnterprisePost.Charge charge(Form form) {
        return new EnterprisePost.Charge(form.text("scope"), form.text("standard"));
    }

    private static EnterprisePost.Assessed assessed(Form form) {
        return new EnterprisePost.Assessed(
                form.choice("result", EnterprisePost.Assessment.class),
                form.day("from"),
                form.day("to"),
                form.textOrNull("note"));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.ENTERPRISE_POST, "Post.");
    }

    private static CommandType onPost(
            EnterprisePostVerb verb, String said, InputType input, Function<Form, EnterprisePost> work) {
        return CommandType.of(verb, "EnterprisePost", said, "Which, and what.", input, work);
    }
}
