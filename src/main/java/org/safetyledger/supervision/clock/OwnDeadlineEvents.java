package org.safetyledger.supervision.clock;

import org.safetyledger.access.Caller;
import org.safetyledger.read.Conditions;

/** What of all that became due is addressed to somebody: to his enterprise, his authority, or those of his office. */
final class OwnDeadlineEvents {
    private OwnDeadlineEvents() {}

    static void of(Conditions conditions, Caller caller) {
        conditions.add("not t.caught_up");
        if (caller.ofEnterprise()) {
            conditions.add("t.addressee = 'RESPONSIBLE' and t.owed_by = 'ENTERPRISE'");
            return;
        }
        String mine = "false";
        if (caller.department() != null) {
            mine = "t.addressed_department = :department";
            conditions.parameters().put("department", caller.department());
        }
        if (caller.governs()) {
            mine += " or t.addressed_department is null and t.addressed_division = :division"
                    + " and (t.addressee = 'RESPONSIBLE' or t.addressee = :addressee)";
            conditions.parameters().put("division", caller.division());
            conditions.parameters().put("addressee", Addressee.of(caller).name());
        }
        conditions.add("(t.owed_by = 'AUTHORITY' or t.addressee <> 'RESPONSIBLE') and (" + mine + ")");
    }
}
