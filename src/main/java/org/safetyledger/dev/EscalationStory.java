package org.safetyledger.dev;

/** How far a hazard's deadline of thirty days has climbed the ladder by now. */
enum EscalationStory {
    REMINDED(28, true),
    BEFORE_THE_OFFICER(31, true),
    BEFORE_THE_COUNTYS_LEADER(33, true),
    BEFORE_THE_CITY(35, true),
    TO_BE_INTERVIEWED(41, true),
    NEVER_ACCEPTED(21, true),
    NEVER_ASSIGNED(45, false);

    private final int daysAgo;
    private final boolean assigned;

    EscalationStory(int daysAgo, boolean assigned) {
        this.daysAgo = daysAgo;
        this.assigned = assigned;
    }

    int daysAgo() {
        return daysAgo;
    }

    boolean isAssigned() {
        return assigned;
    }

    /** Whether the enterprise took the work on. */
    boolean isAccepted() {
        return assigned && this != NEVER_ACCEPTED;
    }
}
