package org.safetyledger.evidence;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/** Gives a content, or a part of it, as HTTP clients ask for it: what they have already is not sent again. */
@ApplicationScoped
class Delivery {
    /** Callers uploaded it: where a browser opens it by itself, it is shown and nothing else. */
    private static final Map<String, String> SAFE = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
            "Referrer-Policy",
            "no-referrer");

    private final StoredContents contents;
    private final EvidenceStore store;
    private final Transmission transmission;
    private final CurrentVertxRequest request;

    Delivery(StoredContents contents, EvidenceStore store, Transmission transmission, CurrentVertxRequest request) {
        this.contents = contents;
        this.store = store;
        this.transmission = transmission;
        this.request = request;
    }

    /**
     * The answer; where it has a body, this is sent already, so that the caller's share holds until the end of it.
     *
     * @param caching how long a browser may keep it
     * @param conditions what the client has already
     */
    Response of(StoredContents.Expected content, String mediaType, String caching, Request conditions)
            throws IOException {
        HttpServerRequest asked = request.getCurrent().request();
        EntityTag tag = new EntityTag(content.sha256());
        Response.ResponseBuilder known = conditions.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).header("Cache-Control", caching).build();
        }
        if (contents.damageBeforeSending(content).isPresent()) {
            throw Refusal.of(ErrorCode.EVIDENCE_DAMAGED);
        }
        Optional<ByteRange> part = part(asked, content.size(), tag);
        ByteRange sent = part.orElse(ByteRange.whole(content.size()));
        try (InputStream body = store.open(content.id())) {
            body.skipNBytes(sent.first());
            describe(content, asked.response());
            asked.response().putHeader(HttpHeaders.CACHE_CONTROL, caching);
            if (asked.method().equals(HttpMethod.HEAD)) {
                return Response.ok()
                        .type(mediaType)
                        .header("Content-Length", content.size())
                        .build();
            }
            part.ifPresent(range -> asked.response()
                    .setStatusCode(206)
                    .putHeader(HttpHeaders.CONTENT_RANGE, range.within(content.size())));
            asked.response().putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
            transmission.send(body, sent.length(), asked);
            return Response.ok().build();
        }
    }

    private static void describe(StoredContents.Expected content, HttpServerResponse response) {
        SAFE.forEach(response::putHeader);
        response.putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
                .putHeader(HttpHeaders.VARY, "Authorization")
                .putHeader(HttpHeaders.ETAG, '"' + content.sha256() + '"')
                .putHeader(
                        "Content-Disposition",
                        "inline; filename=\"" + NodeId.text(NodeType.EVIDENCE, content.id()) + '"');
    }

    /** A part is asked for by GET alone, and maybe only where the client's other part is of the same content. */
    private static Optional<ByteRange> part(HttpServerRequest asked, long size, EntityTag tag) {
        String onlyOf = asked.getHeader("If-Range");
        if (!asked.method().equals(HttpMethod.GET) || (onlyOf != null && !onlyOf.equals('"' + tag.getValue() + '"'))) {
            return Optional.empty();
        }
        Optional<ByteRange> part = ByteRange.of(asked.getHeader("Range"), size);
        if (part.isPresent() && part.get().first() >= size) {
            asked.response().putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            throw Refusal.at("Range", ErrorCode.RANGE_NOT_SATISFIABLE, size);
        }
        return part;
    }
}
