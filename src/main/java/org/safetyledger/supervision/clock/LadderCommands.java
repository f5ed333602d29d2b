package org.safetyledger.supervision.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** How ladders are changed. */
@ApplicationScoped
class LadderCommands implements CommandSource {
    private static final int MOST_RUNGS = 10;
    private static final int FARTHEST = 365;

    private final LadderChanges changes;

    LadderCommands(LadderChanges changes) {
        this.changes = changes;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(change(), withdraw());
    }

    private CommandType change() {
        return new CommandType(
                "changeLadder",
                "LadderChange",
                Permission.CHANGE_RULE,
                "Decides that a ladder (升级规则) has other rungs from a day to come on. Those that hold until then end the day before; what"
                        + " came due by them stays told. Clocks that run go by the new ones from their first day on: what is due by these alone,"
                        + " and whose moment has gone by, comes due on that day.",
                "Which ladder, and what it will be.",
                InputType.of("ChangeLadderInput", "Changes a ladder.")
                        .newId(NodeType.LADDER_CHANGE, "Id made by the client; absent to have one made.")
                        .code(
                                "subject",
                                "The subject whose own ladder it is, one of the deadline rules, TASK_TOTAL, RECHECK or PAPER_INSTRUCTION;"
                                        + " absent for the ladder of all that have none of their own.")
                        .parts(
                                "rungs!",
                                rung(),
                                MOST_RUNGS,
                                "All rungs of the new ladder, one at least and {} at most, in any order: no two at one moment, of which a day"
                                        + " of either kind counts as 24 hours.")
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
                LadderChangeVerb.WITHDRAW,
                "LadderChange",
                "Withdraws a decision about a ladder before its first day: the rungs before it go on. Where a later decision takes the"
                        + " place of its rungs, that is withdrawn first.",
                "Which, and why.",
                InputType.of("WithdrawLadderChangeInput", "Withdraws a change of a ladder.")
                        .target(NodeType.LADDER_CHANGE, "Change.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> changes.withdraw(form.target(), form.text("reason")));
    }

    private static InputType rung() {
        return InputType.ofPart("LadderRungInput", "A rung of a ladder.")
                .wholeNumber(
                        "amount!",
                        -FARTHEST,
                        FARTHEST,
                        "How many units after the deadline's end, 365 at most; negative for before it.")
                .choice("unit!", LadderUnit.class, "Unit in which it counts.")
                .choice("action!", EscalationAction.class, "What it does.")
                .choice("addressee!", Addressee.class, "To whom it is addressed.")
                .choice(
                        "level",
                        DivisionLevel.class,
                        "Whose officers or leaders, COUNTY or CITY; absent for who has to act.");
    }

    private static LadderChange.Decision decision(Form form) {
        return new LadderChange.Decision(
                form.textOrNull("subject"),
                form.day("validFrom"),
                form.parts("rungs").stream().map(LadderCommands::rung).toList(),
                form.text("document"),
                form.text("documentNumber"),
                form.text("reason"));
    }

    private static DecidedRung rung(Form form) {
        int amount = form.count("amount");
        return new DecidedRung(
                0,
                amount,
                amount == 0 ? LadderUnit.HOUR : form.choice("unit", LadderUnit.class),
                form.choice("action", EscalationAction.class),
                form.choice("addressee", Addressee.class),
                form.choiceOrNull("level", DivisionLevel.class));
    }
}
