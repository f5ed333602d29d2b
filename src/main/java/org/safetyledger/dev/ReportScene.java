package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A week of daily reports of the counties and its last days of the city: a zero report, one with a correction of the day before,
 * some that were signed and issued, and some that nobody has signed yet.
 *
 * @param enterprises the id of an enterprise of a county
 */
record ReportScene(Desk desk, List<Demonstration.County> counties, Function<Demonstration.County, String> enterprises) {
    private static final int FIRST = -8;
    private static final int LAST_SIGNED = -4;
    private static final int LAST_ISSUED = -3;
    private static final int LAST = -2;

    /** What was told before is not told again: its days are counted from another one by now. */
    void tell() {
        JsonNode told = desk.ask("city-officer", "{ dailyReports(filter: {status: ISSUED}) { totalCount } }", Map.of());
        if (told.at("/data/dailyReports/totalCount").asInt() > 0) {
            return;
        }
        counties.forEach(this::tell);
        for (int day = LAST_SIGNED; day <= LAST; day++) {
            String report = draw("city-officer", "city", day);
            if (day <= LAST_ISSUED) {
                actor("city-leader", "city", day)
                        .does("issueDailyReport", "IssueDailyReportInput", "dailyReport", Map.of("id", report));
            }
        }
    }

    private void tell(Demonstration.County county) {
        find(county, "疏散指示灯损坏", FIRST + 1, "10:00");
        find(county, "临时用电线路未穿管", FIRST + 3, "10:30");
        for (int day = FIRST; day <= LAST; day++) {
            String report = draw(county.person("county-officer"), county.name(), day);
            if (day <= LAST_SIGNED) {
                sign(county, report, day);
            }
            if (day == FIRST + 1) {
                find(county, "消防水泵房无人值守", day, "15:00");
            }
        }
    }

    /** Recorded days after it was found. */
    private void find(Demonstration.County county, String title, int day, String time) {
        String officer = county.person("county-officer");
        actor(officer, county.name() + " " + title, day)
                .onHazard(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                enterprises.apply(county),
                                "title",
                                title,
                                "category",
                                "FIRE_FACILITIES",
                                "discoveredAt",
                                Demonstration.dayIn(day) + "T" + time + ":00+08:00"));
    }

    private String draw(String officer, String place, int day) {
        return actor(officer, place, day)
                .does(
                        "drawUpDailyReport",
                        "DrawUpDailyReportInput",
                        "dailyReport",
                        Map.of("day", Demonstration.dayIn(day).toString()));
    }

    private void sign(Demonstration.County county, String report, int day) {
        String leader = county.person("county-leader");
        boolean zero = desk.ask(leader, "query($id: ID) { dailyReport(id: $id) { zero } }", Map.of("id", report))
                .at("/data/dailyReport/zero")
                .asBoolean();
        actor(leader, county.name(), day)
                .does("signDailyReport", "SignDailyReportInput", "dailyReport", Map.of("id", report, "zero", zero));
    }

    private Actor actor(String persona, String chapter, int day) {
        return new Actor(desk, persona, "reports " + chapter + " " + day);
    }
}
