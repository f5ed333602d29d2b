package org.safetyledger.supervision.draw;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safetyledger.graphql.Sha256;

/**
 * Draws from a pool: its members in the order of SHA-256 over seed, public value and id, with bars between them; the first
 * ones are drawn. {@code printf '%s|%s|%s' SEED VALUE ID | sha256sum} does the same.
 */
public record Lot(String seed, String publicValue) {
    /** @param before what comes before each id in what is hashed, such as the id of whom it is drawn for */
    public List<String> order(Collection<String> ids, String... before) {
        String prefix =
                Stream.concat(Stream.of(seed, publicValue), Stream.of(before)).collect(Collectors.joining("|"));
        record Placed(String id, String hash) {}
        return ids.stream()
                .map(id -> new Placed(id, hash(prefix + "|" + id)))
                .sorted(Comparator.comparing(Placed::hash))
                .map(Placed::id)
                .toList();
    }

    public static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
