package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.VisitScene.planned;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OffSiteScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** What authorities publish of a year's visits: by kind, source and result, without what is only planned, and without names. */
@LedgerTest
class VisitStatisticsTest {
    private static final VisitScene VISITS = new VisitScene(TestCaller.LANKAO_ENTERPRISE);
    private static final int PRESENT = LocalDate.now(Times.ZONE).getYear();

    /** In which no other test makes visits. */
    private static final int YEAR = PRESENT - 7;

    private static final String FIGURES =
            "enforcement daily ofCase special emergencies counted exempt merged problemsFound nothingFound"
                    + " goingOn brokenOff assistance offSite exemptBySource { source visits }";

    @Inject
    LedgerTables tables;

    @Test
    void visitsOfAYearAreToldByKindSourceAndResult() {
        // Given
        UUID emergency = made("COMPLETED", "CASE", "EMERGENCY", false);
        UUID daily = made("COMPLETED", "DAILY", "PLAN", true);
        tables.change(
                "insert into finding (id, inspection_id, item_id, result, recorded_by, recorded_at) select gen_random_uuid(), i.id,"
                        + " (select c.id from checklist_item c where c.checklist_id = i.checklist_id limit 1), 'NON_COMPLIANT', 'x', now()"
                        + " from inspection i where i.id = ?",
                daily);
        UUID merged = made("COMPLETED", "SPECIAL", "PLAN", true);
        tables.change("update inspection set merged_into_id = ? where id = ?", emergency, merged);
        made("ABORTED", "CASE", "TIP", false);
        made("IN_PROGRESS", "DAILY", "PLAN", true);
        UUID assistance = made("COMPLETED", "", "", false);
        tables.change("update inspection set kind = 'ASSISTANCE' where id = ?", assistance);
        tables.change("update inspection set planned_on = ?::date where id = ?", YEAR + "-06-01", pending());
        tables.change(
                "update inspection set rating_score = 4, rated_at = now() where check_kind is not null and started_at is not null"
                        + " and planned_on = ?::date",
                YEAR + "-06-01");
        Map<String, Object> look = OffSiteScene.look();
        look.put("checkedOn", YEAR + "-06-02");
        OffSiteScene.record(OFFICER_LANKAO, look).accepted();

        // When
        JsonPath county = statistics(COUNTY_LEADER_LANKAO, null, YEAR);
        JsonPath city = statistics(CITY_LEADER, "410225000000", YEAR);
        JsonPath neighbour = statistics(OFFICER_QIXIAN, "410225000000", YEAR);

        // Then
        Map<String, Object> expected = Map.ofEntries(
                Map.entry("enforcement", 5),
                Map.entry("daily", 2),
                Map.entry("ofCase", 2),
                Map.entry("special", 1),
                Map.entry("emergencies", 1),
                Map.entry("counted", 2),
                Map.entry("exempt", 2),
                Map.entry("merged", 1),
                Map.entry("problemsFound", 1),
                Map.entry("nothingFound", 2),
                Map.entry("goingOn", 1),
                Map.entry("brokenOff", 1),
                Map.entry("assistance", 1),
                Map.entry("offSite", 1),
                Map.entry(
                        "exemptBySource",
                        List.of(Map.of("source", "TIP", "visits", 1), Map.of("source", "EMERGENCY", "visits", 1))));
        assertEquals(expected, county.get("data.visitStatistics.total"));
        assertEquals(List.of("410225000000"), county.getList("data.visitStatistics.authorities.authority"));
        assertEquals(List.of("兰考县"), county.getList("data.visitStatistics.authorities.name"));
        assertEquals(expected, county.get("data.visitStatistics.authorities[0].figures"));
        assertEquals(5, county.getInt("data.visitStatistics.authorities[0].ratings"));
        assertEquals(4.0, county.getDouble("data.visitStatistics.authorities[0].averageRating"));
        assertEquals(expected, city.get("data.visitStatistics.total"));
        assertEquals(0, neighbour.getInt("data.visitStatistics.total.enforcement"));
        assertEquals(List.of(), neighbour.getList("data.visitStatistics.authorities"));
        assertNull(county.get("data.visitStatistics.publishBy"), "No rule held yet");
    }

    @Test
    void figuresAreToBePublicByTheEndOfTheNextJanuaryAndNoEnterpriseAsksForThem() {
        // When
        JsonPath present = statistics(OFFICER_LANKAO, null, PRESENT);
        String document = "{ visitStatistics(year: " + PRESENT + ") { year } }";

        // Then
        assertEquals((PRESENT + 1) + "-01-31T23:59:59+08:00", present.getString("data.visitStatistics.publishBy"));
        assertEquals(List.of("FORBIDDEN"), LedgerClient.as(MANAGER_LANKAO).errorCodes(document, Map.of()));
        assertEquals(
                List.of("VALUE_OUT_OF_RANGE"),
                LedgerClient.as(OFFICER_LANKAO)
                        .errorCodes(document.replace("" + PRESENT, "" + (PRESENT + 1)), Map.of()));
    }

    private static UUID pending() {
        return NodeId.require(
                NodeType.INSPECTION,
                planned(OFFICER_LANKAO, VISITS.plan()).accepted().text("inspection.id"),
                "id");
    }

    /** A visit that began in that year and has this state. */
    private UUID made(String status, String checkKind, String source, boolean counted) {
        UUID visit = pending();
        tables.change(
                "update inspection set planned_on = ?::date, started_at = now(), status = ?, check_kind = nullif(?, ''), source = nullif(?, ''), counted = ?"
                        + " where id = ?",
                YEAR + "-06-01",
                status,
                checkKind,
                source,
                counted,
                visit);
        return visit;
    }

    private static JsonPath statistics(TestCaller reader, @Nullable String jurisdiction, int year) {
        String area = jurisdiction == null ? "" : "jurisdiction: \"" + jurisdiction + "\", ";
        return LedgerClient.as(reader)
                .query("{ visitStatistics(" + area + "year: " + year + ") { publishBy total { " + FIGURES + " }"
                        + " authorities { authority name ratings averageRating figures { " + FIGURES + " } } } }");
    }
}
