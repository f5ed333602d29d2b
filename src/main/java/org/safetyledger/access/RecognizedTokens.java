package org.safetyledger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Sha256;

/**
 * The callers of tokens that were verified lately. Checking a signature costs more than reading one row, and the same
 * token comes with every request of its user. A caller is remembered until the token expires, and for a minute at most:
 * then the token is verified anew, so that a withdrawn token or signing key ends soon. Refused tokens are not kept.
 */
@ApplicationScoped
public class RecognizedTokens {
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int CAPACITY = 20_000;
    private static final String SCHEME = "Bearer ";

    /** By the token's SHA-256, so that a dump of the memory holds no token that could be used. */
    private final Cache<ByteBuffer, Recognized> recognized =
            Caffeine.newBuilder().maximumSize(CAPACITY).expireAfterWrite(MEMORY).build();

    private final Identification identification;
    private final ActiveGrantees grantees;
    private final Clock clock;

    RecognizedTokens(Identification identification, ActiveGrantees grantees, Clock clock) {
        this.identification = identification;
        this.grantees = grantees;
        this.clock = clock;
    }

    private record Recognized(Caller caller, Instant until) {}

    /** The caller whose token was recognized within the last minute. */
    public Optional<Caller> recall(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return Optional.empty();
        }
        return Optional.ofNullable(recognized.getIfPresent(fingerprint(authorization)))
                .filter(found -> clock.instant().isBefore(found.until()))
                .map(Recognized::caller)
                .map(grantees::withGrants);
    }

    /** Works out the caller of a verified identity, and remembers the caller of its token. */
    public Caller recognize(@Nullable String authorization, SecurityIdentity identity) throws Exception {
        Caller caller = identification.identify(identity);
        if (authorization != null
                && authorization.startsWith(SCHEME)
                && identity.getPrincipal() instanceof JsonWebToken token) {
            Instant soon = clock.instant().plus(MEMORY);
            Instant end = Instant.ofEpochSecond(token.getExpirationTime());
            recognized.put(fingerprint(authorization), new Recognized(caller, end.isBefore(soon) ? end : soon));
        }
        return grantees.withGrants(caller);
    }

    private static ByteBuffer fingerprint(String authorization) {
        return ByteBuffer.wrap(Sha256.digest().digest(authorization.getBytes(StandardCharsets.UTF_8)));
    }
}
