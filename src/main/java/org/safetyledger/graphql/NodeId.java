package org.safetyledger.graphql;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A TypeID by version 0.3 of its specification: {@code hazard_01k…}, the type's prefix, which may have underscores of its
 * own, and a UUID in Crockford base 32. Its suffix is the text of a ULID with the same 128 bits, in lower case, so the ULID
 * library encodes and decodes it.
 */
public record NodeId(NodeType type, UUID uuid) {
    static final Pattern FORM = Pattern.compile("([a-z](?:[a-z_]{0,61}[a-z])?)_([0-7][0-9a-hjkmnp-tv-z]{25})");

    /** A new UUIDv7: later ids sort behind earlier ones. */
    public static UUID newUuid() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    public static String text(NodeType type, UUID uuid) {
        return type.prefix() + "_" + Ulid.from(uuid).toLowerCase();
    }

    public static Optional<NodeId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return NodeType.ofPrefix(matcher.group(1))
                .map(type -> new NodeId(type, Ulid.from(matcher.group(2)).toUuid()));
    }

    /** The UUID of an id of the wanted type, or a {@link ErrorCode#MALFORMED_ID} refusal that names the field. */
    public static UUID require(NodeType type, @Nullable String text, String field) {
        return Optional.ofNullable(text)
                .flatMap(NodeId::parse)
                .filter(id -> id.type() == type)
                .map(NodeId::uuid)
                .orElseThrow(() -> Refusal.at(field, ErrorCode.MALFORMED_ID, type.prefix()));
    }

    public static @Nullable UUID optional(NodeType type, @Nullable String text, String field) {
        return text == null ? null : require(type, text, field);
    }

    public static List<UUID> all(NodeType type, List<@Nullable String> texts, String field) {
        return texts.stream().map(text -> require(type, text, field)).distinct().toList();
    }
}
