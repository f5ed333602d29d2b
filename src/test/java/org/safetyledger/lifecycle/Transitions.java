package org.safetyledger.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state machines of the domain as tables: which recorded action leads from which states to which. Written from the
 * domain's description; {@code *} is any state, {@code =} the state that it was in.
 */
final class Transitions {
    static final Transitions HAZARD = table("""
            REPORTED              : - -> REPORTED
            CORRECTED             : REPORTED -> =
            CONFIRMED             : REPORTED -> CONFIRMED
            REJECTED              : REPORTED -> REJECTED
            CONTESTED             : REJECTED DUPLICATE -> REPORTED
            MARKED_DUPLICATE      : REPORTED -> DUPLICATE
            ORIGINAL_REJECTED     : DUPLICATE -> REPORTED
            GRADE_ESCALATED       : CONFIRMED ASSIGNED RECTIFYING SUBMITTED REVIEWING REOPENED -> =
            GRADE_ESCALATED       : FIXED_ON_SITE -> CONFIRMED
            GRADE_LOWERED         : CONFIRMED ASSIGNED RECTIFYING SUBMITTED REVIEWING REOPENED -> =
            RECTIFICATION_PLANNED : CONFIRMED ASSIGNED RECTIFYING SUBMITTED REVIEWING REOPENED -> =
            FIXED_ON_SITE         : CONFIRMED -> FIXED_ON_SITE
            ASSIGNED              : CONFIRMED REOPENED -> ASSIGNED
            TASK_CANCELLED        : ASSIGNED RECTIFYING -> CONFIRMED
            RECTIFICATION_STARTED : ASSIGNED -> RECTIFYING
            DEADLINE_EXTENDED     : ASSIGNED RECTIFYING -> =
            SUBMITTED             : RECTIFYING -> SUBMITTED
            REVIEW_PASSED         : SUBMITTED -> REVIEWING
            REVIEWED              : SUBMITTED -> REVIEWING
            REVIEW_FAILED         : REVIEWING -> RECTIFYING
            CLOSED                : REVIEWING FIXED_ON_SITE -> CLOSED
            SELF_CLOSED           : REPORTED CONFIRMED -> CLOSED
            REOPENED              : CLOSED -> REOPENED
            EVIDENCE_ADDED        : * -> =
            """);
    static final Transitions TASK = table("""
            ASSIGNED            : - -> PENDING_ACCEPT
            PERSON_ASSIGNED     : PENDING_ACCEPT ACCEPTED IN_PROGRESS EXTENSION_REQUESTED SUBMITTED RETURNED -> =
            ACCEPTED            : PENDING_ACCEPT -> ACCEPTED
            STARTED             : ACCEPTED RETURNED -> IN_PROGRESS
            EXTENSION_REQUESTED : ACCEPTED IN_PROGRESS -> EXTENSION_REQUESTED
            EXTENSION_APPROVED  : EXTENSION_REQUESTED -> ACCEPTED
            EXTENSION_APPROVED  : EXTENSION_REQUESTED -> IN_PROGRESS
            EXTENSION_REFUSED   : EXTENSION_REQUESTED -> ACCEPTED
            EXTENSION_REFUSED   : EXTENSION_REQUESTED -> IN_PROGRESS
            SUBMITTED           : IN_PROGRESS -> SUBMITTED
            PASSED              : SUBMITTED -> PASSED
            RETURNED            : SUBMITTED -> RETURNED
            DEADLINE_MOVED      : PENDING_ACCEPT ACCEPTED IN_PROGRESS EXTENSION_REQUESTED SUBMITTED RETURNED -> =
            CANCELLED           : PENDING_ACCEPT ACCEPTED IN_PROGRESS EXTENSION_REQUESTED RETURNED -> CANCELLED
            EVIDENCE_ADDED      : * -> =
            """);
    static final Transitions LOOK_BACK_CHECK = table("""
            SAMPLED : - -> PENDING
            HELD    : PENDING -> HELD
            FAILED  : PENDING -> FAILED
            """);
    static final Transitions INSPECTION = table("""
            PLANNED           : - -> PLANNED
            PLANNED           : - -> ASSIGNED
            PLANNED           : - -> APPROVAL_PENDING
            APPROVED          : APPROVAL_PENDING -> APPROVED
            APPROVED          : APPROVAL_PENDING -> ASSIGNED
            APPROVED          : PLANNED ASSIGNED NOTIFIED IN_PROGRESS RECORD_PENDING_SIGNATURE SIGNED SIGNATURE_REFUSED FINDINGS_ISSUED FOLLOW_UP COMPLETED ABORTED -> =
            APPROVAL_REFUSED  : APPROVAL_PENDING PLANNED ASSIGNED NOTIFIED -> CANCELLED
            APPROVAL_REFUSED  : IN_PROGRESS RECORD_PENDING_SIGNATURE SIGNED SIGNATURE_REFUSED FINDINGS_ISSUED FOLLOW_UP -> ABORTED
            APPROVAL_REFUSED  : COMPLETED ABORTED -> =
            RESCHEDULED       : APPROVAL_PENDING PLANNED ASSIGNED NOTIFIED -> =
            RESCHEDULED       : APPROVED ASSIGNED NOTIFIED -> APPROVAL_PENDING
            ENTRY_CONFIRMED   : ASSIGNED NOTIFIED -> =
            RATED             : SIGNED SIGNATURE_REFUSED FINDINGS_ISSUED FOLLOW_UP COMPLETED -> =
            NOTIFIED          : ASSIGNED -> NOTIFIED
            STARTED           : ASSIGNED NOTIFIED -> IN_PROGRESS
            FINDING_RECORDED  : IN_PROGRESS -> =
            RECORD_FINISHED   : IN_PROGRESS -> RECORD_PENDING_SIGNATURE
            SIGNED            : RECORD_PENDING_SIGNATURE -> SIGNED
            SIGNATURE_REFUSED : RECORD_PENDING_SIGNATURE -> SIGNATURE_REFUSED
            FINDINGS_ISSUED   : SIGNED SIGNATURE_REFUSED -> FINDINGS_ISSUED
            FOLLOW_UP_STARTED : FINDINGS_ISSUED -> FOLLOW_UP
            COMPLETED         : FINDINGS_ISSUED FOLLOW_UP -> COMPLETED
            CANCELLED         : APPROVAL_PENDING APPROVED PLANNED ASSIGNED NOTIFIED -> CANCELLED
            ABORTED           : IN_PROGRESS -> ABORTED
            EVIDENCE_ADDED    : * -> =
            """);

