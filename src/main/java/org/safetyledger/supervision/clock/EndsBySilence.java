package org.safetyledger.supervision.clock;

import java.time.Instant;

/**
 * What silence ends: no row of its own changes at the end of such a clock, so that the engine has it ended, before any clock climbs.
 * Implemented by whoever knows what else becomes of it, with which the clock ends in one transaction.
 */
public interface EndsBySilence {
    /** Ends all whose time has gone by. One that fails is tried again the next time, and keeps no other one back. */
    void endDue(Instant now) throws Exception;
}
