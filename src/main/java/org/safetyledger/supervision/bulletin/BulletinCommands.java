package org.safetyledger.supervision.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Verb;
import org.safetyledger.audit.Recorded;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with bulletins. */
@ApplicationScoped
class BulletinCommands implements CommandSource {
    private static final InputType NAMED =
            InputType.of("BulletinInput", "Names a bulletin.").target(NodeType.BULLETIN, "Bulletin.");

    private final Bulletins bulletins;

    BulletinCommands(Bulletins bulletins) {
        this.bulletins = bulletins;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                new CommandType(
                        "draftBulletin",
                        "Bulletin",
                        Permission.DRAFT_BULLETIN,
                        "Drafts a bulletin of the caller's authority with figures that are counted now.",
                        "The bulletin.",
                        written(InputType.of("DraftBulletinInput", "Drafts a bulletin.")
                                .newId(NodeType.BULLETIN, "Id made by the client; absent to have one made.")),
                        form -> bulletins.draft(form.newId(), days(form), content(form))),
                of(
                        BulletinVerb.REVISE,
                        "Bulletin",
                        "Writes a bulletin anew, with figures that are counted now. A signature that it had is gone.",
                        written(InputType.of("ReviseBulletinInput", "Revises a bulletin.")
                                .target(NodeType.BULLETIN, "Bulletin.")),
                        form -> bulletins.revise(form.target(), days(form), content(form))),
                of(
                        BulletinVerb.SIGN,
                        "Bulletin",
                        "Signs (签发) a bulletin; done by a leader who did not write it.",
                        NAMED,
                        form -> bulletins.sign(form.target())),
                of(
                        BulletinVerb.PUBLISH,
                        "Bulletin",
                        "Publishes a signed bulletin and sends it to its addressees, whose clocks start. Nothing of it changes"
                                + " from now on.",
                        NAMED,
                        form -> bulletins.publish(form.target())),
                of(
                        DeliveryVerb.RECEIVE,
                        "BulletinDelivery",
                        "Confirms the receipt (签收) of a bulletin for its addressee.",
                        named("ReceiveBulletinInput", "Confirms a receipt."),
                        form -> bulletins.receive(form.target())),
                of(
                        DeliveryVerb.ANSWER,
                        "BulletinDelivery",
                        "Answers (反馈) a bulletin that was received.",
                        named("AnswerBulletinInput", "Answers a bulletin.")
                                .prose("feedback!", "What was done about it, up to {} characters."),
                        form -> bulletins.answer(form.target(), form.text("feedback"))));
    }

    private static InputType written(InputType input) {
        return input.choice("kind!", Bulletin.Kind.class, "What it is for.")
                .name("title!", "Title, up to {} characters.")
                .prose("body!", "Text, up to {} characters.")
                .name("documentNumber", "Number of the document, up to {} characters.")
                .count("days", 92, "Length of the figures' period in days, today included, 1 to {}; 1 by default.")
                .codes(
                        "addressees",
                        "Codes of jurisdictions one level below and of departments in the caller's area, at most 100; may be"
                                + " absent for a bulletin to enterprises.")
                .truth("forEnterprises", "Whether the area's enterprises read it, too; false by default.");
    }

    private static int days(Form form) {
        return form.count("days", 1);
    }

    private static Function<BulletinFigures, Bulletin.Content> content(Form form) {
        return figures -> new Bulletin.Content(
                form.choice("kind", Bulletin.Kind.class),
                form.text("title"),
                form.text("body"),
                form.textOrNull("documentNumber"),
                figures,
                form.codes("addressees"),
                form.truth("forEnterprises"));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.DELIVERY, "The bulletin's delivery to the caller.");
    }

    private static CommandType of(
            Verb<?> verb, String changes, String said, InputType input, Function<Form, ? extends Recorded> work) {
        return CommandType.of(verb, changes, said, "Which, and what.", input, work);
    }
}
