package org.safetyledger.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safetyledger.jurisdiction.DeadlineDecision;

/** Whatever the service says, it says in both languages. */
class MessagesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final String ENGLISH = "messages.properties";
    private static final String CHINESE = "messages_zh.properties";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @Test
    void everyErrorCodeHasAMessageInBothLanguages() throws IOException {
        for (String file : List.of(ENGLISH, CHINESE)) {
            // When
            Set<String> missing =
                    Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
            missing.removeAll(read(file).stringPropertyNames());

            // Then
            assertEquals(Set.of(), missing, "Add a line for each of these codes to src/main/resources/" + file + ": ");
        }
    }

    @Test
    void everyDecisionAboutADeadlineIsExplained() throws IOException {
        Set<String> said = read(ENGLISH).stringPropertyNames();
        for (DeadlineDecision decision : DeadlineDecision.values()) {
            assertTrue(said.contains("deadline." + decision), decision::name);
        }
    }

    @Test
    void bothLanguagesHaveTheSameMessages() throws IOException {
        // Given
        Set<String> english = read(ENGLISH).stringPropertyNames();
        Set<String> chinese = read(CHINESE).stringPropertyNames();

        // When, Then
        assertEquals(
                Set.of(), without(english, chinese), "Add these keys to " + CHINESE + ", or take them out of both: ");
        assertEquals(
                Set.of(), without(chinese, english), "Add these keys to " + ENGLISH + ", or take them out of both: ");
    }

    @Test
    void bothLanguagesTellTheSameArguments() throws IOException {
        Properties english = read(ENGLISH);
        Properties chinese = read(CHINESE);
        for (String key : english.stringPropertyNames()) {
            assertEquals(
                    places(english.getProperty(key)),
                    places(chinese.getProperty(key, "")),
                    "The two messages of " + key + " do not tell the same arguments {0}, {1}, …: ");
        }
    }

    @Test
    void everyMessageIsSaidSomewhere() throws IOException {
        // Given
        Set<String> codes = Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet());
        String sources;
        try (var files = Files.walk(MAIN.resolve("java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTest::text)
                    .collect(Collectors.joining());
        }

        // When
        Set<String> unsaid = new TreeSet<>(read(ENGLISH).stringPropertyNames());
        unsaid.removeIf(key -> codes.contains(key)
                || sources.contains('"' + key + '"')
                || sources.contains('"' + key.substring(0, key.lastIndexOf('.') + 1) + '"'));

        // Then
        assertEquals(
                Set.of(),
                unsaid,
                "Neither an ErrorCode nor the program names these keys; take them out of both files: ");
    }

    private static Properties read(String file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MAIN.resolve("resources").resolve(file))) {
            messages.load(reader);
        }
        return messages;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        Set<String> rest = new TreeSet<>(keys);
        rest.removeAll(others);
        return rest;
    }

    /** The arguments that a message tells; fails where it is no message format. */
    private static Set<String> places(String message) {
        String pattern = new MessageFormat(message, Locale.ROOT).toPattern();
        return PLACE.matcher(pattern)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
