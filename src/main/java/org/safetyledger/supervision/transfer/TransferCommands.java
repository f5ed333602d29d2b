package org.safetyledger.supervision.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Verb;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.HazardVerb;

/** What may be done with transfers. */
@ApplicationScoped
class TransferCommands implements CommandSource {
    private final Transfers transfers;
    private final CrimeTransfers crimes;

    TransferCommands(Transfers transfers, CrimeTransfers crimes) {
        this.transfers = transfers;
        this.crimes = crimes;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                of(
                        HazardVerb.TRANSFER,
                        "Hands a hazard to another authority, proposes it for the police, or has another one join in. No clock of the"
                                + " hazard changes. The receiver reads it from now on, the police from the delivery on; the third"
                                + " ordinary transfer goes to the office of the safety committee.",
                        sent(),
                        form -> transfers.send(order(form))),
                of(
                        TransferVerb.ACCEPT,
                        "Accepts a transfer for its receiver, who handles the hazard from now on, or joins in.",
                        named("AcceptTransferInput", "Accepts a transfer."),
                        form -> transfers.accept(form.target())),
                of(
                        TransferVerb.REJECT,
                        "Rejects a transfer for its receiver: the sender goes on, and the receiver sees the hazard no more.",
                        named("RejectTransferInput", "Rejects a transfer.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> transfers.reject(form.target(), form.text("reason"))),
                of(
                        TransferVerb.ARBITRATE,
                        "Decides for the office of the safety committee who handles a hazard that was sent too often; done by"
                                + " that office, or by the leader of the city or county in which both sides lie.",
                        named("ArbitrateTransferInput", "Decides who handles the hazard.")
                                .code(
                                        "handler!",
                                        "Code of the department or jurisdiction that is to handle it: of the two, or of"
                                                + " another one in the caller's own area.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> transfers.arbitrate(form.target(), form.text("handler"), form.text("reason"))),
                of(
                        TransferVerb.END,
                        "Ends joint work, for the authority that leads or the one that joined in.",
                        named("EndJointWorkInput", "Ends joint work."),
                        form -> transfers.endJointWork(form.target())),
                of(
                        TransferVerb.DECIDE,
                        "Decides for the head of the authority whether a suspected crime goes to the police; done by the leader of"
                                + " the city or county. What is approved has to be delivered by its clock.",
                        named("DecideCrimeTransferInput", "Decides on a suspected crime.")
                                .truth("approved!", "Whether it goes to the police.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> crimes.decide(form.target(), form.truth("approved"), form.text("reason"))),
                of(
                        TransferVerb.DELIVER,
                        "Records that an approved transfer was delivered to the police, who read the hazard from now on and answer by"
                                + " their clock: acceptTransfer opens a case, rejectTransfer opens none.",
                        named("DeliverCrimeTransferInput", "Records the delivery to the police.")
                                .name("receipt!", "What the police signed, such as its number, up to {} characters."),
                        form -> crimes.deliver(form.target(), form.text("receipt"))),
                of(
                        TransferVerb.RECONSIDER,
                        "Asks the police, once and by the clock of its refusal, to reconsider that it opens no case (复议).",
                        named("ReconsiderCrimeTransferInput", "Asks the police to reconsider.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> crimes.askToReconsider(form.target(), form.text("reason"))));
    }

    private static InputType sent() {
        return InputType.of("TransferHazardInput", "Hands a hazard on.")
                .newId(NodeType.HAZARD_TRANSFER, "Id made by the client; absent to have one made.")
                .target("hazardId!", NodeType.HAZARD, "Hazard.")
                .choice("kind!", TransferKind.class, "What for.")
                .code(
                        "to!",
                        "Code of the department or jurisdiction that is to have it; for CRIME of a department of kind PUBLIC_SECURITY.")
                .name("basis!", "Legal or other basis, up to {} characters.")
                .prose("reason!", "Why, up to {} characters.")
                .prose("materials", "What is handed over, such as files and photos, up to {} characters.")
                .name("contact!", "Whom to ask, and how, up to {} characters.")
                .time("suspectedAt", "When the suspicion of a crime arose; needed for CRIME, and only there.");
    }

    private static TransferOrder order(Form form) {
        return new TransferOrder(
                form.newId(),
                form.target("hazardId"),
                form.choice("kind", TransferKind.class),
                form.text("to"),
                form.text("basis"),
                form.text("reason"),
                form.textOrNull("materials"),
                form.text("contact"),
                form.timeOrNull("suspectedAt"));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.HAZARD_TRANSFER, "Transfer.");
    }

    private static CommandType of(Verb<?> verb, String said, InputType input, Function<Form, HazardTransfer> work) {
        return CommandType.of(verb, "HazardTransfer", said, "Which, and what.", input, work);
    }
}
