package org.safetyledger.access;

import io.quarkus.arc.Arc;

/** What the service remembers of grants. It looks again by itself only every few seconds. */
public final class KnownGrants {
    private KnownGrants() {}

    /** Has it look at the database that is there now. */
    public static void refresh() throws Exception {
        Arc.container().instance(ActiveGrantees.class).get().refresh();
    }
}
