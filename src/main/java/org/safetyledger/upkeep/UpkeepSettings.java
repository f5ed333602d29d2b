package org.safetyledger.upkeep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long is kept what need not be kept for ever. */
@ConfigMapping(prefix = "safety-ledger.upkeep")
public interface UpkeepSettings {
    /** How often partitions are made ahead and old rows are pruned, or {@code off}. */
    String every();

    /** How far back a consumer of the feed may have read last. */
    @WithDefault("P90D")
    Duration outboxRetention();

    /** For how long a repeated command is known as such. */
    @WithDefault("P180D")
    Duration commandRetention();
}
