package org.safetyledger.graphql.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;

/** What goes back over HTTP. */
record Answer(int status, String mediaType, Buffer body) {
    /** Less than this is not worth its compression. */
    private static final int SMALL = 1_024;

    /** So much is compressed at a time: the event loop serves others between two slices. */
    private static final int SLICE = 64 * 1_024;

    void send(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (status == 405 && !response.headers().contains(HttpHeaders.ALLOW)) {
            // It came by GET and gives commands.
            response.putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        }
        if (body.length() < SMALL) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType + "; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        send(response, 0);
    }

    private void send(HttpServerResponse response, int from) {
        int to = Math.min(from + SLICE, body.length());
        if (to == body.length()) {
            response.end(body.slice(from, to));
        } else {
            response.write(body.slice(from, to))
                    .onSuccess(sent -> Vertx.currentContext().runOnContext(next -> send(response, to)));
        }
    }
}
