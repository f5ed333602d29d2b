package org.safetyledger.access;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells Quarkus, before it verifies a token, with which key to do so: each signing key is a tenant of its own, that needs no
 * issuer. Left to itself, Quarkus asks the issuer for each token with a key that it does not know, as often and as long as
 * it takes. A key of another kind than RSA is left to it, once the issuer was seen to have it.
 */
@ApplicationScoped
class IssuerTenants implements TenantConfigResolver {
    private final IssuerKeys keys;
    private final Optional<String> issuer;
    private final String audience;
    private final String rolesPath;

    IssuerTenants(
            IssuerKeys keys,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.token.audience") String audience,
            @ConfigProperty(name = "quarkus.oidc.roles.role-claim-path") String rolesPath) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.rolesPath = rolesPath;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        String id = TokenKey.of(request.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (id == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException("The token names no key"));
        }
        Uni<Optional<IssuerKeys.SigningKey>> found = Uni.createFrom()
                .completionStage(() -> keys.find(id))
                .onFailure()
                .transform(failure -> new OIDCException("The issuer of the tokens gave no keys", failure));
        Context caller = Vertx.currentContext();
        // The thread with the issuer's answer does not know the classes of the application, which make a tenant.
        return (caller == null ? found : found.emitOn(task -> caller.runOnContext(ignored -> task.run())))
                .map(key -> tenant(
                        id, key.orElseThrow(() -> new AuthenticationFailedException("The issuer has no such key"))));
    }

    private @Nullable OidcTenantConfig tenant(String id, IssuerKeys.SigningKey key) {
        if (!(key.key() instanceof RSAPublicKey)) {
            return null;
        }
        String encoded = Base64.getEncoder().encodeToString(key.key().getEncoded());
        return OidcTenantConfig.builder()
                .tenantId(id + " " + Integer.toHexString(encoded.hashCode()))
                .applicationType(ApplicationType.SERVICE)
                .publicKey(encoded)
                .token()
                .issuer(issuer.orElse(key.issuer()))
                .audience(List.of(audience))
                .end()
                .roles()
                .roleClaimPath(rolesPath)
                .end()
                .build();
    }
}
