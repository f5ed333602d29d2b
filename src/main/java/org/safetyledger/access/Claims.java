package org.safetyledger.access;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * The claims of a verified token, each in the one shape that it may have. A claim in another shape (a number or a list for
 * a text, a text for a list) contradicts the role: what cannot be read must not pass for absent, because absent limits less.
 */
record Claims(JsonWebToken token) {
    /** The longest subject that OpenID Connect Core 1.0, section 2, allows; no other text has a reason to be longer. */
    private static final int LONGEST = 255;

    private static final int MOST = 200;
    /** Seconds to the end of the year 9999. */
    private static final long LAST_EXPIRY = 253_402_271_999L;

    /** The text, which must be there and not blank. */
    String required(String claim) {
        String text = text(claim);
        if (text == null) {
            throw contradiction(claim);
        }
        return text;
    }

    /** The text, or null when the token has no such claim; an empty one is not an absent one. */
    @Nullable
    String text(String claim) {
        Object value = value(claim);
        return value == null ? null : text(claim, value);
    }

    /** The texts of a list; none when the token has no such claim. */
    List<String> texts(String claim) {
        Object value = value(claim);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Collection<?> items) || items.size() > MOST) {
            throw contradiction(claim);
        }
        return items.stream().map(item -> text(claim, item)).distinct().toList();
    }

    /** The texts of a claim that separates them by blanks; none when it is absent or empty. */
    List<String> words(String claim) {
        Object value = value(claim);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof String || value instanceof JsonString)) {
            throw contradiction(claim);
        }
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        return List.of(text.split(" ", -1));
    }

    /** Refuses a token that says of its bearer what their role has not; an empty list says nothing. */
    void mustNotHave(String... claims) {
        for (String claim : claims) {
            boolean said =
                    switch (value(claim)) {
                        case null -> false;
                        case Collection<?> items -> !items.isEmpty();
                        default -> true;
                    };
            if (said) {
                throw contradiction(claim);
            }
        }
    }

    /** Refuses an end that no calendar has: whoever set it did not mean it. */
    void requireExpiry() {
        if (token.getExpirationTime() > LAST_EXPIRY) {
            throw contradiction("exp");
        }
    }

    static Refusal contradiction(String claim) {
        return Refusal.of(ErrorCode.CLAIMS_CONTRADICT_ROLE, claim);
    }

    private @Nullable Object value(String claim) {
        Object value = token.claim(claim).orElse(null);
        return JsonValue.NULL.equals(value) ? null : value;
    }

    private static String text(String claim, Object value) {
        String text =
                switch (value) {
                    case String string -> string;
                    case JsonString string -> string.getString();
                    default -> throw contradiction(claim);
                };
        if (text.isBlank() || text.length() > LONGEST || text.codePoints().anyMatch(Claims::unwritable)) {
            throw contradiction(claim);
        }
        return text;
    }

    /** Control characters (the database takes no NUL), lone surrogates, and what turns the direction of other texts. */
    private static boolean unwritable(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
