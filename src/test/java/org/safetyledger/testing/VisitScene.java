package org.safetyledger.testing;

import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safetyledger.graphql.Times;

/** Enforcement visits of Lankao's two officers to an enterprise of the county, each new and in the state that is asked for. */
public record VisitScene(String creditCode) {
    private static final Loop LOOP = new Loop();

    /** A check of a case by a lead of monitoring, today, by two officers. */
    public Map<String, Object> plan() {
        return plan(LocalDate.now(Times.ZONE));
    }

    public Map<String, Object> plan(LocalDate day) {
        return new HashMap<>(Map.of(
                "kind",
                "ENFORCEMENT",
                "checkKind",
                "CASE",
                "source",
                "MONITORING_LEAD",
                "sourceReference",
                "监测〔2026〕9号",
                "enterpriseId",
                enterprise(),
                "checklistId",
                checklist(day),
                "plannedOn",
                day.toString(),
                "officerIds",
                LOOP.officers(OFFICER_LANKAO)));
    }

    public String enterprise() {
        return LOOP.enterpriseId(OFFICER_LANKAO, creditCode);
    }

    /** One of the county's certified officers, by the last digit of the certificate. */
    public static String officer(int digit) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("{ people(first: 100, certified: true, jurisdiction: \"410225000000\")"
                        + " { nodes { id certificateNumber } } }")
                .getString("data.people.nodes.find { it.certificateNumber == '豫B-AJ-410225-000" + digit + "' }.id");
    }

    private static String checklist(LocalDate day) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($day: Date) { checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                        Map.of("day", day.toString()))
                .getString("data.checklists.nodes[0].id");
    }

    public static LedgerClient.Payload planned(TestCaller planner, Map<String, Object> plan) {
        return run(planner, "planInspection", "PlanInspectionInput", plan);
    }

    public String pending() {
        return planned(OFFICER_LANKAO, plan()).accepted().text("inspection.id");
    }

    public String approved() {
        String visit = pending();
        approve(COUNTY_LEADER_LANKAO, visit).accepted();
        return visit;
    }

    public static LedgerClient.Payload approve(TestCaller leader, String visit) {
        return run(
                leader,
                "approveInspection",
                "ApproveInspectionInput",
                Map.of("id", visit, "document", "兰应急检批〔2026〕8号"));
    }

    /** An approved visit whose officers were let in by the enterprise's manager. */
    public String entered(TestCaller gate) {
        String visit = approved();
        scan(gate, code(visit)).accepted();
        return visit;
    }

    public static LedgerClient.Payload scan(TestCaller gate, String code) {
        return run(gate, "confirmInspectionEntry", "ConfirmInspectionEntryInput", Map.of("code", code));
    }

    /** As its officers read it. */
    public static String code(String visit) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { entryCode } }", Map.of("id", visit))
                .getString("data.inspection.entryCode");
    }

    public static LedgerClient.Payload start(String visit) {
        return run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Map.of("id", visit));
    }

    public static LedgerClient.Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller)
                .mutate(mutation, input, values, "inspection { id status version approvedBy enteredAt plannedOn }");
    }

    /** The shares of authorities in the year's visits: code, allowed, used, exempt, merged and left, with blanks between. */
    public List<String> budget(TestCaller reader, int year) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!, $year: Int!) { inspectionBudget(enterpriseId: $id, year: $year)"
                                + " { authorities { authority allowed used exempt merged left } } }",
                        Map.of("id", enterprise(), "year", year))
                .getList("data.inspectionBudget.authorities.collect"
                        + " { [it.authority, it.allowed, it.used, it.exempt, it.merged, it.left].join(' ') }");
    }
}
