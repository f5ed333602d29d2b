package org.safetyledger.evidence.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Side;
import org.safetyledger.evidence.Damage;
import org.safetyledger.evidence.EvidenceStage;
import org.safetyledger.evidence.SignedAddresses;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.jurisdiction.AreaFilters;
import org.safetyledger.jurisdiction.Datum;
import org.safetyledger.read.Amount;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How evidence is read, with what it shows and by itself. */
@ApplicationScoped
public class EvidenceReading implements ReadSource {
    private static final String BELOW = "Its photos and videos, latest received first.";

    private static final String ADDED_ANONYMOUSLY =
            "$.unnamed and $.uploaded_by is distinct from current_setting('ledger.subject', true)";

    /** People of the enterprise know whose telephone it is, and who was where at what time. */
    private static final String BY_A_COLLEAGUE =
            ADDED_ANONYMOUSLY + " and coalesce(current_setting('ledger.enterprise', true), '') <> ''";

    private static final String ALSO_KEPT =
            "; not told to people of an enterprise of what an anonymous reporter added.";

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

    private static String unless(String condition, String expression) {
        return "case when " + condition + " then null else " + expression + " end";
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
                .timeOf(
                        "capturedAt",
                        unless(BY_A_COLLEAGUE, "$.captured_at"),
                        "When it was captured, by the clock of the device, which may be wrong" + ALSO_KEPT)
                .time("receivedAt!", "When the ledger received it.")
                .truth(
                        "deviceClockAhead!",
                        "coalesce(" + unless(BY_A_COLLEAGUE, "$.captured_at > $.received_at") + ", false)",
                        "Whether the device's clock was ahead: `capturedAt` lies behind `receivedAt`.")
                .decimalOf(
                        "longitude",
                        unless(BY_A_COLLEAGUE, "$.longitude"),
                        "Longitude of the capture in degrees" + ALSO_KEPT)
                .decimalOf(
                        "latitude",
                        unless(BY_A_COLLEAGUE, "$.latitude"),
                        "Latitude of the capture in degrees" + ALSO_KEPT)
                .choiceOf(
                        "datum",
                        unless(BY_A_COLLEAGUE, "$.datum"),
                        Datum.class,
                        "Geodetic datum of the coordinate" + ALSO_KEPT)
                .textOf(
                        "device",
                        unless(ADDED_ANONYMOUSLY, "$.device"),
                        "Device, as the client named it; of what an anonymous reporter added told to nobody else.")
                .textOf(
                        "sourceSystem",
                        unless(ADDED_ANONYMOUSLY, "$.source_system"),
                        "The system of cameras (视频监控系统) from which a clip was exported, as the client named it: there films are"
                                + " kept for at least 30 days and then deleted (regulation on public-security video systems"
                                + " of 2025, article 17). Null for what was filmed for the ledger; of what an anonymous"
                                + " reporter added told"
                                + " to nobody else.")
                .timeOf(
                        "exportedAt",
                        unless(ADDED_ANONYMOUSLY, "$.exported_at"),
                        "When it was exported from there; null and untold likewise.")
                .reference(
                        "damage",
                        "EvidenceDamage",
                        "id",
                        "evidence_id",
                        "What happened to the stored file; null where it never was found wanting.");
    }
}
