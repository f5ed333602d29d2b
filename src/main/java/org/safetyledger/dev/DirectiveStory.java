package org.safetyledger.dev;

/** How far a directive of the city's safety committee's office to a county's government has come. */
enum DirectiveStory {
    DRAFTED,
    OPEN,
    LATE,
    ANSWERED,
    RETURNED,
    COMPLETED
}
