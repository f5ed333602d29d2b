package org.safetyledger.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** How rules are changed. */
@ApplicationScoped
class RuleChangeCommands implements CommandSource {
    private static final int LARGEST = 10_000;

    private final RuleChanges changes;

    RuleChangeCommands(RuleChanges changes) {
        this.changes = changes;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(change(), withdraw());
    }

    private CommandType change() {
        return new CommandType(
                "changeRule",
                "RuleChange",
                Permission.CHANGE_RULE,
                "Decides that a rule has another number from a day to come on. The rule that holds until then ends the day"
                        + " before; what began under it keeps it.",
                "Which rule, and what it will be.",
                InputType.of("ChangeRuleInput", "Changes a rule.")
                        .newId(NodeType.RULE_CHANGE, "Id made by the client; absent to have one made.")
                        .choice("kind!", RuleKind.class, "Whether it is a time limit, another number or a duty.")
                        .code(
                                "subject!",
                                "Its subject, such as RECTIFICATION_TOTAL or VISITS_PER_YEAR, or the `duty` of a duty rule: one"
                                        + " that there is.")
                        .code(
                                "appliesTo",
                                "The grade or other case that it is for, one that the subject has; absent for the rule that holds for any"
                                        + " without one of its own, and of a duty. Of VISITS_PER_YEAR also the code of an authority, for any"
                                        + " enterprise, alone or with a low line and a class behind it: its rules go before those of all"
                                        + " authorities.")
                        .figure("amount!", LARGEST, "The number, 0 to {} at most; units have narrower limits.")
                        .choice(
                                "unit!",
                                RuleUnit.class,
                                "What it counts; of a number that is no time limit it stays as it is, and is MONTH of a duty.")
                        .day(
                                "validFrom!",
                                "First day on which it holds: tomorrow at the earliest, in two years at the latest.")
                        .name("document!", "Title of the document that decides it, up to {} characters.")
                        .name("documentNumber!", "Its number (文号), up to {} characters.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> changes.change(form.newId(), decision(form)));
    }

    private CommandType withdraw() {
        return CommandType.of(
                RuleChangeVerb.WITHDRAW,
                "RuleChange",
                "Withdraws a decision about a rule before its first day: the rule before it goes on. Where a later decision takes"
                        + " its rule's place, that is withdrawn first.",
                "Which, and why.",
                InputType.of("WithdrawRuleChangeInput", "Withdraws a change of a rule.")
                        .target(NodeType.RULE_CHANGE, "Change.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> changes.withdraw(form.target(), form.text("reason")));
    }

    private static RuleChange.Decision decision(Form form) {
        return new RuleChange.Decision(
                form.choice("kind", RuleKind.class),
                form.text("subject"),
                form.textOrNull("appliesTo"),
                form.count("amount"),
                form.choice("unit", RuleUnit.class),
                form.day("validFrom"),
                form.text("document"),
                form.text("documentNumber"),
                form.text("reason"));
    }
}