    static final Transitions PAPER = table("""
            ISSUED    : - -> ISSUED
            SERVED    : ISSUED -> SERVED
            SIGNED    : SERVED -> SIGNED
            REFUSED   : SERVED -> REFUSED
            WITHDRAWN : ISSUED SERVED -> WITHDRAWN
            RESUMED   : SERVED SIGNED REFUSED -> =
            """);

    private static final String NOTHING = "-";

    private final List<Row> rows;

    private Transitions(List<Row> rows) {
        this.rows = rows;
    }

    private record Row(String action, Set<String> from, String to) {
        boolean leads(String state, String next) {
            boolean starts = from.contains(state) || from.contains("*") && !state.equals(NOTHING);
            return starts && (to.equals("=") ? state : to).equals(next);
        }
    }

    private static Transitions table(String text) {
        return new Transitions(text.lines().map(Transitions::row).toList());
    }

    private static Row row(String line) {
        String[] parts = line.split(":|->", -1);
        return new Row(
                parts[0].strip(),
                Stream.of(parts[1].strip().split(" ", -1)).collect(Collectors.toSet()),
                parts[2].strip());
    }

    boolean allows(@Nullable String state, String action, String next) {
        String from = state == null ? NOTHING : state;
        return rows.stream().anyMatch(row -> row.action().equals(action) && row.leads(from, next));
    }

    /** What is wrong with a recorded history, as {@code action -> state} steps; empty when every step is legal. */
    List<String> illegalSteps(List<Map.Entry<String, String>> history) {
        Map<Integer, String> illegal = new LinkedHashMap<>();
        String state = null;
        for (int i = 0; i < history.size(); i++) {
            Map.Entry<String, String> step = history.get(i);
            if (!allows(state, step.getKey(), step.getValue())) {
                illegal.put(i + 1, state + " - " + step.getKey() + " -> " + step.getValue());
            }
            state = step.getValue();
        }
        return illegal.entrySet().stream().map(Object::toString).toList();
    }
}
