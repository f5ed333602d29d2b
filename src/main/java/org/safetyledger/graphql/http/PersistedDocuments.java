package org.safetyledger.graphql.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Sha256;

/**
 * Documents by the SHA-256 under which callers brought them, so that later requests need to name the hash alone, as Apollo's
 * and urql's clients do. Each process has its own: a client that is told of an unknown hash brings the document again.
 */
@ApplicationScoped
// The class of a cache by weight, which the library finds by its name and the executable else had not.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
class PersistedDocuments {
    static final String EXTENSION = "extensions.persistedQuery";

    /** In characters, each of which takes two bytes at most. */
    static final int MOST = 8 * 1024 * 1024;

    /** A short document counts as much, so that there are 4,096 at most. */
    static final int LEAST_OF_ONE = MOST / 4_096;

    /** Of what one caller brings within an hour, so that nobody can drive out what others use. */
    static final int MOST_OF_CALLER = MOST / 16;

    private static final int CALLERS = 20_000;

    /** What is rarely asked for goes first, and what was brought lately before what has been asked for often. */
    private final Cache<String, String> documents = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((String hash, String document) -> weight(document))
            .build();

    private final Cache<String, Integer> brought = Caffeine.newBuilder()
            .maximumSize(CALLERS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** The document of a request that names a hash. */
    String document(String hash, @Nullable String given) {
        if (given != null) {
            requireHash(hash, given);
            return given;
        }
        String kept = documents.getIfPresent(hash);
        if (kept == null) {
            throw Refusal.of(ErrorCode.PERSISTED_QUERY_NOT_FOUND);
        }
        return kept;
    }

    boolean has(String hash) {
        return documents.asMap().containsKey(hash);
    }

    /** Keeps a document that was found to be valid, unless its caller has brought too many. */
    void keep(GraphQLRequest request, Caller caller) {
        String hash = request.hash();
        if (hash == null || has(hash)) {
            return;
        }
        String document = request.document();
        int all = brought.asMap()
                .merge(caller.subject(), weight(document), (before, one) -> Math.min(before + one, MOST_OF_CALLER + 1));
        if (all <= MOST_OF_CALLER) {
            documents.put(hash, document);
        }
    }

    private static int weight(String document) {
        return Math.max(LEAST_OF_ONE, document.length());
    }

    private static void requireHash(String hash, String document) {
        try {
            MessageDigest sha256 = Sha256.digest();
            // Refuses half a character, whose bytes would be those of a question mark.
            sha256.update(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(document)));
            if (HexFormat.of().formatHex(sha256.digest()).equals(hash)) {
                return;
            }
        } catch (CharacterCodingException noText) {
            // No client worked out a hash of that.
        }
        throw Refusal.of(ErrorCode.BAD_REQUEST, EXTENSION + ".sha256Hash");
    }
}
