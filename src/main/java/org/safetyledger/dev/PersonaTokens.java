package org.safetyledger.dev;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.HttpUrl;

/** The tokens of the page and of the cookie, signed when first needed and again before they expire. */
@Singleton
@IfBuildProfile("dev")
class PersonaTokens {
    private final Issuer issuer;
    private final PersonaClaims claims;
    private final OAuth2TokenProvider signer;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    PersonaTokens(Issuer issuer, PersonaClaims claims, OAuth2TokenProvider signer) {
        this.issuer = issuer;
        this.claims = claims;
        this.signer = signer;
    }

    String tokenOf(Persona persona) {
        Instant now = Instant.now();
        Issued token = issued.compute(
                persona.subject(),
                (subject, known) -> known != null && now.isBefore(known.renewAt()) ? known : issue(subject, now));
        return token.token();
    }

    /** Renewed after half its life, so that whoever copies one from the page has time to use it. */
    private Issued issue(String subject, Instant now) {
        ClientSecretPost client = new ClientSecretPost(new ClientID(subject), new Secret(issuer.clientSecret()));
        TokenRequest request =
                new TokenRequest.Builder(issuer.tokenEndpoint(), client, new ClientCredentialsGrant()).build();
        String token = signer.accessToken(request, HttpUrl.get(issuer.url().toString()), claims, null)
                .serialize();
        return new Issued(token, now.plus(issuer.tokenLifetime().dividedBy(2)));
    }

    private record Issued(String token, Instant renewAt) {}
}
