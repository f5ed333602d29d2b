package org.safetyledger.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/** Where contents are kept. A content is written once under its id and never changed. */
public interface EvidenceStore {
    /** A place in the store's reach to receive a content before it is known to be sound. */
    Path receive() throws IOException;

    /** Keeps a received content under its id. */
    void keep(UUID id, Path received) throws IOException;

    InputStream open(UUID id) throws IOException;
}
