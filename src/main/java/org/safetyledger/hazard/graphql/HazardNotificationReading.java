package org.safetyledger.hazard.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.hazard.HazardNotificationAudience;
import org.safetyledger.hazard.HazardNotificationMeans;
import org.safetyledger.hazard.HazardNotificationStatus;
import org.safetyledger.hazard.HazardNotificationVerb;
import org.safetyledger.hazard.MissingNotification;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How an enterprise's notifications of its hazards are read, and which of them are missing. */
@ApplicationScoped
class HazardNotificationReading implements ReadSource {
    /** A day begins its clock, as that of the grading is all that the hazard keeps of it; null where no rule holds. */
    private static final String MISSING = "case when $.grade = 'MAJOR' and $.open then"
            + " (select coalesce(jsonb_agg(jsonb_build_object('audience', a.audience, 'dueAt', k.due) order by a.audience), '[]')"
            + " from (select ledger_deadline('HAZARD_NOTIFICATION', greatest($.reported_at,"
            + " cast($.major_parties ->> 'takenOn' as timestamp) at time zone 'Asia/Shanghai')) ->> 'dueAt' due) k"
            + " cross join (values ('WORKERS'), ('WORKERS_CONGRESS')) a(audience)"
            + " where cast(k.due as timestamptz) < ledger_now() and not exists (select from hazard_notification n"
            + " where n.hazard_id = $.id and n.audience = a.audience and n.status = 'RECORDED')) else '[]' end";

    private final AvailableActions actions;

    HazardNotificationReading(AvailableActions actions) {
        this.actions = actions;
    }

    /** Adds to a hazard what it misses. */
    ReadType addTo(ReadType hazard) {
        return hazard.values(
                "missingNotifications!",
                2,
                MISSING,
                MissingNotification.class,
                (stored, caller) -> missing(stored),
                "Whom its enterprise should have told of it by now and has not (未告知), while it is open and MAJOR: its workers,"
                        + " and their congress; by the deadline rule HAZARD_NOTIFICATION, worked out at the time of the request.");
    }

    private static List<MissingNotification> missing(JsonNode stored) {
        return StreamSupport.stream(stored.spliterator(), false)
                .map(one -> new MissingNotification(
                        HazardNotificationAudience.valueOf(one.get("audience").asText()),
                        Times.local(
                                OffsetDateTime.parse(one.get("dueAt").asText()).toInstant())))
                .toList();
    }

    @Override
    public List<ReadType> types() {
        return List.of(fields().availableActions(
                        actions.of(HazardNotificationVerb.values(), HazardNotificationVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .reference("hazard", "Hazard", "hazard_id", "The hazard; null when it is out of scope.")
                .reference("enterprise", "Enterprise", "enterprise_id", "The enterprise that told of it.")
                .reference(
                        "evidence",
                        "Evidence",
                        "evidence_id",
                        "Photo or video that proves it; null for none, and when it is out of scope.")
                .root(
                        "hazardNotification",
                        Permission.READ,
                        "One notification; null when it does not exist or is out of scope.")
                .list(list())
                .below(
                        "Hazard",
                        "notifications",
                        "hazard_id",
                        "Whom its enterprise told of it, as far as the caller may see.")
                .payload(
                        "HazardNotificationPayload",
                        "hazardNotification",
                        "The notification, or why the command was refused."));
    }

    private static ReadType fields() {
        return ReadType.of(
                        "HazardNotification",
                        "hazard_notification",
                        "That an enterprise told its workers, their congress or its neighbours of one of its hazards (隐患告知; Work"
                                + " Safety Law, article 41). Seen by whoever sees the hazard, a withdrawn one not by workers.")
                .node(NodeType.HAZARD_NOTIFICATION)
                .choice("audience!", HazardNotificationAudience.class, "Whom it told.")
                .choice("means!", HazardNotificationMeans.class, "How.")
                .choice("status!", HazardNotificationStatus.class, "State.")
                .text("recipients!", "Whom exactly.")
                .time("notifiedAt!", "When, by the clock of the device, which may be wrong.")
                .truth(
                        "deviceClockAhead!",
                        "($.notified_at > $.recorded_at)",
                        "Whether the device's clock was ahead: `notifiedAt` lies behind `recordedAt`.")
                .time("recordedAt!", "When the ledger received it.")
                .toldText(
                        "recordedBy",
                        "to_jsonb($.recorded_by)",
                        HazardNotificationReading::named,
                        "Name of who recorded it; null for workers, and for systems without the scope for names.")
                .time("withdrawnAt", "When it was withdrawn.")
                .text("withdrawal", "Why it was withdrawn.");
    }

    private static @Nullable String named(JsonNode stored, Caller caller) {
        return caller.readsPersonalData() ? stored.asText() : null;
    }

    private static ReadList list() {
        return ReadList.of(
                        "hazardNotifications",
                        Permission.READ,
                        "What enterprises told of their hazards, as far as the caller may see, latest first.")
                .descending("NOTIFIED_AT_DESC", "Latest first.", "notified_at timestamptz", "id uuid")
                .ascending("NOTIFIED_AT_ASC", "Earliest first.", "notified_at timestamptz", "id uuid")
                .filter(
                        "hazardNotifications",
                        Filter.choice("audience", HazardNotificationAudience.class, "audience", "Whom they told."),
                        Filter.choice("status", HazardNotificationStatus.class, "status", "State."),
                        AreaFilters.subtree("Division code in whose subtree their hazards lie."),
                        Filter.node("enterpriseId", NodeType.ENTERPRISE, "enterprise_id", "Enterprise."),
                        Filter.node("hazardId", NodeType.HAZARD, "hazard_id", "Hazard."));
    }
}
