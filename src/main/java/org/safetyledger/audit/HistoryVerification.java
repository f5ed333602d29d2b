package org.safetyledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;

/** Checks the chain of one object's history: every hash, every link, no gap, and at its end the object's state. */
@ApplicationScoped
public class HistoryVerification {
    /** RFC 9562, section 5.5. */
    private static final int NAME_BASED = 5;

    private final HistoryRepository history;

    HistoryVerification(HistoryRepository history) {
        this.history = history;
    }

    /**
     * @param brokenAt sequence of the first entry that does not fit or is missing; null when all is well, and when there
     *     is nothing to be recorded of the object
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
        boolean complete = chain.isEmpty() ? !isRecorded(object) : history.endsInPresentState(object);
        return new Verdict(chain.size(), complete ? null : expected, chain.isEmpty() ? null : previous);
    }

    /** Whether an object of this type is recorded from its beginning on, so that a history without entries was cut off. */
    static boolean isRecorded(NodeId object) {
        return switch (object.type()) {
            // Loaded or worked out, and parts that are told in the history of their whole.
            case JURISDICTION,
                    DEPARTMENT,
                    ENTERPRISE,
                    POST,
                    PERSON,
                    UNDETERMINED_REGULATOR,
                    CHECKLIST,
                    ITEM,
                    FINDING,
                    SUPERVISION_FINDING,
                    EXTENSION,
                    INTERNAL_REWARDS,
                    DEADLINE_EVENT,
                    HISTORY,
                    // Of a clock its urging alone is recorded: one that nobody urged has no entry.
                    DEADLINE_CLOCK -> false;
            // One that was loaded has an id made of its content, one that a command made has not.
            case RESPONSIBILITY -> object.uuid().version() != NAME_BASED;
            default -> true;
        };
    }
}
