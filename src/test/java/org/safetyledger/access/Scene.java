package org.safetyledger.access;

import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** Objects of Lankao's demo enterprise (chemicals, town 410225101000), each new and in the state that is asked for. */
final class Scene {
    static final String COUNTY = "410225000000";
    static final String TOWN = "410225101000";
    static final String ENTERPRISE_NAME = "兰考禹禾丰化工有限公司";
    static final String PRINCIPAL_NAME = "武娟强";
    static final String MANAGER_NAME = "赵红阳";
    static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    private final Loop loop = new Loop();

    String enterprise() {
        return loop.enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE);
    }

    String manager() {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("query($text: String) { people(text: $text) { nodes { id } } }", Map.of("text", MANAGER_NAME))
                .getString("data.people.nodes[0].id");
    }

    /** Who answers for the enterprise, as the register has it. */
    String assignment() {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { responsibilityAssignments(filter: {enterpriseId: $id}) { nodes { id } } }",
                        Map.of("id", enterprise()))
                .getString("data.responsibilityAssignments.nodes[0].id");
    }

    /** Somebody whom the city made answer for itself, from a day on that nobody has taken before. */
    String assignmentOfTheCity() {
        LocalDate day =
                LocalDate.of(2030, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(20_000));
        return LedgerClient.as(CITY_OFFICER)
                .mutate(
                        "assignResponsibility",
                        "AssignResponsibilityInput",
                        Map.of(
                                "party", "TERRITORIAL",
                                "jurisdiction", "410200000000",
                                "personId", deputyMayor(),
                                "validFrom", day.toString(),
                                "validTo", day.toString()),
                        "responsibilityAssignment { id }")
                .accepted()
                .text("responsibilityAssignment.id");
    }

    private static String deputyMayor() {
        return LedgerClient.as(CITY_OFFICER)
                .query("{ people(text: \"白宏兰\") { nodes { id } } }")
                .getString("data.people.nodes[0].id");
    }

    String checklist() {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($day: Date) { checklists(sector: \"HAZARDOUS_CHEMICALS\", validOn: $day) { nodes { id } } }",
                        Map.of("day", TODAY.toString()))
                .getString("data.checklists.nodes[0].id");
    }

    String reported() {
        return reportedBy(OFFICER_LANKAO);
    }

    String reportedBy(TestCaller reporter) {
        return loop.reportedHazard(reporter, LANKAO_ENTERPRISE);
    }

    String rejected(TestCaller reporter) {
        String hazard = reportedBy(reporter);
        run(OFFICER_LANKAO, "rejectHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "现场核实不存在"));
        return hazard;
    }

    String confirmed() {
        String hazard = reported();
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    String major() {
        String hazard = reported();
        run(
                OFFICER_LANKAO,
                "confirmHazard",
                "ConfirmHazardInput",
                Map.of("id", hazard, "grade", "MAJOR", "clause", Map.of("standard", "CHEM-2026", "clause", "5.1.1")));
        return hazard;
    }

    String confirmedWithPhotos() {
        String hazard = confirmed();
        loop.upload(OFFICER_LANKAO, hazard, "BEFORE");
        loop.upload(OFFICER_LANKAO, hazard, "AFTER");
        return hazard;
    }

    String reviewing() {
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(OFFICER_LANKAO, task);
        return hazard;
    }

    String closed() {
        String hazard = reviewing();
        loop.close(OFFICER_LANKAO_2, hazard);
        return hazard;
    }

    String assignedTask() {
        return loop.assign(OFFICER_LANKAO, confirmed());
    }

    String assignedTask(String hazard) {
        return loop.assign(OFFICER_LANKAO, hazard);
    }

    String acceptedTask() {
        String task = assignedTask();
        run(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        return task;
    }

    String startedTask() {
        String task = acceptedTask();
        run(MANAGER_LANKAO, "startRectification", "RectificationInput", Map.of("id", task));
        loop.upload(MANAGER_LANKAO, task, "AFTER");
        return task;
    }

    String submittedTask() {
        String task = assignedTask();
        loop.rectify(MANAGER_LANKAO, task);
        return task;
    }

    String taskWithExtensionRequest() {
        String task = acceptedTask();
        run(MANAGER_LANKAO, "requestExtension", "RequestExtensionInput", extensionRequest(task));
        return task;
    }

    static Map<String, Object> extensionRequest(String task) {
        return Map.of(
                "id",
                task,
                "requestedDueAt",
                OffsetDateTime.now(Times.ZONE).plusDays(33).toString(),
                "reason",
                "设备到货延迟",
                "interimMeasures",
                "停用并隔离");
    }

    String unannounced() {
        return planned(Map.of());
    }

    /** A visit by the two officers of the county's bureau; of enforcement in an emergency, unless something else is said. */
    String planned(Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "kind", "ENFORCEMENT",
                "enterpriseId", enterprise(),
                "checklistId", checklist(),
                "plannedOn", TODAY.toString(),
                "officerIds", loop.officers(OFFICER_LANKAO)));
        input.putAll(more);
        if ("ENFORCEMENT".equals(input.get("kind"))) {
            input.putIfAbsent("checkKind", "CASE");
            input.putIfAbsent("source", "EMERGENCY");
        }
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("planInspection", "PlanInspectionInput", input, "inspection { id }")
                .accepted()
                .text("inspection.id");
    }

    /** One that waits for its approval. */
    String pending() {
        return planned(Map.of("source", "LICENCE", "sourceReference", "兰审批〔2026〕5号"));
    }

    String merged() {
        String visit = pending();
        run(
                OFFICER_LANKAO,
                "mergeInspection",
                "MergeInspectionInput",
                Map.of("id", visit, "intoId", plannedByTheCity()));
        return visit;
    }

    /** One with an expert whom no other visit names. */
    String accompanied() {
        Map<String, String> expert = Map.of("part", "EXPERT", "name", "专家" + UUID.randomUUID());
        return planned(Map.of("companions", List.of(expert)));
    }

    /** An officer who was excluded from a visit and is to be readmitted. */
    Map<String, Object> readmission() {
        String officer = VisitScene.officer(5);
        String visit = planned(Map.of("kind", "ASSISTANCE", "officerIds", List.of(officer)));
        Map<String, Object> input = Map.of("id", visit, "personId", officer, "reason", "核实后不存在利害关系");
        run(OFFICER_LANKAO, "excludeInspectionOfficer", "ExcludeInspectionOfficerInput", input);
        return input;
    }

    /** A certified officer who goes on no other visit here: who was excluded once is excluded from the enterprise. */
    String officerOfTownTwo() {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("{ people(text: \"唐雪丽\") { nodes { id } } }")
                .getString("data.people.nodes[0].id");
    }

    /** Another authority's visit to the enterprise on the same day. */
    String plannedByTheCity() {
        return LedgerClient.as(CITY_OFFICER)
                .mutate(
                        "planInspection",
                        "PlanInspectionInput",
                        Map.of(
                                "kind", "ENFORCEMENT",
                                "checkKind", "CASE",
                                "source", "MEDIA",
                                "sourceReference", "大河网",
                                "enterpriseId", enterprise(),
                                "checklistId", checklist(),
                                "plannedOn", TODAY.toString()),
                        "inspection { id }")
                .accepted()
                .text("inspection.id");
    }

    String entryCode(String inspection) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { entryCode } }", Map.of("id", inspection))
                .getString("data.inspection.entryCode");
    }

    String started() {
        String inspection = unannounced();
        run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(inspection));
        return inspection;
    }

    List<String> items(String inspection) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }",
                        Map.of("id", inspection))
                .getList("data.inspection.checklist.items.id");
    }

    String answered() {
        String inspection = started();
        items(inspection)
                .forEach(item -> run(
                        OFFICER_LANKAO,
                        "recordFinding",
                        "RecordFindingInput",
                        Map.of("inspectionId", inspection, "itemId", item, "result", "COMPLIANT")));
        return inspection;
    }

    String awaitingSignature() {
        String inspection = answered();
        inspect("finishInspectionRecord", inspection);
        return inspection;
    }

    String signed() {
        String inspection = awaitingSignature();
        run(MANAGER_LANKAO, "signInspection", "SignInspectionInput", Map.of("id", inspection));
        return inspection;
    }

    String withIssuedFindings() {
        String inspection = signed();
        inspect("issueInspectionFindings", inspection);
        return inspection;
    }

    /** A draft of the drafter's own area. */
    String campaign(TestCaller drafter, String kind, List<String> targets) {
        return LedgerClient.as(drafter)
                .mutate("createCampaign", "CreateCampaignInput", campaignInput(kind, targets), "campaign { id }")
                .accepted()
                .text("campaign.id");
    }

    static Map<String, Object> campaignInput(String kind, List<String> targets) {
        return Map.of(
                "title",
                "安全检查 " + UUID.randomUUID(),
                "kind",
                kind,
                "startsOn",
                TODAY.toString(),
                "endsOn",
                TODAY.plusDays(30).toString(),
                "targetJurisdictions",
                targets);
    }

    String photo(String subject) {
        return loop.upload(OFFICER_LANKAO, subject, "OTHER");
    }

    void inspect(String mutation, String inspection) {
        run(OFFICER_LANKAO, mutation, "InspectionInput", Map.of("id", inspection));
    }

    static void run(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        LedgerClient.as(caller).mutate(mutation, inputType, input, "__typename").accepted();
    }
}
