package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One visit of a county's two certified officers to an enterprise. */
record VisitScene(Desk desk, Demonstration.County county, String enterprise, VisitStory story) {
    private static final String REFERENCE = """
        query($day: Date, $place: String, $sector: String) {
          people(first: 100, certified: true, jurisdiction: $place) { nodes { id certificateNumber } }
          checklists(first: 1, sector: $sector, validOn: $day) { nodes { id items { id } } }
        }\
        """;

    void tell() {
        String day = Demonstration.dayIn(story.inDays()).toString();
        JsonNode reference = desk.ask(
                officer().persona(), REFERENCE, Map.of("day", day, "place", county.code(), "sector", county.sector()));
        JsonNode checklist = reference.at("/data/checklists/nodes/0");
        List<String> officers = twoOfficers(reference);
        Map<String, Object> plan = new HashMap<>(story.cause());
        plan.putAll(Map.of(
                "enterpriseId",
                enterprise,
                "checklistId",
                checklist.path("id").asText(),
                "plannedOn",
                day,
                "officerIds",
                officers));
        String visit = officer().onInspection("planInspection", "PlanInspectionInput", plan);
        if (story == VisitStory.CANCELLED) {
            officer().onInspection("cancelInspection", "EndInspectionInput", Map.of("id", visit, "reason", "与专项检查合并"));
        } else if (story.checked() && story != VisitStory.APPROVAL_PENDING && !story.isEmergency()) {
            leader().onInspection(
                            "approveInspection",
                            "ApproveInspectionInput",
                            Map.of("id", visit, "document", "检批：" + story));
        }
        if (story.inDays() == 0) {
            enter(visit);
            conduct(visit, checklist, officers);
        }
    }

    /** The manager scans the officers' code at the gate, but for the emergency. */
    private void enter(String visit) {
        Map<String, Object> start = new HashMap<>(Map.of("id", visit));
        if (story.isEmergency()) {
            start.put("noScanReason", "紧急情况，企业门口无人值守");
        } else if (story.checked()) {
            String code = desk.ask(
                            officer().persona(),
                            "query($id: ID!) { inspection(id: $id) { entryCode } }",
                            Map.of("id", visit))
                    .at("/data/inspection/entryCode")
                    .asText();
            manager().onInspection("confirmInspectionEntry", "ConfirmInspectionEntryInput", Map.of("code", code));
        }
        officer().onInspection("startInspection", "StartInspectionInput", start);
    }

    private void conduct(String visit, JsonNode checklist, List<String> officers) {
        int number = 0;
        for (JsonNode item : checklist.path("items")) {
            number++;
            new Actor(desk, officer().persona(), officer().story() + " " + number)
                    .onInspection(
                            "recordFinding",
                            "RecordFindingInput",
                            Map.of(
                                    "inspectionId",
                                    visit,
                                    "itemId",
                                    item.path("id").asText(),
                                    "result",
                                    "COMPLIANT"));
        }
        makeOutPaper(visit);
        if (story == VisitStory.IN_PROGRESS) {
            preserve(visit);
            return;
        }
        officer().onInspection("finishInspectionRecord", "InspectionInput", Map.of("id", visit));
        if (story == VisitStory.RECORD_PENDING_SIGNATURE) {
            askForRecusal(visit, officers.getLast());
            return;
        }
        if (story == VisitStory.SIGNATURE_REFUSED) {
            officer()
                    .onInspection(
                            "signInspection",
                            "SignInspectionInput",
                            Map.of("id", visit, "refusalReason", "企业负责人对停产决定有异议，拒绝签字"));
            return;
        }
        manager().onInspection("signInspection", "SignInspectionInput", Map.of("id", visit));
        officer().onInspection("issueInspectionFindings", "InspectionInput", Map.of("id", visit));
        if (story == VisitStory.COMPLETED || story == VisitStory.ASSISTANCE) {
            officer().onInspection("completeInspection", "InspectionInput", Map.of("id", visit));
            manager()
                    .onInspection(
                            "rateInspection",
                            "RateInspectionInput",
                            Map.of("id", visit, "score", story == VisitStory.ASSISTANCE ? 5 : 4, "comment", "讲解清楚"));
        }
    }

