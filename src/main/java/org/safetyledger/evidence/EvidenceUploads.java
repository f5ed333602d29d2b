package org.safetyledger.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.CallerShares;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Permission;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.audit.DeviceTime;
import org.safetyledger.audit.Journal;
import org.safetyledger.audit.Recorded;
import org.safetyledger.command.TakenId;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.hazard.HazardRepository;
import org.safetyledger.inspection.InspectionRepository;
import org.safetyledger.rectification.RectificationTaskRepository;

/** Receives evidence: the content is checked first, then kept, then recorded; a repeat changes nothing. */
@ApplicationScoped
public class EvidenceUploads {
    private final EvidenceRepository evidence;
    private final InspectionRepository inspections;
    private final HazardRepository hazards;
    private final RectificationTaskRepository tasks;
    private final Admission admission;
    private final EvidenceStore store;
    private final EvidenceSettings settings;
    private final ScopedTransactions transactions;
    private final Journal journal;
    private final Callers callers;
    private final CallerShares shares;
    private final Clock clock;

    EvidenceUploads(
            EvidenceRepository evidence,
            InspectionRepository inspections,
            HazardRepository hazards,
            RectificationTaskRepository tasks,
            Admission admission,
            EvidenceStore store,
            EvidenceSettings settings,
            ScopedTransactions transactions,
            Journal journal,
            Callers callers,
            CallerShares shares,
            Clock clock) {
        this.evidence = evidence;
        this.inspections = inspections;
        this.hazards = hazards;
        this.tasks = tasks;
        this.admission = admission;
        this.store = store;
        this.settings = settings;
        this.transactions = transactions;
        this.journal = journal;
        this.callers = callers;
        this.shares = shares;
        this.clock = clock;
    }

    Evidence upload(EvidenceDeclaration declared, InputStream content) throws Exception {
        if (!callers.current().may(Permission.ADD_EVIDENCE)) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
        // One after the other: many whose content never comes would keep the processors from others.
        Begun begun = shares.alone(callers.current(), () -> transactions.read(() -> begin(declared)));
        if (begun.earlier() != null) {
            return begun.earlier();
        }
        DeviceTime.require(declared.capturedAt(), clock.instant(), "capturedAt");
        EvidenceDeclaration.Export export = declared.export();
        DeviceTime.require(export == null ? null : export.at(), clock.instant(), "exportedAt");
        Path received = store.receive();
        try {
            long limit = declared.type().isVideo() ? settings.videoLimit() : settings.photoLimit();
            ReceivedContent checked = check(declared, ReceivedContent.receive(content, received, limit));
            if (begun.unnamed() && !BarePicture.isIn(received, declared.type())) {
                throw Refusal.at("content", ErrorCode.BARE_PICTURE_REQUIRED);
            }
            return transactions.write(() -> record(declared, checked));
        } catch (RuntimeException failure) {
            if (TakenId.isCauseOf(failure)) {
                throw Refusal.at("id", ErrorCode.CLIENT_ID_REUSED);
            }
            throw failure;
        } finally {
            Files.deleteIfExists(received);
        }
    }

    /**
     * What is known before the content comes.
     *
     * @param unnamed whether its sender is named nowhere with it, so that it must not tell by itself who that is
     */
    private record Begun(@Nullable Evidence earlier, boolean unnamed) {}

    private Begun begin(EvidenceDeclaration declared) {
        Recorded subject = subject(visitOf(declared.subject()));
        Evidence repeated = repeated(declared);
        boolean unnamed = subject.hides(callers.current().subject(), Evidence.ADDED);
        if (repeated == null) {
            admission.require(declared, subject);
            if (unnamed && !BarePicture.TYPES.contains(declared.type())) {
                throw Refusal.at("Content-Type", ErrorCode.BARE_PICTURE_REQUIRED);
            }
        }
        return new Begun(repeated, unnamed);
    }

    private static ReceivedContent check(EvidenceDeclaration declared, ReceivedContent content) {
        if (!content.types().contains(declared.type().text())) {
            throw Refusal.at("content", ErrorCode.MEDIA_TYPE_MISMATCH, String.join(", ", content.types()));
        }
        if (!content.sha256().equals(declared.sha256())) {
            throw Refusal.at("sha256", ErrorCode.HASH_MISMATCH, content.sha256());
        }
        return content;
    }

    /** The content is kept before the row commits: a row never names a content that is not there. */
    private Evidence record(EvidenceDeclaration declared, ReceivedContent content) throws IOException {
        // Read while its history is held: else the entry could name a state that it has just left.
        NodeId shown = visitOf(declared.subject());
        journal.hold(shown);
        Recorded subject = subject(shown);
        Evidence earlier = repeated(declared);
        if (earlier != null) {
            return earlier;
        }
        admission.require(declared, subject);
        Evidence added = new Evidence(declared, subject, content, callers.current(), clock.instant());
        evidence.persistAndFlush(added);
        journal.record(added, "RECEIVED", Map.of("sha256", added.sha256()));
        journal.record(subject, Evidence.ADDED, recorded(added));
        store.keep(added.id(), content.path());
        return added;
    }

    private static Map<String, String> recorded(Evidence added) {
        Map<String, String> detail = new HashMap<>(Map.of(
                "evidence", NodeId.text(added.nodeType(), added.id()),
                "stage", added.stage().name(),
                "sha256", added.sha256()));
        UUID finding = added.findingId();
        if (finding != null) {
            detail.put("finding", NodeId.text(NodeType.FINDING, finding));
        }
        return detail;
    }

    private @Nullable Evidence repeated(EvidenceDeclaration declared) {
        Evidence earlier = evidence.findById(declared.id());
        if (earlier != null && !earlier.isDeclaredBy(declared)) {
            throw Refusal.at("id", ErrorCode.CLIENT_ID_REUSED);
        }
        return earlier;
    }

    /** The visit of a finding, of which the finding is a part; else the object itself. */
    private NodeId visitOf(NodeId id) {
        if (id.type() != NodeType.FINDING) {
            return id;
        }
        return inspections
                .finding(id.uuid())
                .map(finding -> new NodeId(NodeType.INSPECTION, finding.inspectionId()))
                .orElseThrow(() -> Refusal.at("subject", ErrorCode.NOT_FOUND));
    }

    /** The object that is shown, as far as the caller may see it. */
    private Recorded subject(NodeId id) {
        UUID uuid = id.uuid();
        Recorded found =
                switch (id.type()) {
                    case INSPECTION -> inspections.findById(uuid);
                    case HAZARD -> hazards.findById(uuid);
                    case TASK -> tasks.findById(uuid);
                    default -> throw Refusal.at("subject", ErrorCode.MALFORMED_ID, "hazard|task|inspection|finding");
                };
        if (found == null) {
            throw Refusal.at("subject", ErrorCode.NOT_FOUND);
        }
        return found;
    }
}
