package org.safetyledger.seeds;

import org.safetyledger.graphql.InvisibleCharacters;

/**
 * A cell that keeps its file from being loaded.
 *
 * @param line the physical line on which its row begins; the header is line 1
 * @param column the column, several joined by {@code +}, or empty when the whole row is bad
 */
public record BadCell(String file, long line, String column, String value, String reason) {

    private static final int SHOWN = 100;

    @Override
    public String toString() {
        String place = column.isEmpty() ? file + ":" + line : file + ":" + line + " " + column;
        return place + ": \"" + shown() + "\" " + reason;
    }

    /** Shortened, and without anything that could forge a line of the log. */
    private String shown() {
        StringBuilder text = new StringBuilder();
        value.codePoints().limit(SHOWN).forEach(point -> {
            if (InvisibleCharacters.isInvisible(point)) {
                text.append(String.format("\\u%04x", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return value.codePointCount(0, value.length()) > SHOWN ? text + "…" : text.toString();
    }
}
