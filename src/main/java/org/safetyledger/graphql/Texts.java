package org.safetyledger.graphql;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Checks the texts of an input: length in characters as people count them, and no control characters. */
public final class Texts {
    public static final int NAME = 200;
    public static final int PROSE = 2000;
    private static final int CODE = 100;

    private Texts() {}

    /** The trimmed text, which must be there. */
    public static String required(@Nullable String text, int limit, String field) {
        String checked = optional(text, limit, field);
        if (checked == null) {
            throw Refusal.at(field, ErrorCode.TEXT_REQUIRED);
        }
        return checked;
    }

    /** The trimmed text, or null when it is absent or blank. */
    public static @Nullable String optional(@Nullable String text, int limit, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > limit) {
            throw Refusal.at(field, ErrorCode.TEXT_TOO_LONG, limit);
        }
        if (stripped.codePoints().anyMatch(Texts::forbidden)) {
            throw Refusal.at(field, ErrorCode.CONTROL_CHARACTERS);
        }
        return stripped;
    }

    /** The code of something, as it is; null when it is absent. Whether it is in its table is for others to tell. */
    public static @Nullable String optionalCode(@Nullable String code, String field) {
        return code == null ? null : code(code, field);
    }

    /** The code of something, as it is. Whether it is in its table is for others to tell. */
    public static String code(@Nullable String code, String field) {
        required(code, CODE, field);
        if (code == null || code.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.at(field, ErrorCode.CONTROL_CHARACTERS);
        }
        return code;
    }

    /** A list of texts has a bound as each of them has. */
    public static void requireAtMost(int most, Collection<?> texts, String field) {
        if (texts.size() > most) {
            throw Refusal.at(field, ErrorCode.LIST_TOO_LONG, most);
        }
    }

    private static boolean forbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t' && character != '\r';
            // Bidirectional overrides and lone surrogates make a text read differently from what it says.
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.FORMAT ->
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
            default -> false;
        };
    }

    /** A text to search for, or a refusal of one that no field may have. */
    public static @Nullable String optionalSearch(@Nullable String text, String field) {
        return optional(text, NAME, field);
    }

    /** The pattern of {@code like} that finds the text anywhere; its own wildcards are plain characters. */
    static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
