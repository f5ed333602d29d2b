package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was done once and then never again: an enterprise that was visited, and one that checked itself, too long ago by the rules. */
record NeglectScene(Desk desk, Demonstration.County county, String enterprise) {
    /** More than the year within which an enterprise of no class, or of class B, is visited. */
    private static final int VISITED_DAYS_AGO = 370;

    /** More than the month, or the quarter, within which an enterprise checks itself. */
    private static final int CHECKED_DAYS_AGO = 100;

    private static final String CHECKLISTS =
            "query($day: Date) { checklists(first: 100, validOn: $day) { nodes { id items { id } } } }";

    private static final String COUNTY = """
        query($place: String) {
          people(first: 100, jurisdiction: $place) { nodes { id certificateNumber } }
          enterprises(first: 20, filter: {jurisdiction: $place, status: ACTIVE}) { nodes { id supervisionClass } }
        }\
        """;

    /** An assistance visit to an enterprise that nobody has visited since; nobody was there to sign its record. */
    void visit() {
        Actor officer = new Actor(
                desk.daysAgo(VISITED_DAYS_AGO), county.person("county-officer"), county.name() + " last visit");
        String day = Demonstration.dayIn(-VISITED_DAYS_AGO).toString();
        JsonNode reference = officer.desk().ask(officer.persona(), COUNTY, Map.of("place", county.code()));
        JsonNode checklist = shortest(officer, day);
        Map<String, Object> plan = plan("ASSISTANCE", neglected(reference), checklist, day);
        plan.put("officerIds", twoOfficers(reference));
        String visit = officer.onInspection("planInspection", "PlanInspectionInput", plan);
        record(officer, visit, checklist);
        officer.onInspection(
                "signInspection", "SignInspectionInput", Map.of("id", visit, "refusalReason", "企业负责人外出，未签字"));
        complete(officer, visit);
    }

    /** A self-check of the enterprise whose manager is a persona, and which has made none since. */
    void selfCheck() {
        Actor manager =
                new Actor(desk.daysAgo(CHECKED_DAYS_AGO), county.person("manager"), county.name() + " last self-check");
        String day = Demonstration.dayIn(-CHECKED_DAYS_AGO).toString();
        JsonNode checklist = shortest(manager, day);
        String check = manager.onInspection(
                "planInspection", "PlanInspectionInput", plan("SELF_CHECK", enterprise, checklist, day));
        record(manager, check, checklist);
        manager.onInspection("signInspection", "SignInspectionInput", Map.of("id", check));
        complete(manager, check);
    }

    private static Map<String, Object> plan(String kind, String enterprise, JsonNode checklist, String day) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "enterpriseId",
                enterprise,
                "checklistId",
                checklist.path("id").asText(),
                "plannedOn",
                day));
    }

    private void record(Actor actor, String visit, JsonNode checklist) {
        actor.onInspection("startInspection", "StartInspectionInput", Map.of("id", visit));
        int number = 0;
        for (JsonNode item : checklist.path("items")) {
            number++;
            new Actor(actor.desk(), actor.persona(), actor.story() + " " + number)
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
        actor.onInspection("finishInspectionRecord", "InspectionInput", Map.of("id", visit));
    }

    private static void complete(Actor actor, String visit) {
        actor.onInspection("issueInspectionFindings", "InspectionInput", Map.of("id", visit));
        actor.onInspection("completeInspection", "InspectionInput", Map.of("id", visit));
    }

    private JsonNode shortest(Actor actor, String day) {
        JsonNode reference = actor.desk().ask(actor.persona(), CHECKLISTS, Map.of("day", day));
        JsonNode shortest = reference.at("/data/checklists/nodes/0");
        for (JsonNode checklist : reference.at("/data/checklists/nodes")) {
            if (checklist.path("items").size() < shortest.path("items").size()) {
                shortest = checklist;
            }
        }
        return shortest;
    }

    /** Another enterprise than that which is visited today, and none of those that are visited every two years. */
    private String neglected(JsonNode reference) {
        for (JsonNode other : reference.at("/data/enterprises/nodes")) {
            String id = other.path("id").asText();
            if (!id.equals(enterprise)
                    && !other.path("supervisionClass").asText().equals("A")) {
                return id;
            }
        }
        throw new IllegalStateException("No other enterprise in " + county.code());
    }

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
}
