package org.safetyledger.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the issuer where its keys are (OpenID Connect Discovery 1.0) and for the keys (RFC 7517), each within a time limit
 * that ends with the last byte: whoever hangs, drips or never ends is cut off.
 */
@ApplicationScoped
class IssuerClient {
    private static final long LONGEST_ANSWER = 1 << 20;

    private final IssuerSettings settings;
    private final ObjectMapper mapper;
    private final String issuer;
    private final URI discovery;
    private final Optional<URI> fixedKeys;
    private final HttpClient http;

    IssuerClient(
            IssuerSettings settings,
            ObjectMapper mapper,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer,
            @ConfigProperty(name = "quarkus.oidc.jwks-path") Optional<String> keysPath) {
        this.settings = settings;
        this.mapper = mapper;
        this.issuer = issuer;
        String base = issuer.endsWith("/") ? issuer : issuer + "/";
        this.discovery = URI.create(base + ".well-known/openid-configuration");
        this.fixedKeys = keysPath.map(URI.create(base)::resolve);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * What the issuer publishes.
     *
     * @param name as its tokens name it
     * @param keys public keys by their ids
     */
    record Published(String name, Map<String, Key> keys) {}

    private record Metadata(String name, URI keys) {}

    CompletableFuture<Published> ask() {
        CompletableFuture<Metadata> metadata = fixedKeys
                .map(address -> CompletableFuture.completedFuture(new Metadata(issuer, address)))
                .orElseGet(() -> get(discovery).thenApply(this::metadata));
        return metadata.thenCompose(
                known -> get(known.keys()).thenApply(set -> new Published(known.name(), publicKeys(set))));
    }

    private CompletableFuture<String> get(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(settings.answerTimeout())
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<String>> exchange =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        CompletableFuture<HttpResponse<String>> answer =
                exchange.copy().orTimeout(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        return answer.whenComplete((response, failure) -> exchange.cancel(true)).thenApply(IssuerClient::content);
    }

    private static String content(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw unusable(response.uri() + " answered " + response.statusCode(), null);
        }
        return response.body();
    }

    private Metadata metadata(String document) {
        try {
            JsonNode metadata = mapper.readTree(document);
            if (!metadata.path("jwks_uri").isTextual()) {
                throw unusable(discovery + " names no jwks_uri", null);
            }
            return new Metadata(
                    metadata.path("issuer").asText(issuer),
                    discovery.resolve(metadata.path("jwks_uri").textValue()));
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw unusable(discovery + " gave no metadata", malformed);
        }
    }

    private static Map<String, Key> publicKeys(String set) {
        try {
            Map<String, Key> keys = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(set).getJsonWebKeys()) {
                if (key instanceof PublicJsonWebKey pair && key.getKeyId() != null && !"enc".equals(key.getUse())) {
                    keys.put(key.getKeyId(), pair.getPublicKey());
                }
            }
            return Map.copyOf(keys);
        } catch (JoseException | RuntimeException malformed) {
            throw unusable("The issuer gave no set of keys", malformed);
        }
    }

    private static CompletionException unusable(String what, @Nullable Exception cause) {
        return new CompletionException(new IOException(what, cause));
    }
}
