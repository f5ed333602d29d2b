package org.safetyledger.testing;

import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient.Payload;

/** What Qixian's officers do at Lankao's demo enterprise with a hazard that was handed to them. */
public final class ReceiverScene {
    private static final Loop LOOP = new Loop();

    private ReceiverScene() {}

    /** Nothing that an earlier test handed over is handled by Qixian any more. */
    public static void handBackAll() {
        new LedgerTables()
                .change(
                        "update object_grant set ends_at = greatest(starts_at, now()) where grantee = ? and ends_at is null",
                        TransferScene.QIXIAN);
    }

    public static String received() {
        String hazard = TransferScene.hazard();
        LOOP.confirm(OFFICER_LANKAO, hazard);
        TransferScene.accept(
                        OFFICER_QIXIAN, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.QIXIAN))
                .accepted();
        return hazard;
    }

    public static String started(String source) {
        String visit = approved(source);
        run(OFFICER_QIXIAN, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();
        return visit;
    }

    public static String approved(String source) {
        String visit = planned(source).accepted().text("inspection.id");
        approve(visit);
        return visit;
    }

    public static void approve(String visit) {
        run(
                        COUNTY_LEADER_QIXIAN,
                        "approveInspection",
                        "ApproveInspectionInput",
                        Map.of("id", visit, "document", "杞应急检批〔2026〕3号"))
                .accepted();
    }

    public static Map<String, Object> found(String visit, String title) {
        return Map.of(
                "enterpriseId", enterprise(), "inspectionId", visit, "title", title, "category", "FIRE_FACILITIES");
    }

    public static String reported(Map<String, Object> seen) {
        return LedgerClient.as(OFFICER_QIXIAN)
                .mutate("reportHazard", "ReportHazardInput", seen, "hazard { id }")
                .accepted()
                .text("hazard.id");
    }

    public static String served(Map<String, Object> input) {
        String paper = issued(input);
        run(OFFICER_QIXIAN, "servePaper", "ServePaperInput", PaperScene.service(paper))
                .accepted();
        return paper;
    }

    public static void recheck(String order) {
        Map<String, Object> recheck = paper("RECHECK_OPINION", started("RECHECK"), List.of(Map.of("result", "DONE")));
        recheck.put("aboutId", order);
        issued(recheck);
    }

    public static List<String> lifting(TestCaller officer, String order) {
        Payload payload = run(officer, "resumeWork", "ResumeWorkInput", Map.of("id", order));
        return payload.errorCodes().isEmpty() ? payload.userErrorCodes() : payload.errorCodes();
    }

    public static List<String> history(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", id))
                .getList("data.history.nodes.action");
    }

    public static Payload planned(String source) {
        return LedgerClient.as(OFFICER_QIXIAN)
                .mutate("planInspection", "PlanInspectionInput", plan(source), "inspection { id }");
    }

    public static Map<String, Object> plan(String source) {
        String today = LocalDate.now(Times.ZONE).toString();
        List<String> officers = LedgerClient.as(OFFICER_QIXIAN)
                .query("{ people(first: 100, certified: true, jurisdiction: \"410221000000\")"
                        + " { nodes { id certificateNumber } } }")
                .getList("data.people.nodes.findAll { it.certificateNumber in"
                        + " ['豫B-AJ-410221-0001', '豫B-AJ-410221-0002'] }.id");
        String checklist = LedgerClient.as(OFFICER_QIXIAN)
                .query(
                        "query($day: Date) { checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                        Map.of("day", today))
                .getString("data.checklists.nodes[0].id");
        return Map.of(
                "kind",
                "ENFORCEMENT",
                "checkKind",
                "CASE",
                "source",
                source,
                "sourceReference",
                "杞移收〔2026〕1号",
                "enterpriseId",
                enterprise(),
                "checklistId",
                checklist,
                "plannedOn",
                today,
                "officerIds",
                officers);
    }

    public static String enterprise() {
        return LOOP.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
    }

    public static Map<String, Object> problem(String hazard) {
        return Map.of(
                "hazardId",
                hazard,
                "demand",
                "停止使用并整改",
                "dueAt",
                OffsetDateTime.now().plusDays(10).toString());
    }

    public static Map<String, Object> paper(String kind, String visit, List<Map<String, Object>> problems) {
        return new HashMap<>(
                Map.of("kind", kind, "enterpriseId", enterprise(), "inspectionId", visit, "problems", problems));
    }

    public static Payload issue(Map<String, Object> input) {
        return LedgerClient.as(OFFICER_QIXIAN).mutate("issuePaper", "IssuePaperInput", input, "paper { id }");
    }

    public static String issued(Map<String, Object> input) {
        return issue(input).accepted().text("paper.id");
    }

    public static Payload run(
            TestCaller caller, String mutation, String type, Map<String, ? extends @Nullable Object> input) {
        return LedgerClient.as(caller).mutate(mutation, type, input, "__typename");
    }
}
