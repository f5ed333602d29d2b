package org.safetyledger.jurisdiction;

/** What a deadline rule limits: the whole rectification, one state of it, or an extension. */
public enum DeadlineSubject {
    HAZARD_CONFIRMATION,
    HAZARD_ASSIGNMENT,
    TASK_ACCEPTANCE,
    RECTIFICATION_START,
    RECTIFICATION_TOTAL,
    REVIEW,
    CLOSURE,
    EXTENSION_NOTICE,
    EXTENSION_DECISION,
    EXTENSION_MAXIMUM
}
