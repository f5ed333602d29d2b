package org.safetyledger.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text may hold, and when there is something to see of it. */
class TextsTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\n', 0x00A0, 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x1680, 0x17B4, 0x180B, 0x180E, 0x2003,
                0x200B, 0x200C, 0x200D, 0x200E, 0x2028, 0x202F, 0x2060, 0x2064, 0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF,
                0xFFA0, 0x1BCA0, 0x1D173, 0x1D159, 0xE0001, 0xE0020, 0xE0100
            })
    void textOfWhichNothingCanBeSeenFillsNoField(int character) {
        // Given
        String text = Character.toString(character).repeat(3);

        // Then
        assertNull(Texts.optional(text, 10, "title"));
        assertEquals(ErrorCode.TEXT_REQUIRED, refusal(() -> Texts.required(text, 10, "title")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "通道",
                "\uD843\uDDC0", // CJK extension E
                "\uD888\uDFB0", // CJK extension J, new in Unicode 17
                "\uD83E\uDEC8", // an emoji, new in Unicode 17
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", // joined without a width
                "\u26A0\uFE0F",
                "\u0915\u094D\u200C\u0937",
                "e\u0301"
            })
    void textOfAnyScriptIsTakenAsItIs(String text) {
        // Then
        assertEquals(text, Texts.required(text, 10, "title"));
        assertEquals(text, Texts.required("\u00A0\u3000" + text + "\u200B\uFEFF ", 10, "title"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u001bb",
                "a\u0085b",
                "\u202eb",
                "a\u202a",
                "a\u2066b",
                "a\u2069",
                "a\ud800b",
                "a\udc00",
                "a\uffffb",
                "a\ufdd0b",
                "a\ud83f\udffeb",
                "\u0000",
                "\u202e"
            })
    void textThatReadsDifferentlyFromWhatItSaysIsRefused(String text) {
        // Then
        assertEquals(ErrorCode.CONTROL_CHARACTERS, refusal(() -> Texts.optional(text, 10, "title")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uE000", "\uF8FF", "\uDB80\uDC00b", "\uDBFF\uDFFDb"})
    void charactersOfPrivateUseAreRefusedByTheirOwnName(String text) {
        // Then
        assertEquals(ErrorCode.PRIVATE_USE_CHARACTERS, refusal(() -> Texts.optional(text, 10, "title")));
    }

    @Test
    void whatIsShownOfATextIsItsBeginningInCharactersThatCanBeWritten() {
        // Then
        assertEquals("a\uFFFDb\uFFFDc", Texts.shown("a\ud800b\u202ec"));
        assertEquals("字".repeat(100), Texts.shown("字".repeat(100)));
        assertEquals("\uD843\uDDC0".repeat(100) + "…", Texts.shown("\uD843\uDDC0".repeat(101)));
    }

    private static ErrorCode refusal(Runnable work) {
        return assertThrows(Refusal.class, work::run).code();
    }
}
