package org.safetyledger.dev;

/** What the demonstration has of regulators and of duties. */
enum ResponsibilityStory {
    TRADE_DECIDED,
    VENUE_DECIDED_TWICE,
    DUTY_PERFORMED,
    DUTY_PERFORMED_BY_A_MEETING,
    DUTY_WITHDRAWN,
    TOWN_LEFT
}
