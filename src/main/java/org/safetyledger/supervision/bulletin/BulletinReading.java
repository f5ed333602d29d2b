package org.safetyledger.supervision.bulletin;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.access.Permission;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.graphql.DeadlineReading;
import org.safetyledger.read.AvailableActions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How bulletins are read, and their deliveries. */
@ApplicationScoped
class BulletinReading implements ReadSource, BoundSource {
    private final DeadlineReading deadlines;
    private final AvailableActions actions;
    private final ObjectMapper mapper;

    BulletinReading(DeadlineReading deadlines, AvailableActions actions, ObjectMapper mapper) {
        this.deadlines = deadlines;
        this.actions = actions;
        this.mapper = mapper;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(FieldBound.list("BulletinFigures", "areas", 200));
    }

    @Override
    public List<ReadType> types() {
        return List.of(bulletin(), delivery());
    }

    private ReadType bulletin() {
        return ReadType.of(
                        "Bulletin",
                        "bulletin",
                        "A work bulletin (工作通报). Seen by its authority and those above; once published, by its addressees,"
                                + " and by the area's enterprises when it is for them.")
                .node(NodeType.BULLETIN)
                .choice("kind!", Bulletin.Kind.class, "What it is for.")
                .choice("status!", Bulletin.Status.class, "State.")
                .text("title!", "Title.")
                .text("body!", "Text.")
                .text("documentNumber", "Number of the document.")
                .value(
                        "figures!",
                        "$.figures",
                        BulletinFigures.class,
                        (stored, caller) -> mapper.convertValue(stored, BulletinFigures.class),
                        "The figures of its authority's area when it was drafted or last revised.")
                .texts(
                        "addressees!",
                        "addressees",
                        "Codes of the jurisdictions and departments that it is addressed to.")
                .truth("forEnterprises!", "$.for_enterprises", "Whether the area's enterprises read it.")
                .text("draftedBy!", "Name of who drafted it or revised it last.")
                .time("draftedAt!", "When it was drafted or last revised.")
                .text("signedBy", "Name of who signed it.")
                .time("signedAt", "When it was signed.")
                .time("publishedAt", "When it was published.")
                .reference("jurisdiction!", "Jurisdiction", "division_code", "code", "Whose authority issues it.")
                .availableActions(actions.of(BulletinVerb.values(), BulletinVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root("bulletin", Permission.READ, "One bulletin; null when it does not exist or is out of scope.")
                .list(ReadList.of("bulletins", Permission.READ, "Bulletins that the caller may see, latest first.")
                        .descending("DRAFTED_AT", "Latest first.", "drafted_at timestamptz", "id uuid")
                        .filter(
                                "bulletins",
                                Filter.choice("kind", Bulletin.Kind.class, "kind", "Kind."),
                                Filter.choice("status", Bulletin.Status.class, "status", "State."),
                                AreaFilters.subtree("Division code in whose subtree they were issued.")))
                .below("Jurisdiction", "bulletins", "division_code", "code", "The bulletins that its authority issued.")
                .payload("BulletinPayload", "bulletin", "The bulletin, or why the command was refused.");
    }

    private ReadType delivery() {
        return deadlines
                .addPresent(
                        ReadType.of(
                                "BulletinDelivery",
                                "bulletin_delivery",
                                "A published bulletin with one of its addressees. Seen by the addressee and by the authorities above."))
                .node(NodeType.DELIVERY)
                .choice("status!", BulletinDelivery.Status.class, "State.")
                .time("sentAt!", "When it was sent.")
                .time("receivedAt", "When it was received.")
                .text("receivedBy", "Name of who received it.")
                .time("answeredAt", "When it was answered.")
                .text("answeredBy", "Name of who answered it.")
                .text("feedback", "The answer.")
                .reference("bulletin!", "Bulletin", "bulletin_id", "The bulletin.")
                .reference(
                        "jurisdiction!", "Jurisdiction", "division_code", "code", "The jurisdiction of the addressee.")
                .reference(
                        "department",
                        "Department",
                        "department_code",
                        "code",
                        "The addressed department; null when it is the jurisdiction itself.")
                .availableActions(actions.of(DeliveryVerb.values(), DeliveryVerb.Facts.class))
                .integer("version!", "Version, for `expectedVersion`.")
                .root(
                        "bulletinDelivery",
                        Permission.READ,
                        "One delivery; null when it does not exist or is out of scope.")
                .list(ReadList.of(
                                "bulletinDeliveries",
                                Permission.READ,
                                "Bulletins as they were delivered, to the caller and below, latest first.")
                        .descending("SENT_AT", "Latest first.", "sent_at timestamptz", "id uuid")
                        .filter(
                                "bulletin deliveries",
                                Filter.choice("status", BulletinDelivery.Status.class, "status", "State."),
                                Filter.truth(
                                        "overdue", "t.due_at < ledger_now()", "Whose receipt or answer is overdue."),
                                AreaFilters.subtree("Division code in whose subtree the addressees lie.")))
                .below("Bulletin", "deliveries", "bulletin_id", "The deliveries to its addressees.")
                .payload("BulletinDeliveryPayload", "delivery", "The delivery, or why the command was refused.");
    }
}
