package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.safetyledger.graphql.Times;

/** Daily reports of a county or the city, each of a day that nobody has reported yet, and in the state that is asked for. */
public record DailyReportScene(TestCaller officer, TestCaller leader) {
    public static final DailyReportScene LANKAO =
            new DailyReportScene(TestCaller.OFFICER_LANKAO, TestCaller.COUNTY_LEADER_LANKAO);
    public static final DailyReportScene CITY = new DailyReportScene(TestCaller.CITY_OFFICER, TestCaller.CITY_LEADER);

    private static final AtomicInteger DAYS_BACK = new AtomicInteger(2);

    public static String day() {
        return LocalDate.now(Times.ZONE).minusDays(DAYS_BACK.getAndIncrement()).toString();
    }

    /** A hazard of the county's first enterprise that was found at noon of that day and is recorded now. */
    public String found(String day) {
        return found(day, "12:00");
    }

    public String found(String day, String time) {
        String enterprise = LedgerClient.as(officer)
                .query("{ enterprises(first: 1) { nodes { id } } }")
                .getString("data.enterprises.nodes[0].id");
        return LedgerClient.as(officer)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                enterprise,
                                "title",
                                "疏散通道堵塞 " + UUID.randomUUID(),
                                "category",
                                "FIRE_FACILITIES",
                                "discoveredAt",
                                day + "T" + time + ":00+08:00"),
                        "hazard { id }")
                .accepted()
                .text("hazard.id");
    }

    public LedgerClient.Payload drawUp(String day) {
        return LedgerClient.as(officer)
                .mutate("drawUpDailyReport", "DrawUpDailyReportInput", Map.of("day", day), "dailyReport { id zero }");
    }

    public String drawn() {
        return drawUp(day()).accepted().text("dailyReport.id");
    }

    /** What signs a report as it is. */
    public Map<String, Object> signature(String report) {
        boolean zero = LedgerClient.as(officer)
                .query("query($id: ID) { dailyReport(id: $id) { zero } }", Map.of("id", report))
                .getBoolean("data.dailyReport.zero");
        return new HashMap<>(Map.of("id", report, "zero", zero));
    }

    public LedgerClient.Payload sign(Map<String, ?> signature) {
        return LedgerClient.as(leader)
                .mutate("signDailyReport", "SignDailyReportInput", signature, "dailyReport { status }");
    }

    public String signed() {
        String report = drawn();
        sign(signature(report)).accepted();
        return report;
    }
}
