package org.safetyledger.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Places at which nobody is responsible. */
@LedgerTest
class ResponsibilityGapsTest {
    private static final String GULOU = "410204000000";
    private static final String LANKAO = "410225000000";

    @Inject
    LedgerTables tables;

    @Test
    void countyWithoutAHeadShowsAndIsToldToItsHazards() {
        // When
        List<String> gaps = gaps(CITY_OFFICER, GULOU, null);
        JsonPath hazard = LedgerClient.as(CITY_OFFICER)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                LedgerClient.as(CITY_OFFICER)
                                        .query("{ enterprise(creditCode: \"91410204MA1R2A3L24\") { id } }")
                                        .getString("data.enterprise.id"),
                                "title",
                                "疏散通道堵塞",
                                "category",
                                "EVACUATION_ROUTE"),
                        "hazard { responsibleParties { missing missingCodes } }")
                .accepted()
                .answer();

        // Then
        assertEquals(List.of("POST_VACANT 410204000000 GOVERNMENT_HEAD null"), gaps);
        assertEquals(List.of(), hazard.getList("data.reportHazard.hazard.responsibleParties.missing"));
        assertEquals(
                List.of("GOVERNMENT_HEAD"), hazard.getList("data.reportHazard.hazard.responsibleParties.missingCodes"));
    }

    @Test
    void beforeTheRegisterBeganNobodyIsResponsibleInAnyPlaceOfTheCallersOwn() {
        // When
        List<String> county = gaps(COUNTY_LEADER_LANKAO, "410200000000", "2020-01-01");

        // Then
        assertEquals(
                List.of(
                        "POST_VACANT 410225000000 DEPUTY null",
                        "POST_VACANT 410225000000 GOVERNMENT_HEAD null",
                        "POST_VACANT 410225000000 PARTY_HEAD null",
                        "POST_VACANT 410225001000 TERRITORIAL null"),
                county.subList(0, 4));
        assertEquals(
                List.of("POST_VACANT 410225101000 TERRITORIAL null"), gaps(TOWN_OFFICER_LANKAO, null, "2020-01-01"));
        assertEquals(List.of(), gaps(OFFICER_QIXIAN, LANKAO, "2020-01-01"));
        assertEquals(List.of(), gaps(COUNTY_LEADER_LANKAO, null, null));
    }

    @Test
    void whoAnswersWhenAHazardIsGradedMajorIsKeptBesideWhoDidAtItsReport() {
        // Given
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        JsonPath before = parties(hazard);

        // When
        loop.confirmMajor(OFFICER_LANKAO, hazard);

        // Then
        JsonPath after = parties(hazard);
        assertNull(before.get("data.hazard.majorResponsibleParties"));
        assertEquals(
                after.<Object>get("data.hazard.responsibleParties"),
                after.<Object>get("data.hazard.majorResponsibleParties"));
    }

    private static JsonPath parties(String hazard) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { responsibleParties { ...p } majorResponsibleParties { ...p } } }"
                                + " fragment p on ResponsibleParties { takenOn missingCodes holders { party name assignmentId } }",
                        Map.of("id", hazard));
    }

    @Test
    void leadersPostWithoutADutyOfSafetyShows() {
        // Given
        tables.change("update post set safety_duties = null where code = 'P-410225-DEP'");

        try {
            // When
            List<String> gaps = gaps(COUNTY_LEADER_LANKAO, LANKAO, null);

            // Then
            assertEquals(List.of("DUTY_MISSING 410225000000 null 兰考县副县长（分管安全生产）"), gaps);
        } finally {
            tables.change("update post set safety_duties = '统筹协调安全生产' where code = 'P-410225-DEP'");
        }
    }

    private static List<String> gaps(TestCaller caller, @Nullable String jurisdiction, @Nullable String day) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("area", jurisdiction);
        variables.put("on", day);
        return Stream.of("POST_VACANT", "DUTY_MISSING")
                .flatMap(kind -> gapsOf(caller, variables, kind).stream())
                .toList();
    }

    private static List<String> gapsOf(TestCaller caller, Map<String, @Nullable Object> variables, String kind) {
        return LedgerClient.as(caller)
                .query(
                        "query($area: String, $on: Date) { responsibilityGaps(jurisdiction: $area, on: $on, kind: "
                                + kind + ") { kind jurisdiction missing postTitle } }",
                        variables)
                .<Map<String, @Nullable Object>>getList("data.responsibilityGaps")
                .stream()
                .map(gap -> gap.get("kind") + " " + gap.get("jurisdiction") + " " + gap.get("missing") + " "
                        + gap.get("postTitle"))
                .toList();
    }
}
