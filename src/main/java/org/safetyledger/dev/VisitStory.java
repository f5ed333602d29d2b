package org.safetyledger.dev;

/** How far a visit of the demonstration has come, and in how many days it is. */
enum VisitStory {
    ASSIGNED(7),
    CANCELLED(3),
    IN_PROGRESS(0),
    RECORD_PENDING_SIGNATURE(0),
    FINDINGS_ISSUED(0),
    COMPLETED(0);

    private final int inDays;

    VisitStory(int inDays) {
        this.inDays = inDays;
    }

    int inDays() {
        return inDays;
    }
}
