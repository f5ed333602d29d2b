package org.safetyledger.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the identity provider is reached and what its tokens promise. The address is fixed in the configuration, not
 * taken from the request, so that a token fetched by way of 127.0.0.1 is as valid as one fetched from localhost.
 */
@Singleton
@IfBuildProfile("dev")
class Issuer {
    private final URI url;
    private final String audience;
    private final String clientSecret;
    private final Duration tokenLifetime;

    Issuer(
            @ConfigProperty(name = "safety-ledger.dev.issuer") URI url,
            @ConfigProperty(name = "quarkus.oidc.token.audience") String audience,
            @ConfigProperty(name = "safety-ledger.dev.client-secret") String clientSecret,
            @ConfigProperty(name = "safety-ledger.dev.token-lifetime") Duration tokenLifetime) {
        this.url = url;
        this.audience = audience;
        this.clientSecret = clientSecret;
        this.tokenLifetime = tokenLifetime;
    }

    URI url() {
        return url;
    }

    URI tokenEndpoint() {
        return URI.create(url + "/token");
    }

    /** The last part of the address, by which the provider tells its issuers apart. */
    String id() {
        return url.getPath().substring(1);
    }

    String audience() {
        return audience;
    }

    String clientSecret() {
        return clientSecret;
    }

    Duration tokenLifetime() {
        return tokenLifetime;
    }

    /** The call that fetches a persona's token, as a developer types it. */
    String curl(String subject) {
        return "curl -s %s -d grant_type=client_credentials -d client_id=%s -d client_secret=%s"
                .formatted(tokenEndpoint(), subject, clientSecret);
    }
}
