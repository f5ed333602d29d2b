package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Ids of the people of a county who are named in stories. */
record Roster(Desk desk, Demonstration.County county) {
    /** The head of its government. */
    String head() {
        JsonNode leaders = ask(
                "query($county: String) { responsibilityAssignments(first: 20, filter: {party: LEADERSHIP, jurisdiction: $county})"
                        + " { nodes { holderName holderTitle } } }",
                Map.of("county", county.code()));
        String name = only(leaders.at("/data/responsibilityAssignments/nodes"), "holderTitle", "县长")
                .path("holderName")
                .asText();
        return ask("query($name: String) { people(first: 1, text: $name) { nodes { id } } }", Map.of("name", name))
                .at("/data/people/nodes/0/id")
                .asText();
    }

    /** The first of its bureau's officers by certificate, who is a persona. */
    String officer() {
        JsonNode people = ask(
                "query($county: String) { people(first: 100, certified: true, jurisdiction: $county)"
                        + " { nodes { id certificateNumber } } }",
                Map.of("county", county.code()));
        String certificate = "AJ-" + county.code().substring(0, 6) + "-0001";
        return only(people.at("/data/people/nodes"), "certificateNumber", certificate)
                .path("id")
                .asText();
    }

    private JsonNode ask(String document, Map<String, ?> variables) {
        return desk.ask(county.person("county-officer"), document, variables);
    }

    static JsonNode only(JsonNode nodes, String field, String ending) {
        for (JsonNode node : nodes) {
            if (node.path(field).asText().endsWith(ending)) {
                return node;
            }
        }
        throw new IllegalStateException("None has the " + field + " " + ending);
    }
}
