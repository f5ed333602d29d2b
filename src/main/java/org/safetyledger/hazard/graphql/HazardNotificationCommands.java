package org.safetyledger.hazard.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.hazard.HazardNotification;
import org.safetyledger.hazard.HazardNotificationAudience;
import org.safetyledger.hazard.HazardNotificationMeans;
import org.safetyledger.hazard.HazardNotificationVerb;
import org.safetyledger.hazard.HazardNotifications;

/** What may be done with an enterprise's notifications of its hazards. */
@ApplicationScoped
class HazardNotificationCommands implements CommandSource {
    private final HazardNotifications notifications;

    HazardNotificationCommands(HazardNotifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                record(),
                CommandType.of(
                        HazardNotificationVerb.WITHDRAW,
                        "HazardNotification",
                        "Withdraws what was recorded of a notification by mistake; it is kept.",
                        "Which, and why.",
                        InputType.of("WithdrawHazardNotificationInput", "Withdraws a recorded notification.")
                                .target(NodeType.HAZARD_NOTIFICATION, "Notification.")
                                .prose("reason!", "Why, up to {} characters."),
                        form -> notifications.withdraw(form.target(), form.text("reason"))));
    }

    private CommandType record() {
        InputType input = InputType.of("RecordHazardNotificationInput", "Records that somebody was told of a hazard.")
                .newId(
                        NodeType.HAZARD_NOTIFICATION,
                        "Id made by the client when it is offline; absent to have one made.")
                .node(
                        "hazardId!",
                        NodeType.HAZARD,
                        "Hazard of the caller's enterprise; neither rejected nor a duplicate.")
                .choice("audience!", HazardNotificationAudience.class, "Whom it told.")
                .choice(
                        "means!",
                        HazardNotificationMeans.class,
                        "How; a workers' congress is told at its MEETING or in WRITTEN form.")
                .name(
                        "recipients!",
                        "Whom exactly, such as the shifts that met or the neighbours' names, up to {} characters.")
                .time(
                        "notifiedAt!",
                        "When, by the clock of the device; not before the hazard was discovered, and not in the future.")
                .node(
                        "evidenceId",
                        NodeType.EVIDENCE,
                        "Photo or video of the hazard or of one of its tasks that proves it, such as of the board.");
        return new CommandType(
                "recordHazardNotification",
                "HazardNotification",
                Permission.NOTIFY_OF_HAZARD,
                "Records that the enterprise told its workers, their congress or its neighbours of a hazard (告知从业人员、告知相邻单位;"
                        + " Work Safety Law, article 41).",
                "Which hazard, whom, and how.",
                input,
                form -> notifications.record(form.newId(), form.id("hazardId"), told(form)));
    }

    private static HazardNotification.Told told(Form form) {
        return new HazardNotification.Told(
                form.choice("audience", HazardNotificationAudience.class),
                form.choice("means", HazardNotificationMeans.class),
                form.text("recipients"),
                form.time("notifiedAt"),
                form.idOrNull("evidenceId"));
    }
}
