package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be decided about regulators. */
@ApplicationScoped
class RegulatorCommands implements CommandSource {
    private final RegulatorRulings rulings;

    RegulatorCommands(RegulatorRulings rulings) {
        this.rulings = rulings;
    }

    @Override
    public List<CommandType> commands() {
        InputType input = InputType.of("DecideRegulatorInput", "Gives a trade or a kind of venue to a department.")
                .newId(NodeType.REGULATOR_DECISION, "Id made by the client; absent to have one made.")
                .code(
                        "jurisdiction!",
                        "Division code of the county or city, whose own government or one above it decides.")
                .code(
                        "industry",
                        "Section or division of GB/T 4754-2017; absent where a kind of venue is decided about.")
                .code("venue", "Code of a kind of venue; absent where a trade is decided about.")
                .code("department!", "Code of a department of that government.")
                .prose("reason!", "Reason, such as the similar business of the department, up to {} characters.")
                .name("documentNumber!", "Number of the document, up to {} characters.")
                .day(
                        "decidedOn!",
                        "The day on which it was decided, from which it holds; after that of an earlier decision about the same,"
                                + " which ends the day before.");
        return List.of(new CommandType(
                "decideRegulator",
                "RegulatorDecision",
                Permission.DECIDE_REGULATOR,
                "Decides which department regulates what none does by its duties (Work Safety Law, article 10); whoever"
                        + " reports a hazard from now on names it.",
                "What, to whom, why.",
                input,
                form -> rulings.decide(
                        form.newId(),
                        new RegulatorDecision.Ruling(
                                form.text("jurisdiction"),
                                form.textOrNull("industry"),
                                form.textOrNull("venue"),
                                form.text("department"),
                                form.text("reason"),
                                form.text("documentNumber"),
                                form.day("decidedOn")))));
    }
}
