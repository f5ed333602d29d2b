package org.safetyledger.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Seals;
import org.safetyledger.graphql.Times;

/**
 * Addresses at which whoever has them is given one content until they end. All that is needed to give it is in them, sealed:
 * who has none that was given out reaches neither the database nor the store.
 */
@ApplicationScoped
public class SignedAddresses {
    private static final String PURPOSE = "evidence address";

    private final Seals seals;
    private final Clock clock;

    SignedAddresses(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * What an address gives.
     *
     * @param holder in whose share it counts: whoever it was made for, by a name that tells nobody who that is
     */
    record Signed(StoredContents.Expected content, String mediaType, String holder, long secondsLeft) {}

    /**
     * An address below that of the service, for a content that the caller sees now.
     *
     * @param seconds how long it works
     */
    public String make(UUID id, long size, String sha256, String mediaType, Caller caller, int seconds) {
        long end = clock.instant().getEpochSecond() + seconds;
        return "/evidence/signed/"
                + seals.seal(
                        PURPOSE,
                        List.of(
                                id.toString(),
                                Long.toString(size),
                                sha256,
                                mediaType,
                                seals.pseudonym(PURPOSE, caller.subject()),
                                Long.toString(end)));
    }

    Signed open(String address) {
        List<String> values = seals.open(PURPOSE, address).orElseThrow(() -> Refusal.of(ErrorCode.ADDRESS_INVALID));
        long end = Long.parseLong(values.get(5));
        long left = end - clock.instant().getEpochSecond();
        if (left <= 0) {
            throw Refusal.of(ErrorCode.ADDRESS_EXPIRED, Times.text(Instant.ofEpochSecond(end)));
        }
        return new Signed(
                new StoredContents.Expected(
                        UUID.fromString(values.get(0)), Long.parseLong(values.get(1)), values.get(2)),
                values.get(3),
                values.get(4),
                left);
    }
}
