package org.safetyledger.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page at the root: who one can be, how to become them, and how to get their token for another tool. */
@Singleton
@IfBuildProfile("dev")
class PersonaPage {
    private final Personas personas;
    private final PersonaTokens tokens;
    private final PersonaCookie cookie;
    private final Issuer issuer;

    PersonaPage(Personas personas, PersonaTokens tokens, PersonaCookie cookie, Issuer issuer) {
        this.personas = personas;
        this.tokens = tokens;
        this.cookie = cookie;
        this.issuer = issuer;
    }

    void route(@Observes Router router) {
        router.get("/").handler(context -> send(context, "text/html", StandFile.read("index.html")));
        router.get("/dev/stand.css").handler(context -> send(context, "text/css", StandFile.read("stand.css")));
        router.get("/dev/stand.js").handler(context -> send(context, "text/javascript", StandFile.read("stand.js")));
        router.get("/dev/personas").blockingHandler(context -> send(context, "application/json", contents(context)));
        router.post("/dev/login/:subject").handler(this::logIn);
        router.post("/dev/logout").handler(this::logOut);
    }

    private String contents(RoutingContext context) {
        List<Entry> entries = personas.all().stream()
                .map(it -> new Entry(it, tokens.tokenOf(it), issuer.curl(it.subject())))
                .toList();
        String signedIn =
                cookie.persona(context.request()).map(Persona::subject).orElse(null);
        return Json.encode(new Contents(signedIn, issuer.url().toString(), entries));
    }

    private void logIn(RoutingContext context) {
        personas.find(context.pathParam("subject"))
                .ifPresentOrElse(
                        persona -> {
                            cookie.logIn(context, persona);
                            goTo(context, "/q/graphql-ui/");
                        },
                        () -> context.fail(404));
    }

    private void logOut(RoutingContext context) {
        cookie.logOut(context);
        goTo(context, "/");
    }

    /** See Other: the browser follows with a GET, and going back does not post again. */
    private static void goTo(RoutingContext context, String path) {
        context.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, path)
                .end();
    }

    private static void send(RoutingContext context, String type, String body) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }

    private record Contents(@Nullable String signedIn, String issuer, List<Entry> personas) {}

    private record Entry(Persona persona, String token, String curl) {}
}
