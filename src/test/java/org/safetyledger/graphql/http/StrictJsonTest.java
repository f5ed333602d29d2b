package org.safetyledger.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** A body is read as RFC 8259 says and in no other way, and numbers as they were written. */
class StrictJsonTest {
    @Test
    void valuesAreReadAsTheyWereWritten() {
        // Given
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("whole", new BigInteger("18446744073709551617"));
        expected.put("negative", BigInteger.ZERO);
        expected.put("point", new BigDecimal("1.0"));
        expected.put("exponent", new BigDecimal("1e1"));
        expected.put("far", new BigDecimal("1E+99999"));
        expected.put("text", "通道 \ud83d\ude00 \ud800 \" \n");
        expected.put("list", Arrays.asList(true, false, null, Map.of(), List.of()));
        expected.put("nothing", null);

        // When
        Map<String, Object> read = read("""
                {"whole": 18446744073709551617, "negative": -0, "point": 1.0, "exponent": 1e1, "far": 1e99999,
                 "text": "通道 \ud83d\ude00 \\ud800 \\" \\n", "list": [true, false, null, {}, []], "nothing": null}""");

        // Then
        assertEquals(expected, read);
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(read.keySet()));
    }

    @Test
    void lastValueOfANameCounts() {
        assertEquals(Map.of("a", "second"), read("{\"a\": {\"b\": 1}, \"a\": \"second\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"a\"",
                "{",
                "{}}",
                "{} {}",
                "{}x",
                "\ufeff{}",
                "{'a': 1}",
                "{a: 1}",
                "{\"a\": 1,}",
                "{\"a\": [1,]}",
                "{\"a\" 1}",
                "{\"a\": /* 1 */ 2}",
                "{\"a\": 01}",
                "{\"a\": +1}",
                "{\"a\": .5}",
                "{\"a\": 5.}",
                "{\"a\": 0x10}",
                "{\"a\": NaN}",
                "{\"a\": Infinity}",
                "{\"a\": 1e999999999999}",
                "{\"a\": True}",
                "{\"a\": \"\t\"}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"\\u12\"}",
            })
    void whatIsNoJsonObjectIsRefused(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        assertRefused("{\"a\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("{\"a\": \"通\"}".getBytes(StandardCharsets.UTF_16BE));
        assertRefused(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xA2, '"', ':', '1', '}'});
    }

    @Test
    void depthAndNumbersAreBounded() {
        assertEquals(
                1, read("{\"a\": " + "[".repeat(999) + "]".repeat(999) + "}").size());
        assertRefused(("{\"a\": " + "[".repeat(1_000) + "]".repeat(1_000) + "}").getBytes(StandardCharsets.UTF_8));
        assertEquals(1, read("{\"a\": " + "1".repeat(1_100) + "}").size());
        assertRefused(("{\"a\": " + "1".repeat(1_101) + "}").getBytes(StandardCharsets.UTF_8));
        assertRefused(("{\"a\": 0." + "1".repeat(1_101) + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void textsAndNamesAreBounded() {
        assertEquals(
                Map.of("a".repeat(1_000), "b".repeat(100_000)),
                read("{\"" + "a".repeat(1_000) + "\": \"" + "b".repeat(100_000) + "\"}"));
        assertTooLong("a.b", "{\"a\": {\"b\": \"" + "c".repeat(900_000) + "\"}}");
        assertTooLong("a.0", "{\"a\": [\"" + "c".repeat(900_000) + "\"]}");
        assertRefused(("{\"a\": {\"" + "b".repeat(900_000) + "\": 1}}").getBytes(StandardCharsets.UTF_8));
    }

    private static void assertTooLong(String where, String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> StrictJson.object(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(ErrorCode.TEXT_TOO_LONG, refusal.code());
        assertEquals(where, String.join(".", refusal.path()));
        assertEquals(List.of(100_000), refusal.arguments());
    }

    private static Map<String, Object> read(String text) {
        Map<String, Object> read = StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(read, StrictJson.object(text, "variables"));
        return read;
    }

    private static void assertRefused(byte[] body) {
        Refusal refusal = assertThrows(Refusal.class, () -> StrictJson.object(body));
        assertEquals(ErrorCode.BAD_REQUEST, refusal.code());
        assertEquals(List.of("JSON"), refusal.arguments());
    }
}
