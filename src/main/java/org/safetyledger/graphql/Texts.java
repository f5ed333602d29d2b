package org.safetyledger.graphql;

import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the texts of an input: length in characters as people count them, and nothing that misleads. */
public final class Texts {
    public static final int NAME = 200;
    public static final int PROSE = 2000;
    private static final int CODE = 100;
    private static final int WORDS = 5;
    private static final int SHOWN = 100;
    private static final int REPLACEMENT = 0xFFFD;
    /** Between words, whatever its width: the ideographic space is the usual one. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\u200B\\u2060\\uFEFF]+");

    private Texts() {}

    /** The trimmed text, which must be there. */
    public static String required(@Nullable String text, int limit, String field) {
        String checked = optional(text, limit, field);
        if (checked == null) {
            throw Refusal.at(field, ErrorCode.TEXT_REQUIRED);
        }
        return checked;
    }

    /** The trimmed text, or null when it is absent or nothing can be seen of it. */
    public static @Nullable String optional(@Nullable String text, int limit, String field) {
        if (text == null) {
            return null;
        }
        refuse(text, field, ErrorCode.CONTROL_CHARACTERS, Texts::misleads);
        String stripped = strippedOrNull(text);
        if (stripped == null) {
            return null;
        }
        if (stripped.codePointCount(0, stripped.length()) > limit) {
            throw Refusal.at(field, ErrorCode.TEXT_TOO_LONG, limit);
        }
        refuse(stripped, field, ErrorCode.PRIVATE_USE_CHARACTERS, Texts::isPrivate);
        return stripped;
    }

    /** Without the spaces around it, whatever their width; null when nothing can be seen of it. */
    public static @Nullable String strippedOrNull(String text) {
        if (text.codePoints().allMatch(InvisibleCharacters::isBlank)) {
            return null;
        }
        int start = 0;
        int end = text.length();
        while (isSpace(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (isSpace(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** What stands at the ends of a text without being meant: some copy a zero-width space or a byte order mark along. */
    private static boolean isSpace(int character) {
        return Character.isSpaceChar(character)
                || Character.isWhitespace(character)
                || character == 0x200B
                || character == 0x2060
                || character == 0xFEFF;
    }

    private static void refuse(String text, String field, ErrorCode code, IntPredicate refused) {
        if (text.codePoints().anyMatch(refused)) {
            throw Refusal.at(field, code);
        }
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

    /**
     * Controls, bidirectional overrides and halves of characters make a text read differently from what it says. What
     * this runtime's Unicode does not know yet may be a letter of a newer one, unless it never will be.
     */
    private static boolean misleads(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t' && character != '\r';
            case Character.SURROGATE -> true;
            case Character.UNASSIGNED -> (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
            case Character.FORMAT ->
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
            default -> false;
        };
    }

    /** Means something on the device where it was typed, and something else or nothing on all others. */
    private static boolean isPrivate(int character) {
        return Character.getType(character) == Character.PRIVATE_USE;
    }

    /** What is shown of a caller's text: its beginning, in characters that can be seen and written. */
    public static String shown(String text) {
        String beginning = text.codePoints()
                .limit(SHOWN)
                .map(character -> misleads(character) ? REPLACEMENT : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePoints().skip(SHOWN).findAny().isPresent() ? beginning + "…" : beginning;
    }

    /** The words to search for, none where nothing can be seen of the text, or a refusal of what no field may have. */
    public static List<String> words(String text, String field) {
        String checked = optional(text, NAME, field);
        List<String> words = checked == null ? List.of() : List.of(BLANKS.split(checked));
        requireAtMost(WORDS, words, field);
        return words;
    }

    /** A text to search for, or a refusal of one that no field may have. */
    public static @Nullable String optionalSearch(@Nullable String text, String field) {
        return optional(text, NAME, field);
    }

    /** The pattern of {@code like} that finds the text anywhere; its own wildcards are plain characters. */
    public static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
