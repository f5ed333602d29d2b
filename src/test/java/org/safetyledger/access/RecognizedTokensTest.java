package org.safetyledger.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

/** How long a verified token is taken at its word. */
@LedgerTest
class RecognizedTokensTest {
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");

    @Inject
    Identification identification;

    @Inject
    ActiveGrantees grantees;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private RecognizedTokens tokens;

    @BeforeEach
    void startAtNoon() {
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        now.set(NOON);
        tokens = new RecognizedTokens(identification, grantees, clock);
    }

    @Test
    void recallsTheCallerWithinAMinute() throws Exception {
        // Given
        String authorization = recognized(TestCaller.OFFICER_LANKAO, NOON.plus(Duration.ofHours(1)));

        // When
        now.set(NOON.plusSeconds(59));

        // Then
        assertEquals(
                Optional.of("county-officer-lankao"),
                tokens.recall(authorization).map(Caller::subject));
    }

    @Test
    void forgetsTheCallerAfterAMinuteSoThatAWithdrawnTokenOrKeyEnds() throws Exception {
        // Given
        String authorization = recognized(TestCaller.OFFICER_LANKAO, NOON.plus(Duration.ofHours(1)));

        // When
        now.set(NOON.plusSeconds(60));

        // Then
        assertEquals(Optional.empty(), tokens.recall(authorization));
    }

    @Test
    void forgetsTheCallerWhenTheTokenExpires() throws Exception {
        // Given
        String authorization = recognized(TestCaller.OFFICER_LANKAO, NOON.plusSeconds(10));

        // When
        now.set(NOON.plusSeconds(10));

        // Then
        assertEquals(Optional.empty(), tokens.recall(authorization));
    }

    @Test
    void tellsTokensApart() throws Exception {
        // Given
        String lankao = recognized(TestCaller.OFFICER_LANKAO, NOON.plusSeconds(600));
        String qixian = recognized(TestCaller.OFFICER_QIXIAN, NOON.plusSeconds(600));

        // When, Then
        assertEquals(Optional.of("410225000000"), tokens.recall(lankao).map(Caller::division));
        assertEquals(Optional.of("410221000000"), tokens.recall(qixian).map(Caller::division));
        assertEquals(Optional.empty(), tokens.recall(lankao + "x"));
        assertEquals(Optional.empty(), tokens.recall(null));
    }

    @Test
    void aChangedSignatureIsRefusedAlthoughItsTokenWasJustTaken() {
        // Given
        String token = TestCaller.OFFICER_LANKAO.token();
        assertEquals(200, status(token));

        // When
        char last = token.charAt(token.length() - 10);
        String forged = token.substring(0, token.length() - 10)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 9);

        // Then
        assertEquals(401, status(forged));
        assertEquals(200, status(token));
    }

    private String recognized(TestCaller caller, Instant expiry) throws Exception {
        String token = caller.claims()
                .issuer("https://server.example.com")
                .expiresAt(expiry)
                .sign();
        String authorization = "Bearer " + token;
        tokens.recognize(authorization, identity(token, caller));
        return authorization;
    }

    /** The identity as the OIDC extension makes it once the signature was found right. */
    private static SecurityIdentity identity(String token, TestCaller caller) throws InvalidJwtException {
        JwtClaims claims = new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setSkipSignatureVerification()
                .setDisableRequireSignature()
                .build()
                .processToClaims(token);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(claims, new AccessTokenCredential(token)))
                .addRole(caller.role())
                .build();
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("query", "{ viewer { role } }"))
                .post("/graphql")
                .statusCode();
    }
}
