package org.safetyledger.evidence.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Side;
import org.safetyledger.evidence.Damage;
import org.safetyledger.evidence.Datum;
import org.safetyledger.evidence.EvidenceStage;
import org.safetyledger.evidence.SignedAddresses;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.read.Amount;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How evidence is read, with what it shows and by itself. */
@ApplicationScoped
public class EvidenceReading implements ReadSource {
    private static final String BELOW = "Its photos and videos, latest received first.";

    private final SignedAddresses addresses;

    EvidenceReading(SignedAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public List<ReadType> types() {
        return List.of(
                evidence()
                        .list(ReadList.of(
                                        "evidence",
                                        Permission.READ,
                                        "Photos and videos that the caller may see, latest received first.")
                                .pages("A page of evidence.", "A piece of evidence in a page.")
                                .descending(
                                        "RECEIVED_AT", "Latest received first.", "received_at timestamptz", "id uuid")
                                .arguments(
                                        Filter.choice("stage", EvidenceStage.class, "stage", "What they show."),
                                        AreaFilters.subtree("Division code whose subtree to list.")
                                                .onlyAtRoot()))
                        .below("Hazard", "evidence", "hazard_id", BELOW)
                        .below("RectificationTask", "evidence", "task_id", BELOW)
                        .below("Inspection", "evidence", "inspection_id", BELOW),
                damage());
    }

    private static ReadType damage() {
        return ReadType.of(
                        "EvidenceDamage",
                        "evidence_damage",
                        "That a stored file was found not to be what was received. Files are compared round after round.")
                .choice("damage!", Damage.class, "What happened to it.")
                .time("foundAt!", "When that was found.")
                .time("mendedAt", "When it was found to be right again; null while it is not.");
    }

    private ReadType evidence() {
        return ReadType.of("Evidence", "evidence", "A photo or video (取证照片、视频). Seen by whoever sees what it shows.")
                .node(NodeType.EVIDENCE)
                .choice("stage!", EvidenceStage.class, "What it shows.")
                .idOf(
                        "findingId",
                        "finding_id",
                        NodeType.FINDING,
                        "The finding that it shows, of the inspection to which it belongs; null when it shows something"
                                + " else.")
                .choice("side!", Side.class, "On whose side it was added: a fix is proven by whoever had to make it.")
                .text("mediaType!", "Media type of the content, e.g. image/jpeg.")
                .integer("size!", "Size of the content in bytes.")
                .text("sha256!", "sha256", "SHA-256 of the content, 64 hexadecimal digits.")
                .path(
                        "path!",
                        "/evidence/",
                        "Where the content is fetched, with the same token, below the address of the service.")
                .toldText(
                        "url",
                        new Amount("expiresIn", 1, 3600, 300, "For how many seconds it works,"),
                        "jsonb_build_array($.id, $.size, $.sha256, $.media_type)",
                        (stored, caller, seconds) -> addresses.make(
                                UUID.fromString(stored.get(0).asText()),
                                stored.get(1).asLong(),
                                stored.get(2).asText(),
                                stored.get(3).asText(),
                                caller,
                                seconds),
                        "An address below that of the service, like `path`, which gives the content without a token, for an"
                                + " image or a video in a page. It is made for who sees the evidence now, and gives this"
                                + " content to whoever has it until it ends, also if the evidence goes out of the caller's"
                                + " sight meanwhile; then it is answered by 410 and ADDRESS_EXPIRED. A changed one is"
                                + " answered by 403 and ADDRESS_INVALID. Parts can be asked for (Range).")
                .time("capturedAt", "When it was captured, by the clock of the device, which may be wrong.")
                .time("receivedAt!", "When the ledger received it.")
                .truth(
                        "deviceClockAhead!",
                        "coalesce($.captured_at > $.received_at, false)",
                        "Whether the device's clock was ahead: `capturedAt` lies behind `receivedAt`.")
                .decimal("longitude", "Longitude of the capture in degrees.")
                .decimal("latitude", "Latitude of the capture in degrees.")
                .choice("datum", Datum.class, "Geodetic datum of the coordinate.")
                .text("device", "Device, as the client named it.")
                .reference(
                        "damage",
                        "EvidenceDamage",
                        "id",
                        "evidence_id",
                        "What happened to the stored file; null where it never was found wanting.");
    }
}
