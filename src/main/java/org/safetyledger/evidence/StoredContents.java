package org.safetyledger.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** Compares what the store has with what was received. */
@ApplicationScoped
class StoredContents {
    private static final Logger LOG = Logger.getLogger(StoredContents.class);

    private final EvidenceStore store;
    private final EvidenceSettings settings;
    private final Semaphore asked = new Semaphore(1);

    StoredContents(EvidenceStore store, EvidenceSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** What was received under an id. */
    record Expected(UUID id, long size, String sha256) {
        static Expected of(Evidence evidence) {
            return new Expected(evidence.id(), evidence.size(), evidence.sha256());
        }
    }

    /** By length and hash: reads the whole content. */
    Optional<Damage> damage(Expected expected) throws StoreUnavailableException {
        return compared(expected, () -> {
            if (store.size(expected.id()) != expected.size()) {
                return Damage.WRONG_SIZE;
            }
            try (InputStream content = store.open(expected.id())) {
                return ReceivedContent.sha256(content).equals(expected.sha256()) ? null : Damage.ALTERED;
            }
        });
    }

    /** What must be known before a content is sent: what has at most the size of a photo is read for it, of more the length is compared. */
    Optional<Damage> damageBeforeSending(Expected expected) throws StoreUnavailableException {
        return expected.size() <= settings.photoLimit()
                ? damage(expected)
                : compared(expected, () -> store.size(expected.id()) == expected.size() ? null : Damage.WRONG_SIZE);
    }

    /** For whoever asks, one after the other: a video takes a second of a processor. */
    Optional<Damage> damageOnDemand(Evidence evidence) throws StoreUnavailableException {
        if (!asked.tryAcquire()) {
            throw new StoreUnavailableException("another content is being checked");
        }
        try {
            return damage(Expected.of(evidence));
        } finally {
            asked.release();
        }
    }

    private interface Comparison {
        @Nullable
        Damage damage() throws IOException;
    }

    private static Optional<Damage> compared(Expected expected, Comparison comparison)
            throws StoreUnavailableException {
        Damage damage;
        try {
            damage = comparison.damage();
        } catch (NoSuchFileException missing) {
            damage = Damage.MISSING;
        } catch (IOException unreadable) {
            throw new StoreUnavailableException(unreadable);
        }
        if (damage != null) {
            LOG.errorf(
                    "The stored content of %s (file %s) is %s: put it back from a backup",
                    NodeId.text(NodeType.EVIDENCE, expected.id()), expected.id(), damage);
        }
        return Optional.ofNullable(damage);
    }
}
