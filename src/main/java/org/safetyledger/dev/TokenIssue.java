package org.safetyledger.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * How tokens are signed: RS256 with the library's fixed key pair. The endpoint and the cookie share one signer, so the
 * service cannot tell their tokens apart.
 */
@IfBuildProfile("dev")
class TokenIssue {

    @Produces
    @Singleton
    OAuth2TokenProvider signer() {
        return new OAuth2TokenProvider();
    }

    @Produces
    @Singleton
    OAuth2Config config(OAuth2TokenProvider signer, PersonaClaims claims) {
        boolean interactiveLogin = true;
        boolean rotateRefreshToken = true;
        return new OAuth2Config(interactiveLogin, null, null, rotateRefreshToken, signer, Set.of(claims));
    }
}
