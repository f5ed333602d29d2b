package org.safetyledger.testing;

import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.graphql.Times;

/** Check plans of Lankao, each new and in the state that is asked for. */
public final class CheckPlanScene {
    private CheckPlanScene() {}

    /** Of next year's special checks. */
    public static Map<String, Object> draft() {
        return new HashMap<>(Map.of(
                "kind",
                "SPECIAL",
                "year",
                LocalDate.now(Times.ZONE).getYear() + 1,
                "title",
                "专项检查计划 " + UUID.randomUUID(),
                "scope",
                "危险化学品生产企业",
                "number",
                20));
    }

    public static String drafted(TestCaller officer, Map<String, Object> draft) {
        return run(officer, "draftCheckPlan", "DraftCheckPlanInput", draft)
                .accepted()
                .text("checkPlan.id");
    }

    public static String drafted() {
        return drafted(OFFICER_LANKAO, draft());
    }

    public static String approved() {
        String plan = drafted();
        run(COUNTY_LEADER_LANKAO, "approveCheckPlan", "ApproveCheckPlanInput", approval(plan))
                .accepted();
        return plan;
    }

    public static String published() {
        String plan = approved();
        run(OFFICER_LANKAO, "publishCheckPlan", "PublishCheckPlanInput", publication(plan))
                .accepted();
        return plan;
    }

    public static Map<String, Object> approval(String plan) {
        return Map.of("id", plan, "document", "兰政〔2026〕21号");
    }

    public static Map<String, Object> publication(String plan) {
        return new HashMap<>(Map.of(
                "id",
                plan,
                "filedWith",
                "兰考县司法局",
                "filedOn",
                LocalDate.now(Times.ZONE).toString(),
                "publication",
                "兰考县人民政府网站"));
    }

    /** Has an authority a published plan of each kind in a year, unless it has one: for visits in years for which none is drafted. */
    public static void published(LedgerTables tables, String division, int year) {
        for (String kind : new String[] {"DAILY", "SPECIAL"}) {
            tables.change(
                    "insert into check_plan (id, division_code, version, authority, kind, status, year, title, scope, number, targets,"
                            + " drafted_by, drafted_by_subject, drafted_at, approved_by, approved_at, filed_with, filed_on, publication,"
                            + " published_at) select gen_random_uuid(), d.code, 1, d.code, ?, 'PUBLISHED', ?, 'plan', 'scope', 1, '{}', 'x',"
                            + " 'x', now(), 'x', now(), 'x', current_date, 'x', now() from division d where d.code = ?"
                            + " and not exists (select from check_plan p where p.authority = d.code and p.kind = ? and p.year = ?)",
                    kind,
                    year,
                    division,
                    kind,
                    year);
        }
    }

    public static LedgerClient.Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller)
                .mutate(mutation, input, values, "checkPlan { id status year version approvedBy filedWith }");
    }
}
