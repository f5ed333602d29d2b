package org.safetyledger.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program asks its own clock, and its statements the moment that the database was told: never one of them the machine's. */
class OneClockTest {
    private static final Path PROGRAM = Path.of("src/main/java");
    private static final Pattern OTHER_CLOCK = Pattern.compile(
            "(?<![.\\w])now\\(\\)|clock_timestamp|current_timestamp|(Instant|Local\\w+|\\w+Time)\\.now\\("
                    + "|System\\.currentTimeMillis");

    @Test
    void programAsksOneClock() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAM)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.startsWith(PROGRAM.resolve("org/safetyledger/dev")))
                            .filter(OneClockTest::asksAnotherClock)
                            .toList());
        }
    }

    private static boolean asksAnotherClock(Path file) {
        try {
            return OTHER_CLOCK.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
