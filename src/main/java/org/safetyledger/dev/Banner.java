package org.safetyledger.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells a newcomer where to go, after everything else has started. */
@Singleton
@IfBuildProfile("dev")
class Banner {
    private static final Logger LOG = Logger.getLogger("org.safetyledger.dev");

    private final Issuer issuer;
    private final String root;
    private final String database;
    private final String data;
    private final boolean usual;

    Banner(
            Issuer issuer,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> database,
            @ConfigProperty(name = "safety-ledger.dev.data") String data) {
        this.issuer = issuer;
        this.root = "http://localhost:" + port;
        this.database = database.orElse("none");
        this.data = Path.of(data).toAbsolutePath().toString();
        this.usual = port == Stand.HTTP && issuer.url().getPort() == Stand.ISSUER && data.equals(".data");
    }

    void print(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        LOG.infof("""

              Personas     %1$s/
              GraphiQL     %1$s/q/graphql-ui/
              GraphQL      %1$s/graphql
              A token      %2$s
              PostgreSQL   %3$s, user and password postgres
            """, root, issuer.curl("county-officer-lankao"), database);
        if (!usual) {
            LOG.infof(
                    "The usual ports or data are taken, as by another stand: this one serves at %s, gives tokens at"
                            + " %s, has its own database at %s and keeps its data in %s.",
                    root, issuer.url(), database, data);
        }
    }
}
