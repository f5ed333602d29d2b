package org.safetyledger.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.restassured.response.Response;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Keys that the identity provider begins to sign with, and keys that it takes back; the service runs on. */
@LedgerTest
class SigningKeysTest {
    private static final String ISSUER = "https://server.example.com";
    private static final String KEYS = "/auth/realms/quarkus/protocol/openid-connect/certs";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RsaJsonWebKey CURRENT = key();
    private static final RsaJsonWebKey NEXT = key();

    @OidcWireMock
    @SuppressWarnings("NullAway.Init")
    WireMockServer provider;

    private final List<StubMapping> published = new ArrayList<>();
    private final RsaJsonWebKey current = named(CURRENT);
    private final RsaJsonWebKey next = named(NEXT);

    /** What the provider said last holds for a second yet, in which others' tokens would be refused. */
    @AfterEach
    void signAsBefore() {
        published.forEach(provider::removeStub);
        await().atMost(PATIENCE).until(() -> answer(claims().sign()).statusCode() == 200);
    }

    @Test
    void aNewKeyIsTakenSoonAfterItIsPublished() {
        // Given
        isTaken(current);
        assertEquals(401, answer(next).statusCode());

        // When
        publishes(current, next);

        // Then
        await().atMost(PATIENCE).until(() -> answer(next).statusCode() == 200);
        assertEquals(200, answer(current).statusCode());
    }

    @Test
    void aHangingProviderLocksNobodyOutAndIsForgivenWhenItAnswers() throws Exception {
        // Given
        isTaken(current);
        answersForKeys(okJson("{}").withFixedDelay(20_000));
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);

        // When
        List<Response> forged = Together.act(12, i -> answer(next));

        // Then
        assertEquals(Set.of(503), statuses(forged));
        assertEquals(Set.of(503), Set.of(upload(next).statusCode()));
        assertEquals(200, answer(current).statusCode());

        // When
        publishes(current, next);

        // Then
        await().atMost(PATIENCE).until(() -> answer(next).statusCode() == 200);
    }

    @Test
    void forgedTokensCostTheProviderNoQuestions() {
        // Given
        isTaken(current);
        provider.resetRequests();
        long start = System.nanoTime();

        // When
        for (int i = 0; i < 100; i++) {
            RsaJsonWebKey forged = next;
            forged.setKeyId(UUID.randomUUID().toString());
            assertEquals(401, answer(forged).statusCode());
            assertEquals(401, upload(forged).statusCode());
        }

        // Then
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        int questions = provider.countRequestsMatching(
                        getRequestedFor(urlEqualTo(KEYS)).build())
                .getCount();
        assertTrue(questions <= seconds + 2, () -> questions + " questions in " + seconds + " s");
    }

    @Test
    void tokensOfAKeyOfAnotherKindCostTheProviderNoQuestionEach() throws Exception {
        // Given
        EllipticCurveJsonWebKey curve = curve();
        EllipticCurveJsonWebKey forger = curve();
        forger.setKeyId(curve.getKeyId());
        answersForKeys(okJson(new JsonWebKeySet(current, curve).toJson(OutputControlLevel.PUBLIC_ONLY)));
        await().atMost(PATIENCE).until(() -> answer(token(curve)).statusCode() == 200);
        provider.resetRequests();
        long start = System.nanoTime();

        // When
        for (int i = 0; i < 100; i++) {
            assertEquals(401, answer(token(forger)).statusCode());
        }

        // Then
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        int questions = provider.countRequestsMatching(
                        getRequestedFor(urlEqualTo(KEYS)).build())
                .getCount();
        assertTrue(questions <= 2 * seconds + 4, () -> questions + " questions in " + seconds + " s");
    }

    private static String token(EllipticCurveJsonWebKey key) {
        return claims().jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
    }

    private static EllipticCurveJsonWebKey curve() throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(UUID.randomUUID().toString());
        return key;
    }

    private static Set<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).collect(Collectors.toSet());
    }

    private static Response upload(RsaJsonWebKey key) {
        String token = token(key);
        return LedgerClient.as(() -> token).get("/evidence/evidence_00000000000000000000000000");
    }

    @Test
    void aKeyThatWasTakenBackIsForgotten() {
        // Given
        isTaken(current);

        // When
        publishes(next);

        // Then
        await().atMost(PATIENCE).until(() -> answer(current).statusCode() == 401);
        assertEquals(200, answer(next).statusCode());
        assertEquals(401, answer(current).statusCode());
    }

    @Test
    void aProviderThatGivesNoKeysIsNoFaultOfTheCaller() {
        for (ResponseDefinitionBuilder failure :
                List.of(serverError(), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))) {
            // Given
            answersForKeys(failure);

            // When
            // What the provider said last holds for a second yet.
            Response refused = await().atMost(PATIENCE).until(() -> answer(next), answer -> answer.statusCode() != 401);

            // Then
            assertEquals(503, refused.statusCode(), refused::asString);
            assertEquals("SERVICE_UNAVAILABLE", refused.jsonPath().getString("errors[0].extensions.code"));
        }
        publishes(next);
        await().atMost(PATIENCE).until(() -> answer(next).statusCode() == 200);
    }

    /** Publishes the key alone, and waits until the service knows it: it asks for an unknown one after a second at most. */
    private void isTaken(RsaJsonWebKey key) {
        publishes(key);
        await().atMost(PATIENCE).until(() -> answer(key).statusCode() == 200);
    }

    private void publishes(RsaJsonWebKey... keys) {
        answersForKeys(okJson(new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY)));
    }

    private void answersForKeys(ResponseDefinitionBuilder answer) {
        published.add(provider.stubFor(get(urlEqualTo(KEYS)).atPriority(1).willReturn(answer)));
    }

    /** To a token of its own each time, so that its caller is not recalled. */
    private static String token(RsaJsonWebKey key) {
        return claims().jws().keyId(key.getKeyId()).sign(key.getPrivateKey());
    }

    private static JwtClaimsBuilder claims() {
        return TestCaller.OFFICER_LANKAO
                .claims()
                .issuer(ISSUER)
                .claim("jti", UUID.randomUUID().toString());
    }

    private static Response answer(RsaJsonWebKey key) {
        return answer(token(key));
    }

    private static Response answer(String token) {
        return LedgerClient.as(() -> token).send("{ viewer { role } }", Map.of());
    }

    private static RsaJsonWebKey key() {
        try {
            return RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By a name of its own in each test, so that the service does not know it from another one. */
    private static RsaJsonWebKey named(RsaJsonWebKey key) {
        RsaJsonWebKey named = new RsaJsonWebKey(key.getRsaPublicKey());
        named.setPrivateKey(key.getRsaPrivateKey());
        named.setKeyId(UUID.randomUUID().toString());
        return named;
    }
}
