package org.safetyledger.audit;

/** The last entry of an object's history, on which the next one is built. */
record ChainEnd(int sequence, String hash) {
    /** That of an object of which nothing is recorded yet. */
    static final ChainEnd OF_NOTHING = new ChainEnd(0, HistoryEntry.FIRST);
}
