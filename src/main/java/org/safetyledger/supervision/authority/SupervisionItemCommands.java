package org.safetyledger.supervision.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Verb;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with items. */
@ApplicationScoped
class SupervisionItemCommands implements CommandSource {
    private final SupervisionItems items;

    SupervisionItemCommands(SupervisionItems items) {
        this.items = items;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                issue(),
                verb(
                        SupervisionItemVerb.ANSWER,
                        "Answers an item for its addressee; earlier answers stay in its history.",
                        named("AnswerSupervisionItemInput", "Answers an item.")
                                .prose("response!", "What was done, up to {} characters.")
                                .name("document", "Number of the document that reports it, up to {} characters.")
                                .node("evidenceId", NodeType.EVIDENCE, "A photo or video in the ledger that shows it."),
                        form -> items.answer(
                                form.target(),
                                new SupervisionItem.Response(
                                        form.text("response"),
                                        form.textOrNull("document"),
                                        form.idOrNull("evidenceId")))),
                verb(
                        SupervisionItemVerb.ACCEPT,
                        "Accepts the answer; done by the office that issued the item.",
                        named("AcceptSupervisionItemInput", "Accepts an answer."),
                        form -> items.accept(form.target())),
                verb(
                        SupervisionItemVerb.RETURN,
                        "Returns the answer; done by the office that issued the item.",
                        named("ReturnSupervisionItemInput", "Returns an answer.")
                                .prose("reason!", "Why, up to {} characters.")
                                .time("dueAt", "By when it is to be answered again; absent for the date as it was."),
                        form -> items.giveBack(form.target(), form.text("reason"), form.timeOrNull("dueAt"))));
    }

    private CommandType issue() {
        InputType input = InputType.of("IssueSupervisionItemInput", "Issues an item.")
                .newId(NodeType.SUPERVISION_ITEM, "Id made by the client; absent to have one made.")
                .node("visitId!", NodeType.SUPERVISION_VISIT, "The visit that found the problem, signed or refused.")
                .node(
                        "findingId",
                        NodeType.SUPERVISION_FINDING,
                        "The visit's finding that it is; needs to be negative.")
                .code(
                        "addressee",
                        "Division code of a government, or code of a department: the visit's target, or one in the area of a"
                                + " visited government; absent for the target.")
                .codes(
                        "coUnits",
                        "Codes of governments and departments in the visited one's area that deal with it, too, at most 10; the"
                                + " addressee leads and answers.")
                .node("responsibleId!", NodeType.PERSON, "Who answers for it there, by post.")
                .prose("problem!", "What is wrong, up to {} characters; it names no enterprise.")
                .prose("demand!", "What is to be achieved, up to {} characters; it names no enterprise.")
                .time("dueAt", "By when; absent for the day of the rule SUPERVISION_ITEM.");
        return verb(
                SupervisionVerb.ISSUE_ITEM,
                "Has a problem of an authority dealt with by a day: an item with its addressee.",
                input,
                form -> items.issue(
                        form.newId(),
                        form.target("visitId"),
                        new SupervisionItem.Content(
                                form.idOrNull("findingId"), form.text("problem"), form.text("demand")),
                        new SupervisionItems.Addressing(
                                form.textOrNull("addressee"),
                                form.codes("coUnits"),
                                form.id("responsibleId"),
                                form.timeOrNull("dueAt"))));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.SUPERVISION_ITEM, "Item.");
    }

    private static CommandType verb(Verb<?> verb, String said, InputType input, Function<Form, SupervisionItem> work) {
        return CommandType.of(verb, "SupervisionItem", said, "Which, and what.", input, work);
    }
}
