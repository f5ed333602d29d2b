package org.safetyledger.checkplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with check plans. */
@ApplicationScoped
class CheckPlanCommands implements CommandSource {
    private static final int LAST_YEAR = 2200;
    private static final int MOST_VISITS = 100_000;

    private final CheckPlans plans;

    CheckPlanCommands(CheckPlans plans) {
        this.plans = plans;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                draft(),
                CommandType.of(
                        CheckPlanVerb.APPROVE,
                        "CheckPlan",
                        "Approves a check plan, by a leader of the authority's level or above who did not draft it.",
                        "Which, and what.",
                        named("ApproveCheckPlanInput", "Approves a check plan.")
                                .name("document!", "Number of the approval's document, up to {} characters."),
                        form -> plans.approve(form.target(), form.text("document"))),
                CommandType.of(
                        CheckPlanVerb.PUBLISH,
                        "CheckPlan",
                        "Records that an approved check plan was filed and published: enterprises of the area read it, without the"
                                + " enterprises that it names, and visits are planned by it.",
                        "Which, and what.",
                        named("PublishCheckPlanInput", "Publishes a check plan.")
                                .name(
                                        "filedWith!",
                                        "With whom it was filed, such as the judicial bureau of the same level, up to {} characters.")
                                .day("filedOn!", "When it was filed; not after today.")
                                .name("publication!", "Where it was published, up to {} characters."),
                        form -> plans.publish(
                                form.target(), form.text("filedWith"), form.day("filedOn"), form.text("publication"))));
    }

    private CommandType draft() {
        InputType input = InputType.of("DraftCheckPlanInput", "Drafts a check plan.")
                .newId(NodeType.CHECK_PLAN, "Id made by the client; absent to have one made.")
                .choice("kind!", CheckPlanKind.class, "Of what kind of checks.")
                .count("year!", LAST_YEAR, "This year or the next.")
                .name("title!", "Title, up to {} characters.")
                .prose("scope!", "Whom and what it is about, as it is published, up to {} characters.")
                .count("number!", MOST_VISITS, "How many enterprises are to be visited, 1 to {}.")
                .nodes(
                        "targetIds",
                        NodeType.ENTERPRISE,
                        "Enterprises that it is for alone, at most 200, which no enterprise is told; all of the authority's area by"
                                + " default.");
        return new CommandType(
                "draftCheckPlan",
                "CheckPlan",
                Permission.DRAFT_CHECK_PLAN,
                "Drafts the caller's authority's plan of the year's daily checks, or of a special check. Visits by the authority's own"
                        + " plan need it published (limit rule CHECK_PLAN_REQUIRED); a special one may be of a campaign instead.",
                "The plan.",
                input,
                form -> plans.draft(content(form)));
    }

    private static CheckPlan.Draft content(Form form) {
        return new CheckPlan.Draft(
                form.newId(),
                form.choice("kind", CheckPlanKind.class),
                form.count("year"),
                form.text("title"),
                form.text("scope"),
                form.count("number"),
                form.ids("targetIds"));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.CHECK_PLAN, "Check plan.");
    }
}
