package org.safetyledger.graphql;

import java.util.OptionalInt;

/**
 * Characters that change a text without being seen: controls, formats such as the zero-width space or a change of
 * direction, whatever Unicode says to ignore when it cannot be shown, and letters whose shape is empty.
 */
public final class InvisibleCharacters {
    /** First and last of each range of Default_Ignorable_Code_Point beside the formats, and of the empty shapes. */
    private static final int[][] RANGES = {
        {0x034F, 0x034F}, // combining grapheme joiner
        {0x115F, 0x1160}, // fillers of Hangul Jamo
        {0x17B4, 0x17B5}, // inherent vowels of Khmer
        {0x180B, 0x180F}, // selectors of Mongolian
        {0x2065, 0x2065},
        {0x2800, 0x2800}, // Braille without a dot
        {0x3164, 0x3164}, // filler of Hangul
        {0xFE00, 0xFE0F}, // selectors of variants
        {0xFFA0, 0xFFA0}, // filler of Hangul at half width
        {0xFFF0, 0xFFF8},
        {0x1D159, 0x1D159}, // empty head of a note
        {0xE0000, 0xE0FFF}, // tags and selectors of variants
    };

    private InvisibleCharacters() {}

    public static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isInRange(character);
        };
    }

    private static boolean isInRange(int character) {
        for (int[] range : RANGES) {
            if (range[0] <= character && character <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is nothing to see of it: a space of any width, or an invisible character. */
    static boolean isBlank(int character) {
        return Character.isSpaceChar(character) || Character.isWhitespace(character) || isInvisible(character);
    }

    public static OptionalInt firstIn(String text) {
        return text.codePoints().filter(InvisibleCharacters::isInvisible).findFirst();
    }
}
