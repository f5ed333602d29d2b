package org.safetyledger.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;

/**
 * Times by the clock of a device, which are kept as they were sent beside the ledger's own. A clock may run a little ahead;
 * what it says to be later is refused, because nobody could tell afterwards when it was.
 */
public final class DeviceTime {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private DeviceTime() {}

    /** Refuses a time that the device's clock cannot have shown, unless it is wrong by more than is tolerated. */
    public static void require(@Nullable Instant time, Instant now, String field) {
        if (time != null && time.isAfter(now.plus(TOLERANCE))) {
            throw Refusal.at(field, ErrorCode.TIME_IN_FUTURE, Times.text(now));
        }
    }

    /** Whether the device's clock was ahead of the ledger's when this was received. */
    public static boolean isAhead(@Nullable Instant time, Instant received) {
        return time != null && time.isAfter(received);
    }

    /** What the history tells of it; nothing when no time was sent. */
    public static Map<String, String> detail(@Nullable Instant time, Instant received) {
        return time == null
                ? Map.of()
                : Map.of(
                        "deviceTime", Times.text(time),
                        "deviceClockAhead", Boolean.toString(isAhead(time, received)));
    }
}
