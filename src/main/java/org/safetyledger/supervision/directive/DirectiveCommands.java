package org.safetyledger.supervision.directive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
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
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;

/** What may be done with directives and their items. */
@ApplicationScoped
class DirectiveCommands implements CommandSource {
    private static final int MOST_ITEMS = 50;

    private static final InputType ITEM = InputType.ofPart("DirectiveItemInput", "What an item demands of whom.")
            .prose("demand!", "What is demanded, up to {} characters.")
            .prose("result!", "The measurable result by which it is judged, up to {} characters.")
            .code(
                    "lead",
                    "Code of the department, or division code of the government, that leads and answers for it; it lies in the"
                            + " issuing office's area. Refused without one.")
            .codes("coUnits", "Codes of others that contribute, at most 10.")
            .node("responsibleId", NodeType.PERSON, "Who answers for it at the lead, by post, where known.")
            .time(
                    "dueAt",
                    "By when: ahead, not before the conference, and not beyond the rule DIRECTIVE_MAXIMUM; absent for the day"
                            + " of the rule DIRECTIVE_RESPONSE.")
            .node("hazardId", NodeType.HAZARD, "The hazard that it is about.")
            .node("enterpriseId", NodeType.ENTERPRISE, "The enterprise that it is about.")
            .node("campaignId", NodeType.CAMPAIGN, "The campaign that it belongs to.");

    private final Directives directives;
    private final DirectiveItems items;

    DirectiveCommands(Directives directives, DirectiveItems items) {
        this.directives = directives;
        this.items = items;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                new CommandType(
                        "draftDirective",
                        "Directive",
                        Permission.ISSUE_DIRECTIVE,
                        "Drafts a directive of a conference, by a safety committee's office or a leader; nobody else sees it yet.",
                        "The directive.",
                        written(InputType.of("DraftDirectiveInput", "Drafts a directive.")
                                .newId(NodeType.DIRECTIVE, "Id made by the client; absent to have one made.")),
                        form -> directives.draft(form.newId(), content(form))),
                directive(
                        DirectiveVerb.REVISE,
                        "Writes a draft anew.",
                        written(InputType.of("ReviseDirectiveInput", "Revises a directive.")
                                .target(NodeType.DIRECTIVE, "Directive.")),
                        form -> directives.revise(form.target(), content(form))),
                directive(
                        DirectiveVerb.ISSUE,
                        "Issues a draft once its conference was held: each demand is an item from now on, whose clock starts. What"
                                + " became wrong since it was written is refused at the draft's item.",
                        named("IssueDirectiveInput", "Issues a directive."),
                        form -> directives.issue(form.target())),
                directive(
                        DirectiveVerb.WITHDRAW,
                        "Withdraws a directive with its items, but for those that were accepted.",
                        named("WithdrawDirectiveInput", "Withdraws a directive.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> directives.withdraw(form.target(), form.text("reason"))),
                item(
                        DirectiveItemVerb.RESPOND,
                        "Answers an item for its lead, or contributes to it for a co-unit, by whom the caller belongs to.",
                        ofItem("RespondToDirectiveInput", "Answers an item, or contributes to it.")
                                .prose("response!", "What was done, up to {} characters.")
                                .name("document", "Number of the document that reports it, up to {} characters.")
                                .node("evidenceId", NodeType.EVIDENCE, "A photo or video in the ledger that shows it."),
                        form -> items.respond(
                                form.target(),
                                new DirectiveResponse.Content(
                                        form.text("response"),
                                        form.textOrNull("document"),
                                        form.idOrNull("evidenceId")))),
                item(
                        DirectiveItemVerb.ACCEPT,
                        "Accepts the lead's answer; done by the office that issued the item. With the last one its directive is"
                                + " completed.",
                        ofItem("AcceptDirectiveResponseInput", "Accepts an answer."),
                        form -> items.accept(form.target())),
                item(
                        DirectiveItemVerb.RETURN,
                        "Returns the lead's answer; done by the office that issued the item.",
                        ofItem("ReturnDirectiveItemInput", "Returns an answer.")
                                .prose("reason!", "Why, up to {} characters.")
                                .time(
                                        "dueAt",
                                        "By when it is to be answered again, never before the date as it was; absent for that one."),
                        form -> items.giveBack(form.target(), form.text("reason"), form.timeOrNull("dueAt"))),
                item(
                        DirectiveItemVerb.WITHDRAW,
                        "Withdraws one item; done by the office that issued it. With the last one its directive ends.",
                        ofItem("WithdrawDirectiveItemInput", "Withdraws an item.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> items.withdraw(form.target(), form.text("reason"))));
    }

    private static InputType written(InputType input) {
        return input.name("conference!", "Name of the conference, up to {} characters.")
                .day("heldOn!", "Day on which it is held.")
                .name("documentNumber", "Number of the document, up to {} characters.")
                .parts("items!", ITEM, MOST_ITEMS, "What is demanded of whom, 1 to {}.");
    }

    private static Directive.Content content(Form form) {
        List<DirectiveDemand> demands = new ArrayList<>();
        for (Form part : form.parts("items")) {
            demands.add(demand(part, "items." + demands.size() + "."));
        }
        return new Directive.Content(
                form.text("conference"), form.day("heldOn"), form.textOrNull("documentNumber"), demands);
    }

    private static DirectiveDemand demand(Form part, String path) {
        String lead = part.textOrNull("lead");
        if (lead == null) {
            throw Refusal.at(path + "lead", ErrorCode.LEAD_REQUIRED);
        }
        Instant dueAt = part.timeOrNull("dueAt");
        return new DirectiveDemand(
                part.text("demand"),
                part.text("result"),
                lead,
                part.codes("coUnits"),
                node(part, "responsibleId", NodeType.PERSON),
                dueAt == null ? null : Times.local(dueAt),
                node(part, "hazardId", NodeType.HAZARD),
                node(part, "enterpriseId", NodeType.ENTERPRISE),
                node(part, "campaignId", NodeType.CAMPAIGN));
    }

    private static @Nullable String node(Form part, String field, NodeType type) {
        UUID id = part.idOrNull(field);
        return id == null ? null : NodeId.text(type, id);
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.DIRECTIVE, "Directive.");
    }

    private static InputType ofItem(String name, String said) {
        return InputType.of(name, said).target(NodeType.DIRECTIVE_ITEM, "Item.");
    }

    private static CommandType directive(
            DirectiveVerb verb, String said, InputType input, Function<Form, Directive> work) {
        return CommandType.of(verb, "Directive", said, "Which, and what.", input, work);
    }

    private static CommandType item(
            DirectiveItemVerb verb, String said, InputType input, Function<Form, DirectiveItem> work) {
        return CommandType.of(verb, "DirectiveItem", said, "Which, and what.", input, work);
    }
}
