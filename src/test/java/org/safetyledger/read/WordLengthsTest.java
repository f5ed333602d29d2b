package org.safetyledger.read;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordLengthsTest {
    private static final String LONGEST = "a".repeat(WordLengths.LONGEST);
    private static final String LONGER = LONGEST + "b";

    /** WORD is one letter longer than is allowed, here in a place where that is no word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a(b: \"WORD\") }",
                "{ a(b: \"c\\\"WORD\") }",
                "{ a(b: \"c\\\\\") # WORD\n }",
                "{ a(b: \"\"\"WORD\"\"\") }",
                "{ a(b: \"\"\"c \\\"\"\" WORD \"\" \n WORD\"\"\") }",
                "{ a(b: \"\"\"c\\\"\"\"\"\"\") # WORD\n }",
                "{ a(b: \"\") # WORD",
                "# WORD\r{ a }",
                "{ a(b: \"WORD",
                "{ a(b: \"\"\"WORD",
                "{ a(b: \"\\",
                "{ a } #",
            })
    void textsAndCommentsMayBeLong(String document) {
        assertDoesNotThrow(() -> WordLengths.requireModest(document.replace("WORD", LONGER)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ WORD }|3",
                "query WORD { a }|7",
                "{ WORD: a }|3",
                "{ a(b: WORD) }|8",
                "{ a(b: \"c\", WORD: 1) }|13",
                "{ a(b: \"\"\"c\"\"\", WORD: 1) }|17",
                "{ a(b: \"\", WORD: 1) }|12",
                "{ a @WORD }|6",
                "query($WORD: Int) { a }|8",
            })
    void aWordLongerThanAnyIsRefusedWhereItBegins(String document, int character) {
        // When
        RefusedDocument.BeyondLimits refused = assertThrows(
                RefusedDocument.BeyondLimits.class, () -> WordLengths.requireModest(document.replace("WORD", LONGER)));

        // Then
        assertDoesNotThrow(() -> WordLengths.requireModest(document.replace("WORD", LONGEST)));
        assertEquals(
                "The name or number that begins at character " + character
                        + " is longer than 256 characters; take a shorter one",
                refused.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9", "Z", "_"})
    void numbersAndCapitalsAreWordsToo(String letter) {
        assertThrows(
                RefusedDocument.BeyondLimits.class,
                () -> WordLengths.requireModest("{ a(b: " + letter.repeat(WordLengths.LONGEST + 1) + ") }"));
    }
}
