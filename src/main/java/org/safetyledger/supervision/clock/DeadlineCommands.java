package org.safetyledger.supervision.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with deadlines. */
@ApplicationScoped
class DeadlineCommands implements CommandSource {
    private final Urges urges;
    private final Acknowledgements acknowledgements;

    DeadlineCommands(Urges urges, Acknowledgements acknowledgements) {
        this.urges = urges;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(urge(), acknowledge());
    }

    private CommandType urge() {
        return CommandType.of(
                UrgeVerb.URGE,
                "DeadlineClock",
                "Presses for what is owed (催办): by an authority that supervises whoever has to act, for a deadline that runs, so often a"
                        + " day as the rule URGES_PER_DAY lets one person. It changes no clock; whoever has to act sees it with the"
                        + " deadline and its history.",
                "What is pressed for, and why.",
                InputType.of("UrgeInput", "Presses for what is owed.")
                        .target(NodeType.DEADLINE_CLOCK, "The deadline, one of `deadlines` that runs.")
                        .prose("note!", "What is expected, up to {} characters."),
                form -> urges.urge(form.target(), form.text("note")));
    }

    private CommandType acknowledge() {
        return CommandType.of(
                AcknowledgeVerb.ACKNOWLEDGE,
                "DeadlineEvent",
                "Acknowledges what became due of a deadline (签收): by one person of whom it is addressed to, once for all of them. It"
                        + " changes no clock; what is owed stays owed.",
                "What is acknowledged.",
                InputType.of("AcknowledgeDeadlineEventInput", "Acknowledges what became due.")
                        .target(NodeType.DEADLINE_EVENT, "What became due, one of `deadlineEvents` that is OPEN.")
                        .prose("note", "What is to be done about it, up to {} characters."),
                form -> acknowledgements.acknowledge(form.target(), form.textOrNull("note")));
    }
}
