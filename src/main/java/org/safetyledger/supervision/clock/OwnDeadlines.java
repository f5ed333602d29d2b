package org.safetyledger.supervision.clock;

import java.util.Map;
import org.safetyledger.access.Caller;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.read.Conditions;

/** Which of the running deadlines are somebody's own: to be kept by his enterprise or authority, or brought before him by the ladder. */
final class OwnDeadlines {
    private OwnDeadlines() {}

    static void of(Conditions conditions, Caller caller) {
        conditions.add("t.stopped_at is null");
        if (caller.ofEnterprise()) {
            conditions.add("t.owed_by = 'ENTERPRISE'");
            return;
        }
        String owed = caller.department() == null ? "false" : "t.owed_department = :department";
        if (caller.governs()) {
            owed += " or t.owed_department is null and t.owed_division = :division";
        }
        conditions
                .add(
                        "(t.owed_by = 'AUTHORITY' and (" + owed + ") or t.addressee = :addressee and t.level = :level"
                                + " and starts_with(t.owed_division, :place))",
                        "place",
                        DivisionLevel.prefix(caller.division()))
                .parameters()
                .putAll(Map.of(
                        "addressee",
                        Addressee.of(caller).name(),
                        "level",
                        caller.level().name()));
        if (caller.department() != null) {
            conditions.parameters().put("department", caller.department());
        }
        if (caller.governs()) {
            conditions.parameters().put("division", caller.division());
        }
    }
}
