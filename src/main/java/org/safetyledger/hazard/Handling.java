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
 * @param pending whether a transfer awaits its answer
 */
@RegisterForReflection
public record Handling(@Nullable Authority handler, List<Authority> givers, List<Authority> partners, boolean pending) {

    /**
     * Who handles it acts, and whoever works along; those above may, but nobody who gave it away. While nobody has it by a
     * transfer, those act with whom it lies, and not who was only asked.
     *
     * @param lies whether it is of the caller's place, trades and matters
     */
    boolean lets(Caller caller, boolean lies) {
        if (Stream.concat(Stream.ofNullable(handler), partners.stream()).anyMatch(one -> one.includes(caller))) {
            return true;
        }
        return givers.stream().noneMatch(one -> one.includes(caller))
                && (handler == null ? lies : handler.isBelow(caller));
    }

    /** Whoever works along under another's lead does not pass it on. */
    boolean letsPass(Caller caller, boolean lies) {
        return lets(caller, lies)
                && (handler == null
                        || handler.includes(caller)
                        || partners.stream().noneMatch(one -> one.includes(caller)));
    }
}
