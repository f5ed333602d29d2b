package org.safetyledger.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Days begin and end in Asia/Shanghai, wherever the program and its database run. */
class DaysTest {
    private static final List<String> OF_THE_SESSIONS_ZONE = List.of("current_date", "localtimestamp", "now()::date");

    @Test
    void statementsAskForTheLedgersDayAndNotForThatOfTheSessionsZone() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".java")
                                    || file.toString().endsWith(".sql"))
                            .filter(DaysTest::asksForAnotherDay)
                            .toList());
        }
    }

    private static boolean asksForAnotherDay(Path file) {
        try {
            String text = Files.readString(file).toLowerCase(Locale.ROOT);
            return OF_THE_SESSIONS_ZONE.stream().anyMatch(text::contains);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
