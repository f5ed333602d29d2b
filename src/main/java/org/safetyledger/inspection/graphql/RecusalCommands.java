package org.safetyledger.inspection.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionVerb;
import org.safetyledger.inspection.Recusals;
import org.safetyledger.inspection.ReportedRefusals;
import org.safetyledger.inspection.VisitOfficers;

/** What is asked and reported of a visit that goes on: that an officer withdraws, and that its target refused something. */
@ApplicationScoped
class RecusalCommands implements CommandSource {
    private final Recusals recusals;
    private final VisitOfficers officers;
    private final ReportedRefusals refusals;

    RecusalCommands(Recusals recusals, VisitOfficers officers, ReportedRefusals refusals) {
        this.recusals = recusals;
        this.officers = officers;
        this.refusals = refusals;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(ask(), decide(), replace(), note());
    }

    private CommandType ask() {
        return verb(
                InspectionVerb.ASK_RECUSAL,
                "Asks that an officer withdraws from an enforcement visit that goes on (申请回避), once of each officer: because of an"
                        + " interest or a relation by which the officer may not be impartial. Until it is decided the visit goes on.",
                named("AskRecusalInput", "Asks that an officer withdraws.")
                        .node("personId!", NodeType.PERSON, "One of the visit's officers.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> recusals.ask(form.target(), form.id("personId"), form.text("reason")));
    }

    private CommandType decide() {
        return verb(
                InspectionVerb.DECIDE_RECUSAL,
                "Decides whether an officer withdraws, by a leader of the authority's level or above who is not that officer. Whoever"
                        + " is recused acts no more in the visit, and goes on no later one to the enterprise; where too few are left,"
                        + " another is to be named before what takes two officers.",
                named("DecideRecusalInput", "Decides whether an officer withdraws.")
                        .node("personId!", NodeType.PERSON, "The officer of whom it was asked.")
                        .truth("accepted!", "Whether the officer withdraws.")
                        .prose("reason!", "Why, up to {} characters."),
                form -> recusals.decide(
                        form.target(), form.id("personId"), form.truth("accepted"), form.text("reason")));
    }

    private CommandType replace() {
        return verb(
                InspectionVerb.REPLACE_OFFICER,
                "Names another officer for one who was recused from a visit that goes on, with a certificate that is valid today.",
                named("ReplaceInspectionOfficerInput", "Names another officer.")
                        .node(
                                "personId!",
                                NodeType.PERSON,
                                "Who conducts the visit along with the others from now on."),
                form -> officers.replace(form.target(), form.id("personId")));
    }

    private CommandType note() {
        return verb(
                InspectionVerb.NOTE_REFUSAL,
                "Takes note, by a leader of the authority's level or above, that a visit's target refused to sign, or that the visit"
                        + " was broken off, as when access is refused.",
                named("NoteInspectionRefusalInput", "Takes note of a refusal."),
                form -> refusals.note(form.target()));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.INSPECTION, "Inspection.");
    }

    private static CommandType verb(
            InspectionVerb verb, String said, InputType input, Function<Form, Inspection> work) {
        return CommandType.of(verb, "Inspection", said, "Which, and what.", input, work);
    }
}
