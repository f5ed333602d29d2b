package org.safetyledger.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

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
}
