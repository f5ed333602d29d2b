package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A hazard of some weeks ago that nobody has mended since, and how the city presses for the worst of them. */
record EscalationScene(Desk desk, Demonstration.County county, String enterprise, EscalationStory story) {
    private static final String PROBLEM = "重点部位隐患逾期未整改";

    void begin() {
        String hazard = as("county-officer")
                .onHazard(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                enterprise,
                                "title",
                                PROBLEM + "（" + story.daysAgo() + "日前发现）",
                                "category",
                                "ELECTRICAL_SAFETY"));
        as("county-officer").onHazard("confirmHazard", "ConfirmHazardInput", Map.of("id", hazard, "grade", "GENERAL"));
        if (story.isAssigned()) {
            String task = as("county-officer")
                    .onTask(
                            "assignRectification",
                            "AssignRectificationInput",
                            Map.of("hazardId", hazard, "requirement", "更换老化线路并复测"));
            if (story.isAccepted()) {
                as("manager").onTask("acceptRectification", "RectificationInput", Map.of("id", task));
                as("manager").onTask("startRectification", "RectificationInput", Map.of("id", task));
            }
        }
    }

    /** The city's officer presses for what waits longest. */
    void press() {
        JsonNode deadlines = desk.ask(
                "city-officer",
                "query($place: String) { deadlines(first: 1, filter: {overdue: true, subject: \"RECTIFICATION_TOTAL\","
                        + " jurisdiction: $place}) { nodes { id } } }",
                Map.of("place", county.code()));
        String deadline = deadlines.at("/data/deadlines/nodes/0/id").asText();
        new Actor(desk, "city-officer", told())
                .does("urge", "UrgeInput", "deadline", Map.of("id", deadline, "note", "逾期已久，请三日内报告整改情况"));
    }

    private Actor as(String role) {
        return new Actor(desk, county.person(role), told());
    }

    private String told() {
        return county.name() + " escalation " + story;
    }
}
