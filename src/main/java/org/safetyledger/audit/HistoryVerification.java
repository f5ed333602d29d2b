package org.safetyledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;

/** Checks the chain of one object's history: every hash, every link, no gap, and at its end the object's state. */
@ApplicationScoped
public class HistoryVerification {
    private final HistoryRepository history;

    HistoryVerification(HistoryRepository history) {
        this.history = history;
    }

    /**
     * @param brokenAt sequence of the first entry that does not fit or is missing; null when all is well
     * @param lastHash hash of the last entry, to be kept elsewhere as a seal; null without entries
     */
    public record Verdict(
            int entries,
            @Nullable Integer brokenAt,
            @Nullable String lastHash) {}

    public Verdict verify(NodeId object) {
        List<HistoryEntry> chain = history.chain(object);
        String previous = HistoryEntry.FIRST;
        int expected = 1;
        for (HistoryEntry entry : chain) {
            boolean fits = entry.sequence() == expected
                    && entry.previousHash().equals(previous)
                    && entry.hash().equals(entry.computedHash());
            if (!fits) {
                return new Verdict(chain.size(), expected, chain.getLast().hash());
            }
            previous = entry.hash();
            expected++;
        }
        Integer missing = history.endsInPresentState(object) ? null : expected;
        return new Verdict(chain.size(), missing, chain.isEmpty() ? null : previous);
    }
}
