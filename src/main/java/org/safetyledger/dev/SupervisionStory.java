package org.safetyledger.dev;

/** How far a visit of the city's safety committee's office to a county's government has come. */
enum SupervisionStory {
    PLANNED,
    RECORD_PENDING_SIGNATURE,
    ITEM_OPEN,
    ITEM_ANSWERED,
    ITEM_ACCEPTED
}
