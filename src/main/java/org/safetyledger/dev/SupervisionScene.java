package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One visit of the city's safety committee's office to the government of a county. */
record SupervisionScene(Desk desk, Demonstration.County county, SupervisionStory story) {
    private static final String REFERENCE = """
        query($day: Date) {
          people(first: 1, text: "孙萍楠") { nodes { id } }
          checklists(first: 100, validOn: $day) { nodes { id code items { id } } }
        }\
        """;

    void tell() {
        String today = Demonstration.dayIn(0).toString();
        JsonNode reference = desk.ask(office().persona(), REFERENCE, Map.of("day", today));
        JsonNode checklist = checklist(reference);
        String visit = office().does(
                        "planSupervision",
                        "PlanSupervisionInput",
                        "supervisionVisit",
                        Map.of(
                                "target",
                                county.code(),
                                "checklistId",
                                checklist.path("id").asText(),
                                "plannedOn",
                                today,
                                "officerIds",
                                List.of(reference.at("/data/people/nodes/0/id").asText())));
        if (story == SupervisionStory.PLANNED) {
            return;
        }
        conduct(visit, checklist);
        if (story == SupervisionStory.RECORD_PENDING_SIGNATURE) {
            return;
        }
        onVisit(leader(), "signSupervision", visit);
        follow(visit, new Roster(desk, county).head());
    }

    private void conduct(String visit, JsonNode checklist) {
        onVisit(officer(), "startSupervision", visit);
        int number = 0;
        for (JsonNode item : checklist.path("items")) {
            number++;
            Map<String, Object> finding = new HashMap<>(Map.of(
                    "visitId",
                    visit,
                    "itemId",
                    item.path("id").asText(),
                    "result",
                    number == 1 ? "NON_COMPLIANT" : "COMPLIANT"));
            if (number == 1) {
                finding.put("note", "本季度未专题研究安全生产");
            }
            new Actor(desk, officer().persona(), told() + " " + number)
                    .does("recordSupervisionFinding", "RecordSupervisionFindingInput", "supervisionVisit", finding);
        }
        onVisit(officer(), "finishSupervisionRecord", visit);
    }

    private void follow(String visit, String head) {
        String item = onItem(
                office(),
                "issueSupervisionItem",
                "IssueSupervisionItemInput",
                Map.of(
                        "visitId",
                        visit,
                        "findingId",
                        problem(visit),
                        "responsibleId",
                        head,
                        "problem",
                        "本季度未专题研究安全生产",
                        "demand",
                        "召开专题会议并报送会议纪要"));
        onVisit(office(), "completeSupervision", visit);
        if (story == SupervisionStory.ITEM_OPEN) {
            return;
        }
        onItem(
                leader(),
                "answerSupervisionItem",
                "AnswerSupervisionItemInput",
                Map.of("id", item, "response", "已召开专题会议，明确三项措施"));
        if (story == SupervisionStory.ITEM_ACCEPTED) {
            onItem(office(), "acceptSupervisionItem", "AcceptSupervisionItemInput", Map.of("id", item));
        }
    }

    private String problem(String visit) {
        JsonNode findings = desk.ask(
                office().persona(),
                "query($id: ID!) { supervisionVisit(id: $id) { findings { id result } } }",
                Map.of("id", visit));
        return Roster.only(findings.at("/data/supervisionVisit/findings"), "result", "NON_COMPLIANT")
                .path("id")
                .asText();
    }

    private static JsonNode checklist(JsonNode reference) {
        return Roster.only(reference.at("/data/checklists/nodes"), "code", "CL-SUP");
    }

    private static void onVisit(Actor actor, String mutation, String visit) {
        actor.does(mutation, "SupervisionInput", "supervisionVisit", Map.of("id", visit));
    }

    private static String onItem(Actor actor, String mutation, String inputType, Map<String, ?> input) {
        return actor.does(mutation, inputType, "supervisionItem", input);
    }

    private Actor office() {
        return new Actor(desk, "safety-committee-office", told());
    }

    private Actor officer() {
        return new Actor(desk, "city-officer", told());
    }

    private Actor leader() {
        return new Actor(desk, county.person("county-leader"), told());
    }

    private String told() {
        return county.name() + " supervision " + story;
    }
}
