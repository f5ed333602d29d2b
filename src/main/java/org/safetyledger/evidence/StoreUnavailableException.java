package org.safetyledger.evidence;

import java.io.IOException;

/** The store cannot take or give contents at the moment: its disk is full, read-only or not there. */
public final class StoreUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    StoreUnavailableException(String reason) {
        super(reason);
    }

    StoreUnavailableException(IOException cause) {
        super(cause);
    }
}
