package org.safetyledger.hazard;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Authority;
import org.safetyledger.access.Caller;

/**
 * Which authorities deal with a hazard that was transferred or is dealt with by several; the database tells it by the
 * transfers ({@code ledger_handling}).
 *
 * @param handler who handles it, and leads where several do; null while no transfer was accepted
 * @param givers who gave it away
 * @param partners who works along
 * @param asked who was asked to and has not accepted, or has it for another purpose: it only reads
 * @param pending whether a transfer awaits its answer
 */
@RegisterForReflection
public record Handling(
        @Nullable Authority handler,
        List<Authority> givers,
        List<Authority> partners,
        List<Authority> asked,
        boolean pending) {

    /** Who handles it acts, and whoever works along; those above may, but nobody who gave it away or was only asked. */
    boolean lets(Caller caller) {
        if (Stream.concat(Stream.ofNullable(handler), partners.stream()).anyMatch(one -> one.includes(caller))) {
            return true;
        }
        return Stream.concat(givers.stream(), asked.stream()).noneMatch(one -> one.includes(caller))
                && (handler == null || handler.isBelow(caller));
    }

    /** Whoever works along under another's lead does not pass it on. */
    boolean letsPass(Caller caller) {
        return lets(caller)
                && (handler == null
                        || handler.includes(caller)
                        || partners.stream().noneMatch(one -> one.includes(caller)));
    }
}
