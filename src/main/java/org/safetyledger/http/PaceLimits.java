package org.safetyledger.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How slow a client may be, in sending and in taking. What is idle between two requests ends after {@code quarkus.http.idle-timeout}. */
@ConfigMapping(prefix = "safety-ledger.http")
public interface PaceLimits {
    /** How long the line and the headers of a request may take, from the first byte, or from the connection on. */
    @WithDefault("10S")
    Duration headerLimit();

    /** How long a body may take, and as much longer as it has bytes at {@link #bodyBytesPerSecond()}. */
    @WithDefault("20S")
    Duration bodyLimit();

    /** A body that arrives more slowly than this is given up. */
    @WithDefault("4096")
    int bodyBytesPerSecond();
}
