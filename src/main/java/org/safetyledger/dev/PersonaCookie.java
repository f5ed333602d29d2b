package org.safetyledger.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Lets a browser act as a persona. The cookie holds the persona's name and not a token, so a log-in outlives every token;
 * a request that brings its own Authorization header keeps it. From here on the request is like any other client's.
 */
@Singleton
@IfBuildProfile("dev")
class PersonaCookie {
    private static final String NAME = "safety-ledger-persona";
    private static final List<String> PROTECTED_PATHS = List.of("/graphql", "/evidence");
    /** Above the priority of authentication (200), which has to find the header. */
    private static final int BEFORE_AUTHENTICATION = 250;

    private final Personas personas;
    private final PersonaTokens tokens;

    PersonaCookie(Personas personas, PersonaTokens tokens) {
        this.personas = personas;
        this.tokens = tokens;
    }

    void install(@Observes Filters filters) {
        filters.register(this::authorize, BEFORE_AUTHENTICATION);
    }

    Optional<Persona> persona(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .flatMap(personas::find);
    }

    void logIn(RoutingContext context, Persona persona) {
        context.response().addCookie(cookie(persona.subject()));
    }

    void logOut(RoutingContext context) {
        context.response().addCookie(cookie("").setMaxAge(0));
    }

    private void authorize(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isProtected(request.path()) && !request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            persona(request)
                    .ifPresent(it -> request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.tokenOf(it)));
        }
        context.next();
    }

    private static boolean isProtected(String path) {
        return PROTECTED_PATHS.stream().anyMatch(it -> path.equals(it) || path.startsWith(it + "/"));
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(NAME, value).setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.STRICT);
    }
}
