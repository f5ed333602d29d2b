package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done about duties of posts. */
@ApplicationScoped
class DutyCommands implements CommandSource {
    private final Duties duties;

    DutyCommands(Duties duties) {
        this.duties = duties;
    }

    @Override
    public List<CommandType> commands() {
        InputType performed = InputType.of("RecordDutyInput", "Says that a duty was performed.")
                .newId(NodeType.DUTY_PERFORMANCE, "Id made by the client; absent to have one made.")
                .node("personId!", NodeType.PERSON, "Who performed it, the holder of the post.")
                .code("duty!", "Code of a duty of the post, or of the version of it that held on that day.")
                .day(
                        "performedOn!",
                        "The day, which tells the period; not a future one, and of a period that ended not too long ago.")
                .prose("note", "What was done, up to {} characters.")
                .name(
                        "document",
                        "Title or number of the minutes or of the record of the check, up to {} characters; where the duty asks for"
                                + " proof, this or a photo is needed.")
                .nodes(
                        "evidenceIds",
                        NodeType.EVIDENCE,
                        "Photos and videos that are in the ledger, such as of the visit, at most "
                                + Duties.MOST_EVIDENCE + ".");
        return List.of(
                new CommandType(
                        "recordDuty",
                        "DutyPerformance",
                        Permission.RECORD_DUTY,
                        "Records that the holder of a post performed a duty; done by the holder or the holder's own office. Recorded"
                                + " after the end of its period it is told as late, and the gap stays as one that was made good late.",
                        "Who, what, when.",
                        performed,
                        form -> duties.record(
                                form.newId(),
                                new DutyPerformance.Performed(
                                        form.id("personId"),
                                        form.text("duty"),
                                        form.day("performedOn"),
                                        form.textOrNull("note"),
                                        form.textOrNull("document"),
                                        form.ids("evidenceIds")))),
                CommandType.of(
                        DutyVerb.WITHDRAW,
                        "DutyPerformance",
                        "Withdraws what was recorded in error: the duty is due again.",
                        "Which, and why.",
                        InputType.of("WithdrawDutyInput", "Withdraws a performed duty.")
                                .target(NodeType.DUTY_PERFORMANCE, "Performed duty.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> duties.withdraw(form.target(), form.text("reason"))));
    }
}
