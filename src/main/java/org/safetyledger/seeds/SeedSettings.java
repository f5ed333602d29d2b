package org.safetyledger.seeds;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the seeds lie. */
@ConfigMapping(prefix = "safety-ledger.seeds")
public interface SeedSettings {

    /** The directory whose CSV files are loaded at start-up; without it nothing is loaded. */
    Optional<String> directory();
}
