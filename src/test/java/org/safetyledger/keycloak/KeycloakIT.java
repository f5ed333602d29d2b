package org.safetyledger.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.testing.Bearer;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnedDatabase;
import org.safetyledger.testing.TestCaller;

/** The packaged program with tokens of a real Keycloak that has the shipped realm: {@code ./mvnw verify -Pkeycloak}. */
@QuarkusIntegrationTest
@QuarkusTestResource(value = OwnedDatabase.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = true)
class KeycloakIT {
    private static final String VIEWER = "{ viewer { name role division } }";
    private static final String MOBILE = "safety-ledger-mobile";
    private static final String DEVICE = "safety-ledger-device";
    private static final List<String> CLAIMS =
            List.of("name", "roles", "division", "department", "industries", "matters", "enterprise", "aud");

    @Nullable
    KeycloakRealm realm;

    @ParameterizedTest
    @MethodSource("org.safetyledger.keycloak.Personas#all")
    void personaLogsInWithTheirClaims(Map<String, Object> persona) {
        // Given
        Map<String, Object> expected = new LinkedHashMap<>(persona);
        expected.put("roles", List.of(persona.get("role")));
        expected.put("aud", "safety-ledger");
        expected.keySet().retainAll(CLAIMS);

        // When
        String subject = String.valueOf(persona.get("subject"));
        Tokens tokens = List.of("integration").equals(expected.get("roles"))
                ? logins().byClientCredentials(subject)
                : logins().byAuthorizationCode(subject);

        // Then
        assertNotNull(tokens.claims().get("sub"));
        assertEquals(expected, claims(tokens));
        assertEquals(persona.get("name"), LedgerClient.as(tokens).query(VIEWER).getString("data.viewer.name"));
    }

    @Test
    void closesAHazard() {
        // Given
        Loop loop = new Loop();
        Bearer officer = logins().byAuthorizationCode("county-officer-lankao");
        Bearer colleague = logins().byAuthorizationCode("county-officer-lankao-2");
        Bearer manager = logins().byAuthorizationCode("manager-lankao");
        Bearer integration = logins().byClientCredentials("integration-client");
        String hazard = loop.reportedHazard(officer, TestCaller.LANKAO_ENTERPRISE);

        // When
        loop.complete(hazard, officer, manager, colleague);

        // Then
        assertEquals(
                "CLOSED",
                LedgerClient.as(integration)
                        .query("query($id: ID!) { hazard(id: $id) { status } }", Map.of("id", hazard))
                        .getString("data.hazard.status"));
    }

    @Test
    void deviceIsApprovedByItsUser() {
        // Given
        String user = "worker-lankao";

        // When
        Tokens tokens = Tokens.of(logins().byDevice(DEVICE, user, "accept"));

        // Then
        assertEquals(List.of("enterprise-worker"), tokens.claims().get("roles"));
        assertEquals("ENTERPRISE_WORKER", LedgerClient.as(tokens).query(VIEWER).getString("data.viewer.role"));
    }

    @Test
    void deviceThatItsUserRefusesGetsNoToken() {
        // Given
        String user = "worker-lankao";

        // When
        Response refused = logins().byDevice(DEVICE, user, "cancel");

        // Then
        assertEquals(400, refused.statusCode());
        assertEquals("access_denied", refused.jsonPath().getString("error"));
    }

    @Test
    void mobileAppStaysLoggedInByRefreshTokensThatServeOnce() {
        // Given
        Tokens first = logins().byAuthorizationCode(
                        MOBILE, "org.safetyledger.app:/callback", "openid offline_access", "county-officer-qixian");
        Map<String, String> refresh =
                Map.of("grant_type", "refresh_token", "client_id", MOBILE, "refresh_token", first.refresh());

        // When
        Tokens second = logins().tokens(refresh);
        Response repeated = logins().grant(refresh);

        // Then
        assertEquals("410221000000", LedgerClient.as(second).query(VIEWER).getString("data.viewer.division"));
        assertNotEquals(first.refresh(), second.refresh());
        assertEquals("invalid_grant", repeated.jsonPath().getString("error"));
    }

