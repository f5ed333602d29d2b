package org.safetyledger.dev;

import java.util.HashMap;
import java.util.Map;

/** How far a visit of the demonstration has come, in how many days it is, and why it is made. */
enum VisitStory {
    APPROVAL_PENDING(5, "SPECIAL", "PLAN"),
    ASSIGNED(7, "SPECIAL", "PLAN"),
    CANCELLED(3, "CASE", "TRANSFERRED"),
    IN_PROGRESS(0, "CASE", "EMERGENCY"),
    RECORD_PENDING_SIGNATURE(0, "CASE", "MONITORING_LEAD"),
    SIGNATURE_REFUSED(0, "CASE", "MONITORING_LEAD"),
    FINDINGS_ISSUED(0, "SPECIAL", "ASSIGNED_FROM_ABOVE"),
    COMPLETED(0, "DAILY", "RECHECK"),
    ASSISTANCE(0, "", "");

    private final int inDays;
    private final String checkKind;
    private final String source;

    VisitStory(int inDays, String checkKind, String source) {
        this.inDays = inDays;
        this.checkKind = checkKind;
        this.source = source;
    }

    int inDays() {
        return inDays;
    }

    boolean isEmergency() {
        return this == IN_PROGRESS;
    }

    /** Whether it is a check, which needs an approval and a scan. */
    boolean checked() {
        return this != ASSISTANCE;
    }

    /** What it orders: to mend, to do at once, or to stop the work. */
    String paper() {
        return switch (this) {
            case RECORD_PENDING_SIGNATURE -> "ON_SITE_MEASURE";
            case SIGNATURE_REFUSED -> "STOP_ORDER";
            default -> "INSTRUCTION";
        };
    }

    /** What its plan says of it. */
    Map<String, Object> cause() {
        if (this == ASSISTANCE) {
            return Map.of("kind", "ASSISTANCE");
        }
        Map<String, Object> cause =
                new HashMap<>(Map.of("kind", "ENFORCEMENT", "checkKind", checkKind, "source", source));
        if (!source.equals("PLAN") && !isEmergency()) {
            cause.put("sourceReference", "汴安委办〔2026〕31号");
        }
        return cause;
    }
}
