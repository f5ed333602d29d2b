package org.safetyledger.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a content (RFC 9110, section 14).
 *
 * @param first place of its first byte; that of no byte where there is nothing to satisfy the request
 * @param last place of its last byte
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 64;

    /** The part that the header asks for; empty where it asks for none, for several or in another form: then all is sent. */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher one = ONE.matcher(header);
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            return Optional.of(new ByteRange(Math.max(0, size - Long.parseLong(one.group(2))), size - 1));
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(one.group(2));
        return last < first ? Optional.empty() : Optional.of(new ByteRange(first, Math.min(last, size - 1)));
    }

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    long length() {
        return last - first + 1;
    }

    /** As the header Content-Range has it. */
    String within(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
