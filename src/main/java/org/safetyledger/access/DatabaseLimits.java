package org.safetyledger.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the database may be kept busy or waiting by one caller. */
@ConfigMapping(prefix = "safety-ledger.database")
public interface DatabaseLimits {
    /** How long one statement may take; what takes longer is cancelled and answered with TIME_LIMIT_EXCEEDED. */
    @WithDefault("10S")
    Duration statementLimit();

    /** How long a command waits for a row that another command holds, before it is answered with BUSY. */
    @WithDefault("2S")
    Duration lockWait();

    /** How long a transaction may stay open between two statements. */
    @WithDefault("10S")
    Duration idleTransaction();

    /** How long a request waits for its turn, behind others of its caller or behind other commands. */
    @WithDefault("5S")
    Duration turnWait();
}
