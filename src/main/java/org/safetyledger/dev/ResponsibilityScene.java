package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a county decided about regulators, what was performed of a duty of its deputy head, or a town that nobody answers for. */
record ResponsibilityScene(Desk desk, Demonstration.County county, ResponsibilityStory story) {
    private static final String PEOPLE = """
        query($place: String) {
          people(first: 100, jurisdiction: $place) { nodes { id post { kind jurisdiction { code } } } }
        }\
        """;

    private static final String TOWNS = """
        query($place: String, $day: Date) {
          responsibilityAssignments(first: 100, filter: {jurisdiction: $place, party: TERRITORIAL, validOn: $day}) {
            nodes { id jurisdiction { code } }
          }
        }\
        """;

    void tell() {
        switch (story) {
            case TRADE_DECIDED -> decide("industry", "M74", "MR", "检测机构与产品质量监管业务相近", -10);
            case VENUE_DECIDED_TWICE -> {
                decide("venue", "E_BIKE_CHARGING", "FR", "以火灾风险为主", -30);
                decide("venue", "E_BIKE_CHARGING", "UM", "多设于公共区域，与市容管理一并负责", -5);
            }
            case DUTY_PERFORMED -> perform("DEPUTY-CHECK", -12, "带队检查危险化学品企业两家");
            case DUTY_PERFORMED_BY_A_MEETING -> perform("DEPUTY-MEETING", -8, "研究冬季安全生产工作");
            case DUTY_WITHDRAWN ->
                new Actor(desk, county.person("county-leader"), told())
                        .does(
                                "withdrawDuty",
                                "WithdrawDutyInput",
                                "dutyPerformance",
                                Map.of("id", perform("DEPUTY-CHECK", -20, null), "reason", "日期填写有误"));
            case TOWN_LEFT -> leaveTown(-40, -10);
        }
    }

    /** The head of the county's last town left; the deputy head of the county stood in for him, and does no longer. */
    private void leaveTown(int left, int until) {
        String lastDay = Demonstration.dayIn(left - 1).toString();
        JsonNode town = MissingNode.getInstance();
        for (JsonNode held : desk.ask(
                        county.person("county-officer"), TOWNS, Map.of("place", county.code(), "day", lastDay))
                .at("/data/responsibilityAssignments/nodes")) {
            if (place(held).compareTo(place(town)) > 0) {
                town = held;
            }
        }
        new Actor(desk, county.person("county-officer"), told())
                .does(
                        "assignResponsibility",
                        "AssignResponsibilityInput",
                        "responsibilityAssignment",
                        Map.of(
                                "party",
                                "TERRITORIAL",
                                "jurisdiction",
                                place(town),
                                "personId",
                                deputy(),
                                "validFrom",
                                Demonstration.dayIn(left).toString(),
                                "validTo",
                                Demonstration.dayIn(until).toString(),
                                "replacesId",
                                town.path("id").asText()));
    }

    private static String place(JsonNode held) {
        return held.at("/jurisdiction/code").asText();
    }

    private void decide(String field, String code, String department, String reason, int day) {
        String authority = "KF-" + county.code().substring(0, 6) + "-" + department;
        new Actor(desk, county.person("county-leader"), told() + " " + department)
                .does(
                        "decideRegulator",
                        "DecideRegulatorInput",
                        "regulatorDecision",
                        Map.of(
                                "jurisdiction",
                                county.code(),
                                field,
                                code,
                                "department",
                                authority,
                                "reason",
                                reason,
                                "documentNumber",
                                "县政办：" + code + " " + department,
                                "decidedOn",
                                Demonstration.dayIn(day).toString()));
    }

    private String perform(String duty, int day, @Nullable String note) {
        Map<String, Object> performed = new LinkedHashMap<>(Map.of(
                "personId",
                deputy(),
                "duty",
                duty,
                "performedOn",
                Demonstration.dayIn(day).toString(),
                "document",
                "履职记录〔" + duty + "〕"));
        if (note != null) {
            performed.put("note", note);
        }
        return new Actor(desk, county.person("county-officer"), told())
                .does("recordDuty", "RecordDutyInput", "dutyPerformance", performed);
    }

    private String deputy() {
        JsonNode people = desk.ask(county.person("county-officer"), PEOPLE, Map.of("place", county.code()));
        for (JsonNode person : people.at("/data/people/nodes")) {
            if (person.at("/post/kind").asText().equals("DEPUTY_HEAD")
                    && person.at("/post/jurisdiction/code").asText().equals(county.code())) {
                return person.path("id").asText();
            }
        }
        throw new IllegalStateException("No deputy head of " + county.name());
    }

    private String told() {
        return county.name() + " responsibility " + story;
    }
}
