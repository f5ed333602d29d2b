package org.safetyledger.graphql.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the engine says about a faulty document or variable, in English, for developers, without its own insides. */
final class EngineMessages {
    private static final int LENGTH = 500;
    /** The text form of the engine's syntax tree. */
    private static final Pattern TREE = Pattern.compile(" with value '\\w+\\{.*\\}'", Pattern.DOTALL);

    private static final Pattern EXPECTED = Pattern.compile(" - Expected an AST type .*", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*|\\w+Exception\\b");
    private static final Pattern QUOTED = Pattern.compile("'([^']{1,100})'");

    private EngineMessages() {}

    /** The engine's own words; null when they cannot be told outside. */
    static @Nullable String detail(@Nullable String message) {
        if (message == null || CLASS.matcher(message).find()) {
            return null;
        }
        String told = EXPECTED.matcher(TREE.matcher(message).replaceAll("")).replaceAll("");
        return told.length() <= LENGTH ? told : told.substring(0, LENGTH) + "…";
    }

    /** The name that the engine quotes first: a variable, an argument or a field. */
    static String subject(@Nullable String message) {
        Matcher quoted = QUOTED.matcher(message == null ? "" : message);
        return quoted.find() ? quoted.group(1) : "-";
    }
}
