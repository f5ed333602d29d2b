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

    DeadlineCommands(Urges urges) {
        this.urges = urges;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(CommandType.of(
                UrgeVerb.URGE,
                "DeadlineClock",
                "Presses for what is owed (催办): by an authority that supervises whoever has to act, for a deadline that runs, so often a"
                        + " day as the rule URGES_PER_DAY lets one person. It changes no clock; whoever has to act sees it with the"
                        + " deadline and its history.",
                "What is pressed for, and why.",
                InputType.of("UrgeInput", "Presses for what is owed.")
                        .target(NodeType.DEADLINE_CLOCK, "The deadline, one of `deadlines` that runs.")
                        .prose("note!", "What is expected, up to {} characters."),
                form -> urges.urge(form.target(), form.text("note"))));
    }
}