    @Test
    void loginWithoutProofKeyIsRefused() {
        // Given
        Map<String, String> plain = Map.of("code_challenge", "a".repeat(43), "code_challenge_method", "plain");

        // When
        Map<String, String> without = logins().refusal(Map.of());
        Map<String, String> withPlain = logins().refusal(plain);

        // Then
        assertEquals("invalid_request", without.get("error"));
        assertEquals("invalid_request", withPlain.get("error"));
    }

    @Test
    void codeIsWorthlessWithoutItsProofKey() {
        // Given
        String user = "city-leader";

        // When
        Response refused = logins().byStolenCode(user);

        // Then
        assertEquals(400, refused.statusCode());
        assertEquals("invalid_grant", refused.jsonPath().getString("error"));
    }

    @ParameterizedTest
    @MethodSource("org.safetyledger.keycloak.Personas#wishes")
    void accountPageChangesNothingThatDecidesTheScope(String user, String attribute, String wished) {
        // Given
        Map<String, Object> before = scope(user);

        // When
        Response refused = Account.of(known(), user).change(attribute, wished);

        // Then
        assertEquals(400, refused.statusCode());
        assertEquals(attribute, refused.jsonPath().getString("field"));
        assertEquals("error-user-attribute-read-only", refused.jsonPath().getString("errorMessage"));
        assertEquals(before, scope(user));
    }

    @ParameterizedTest
    @MethodSource("org.safetyledger.keycloak.Personas#wishes")
    void profileFormChangesNothingThatDecidesTheScope(String user, String attribute, String wished) {
        // Given
        Map<String, Object> before = scope(user);

        // When
        Page refused =
                logins().byAction("UPDATE_PROFILE", user, Map.of("email", user + "@example.org", attribute, wished));

        // Then
        assertEquals(200, refused.status());
        assertTrue(refused.body().contains("id=\"input-error-" + attribute + "\""), refused.body());
        assertEquals(before, scope(user));
    }

    @Test
    void userChangesTheirOwnAddress() {
        // Given
        Account account = Account.of(known(), "worker-qixian");

        // When
        int status = account.move("moved@example.org").statusCode();
        Page saved = logins().byAction("UPDATE_PROFILE", "manager-qixian", Map.of("email", "gone@example.org"));

        // Then
        assertEquals(204, status);
        assertEquals("moved@example.org", account.read().jsonPath().getString("email"));
        assertEquals("success", Logins.parameters(saved.redirect()).get("kc_action_status"));
        assertEquals(
                "gone@example.org",
                Account.of(known(), "manager-qixian").read().jsonPath().getString("email"));
    }

    @Test
    void ledgerAndAccountTakeOnlyTokensMeantForThem() {
        // Given
        Bearer ofTheLedger = logins().byAuthorizationCode("city-officer");
        Bearer ofTheAccount = Account.of(known(), "city-officer").user();

        // When
        Response account = Account.as(known(), ofTheLedger).read();
        Response ledger = LedgerClient.as(ofTheAccount).send(VIEWER, Map.of());

        // Then
        assertEquals(401, account.statusCode());
        assertEquals(401, ledger.statusCode());
    }

    private KeycloakRealm known() {
        return Objects.requireNonNull(realm);
    }

    private Logins logins() {
        return new Logins(known());
    }

    /** What the ledger is told of the user at their next login. */
    private Map<String, Object> scope(String user) {
        return claims(logins().byAuthorizationCode(user));
    }

    private static Map<String, Object> claims(Tokens tokens) {
        Map<String, Object> claims = new LinkedHashMap<>(tokens.claims());
        claims.keySet().retainAll(CLAIMS);
        return claims;
    }
}
