package org.safetyledger.dev;

/** How far a directive of the city's safety committee's office to a county's government has come. */
enum DirectiveStory {
    DRAFTED(0),
    OPEN(0),
    LATE(5),
    ANSWERED(0),
    RETURNED(0),
    COMPLETED(0);

    private final int daysAgo;

    DirectiveStory(int daysAgo) {
        this.daysAgo = daysAgo;
    }

    /** When the conference was held. */
    int daysAgo() {
        return daysAgo;
    }
}
