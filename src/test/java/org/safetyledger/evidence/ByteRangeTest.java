package org.safetyledger.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final long SIZE = 100;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=0-0, 0, 0",
        "bytes=90-, 90, 99",
        "bytes=90-500, 90, 99",
        "BYTES=0-999999999999999999, 0, 99",
        "bytes=-10, 90, 99",
        "bytes=-500, 0, 99",
        // Nothing satisfies these: they begin behind the last byte.
        "bytes=100-, 100, 99",
        "bytes=100-200, 100, 99",
        "bytes=-0, 100, 99"
    })
    void onePartIsTakenAsFarAsThereIsSomething(String header, long first, long last) {
        assertEquals(Optional.of(new ByteRange(first, last)), ByteRange.of(header, SIZE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-9,20-29",
                "bytes=9-0",
                "bytes=-",
                "bytes=",
                "bytes=a-b",
                "bytes=0-9 ",
                "bytes=-1-2",
                "lines=0-9",
                "bytes=0-9999999999999999999"
            })
    void whatIsNoPartOrSeveralIsNotHeeded(String header) {
        assertEquals(Optional.empty(), ByteRange.of(header, SIZE));
    }

    @Test
    void longHeaderIsNotRead() {
        assertEquals(Optional.empty(), ByteRange.of("bytes=" + "0".repeat(100) + "-9", SIZE));
        assertEquals(Optional.empty(), ByteRange.of(null, SIZE));
    }
}
