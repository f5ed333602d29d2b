package org.safetyledger.graphql.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;

/** What goes back over HTTP. */
record Answer(int status, String mediaType, Buffer body) {
    void send(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (status == 405 && !response.headers().contains(HttpHeaders.ALLOW)) {
            // It came by GET and gives commands.
            response.putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType + "; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }
}
