package org.safetyledger.jurisdiction;

/**
 * What the deadline rules limit that this program asks for: the whole rectification, one state of it, or an extension.
 * A subject is data: rules of others load too, and are asked for by their name.
 */
public final class DeadlineSubject {
    public static final String HAZARD_CONFIRMATION = "HAZARD_CONFIRMATION";
    public static final String HAZARD_ASSIGNMENT = "HAZARD_ASSIGNMENT";
    public static final String TASK_ACCEPTANCE = "TASK_ACCEPTANCE";
    public static final String RECTIFICATION_START = "RECTIFICATION_START";
    public static final String RECTIFICATION_TOTAL = "RECTIFICATION_TOTAL";
    public static final String REVIEW = "REVIEW";
    public static final String CLOSURE = "CLOSURE";
    public static final String EXTENSION_NOTICE = "EXTENSION_NOTICE";
    public static final String EXTENSION_DECISION = "EXTENSION_DECISION";
    public static final String EXTENSION_MAXIMUM = "EXTENSION_MAXIMUM";

    private DeadlineSubject() {}
}
