package org.safetyledger.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * Runs the provider as long as the application runs. A live reload stops it and starts it again on the same port with
 * the same key, so a token that a developer has copied stays valid; stopping hangs on the bean's end and not on the
 * shutdown event, because that one is not sent when a start has failed half way.
 */
@Singleton
@IfBuildProfile("dev")
class IdentityProvider {
    private final Issuer issuer;
    private final MockOAuth2Server server;

    IdentityProvider(Issuer issuer, OAuth2Config config, LoginRoute login) {
        this.issuer = issuer;
        this.server = new MockOAuth2Server(config, login);
    }

    /** On the loopback interface only: it hands a token to whoever asks. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        server.start(InetAddress.getLoopbackAddress(), issuer.url().getPort());
    }

    @PreDestroy
    void stop() {
        server.shutdown();
    }
}
