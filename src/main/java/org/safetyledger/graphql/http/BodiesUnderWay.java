package org.safetyledger.graphql.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds what the bodies of one token's requests may hold of the memory, while they arrive and until they are answered. */
@ApplicationScoped
class BodiesUnderWay {
    private static final int LARGEST_AT_ONCE = 8;

    private final ConcurrentMap<String, Long> bytes = new ConcurrentHashMap<>();
    private final long largest;

    BodiesUnderWay(
            @ConfigProperty(name = "safety-ledger.graphql.request-limit-bytes", defaultValue = "1048576")
                    long largest) {
        this.largest = largest;
    }

    /** Whether the request's body may be read; what it holds is counted until the request has ended. */
    boolean admit(RoutingContext context, String token) {
        long length = length(context);
        if (bytes.merge(token, length, Long::sum) > largest * LARGEST_AT_ONCE) {
            release(token, length);
            return false;
        }
        context.addEndHandler(ended -> release(token, length));
        return true;
    }

    private void release(String token, long length) {
        bytes.computeIfPresent(token, (any, held) -> held == length ? null : held - length);
    }

    /** What is not told may be as large as any. */
    private long length(RoutingContext context) {
        String told = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return told == null ? largest : Math.clamp(Long.parseLong(told), 1, largest);
        } catch (NumberFormatException malformed) {
            return largest;
        }
    }
}
