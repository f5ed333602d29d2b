package org.safetyledger.worklist;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The statements behind the kinds of work. In braces stands what is known of the caller, or a part that several share; {@code due} is
 * the end of the clock that runs in the row's present state, and null where none does.
 */
final class WaitingRows {
    private static final String LIES = "(not {granted} or starts_with(r.division_code, {place}) and (not {departmental}"
            + " or r.industry_section = any({industries}) or r.industry_division = any({industries}) or r.matter = any({matters})))";

    /** That the caller deals with a hazard, as the guards of its verbs ask for it: of most there is no transfer that says so. */
    static final String DEALS =
            "case when exists (select from hazard_transfer t where t.hazard_id = r.hazard_id) then ledger_deals_with(r.hazard_id, "
                    + LIES + ", {division}, {place}, {department}, {governs}) else " + LIES + " end";

    /** A state's own clock is the one to which whoever has to act next is held; that of the whole runs beside it. */
    private static final String STATE_DUE = "coalesce(r.state_due_at, r.due_at) due";

    private static final Map<String, String> PARTS = Map.of(
            "{hazards}", STATE_DUE + ", r.id hazard_id, r.* from hazard r where r.status",
            "{tasks}", STATE_DUE + ", r.* from rectification_task r where r.status",
            "{planned}", "cast(r.planned_on + 1 as timestamp) at time zone 'Asia/Shanghai' due from inspection r",
            "{timeless}", "cast(null as timestamptz) due from",
            "{to me}",
                    "(r.to_department = {department} or r.to_department is null and {governs} and r.to_division = {division})",
            "{from me}",
                    "(r.from_department = {department} or r.from_department is null and {governs} and r.from_division = {division})",
            "{addressed}",
                    "(r.department_code = {department} or r.department_code is null and r.division_code = {division})",
            "{transfers}",
                    "r.due_at due from hazard_transfer r where ledger_transfer_state(r.status, r.kind, r.due_at, r.ended_at)");

    private static final String WHERE = " where ";
    private static final Pattern ROW = Pattern.compile("\\br\\.");

    private WaitingRows() {}

    /** The SQL of a statement, in which the caller is the one row of {@code me}. */
    static String of(String rows) {
        return whole(rows)
                .replaceAll("\\{(industries|matters)}", "cast((select me.$1 from me) as text[])")
                .replaceAll("\\{(\\w+)}", "(select me.$1 from me)");
    }

    /** What such a statement asks of its rows, for the list of their table, in which the caller's subject and place are parameters. */
    static String ofList(String rows) {
        String whole = whole(rows);
        return ROW.matcher(whole.substring(whole.indexOf(WHERE) + WHERE.length()))
                .replaceAll("t.")
                .replace("{subject}", ":viewer")
                .replace("{place}", ":place");
    }

    private static String whole(String rows) {
        String sql = rows;
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            sql = sql.replace(part.getKey(), part.getValue());
        }
        return sql;
    }
}
