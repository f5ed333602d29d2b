package org.safetyledger.graphql.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Messages;

/** The headers that every answer of the API and of evidence has, by what it is and whoever gives it. */
@ApplicationScoped
class AnswerHeaders {
    /** Before all that may answer. */
    private static final int FIRST = -20_000;

    private static final List<String> PATHS = List.of("/graphql", "/evidence", "/evidence/*");
    private static final String VARY = "Accept, Accept-Encoding, Accept-Language, Authorization, Origin";

    /** RFC 6750, section 3: who brought no token is told only that one is wanted. */
    private static final String CHALLENGE = "Bearer realm=\"safety-ledger\"";

    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    private static final String TOKEN = "Bearer ";
    private static final String SECONDS_TO_RETRY = "2";

    void route(@Observes Router router) {
        for (String path : PATHS) {
            router.route(path).order(FIRST).handler(context -> {
                context.addHeadersEndHandler(sending -> complete(context));
                context.next();
            });
        }
    }

    private static void complete(RoutingContext context) {
        MultiMap headers = context.response().headers();
        HttpServerRequest request = context.request();
        headers.set(HttpHeaders.VARY, VARY);
        if (isJson(headers.get(HttpHeaders.CONTENT_TYPE))) {
            headers.set(HttpHeaders.CONTENT_LANGUAGE, Messages.tag(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        }
        switch (context.response().getStatusCode()) {
            case 401 -> headers.set(WWW_AUTHENTICATE, challenge(request));
            case 429, 503 -> headers.set(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY);
            default -> {}
        }
    }

    /** What else there is, a photo, has no language. */
    private static boolean isJson(@Nullable String mediaType) {
        return mediaType != null && mediaType.contains("json");
    }

    private static String challenge(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, TOKEN, 0, TOKEN.length())
                ? CHALLENGE + ", error=\"invalid_token\""
                : CHALLENGE;
    }
}
