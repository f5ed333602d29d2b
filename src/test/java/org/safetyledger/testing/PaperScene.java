package org.safetyledger.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;

/** Official papers of an officer to an enterprise, each new and in the state that is asked for. */
public record PaperScene(TestCaller officer, TestCaller manager, String creditCode) {
    public static final PaperScene LANKAO =
            new PaperScene(TestCaller.OFFICER_LANKAO, TestCaller.MANAGER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

    private static final Loop LOOP = new Loop();

    public Map<String, Object> notice() {
        String hazard = LOOP.reportedHazard(officer, creditCode);
        return paper("HAZARD_NOTICE", List.of(Map.of("hazardId", hazard, "demand", "立即清理通道")));
    }

    public Map<String, Object> paper(String kind, List<? extends Map<String, ? extends @Nullable Object>> problems) {
        return new HashMap<>(
                Map.of("kind", kind, "enterpriseId", LOOP.enterpriseId(officer, creditCode), "problems", problems));
    }

    public static Map<String, Object> problem(String text) {
        return new HashMap<>(Map.of(
                "problem",
                text,
                "demand",
                "限期整改",
                "dueAt",
                OffsetDateTime.now().plusDays(10).toString()));
    }

    public String issued(Map<String, Object> input) {
        return LedgerClient.as(officer)
                .mutate("issuePaper", "IssuePaperInput", input, "paper { id }")
                .accepted()
                .text("paper.id");
    }

    public String served(Map<String, Object> input) {
        String paper = issued(input);
        LedgerClient.as(officer)
                .mutate("servePaper", "ServePaperInput", service(paper), "__typename")
                .accepted();
        return paper;
    }

    public static Map<String, Object> service(String paper) {
        return new HashMap<>(Map.of("id", paper, "kind", "DIRECT", "receiver", "王安全"));
    }

    /** An instruction of a visit, of which two problems are told. */
    public Map<String, Object> instruction(String visit) {
        Map<String, Object> input = paper("INSTRUCTION", List.of(problem("配电箱未接地"), problem("灭火器过期")));
        input.put("inspectionId", visit);
        return input;
    }

    /** An enforcement visit to the enterprise that has started. */
    public String visit() {
        String visit = LOOP.plannedInspection(officer, LocalDate.now(Times.ZONE));
        LedgerClient.as(officer)
                .mutate("startInspection", "StartInspectionInput", Loop.start(visit), "__typename")
                .accepted();
        return visit;
    }

    /** A re-check of the paper, by what was found of each problem. */
    public Map<String, Object> recheck(String visit, String about, @Nullable String... results) {
        Map<String, Object> input = paper(
                "RECHECK_OPINION",
                Arrays.stream(results)
                        .map(result -> {
                            Map<String, @Nullable Object> problem = new HashMap<>();
                            problem.put("result", result);
                            return problem;
                        })
                        .toList());
        input.put("inspectionId", visit);
        input.put("aboutId", about);
        return input;
    }

    /** Two things that are registered as evidence in a visit. */
    public Map<String, Object> preservation(String visit) {
        return new HashMap<>(Map.of(
                "enterpriseId",
                LOOP.enterpriseId(officer, creditCode),
                "inspectionId",
                visit,
                "things",
                List.of(
                        Map.of("name", "进货台账", "quantity", "3 本", "place", "安全管理部", "keeper", "王安全"),
                        Map.of("name", "可燃气体报警器", "quantity", "1 台", "place", "二号仓库", "keeper", "王安全"))));
    }

    /** Things that are registered, and wait for the head's approval. */
    public String registered() {
        return LedgerClient.as(officer)
                .mutate("preserveThings", "PreserveThingsInput", preservation(visit()), "paper { id }")
                .accepted()
                .text("paper.id");
    }

    /** Things that are registered, approved and served, and wait for what is decided of them. */
    public String preserved() {
        String paper = registered();
        LedgerClient.as(TestCaller.COUNTY_LEADER_LANKAO)
                .mutate("approvePreservation", "ApprovePreservationInput", Map.of("id", paper), "__typename")
                .accepted();
        LedgerClient.as(officer)
                .mutate("servePaper", "ServePaperInput", service(paper), "__typename")
                .accepted();
        return paper;
    }

    /** Things that are registered in urgency, and may be preserved at once. */
    public String registeredAtOnce() {
        Map<String, Object> things = preservation(visit());
        things.put("urgency", "企业正在转移台账");
        return LedgerClient.as(officer)
                .mutate("preserveThings", "PreserveThingsInput", things, "paper { id }")
                .accepted()
                .text("paper.id");
    }

    /** Things that were preserved at once, and wait for the head's approval afterwards. */
    public String urgent() {
        String paper = registeredAtOnce();
        LedgerClient.as(officer)
                .mutate("servePaper", "ServePaperInput", service(paper), "__typename")
                .accepted();
        return paper;
    }

    /** Preserved things of which nobody decided in time. */
    public String lapsed() {
        String paper = preserved();
        new LedgerTables()
                .change(
                        "update paper set decision_due_at = now() - interval '1 minute' where id = ?::uuid",
                        NodeId.parse(paper).orElseThrow().uuid().toString());
        return paper;
    }

    public static Map<String, Object> decision(String paper, int number, String decision) {
        return Map.of("id", paper, "decisions", List.of(Map.of("number", number, "decision", decision)));
    }

    /** A stop order that was served. */
    public String stopped() {
        Map<String, Object> order = instruction(visit());
        order.put("kind", "STOP_ORDER");
        return served(order);
    }

    /** A stop order that was served, and of which a re-check found each problem put right. */
    public String examinedStop() {
        String stopped = stopped();
        issued(recheck(visit(), stopped, "DONE", "DONE"));
        return stopped;
    }
}
