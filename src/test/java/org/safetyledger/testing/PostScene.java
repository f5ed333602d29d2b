package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;

/** Posts of an enterprise with their checks, and quick reports of its worker, in the state that is asked for. */
public record PostScene(TestCaller manager, TestCaller worker, String workerName) {
    public static final PostScene LANKAO = new PostScene(TestCaller.MANAGER_LANKAO, TestCaller.WORKER_LANKAO, "郭磊松");

    private static final LedgerTables TABLES = new LedgerTables();

    /** Somebody of the same enterprise of whom no post is kept. */
    public static final TestCaller OTHER_WORKER =
            TestCaller.ofEnterprise("worker-lankao-2", "enterprise-worker", TestCaller.LANKAO_ENTERPRISE);

    public String person(String name) {
        return LedgerClient.as(manager)
                .query("query($text: String) { people(text: $text) { nodes { id } } }", Map.of("text", name))
                .getString("data.people.nodes[0].id");
    }

    /** The worker's post, kept now if it is not. */
    public String post() {
        String kept = kept();
        return kept == null ? run(manager, "keepEnterprisePost", "KeepEnterprisePostInput", toKeep()) : kept;
    }

    /** What keeps the worker's post, of which none is kept any more. */
    public Map<String, Object> unkept() {
        String kept = kept();
        if (kept != null) {
            run(manager, "endEnterprisePost", "EndEnterprisePostInput", Map.of("id", kept));
        }
        return toKeep();
    }

    private Map<String, Object> toKeep() {
        return new HashMap<>(
                Map.of("personId", person(workerName), "scope", "灌装线设备点检与现场5S", "standard", "点检率100%，隐患当班上报"));
    }

    private @Nullable String kept() {
        return LedgerClient.as(worker)
                .query("{ enterprisePosts(filter: {status: ACTIVE}) { nodes { id } } }")
                .getString("data.enterprisePosts.nodes[0].id");
    }

    /** A new check of each day. */
    public String check() {
        return run(manager, "schedulePostCheck", "SchedulePostCheckInput", toSchedule("DAY"));
    }

    public Map<String, Object> toSchedule(String every) {
        return new HashMap<>(Map.of("postId", post(), "what", "检查急停按钮 " + UUID.randomUUID(), "every", every));
    }

    public String recorded(String check) {
        return run(worker, "recordPostCheck", "RecordPostCheckInput", Map.of("checkId", check, "result", "ALL_RIGHT"));
    }

    /** Makes a check one that was scheduled so many days earlier, and of which nothing was recorded since. */
    public static void age(String check, int days) {
        TABLES.changePastTriggers(
                "update post_check set begins_at = begins_at - days, due_from = due_from - days, due_until = due_until - days"
                        + " from make_interval(days => ?) days where id = ?",
                days,
                uuid(check));
    }

    public String reported() {
        return run(worker, "quickReport", "QuickReportInput", Map.of("words", "三号反应釜法兰渗漏 " + UUID.randomUUID()));
    }

    /** A report whose answer is overdue. */
    public String unanswered() {
        String report = reported();
        overdue(report);
        return report;
    }

    public static void overdue(String report) {
        TABLES.change("update quick_report set due_at = now() - interval '1 minute' where id = ?", uuid(report));
    }

    public String escalated() {
        return run(worker, "escalateReport", "EscalateReportInput", Map.of("id", unanswered()));
    }

    public String verified() {
        return run(manager, "answerReport", "AnswerReportInput", answer(reported()));
    }

    public static Map<String, Object> answer(String report) {
        return new HashMap<>(Map.of("id", report, "verified", true, "answer", "已停用并安排检修"));
    }

    public String rewarded() {
        return run(manager, "rewardReport", "RewardReportInput", reward(verified()));
    }

    public static Map<String, Object> reward(String report) {
        return new HashMap<>(Map.of(
                "id", report, "amount", 200.5, "day", LocalDate.now(Times.ZONE).toString()));
    }

    /** The hazard that a report made: it has the same id. */
    public static String hazardOf(String report) {
        return report.replace("quick_report_", "hazard_");
    }

    /** The id of what the command changed. */
    public static String run(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        String object =
                switch (mutation) {
                    case "recordPostCheck" -> "postCheckRecord";
                    case "schedulePostCheck", "stopPostCheck" -> "postCheck";
                    case String post when post.endsWith("EnterprisePost") -> "enterprisePost";
                    default -> "quickReport";
                };
        return LedgerClient.as(caller)
                .mutate(mutation, inputType, input, object + " { id }")
                .accepted()
                .text(object + ".id");
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }
}
