package org.safetyledger.dev;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/**
 * What the provider writes into a token. The library would sign a token for any client at all; here a client that is no
 * persona gets an error, because a token without claims would look like a defect of the service.
 */
@Singleton
@IfBuildProfile("dev")
class PersonaClaims implements OAuth2TokenCallback {
    private final Personas personas;
    private final Issuer issuer;

    PersonaClaims(Personas personas, Issuer issuer) {
        this.personas = personas;
        this.issuer = issuer;
    }

    @Override
    public String issuerId() {
        return issuer.id();
    }

    /** Asked for only when no log-in page has named the subject before. */
    @Override
    public String subject(TokenRequest request) {
        return persona(request).subject();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return JOSEObjectType.JWT.getType();
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(issuer.audience());
    }

    /** After a log-in page the claims come from the page; {@link LoginRoute} put them there. */
    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        GrantType grant = request.getAuthorizationGrant().getType();
        boolean loggedIn = grant.equals(GrantType.AUTHORIZATION_CODE) || grant.equals(GrantType.REFRESH_TOKEN);
        return loggedIn ? Map.of() : persona(request).claims();
    }

    @Override
    public long tokenExpiry() {
        return issuer.tokenLifetime().toSeconds();
    }

    private Persona persona(TokenRequest request) {
        if (!request.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)) {
            throw refusal(OAuth2Error.INVALID_GRANT, "log in by client_credentials or by the log-in page");
        }
        if (!(request.getClientAuthentication() instanceof PlainClientSecret client)
                || !client.getClientSecret().getValue().equals(issuer.clientSecret())) {
            throw refusal(OAuth2Error.INVALID_CLIENT, "wrong client_secret");
        }
        return find(client.getClientID());
    }

    private Persona find(@Nullable ClientID client) {
        return personas.find(client == null ? null : client.getValue())
                .orElseThrow(() -> refusal(OAuth2Error.INVALID_CLIENT, "client_id names no persona"));
    }

    private static OAuth2Exception refusal(ErrorObject error, String reason) {
        return new OAuth2Exception(error.setDescription(reason), reason);
    }
}
