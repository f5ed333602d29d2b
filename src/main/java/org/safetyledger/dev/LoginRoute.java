package org.safetyledger.dev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponseKt;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Stands before the library's own routes. The library's log-in page lets a visitor be anybody with any claims; here it
 * offers the personas and takes their claims from the file. Only our issuer answers, always under its configured name.
 */
@Singleton
@IfBuildProfile("dev")
class LoginRoute implements Route {
    private final Issuer issuer;
    private final Personas personas;
    private final LoginPage page;
    private final ObjectMapper json;
    private final Route library;

    LoginRoute(Issuer issuer, Personas personas, LoginPage page, ObjectMapper json, OAuth2Config config) {
        this.issuer = issuer;
        this.personas = personas;
        this.page = page;
        this.json = json;
        this.library = new OAuth2HttpRequestHandler(config).getAuthorizationServer();
    }

    @Override
    public boolean match(OAuth2HttpRequest request) {
        return true;
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest incoming) {
        OAuth2HttpRequest request = underConfiguredName(incoming);
        String path = request.getUrl().encodedPath();
        if (!path.startsWith(issuer.url().getPath() + "/")) {
            return OAuth2HttpResponseKt.notFound("The only issuer here is " + issuer.url());
        }
        if (!path.endsWith("/authorize")) {
            return library.invoke(request);
        }
        return request.getMethod().equals("POST") ? logIn(request) : askWho(request);
    }

    /** The library judges the request first, and its page is replaced by ours. */
    private OAuth2HttpResponse askWho(OAuth2HttpRequest request) {
        OAuth2HttpResponse answer = library.invoke(request);
        return answer.getStatus() == 200 ? OAuth2HttpResponseKt.html(page.html()) : answer;
    }

    private OAuth2HttpResponse logIn(OAuth2HttpRequest request) {
        Optional<Persona> chosen = personas.find(request.getFormParameters().get("username"));
        if (chosen.isEmpty()) {
            return OAuth2HttpResponseKt.oauth2Error(OAuth2Error.ACCESS_DENIED.setDescription("no such persona"));
        }
        return library.invoke(request.copy(
                request.getHeaders(), request.getMethod(), request.getOriginalUrl(), loginForm(chosen.get())));
    }

    private String loginForm(Persona persona) {
        try {
            String claims = json.writeValueAsString(persona.claims());
            return "username=" + encoded(persona.subject()) + "&claims=" + encoded(claims);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OAuth2HttpRequest underConfiguredName(OAuth2HttpRequest request) {
        HttpUrl url = request.getOriginalUrl()
                .newBuilder()
                .scheme(issuer.url().getScheme())
                .host(issuer.url().getHost())
                .port(issuer.url().getPort())
                .build();
        Headers headers = request.getHeaders()
                .newBuilder()
                .set("Host", issuer.url().getAuthority())
                .removeAll("X-Forwarded-Proto")
                .removeAll("X-Forwarded-Port")
                .build();
        return request.copy(headers, request.getMethod(), url, request.getBody());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
