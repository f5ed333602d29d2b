package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A county's officer takes notice of one thing that became due: the ladder has been climbed meanwhile. */
record NoticeScene(Desk desk, Demonstration.County county) {
    private static final String DUE = """
        query($county: String) {
          deadlineEvents(first: 1, filter: {status: ACKNOWLEDGED, addressedDivision: $county}) { nodes { id } }
          viewer { deadlineEvents(first: 1, filter: {status: OPEN}) { nodes { id } } }
        }\
        """;

    /** What was told before is not told again of another one; where nothing is due yet, it is told at the next start. */
    void tell() {
        String officer = county.person("county-officer");
        JsonNode due = desk.ask(officer, DUE, Map.of("county", county.code()));
        JsonNode open = due.at("/data/viewer/deadlineEvents/nodes/0/id");
        if (!due.at("/data/deadlineEvents/nodes").isEmpty() || open.isMissingNode()) {
            return;
        }
        new Actor(desk, officer, county.name() + " notice")
                .does(
                        "acknowledgeDeadlineEvent",
                        "AcknowledgeDeadlineEventInput",
                        "event",
                        Map.of("id", open.asText(), "note", "已电话督促企业，明日到现场核实"));
    }
}
