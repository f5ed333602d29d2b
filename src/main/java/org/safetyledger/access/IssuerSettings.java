package org.safetyledger.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the issuer of the tokens is asked for its keys, and how long its answer is good. */
@ConfigMapping(prefix = "safety-ledger.issuer")
public interface IssuerSettings {
    @WithDefault("2S")
    Duration connectTimeout();

    /** From the question to the last byte of the answer. */
    @WithDefault("3S")
    Duration answerTimeout();

    /** Then they are asked for anew: a key that the issuer took back is forgotten. */
    @WithDefault("5M")
    Duration keysLast();

    /** How much longer known keys are good while the issuer cannot be asked. */
    @WithDefault("1H")
    Duration keysLastUnasked();

    /** A key that was not among them is not asked for again before this time: forged tokens cost no question. */
    @WithDefault("10S")
    Duration unknownKeysLast();

    /** How soon the issuer is asked again after it gave no answer. */
    @WithDefault("1S")
    Duration retryAfter();
}
