package org.safetyledger.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where evidence is kept and how large it may be. */
@ConfigMapping(prefix = "safety-ledger.evidence")
public interface EvidenceSettings {
    /** Directory of the file store. */
    Path directory();

    /** Largest photo, in bytes. */
    @WithDefault("20971520")
    long photoLimit();

    /** Largest video, in bytes. */
    @WithDefault("524288000")
    long videoLimit();

    /** How much of the disk uploads leave free, in bytes: what else is written there must not find it full. */
    @WithDefault("629145600")
    long reserve();

    /** For how long an upload may be silent before what it left is removed. */
    @WithDefault("15M")
    Duration partAge();

    /** How many bytes of stored contents are compared with their hashes at a time. */
    @WithDefault("1073741824")
    long checkBytes();

    /** How often what cut uploads left is removed, or {@code off}. */
    String sweepEvery();

    /** How often stored contents are compared with their hashes, or {@code off}. */
    String checkEvery();
}
