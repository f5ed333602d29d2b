package org.safetyledger.access;

import java.util.Locale;

/**
 * Conditions for statements that are about what a caller sees by place and powers, without what single grants show beyond
 * that: the policies let whoever has grants see both.
 */
public final class OwnRows {
    private static final String TRADE =
            "{t}.industry_section = any(string_to_array(current_setting('ledger.industries', true), ','))"
                    + " or {t}.industry_division = any(string_to_array(current_setting('ledger.industries', true), ','))";

    private OwnRows() {}

    /** Of things that departments see by their trade or their matter. */
    public static String ofPowers(Caller caller, String table) {
        return of(caller, table, "{t}.matter = any(string_to_array(current_setting('ledger.matters', true), ','))");
    }

    /** Of enterprises, all of which are seen by whoever supervises a matter. */
    public static String ofTrade(Caller caller, String table) {
        return of(caller, table, "current_setting('ledger.matters', true) <> ''");
    }

    private static String of(Caller caller, String table, String matter) {
        if (!caller.granted()) {
            return "true";
        }
        String level = caller.level().name().toLowerCase(Locale.ROOT);
        String place = "{t}." + level + "_code = current_setting('ledger." + level + "', true)";
        String own = caller.role() == Role.DEPARTMENT_OFFICER
                ? "(" + place + " and (" + TRADE + " or " + matter + "))"
                : place;
        return own.replace("{t}", table);
    }
}
