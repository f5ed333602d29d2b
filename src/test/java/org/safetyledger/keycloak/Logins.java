package org.safetyledger.keycloak;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The ways to a token that the realm offers, walked as an application and its user walk them. */
final class Logins {
    static final String WEB = "safety-ledger-web";
    static final String WEB_CALLBACK = KeycloakRealm.WEB_ORIGIN + "/callback";

    private final KeycloakRealm realm;

    Logins(KeycloakRealm realm) {
        this.realm = realm;
    }

    /** Authorization code with PKCE through the login page, as the front end does it. */
    Tokens byAuthorizationCode(String username) {
        return byAuthorizationCode(WEB, WEB_CALLBACK, "openid", username);
    }

    Tokens byAuthorizationCode(String client, String callback, String scope, String username) {
        String verifier = verifier();
        try (Browser browser = new Browser()) {
            Page login = browser.open(authorization(client, callback, scope, proof(verifier)));
            return tokens(exchange(client, callback, code(signIn(browser, login, username)), verifier));
        }
    }

    /** What somebody is answered who has got hold of a user's code, but not of what proves that they asked for it. */
    Response byStolenCode(String username) {
        try (Browser browser = new Browser()) {
            Page login = browser.open(authorization(WEB, WEB_CALLBACK, "openid", proof(verifier())));
            return grant(exchange(WEB, WEB_CALLBACK, code(signIn(browser, login, username)), verifier()));
        }
    }

    /** What a client is told that asks for a login with these parameters. */
    Map<String, String> refusal(Map<String, String> proof) {
        try (Browser browser = new Browser()) {
            return parameters(browser.get(authorization(WEB, WEB_CALLBACK, "openid", proof))
                    .redirect());
        }
    }

    /** The answer to the form of an action that the front end has sent a user to, e.g. UPDATE_PROFILE. */
    Page byAction(String action, String username, Map<String, String> fields) {
        Map<String, String> more = new LinkedHashMap<>(proof(verifier()));
        more.put("kc_action", action);
        try (Browser browser = new Browser()) {
            Page login = browser.open(authorization(WEB, WEB_CALLBACK, "openid", more));
            Page asked = browser.open(signIn(browser, login, username).redirect());
            return browser.submit(asked.form(), fields);
        }
    }

    /** Client credentials, as an integration has them. */
    Tokens byClientCredentials(String client) {
        return tokens(Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", realm.integrationSecret()));
    }

    /**
     * Device flow: the device shows a code, its user answers for it in a browser elsewhere.
     *
     * @param button that the user presses: accept or cancel
     */
    Response byDevice(String client, String username, String button) {
        var shown = given().formParam("client_id", client)
                .post(realm.protocol("auth/device"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        try (Browser browser = new Browser()) {
            Page login = browser.open(URI.create(shown.getString("verification_uri_complete")));
            Page consent = browser.open(signIn(browser, login, username).redirect());
            browser.submit(consent.form(), Map.of(button, ""));
        }
        return grant(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_id",
                client,
                "device_code",
                shown.getString("device_code")));
    }

    Tokens tokens(Map<String, String> grant) {
        return Tokens.of(grant(grant));
    }

    Response grant(Map<String, String> grant) {
        return given().formParams(grant).post(realm.protocol("token"));
    }

    private URI authorization(String client, String callback, String scope, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(
                Map.of("client_id", client, "redirect_uri", callback, "response_type", "code", "scope", scope));
        parameters.putAll(more);
        return URI.create(realm.protocol("auth") + "?" + Browser.encoded(parameters));
    }

    private static Map<String, String> exchange(String client, String callback, String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "redirect_uri", callback,
                "code", code,
                "code_verifier", verifier);
    }

    private Page signIn(Browser browser, Page login, String username) {
        return browser.submit(login.form(), Map.of("username", username, "password", realm.password()));
    }

    private static String code(Page signedIn) {
        return Objects.requireNonNull(parameters(signedIn.redirect()).get("code"));
    }

    static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static String verifier() {
        return UUID.randomUUID() + "-" + UUID.randomUUID();
    }

    private static Map<String, String> proof(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Map.of(
                    "code_challenge",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                    "code_challenge_method",
                    "S256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
