package org.safetyledger.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** Where contents are kept. A content is written once under its id and never changed. */
public interface EvidenceStore {
    /** A place in the store's reach to receive a content before it is known to be sound. */
    Path receive() throws StoreUnavailableException;

    /** Keeps a received content under its id, so that it outlives a loss of power. */
    void keep(UUID id, Path received) throws StoreUnavailableException;

    /**
     * How many bytes the content has.
     *
     * @throws java.nio.file.NoSuchFileException if the store has none under the id
     */
    long size(UUID id) throws IOException;

    InputStream open(UUID id) throws IOException;

    /** Removes what was begun to be received and has not grown since the given time. Tells how many. */
    int removeParts(Instant untouchedSince) throws IOException;

    /** How many bytes it has room for, after it has shown that it can write at all. */
    long room() throws StoreUnavailableException;
}
