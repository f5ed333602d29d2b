package org.safetyledger.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** HTTP/2 without TLS is spoken by no browser and no proxy before the service, and would have paces of its own. */
@ApplicationScoped
class PlainHttp1 implements HttpServerOptionsCustomizer {
    private final PaceLimits limits;

    PlainHttp1(PaceLimits limits) {
        this.limits = limits;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
        PacedClients.holdTo(limits);
    }
}
