package org.safetyledger.seeds;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Loads the configured seeds before anything else of the program starts; with bad seeds the program does not start. */
@ApplicationScoped
class SeedsAtStart {

    private static final Logger LOG = Logger.getLogger(SeedsAtStart.class);

    private final Seeds seeds;
    private final SeedSettings settings;

    SeedsAtStart(Seeds seeds, SeedSettings settings) {
        this.seeds = seeds;
        this.settings = settings;
    }

    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        settings.directory().map(Path::of).ifPresent(this::load);
    }

    private void load(Path directory) {
        try {
            seeds.load(directory);
        } catch (SeedsRejectedException rejected) {
            LOG.error(rejected.getMessage());
            // Unlike other exceptions this one ends the start with its message alone, without a stack trace.
            throw new ConfigurationException("Safety Ledger did not start: " + rejected.summary() + ".");
        }
    }
}
