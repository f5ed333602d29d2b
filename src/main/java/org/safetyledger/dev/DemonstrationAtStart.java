package org.safetyledger.dev;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Fills a new stand, once and behind its back: whoever opens it meanwhile sees the ledger grow. */
@Singleton
@IfBuildProfile("dev")
class DemonstrationAtStart {
    private static final Logger LOG = Logger.getLogger("org.safetyledger.dev");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Personas personas;
    private final PersonaTokens tokens;
    private final ObjectMapper json;
    private final int port;
    private final Path told;
    private final boolean wanted;

    DemonstrationAtStart(
            Personas personas,
            PersonaTokens tokens,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "safety-ledger.dev.data") Path data,
            @ConfigProperty(name = "safety-ledger.dev.demonstration") boolean wanted) {
        this.personas = personas;
        this.tokens = tokens;
        this.json = json;
        this.port = port;
        this.told = data.resolve("demonstration");
        this.wanted = wanted;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (wanted && !Files.exists(told)) {
            Thread.startVirtualThread(this::tell);
        }
    }

    private void tell() {
        HttpDesk desk = new HttpDesk(
                "http://localhost:" + port,
                subject -> tokens.tokenOf(personas.find(subject).orElseThrow()),
                json);
        try {
            awaitService(desk);
            long begin = System.nanoTime();
            int stories = new Demonstration(desk).tell();
            Files.writeString(told, "Delete this file to have the demonstration told again.\n");
            LOG.infof(
                    "The demonstration has told %d stories of hazards and visits in %d ms",
                    (Object) stories,
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
        } catch (IOException | RuntimeException failure) {
            LOG.warn("The demonstration could not be told; it goes on with the next start", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until somebody is recognised: the service takes requests before it has the keys of the identity provider beside it. */
    private static void awaitService(Desk desk) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!recognises(desk)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nobody was recognised within " + PATIENCE);
            }
            Thread.sleep(100);
        }
    }

    private static boolean recognises(Desk desk) {
        try {
            return desk.ask("auditor", "{ viewer { role } }", Map.of())
                    .at("/data/viewer/role")
                    .isTextual();
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