    /** An instruction that waits to be served, a measure or a stop order that waits for its receipt, or an instruction that was signed for. */
    private void makeOutPaper(String visit) {
        if (story == VisitStory.COMPLETED || story == VisitStory.ASSISTANCE) {
            return;
        }
        String paper = onPaper(
                officer(),
                "issuePaper",
                "IssuePaperInput",
                Map.of(
                        "kind",
                        story.paper(),
                        "enterpriseId",
                        enterprise,
                        "inspectionId",
                        visit,
                        "problems",
                        List.of(Map.of(
                                "problem", "配电箱未接地",
                                "demand", "由电工接地并复测",
                                "dueAt", Demonstration.inDays(10)))));
        if (story != VisitStory.IN_PROGRESS) {
            onPaper(
                    officer(),
                    "servePaper",
                    "ServePaperInput",
                    Map.of("id", paper, "kind", "DIRECT", "receiver", "安全管理部"));
        }
        if (story == VisitStory.FINDINGS_ISSUED) {
            onPaper(manager(), "signPaperReceipt", "SignPaperReceiptInput", Map.of("id", paper));
        }
    }

    /** In an emergency things are preserved at once, the leader approves it afterwards, and one of them is decided. */
    private void preserve(String visit) {
        String paper = onPaper(
                officer(),
                "preserveThings",
                "PreserveThingsInput",
                Map.of(
                        "enterpriseId",
                        enterprise,
                        "inspectionId",
                        visit,
                        "urgency",
                        "企业正在清理现场，台账可能灭失",
                        "things",
                        List.of(
                                Map.of("name", "动火作业票", "quantity", "12 张", "place", "安全管理部", "keeper", "安全管理部"),
                                Map.of("name", "可燃气体报警器", "quantity", "1 台", "place", "反应釜区", "keeper", "设备部"))));
        onPaper(officer(), "servePaper", "ServePaperInput", Map.of("id", paper, "kind", "DIRECT", "receiver", "安全管理部"));
        onPaper(leader(), "approvePreservation", "ApprovePreservationInput", Map.of("id", paper));
        onPaper(
                officer(),
                "decidePreservedThings",
                "DecidePreservedThingsInput",
                Map.of("id", paper, "decisions", List.of(Map.of("number", 2, "decision", "EXAMINE"))));
    }

    /** The leader finds that the officer need not withdraw. */
    private void askForRecusal(String visit, String officer) {
        manager()
                .onInspection(
                        "askRecusal",
                        "AskRecusalInput",
                        Map.of("id", visit, "personId", officer, "reason", "与我公司股东系同学"));
        leader().onInspection(
                        "decideRecusal",
                        "DecideRecusalInput",
                        Map.of("id", visit, "personId", officer, "accepted", false, "reason", "同学关系不影响公正执法"));
    }

    private static String onPaper(Actor actor, String mutation, String inputType, Map<String, ?> input) {
        return actor.does(mutation, inputType, "paper", input);
    }

    private Actor leader() {
        return new Actor(desk, county.person("county-leader"), officer().story());
    }

    private Actor manager() {
        return new Actor(desk, county.person("manager"), officer().story());
    }

    /** The bureau's own, by their certificates: the personas are among them. */
    private List<String> twoOfficers(JsonNode reference) {
        List<String> officers = new ArrayList<>();
        for (JsonNode person : reference.at("/data/people/nodes")) {
            if (person.path("certificateNumber")
                    .asText()
                    .matches(".*-" + county.code().substring(0, 6) + "-000[12]")) {
                officers.add(person.path("id").asText());
            }
        }
        return officers;
    }

    private Actor officer() {
        return new Actor(desk, county.person("county-officer"), county.name() + " visit " + story);
    }
}
