package org.safetyledger.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

@LedgerTest
class ResponsiblePartiesTest {
    private static final String TOWN = "410225102000";
    /** A restaurant of that town. */
    private static final String RESTAURANT = "91410225MA8LC5FB5D";

    private static final String PARTIES = "responsibleParties { takenOn missing missingCodes acting"
            + " holders { party name title department assignmentId } }";
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    @Inject
    LedgerTables tables;

    /** A hotel of Tongxu, whose register names no regulator of hotels, and the gas works of Yuwangtai without one of gas. */
    @ParameterizedTest
    @ValueSource(strings = {"通许翊骏和酒店", "开封珩辰和燃气"})
    void regulatorThatTheCountyLacksIsMissingAlthoughTheCityHasOne(String enterprise) {
        // When
        JsonPath parties = partiesOf(enterprise);

        // Then
        assertEquals(List.of("INDUSTRY_REGULATOR"), parties.getList("missing"));
        assertEquals(
                1,
                parties.getList("holders.findAll { it.party == 'INDUSTRY_REGULATOR' }.title").stream()
                        .filter(title -> title.toString().startsWith("开封市"))
                        .count());
    }

    @Test
    void nobodyIsMissingWhereTheCountyHasAllFour() {
        assertEquals(List.of(), partiesOf("兰考禹禾丰化工").getList("missing"));
    }

    @Test
    void functionalZoneHoldsTheTerritorialResponsibilityOfItsPark() {
        assertEquals(
                List.of(),
                partiesOf("开封宋芃达食品").getList("missing").stream()
                        .filter("TERRITORIAL"::equals)
                        .toList());
        assertEquals("FUNCTIONAL_ZONE", tables.value("select kind from division where code = '410291003000'"));
    }

    @Test
    void legalRepresentativeAndActualControllerHoldTheMainResponsibilityTogether() {
        // Given
        for (String kind : List.of("LEGAL_REPRESENTATIVE", "ACTUAL_CONTROLLER")) {
            tables.change(
                    "insert into post (id, code, division_code, enterprise_id, title, kind)"
                            + " select gen_random_uuid(), ?, division_code, id, ?, ? from enterprise where credit_code = ?",
                    kind,
                    kind,
                    kind,
                    RESTAURANT);
            tables.change(
                    "insert into person (id, code, post_id, division_code, enterprise_id, name)"
                            + " select gen_random_uuid(), code, id, division_code, enterprise_id, title from post where code = ?",
                    kind);
            assign(Map.of(
                    "party", "ENTERPRISE_MAIN",
                    "jurisdiction", TOWN,
                    "enterpriseId", new Loop().enterpriseId(TestCaller.CITY_OFFICER, RESTAURANT),
                    "personId", person(kind),
                    "validFrom", TODAY.toString(),
                    "validTo", TODAY.toString()));
        }
        try {
            // When
            List<String> titles =
                    partiesOf("兰考翊辰达餐饮").getList("holders.findAll { it.party == 'ENTERPRISE_MAIN' }.title");

            // Then
            assertTrue(titles.containsAll(List.of("LEGAL_REPRESENTATIVE", "ACTUAL_CONTROLLER")), titles::toString);
        } finally {
            tables.change(
                    "delete from responsibility_assignment where holder_post in ('LEGAL_REPRESENTATIVE', 'ACTUAL_CONTROLLER')");
            tables.change("delete from person where code in ('LEGAL_REPRESENTATIVE', 'ACTUAL_CONTROLLER')");
            tables.change("delete from post where code in ('LEGAL_REPRESENTATIVE', 'ACTUAL_CONTROLLER')");
        }
    }

    @Test
    void replacedHolderKeepsTheSnapshotsThatNameHimAndTheRowThatHeHad() {
        // Given
        String query = "select id from responsibility_assignment where party = 'TERRITORIAL' and division_code = ?"
                + " and holder_post = 'GOVERNMENT_HEAD'";
        UUID former = UUID.fromString(tables.value(query, TOWN));
        JsonPath before = hazardOf("兰考翊辰达餐饮");
        String hazard = before.getString("data.reportHazard.hazard.id");
        try {
            // When
            assign(Map.of(
                    "party", "TERRITORIAL",
                    "jurisdiction", TOWN,
                    "personId", person("P-410225-GOV"),
                    "validFrom", TODAY.toString(),
                    "replacesId", NodeId.text(NodeType.RESPONSIBILITY, former)));

            // Then
            assertEquals(
                    TODAY.minusDays(1).toString(),
                    tables.value("select valid_to from responsibility_assignment where id = ?", former));
            assertEquals(
                    before.<Object>get("data.reportHazard.hazard.responsibleParties"),
                    LedgerClient.as(TestCaller.CITY_OFFICER)
                            .query("query($id: ID!) { hazard(id: $id) { " + PARTIES + " } }", Map.of("id", hazard))
                            .get("data.hazard.responsibleParties"));
            assertEquals(
                    List.of("兰考县县长"),
                    partiesOf("兰考翊辰达餐饮").getList("holders.findAll { it.party == 'TERRITORIAL' }.title"));
        } finally {
            tables.change(
                    "delete from responsibility_assignment where division_code = ? and valid_from = ?", TOWN, TODAY);
            tables.change("update responsibility_assignment set valid_to = null where id = ?", former);
        }
    }

    @Test
    void assignmentThatEndedEarlierIsNotMadeLongerByItsSuccessor() {
        // Given
        String query = "select id from responsibility_assignment where party = 'TERRITORIAL' and division_code = ?"
                + " and holder_post = 'GOVERNMENT_HEAD'";
        UUID former = UUID.fromString(tables.value(query, TOWN));
        LocalDate ended = TODAY.minusDays(3);
        Map<String, Object> next = Map.of(
                "party", "TERRITORIAL",
                "jurisdiction", TOWN,
                "personId", person("P-410225-GOV"),
                "validFrom", TODAY.toString(),
                "replacesId", NodeId.text(NodeType.RESPONSIBILITY, former));
        String end = "update responsibility_assignment set valid_to = ? where id = ?";
        tables.change(end, ended, former);
        try {
            // When
            Payload refused = assigning(next);
            String kept = tables.value("select valid_to from responsibility_assignment where id = ?", former);
            tables.change(end, TODAY.minusDays(1), former);
            Payload seamless = assigning(next);

            // Then
            assertEquals(List.of("ASSIGNMENT_ENDED"), refused.userErrorCodes());
            assertEquals(List.of("replacesId"), refused.get("userErrors[0].path"));
            assertEquals(ended.toString(), kept);
            seamless.accepted();
        } finally {
            tables.change(
                    "delete from responsibility_assignment where division_code = ? and valid_from = ?", TOWN, TODAY);
            tables.change("update responsibility_assignment set valid_to = null where id = ?", former);
        }
    }

    @Test
    void holderOfOneEnterpriseIsNotRelievedByTheHolderOfAnother() {
        // Given
        String[] pair = tables.value("select a.id, b.id, a.division_code, a.enterprise_id, a.person_id"
                        + " from responsibility_assignment a join responsibility_assignment b using (party, division_code)"
                        + " where a.party = 'ENTERPRISE_MAIN' and a.enterprise_id <> b.enterprise_id"
                        + " and a.valid_to is null and b.valid_to is null order by a.id, b.id limit 1")
                .split("\\|", -1);
        UUID own = UUID.fromString(pair[0]);
        tables.change("update responsibility_assignment set valid_to = ? where id = ?", TODAY.minusDays(1), own);
        try {
            // When
            Payload refused = assigning(Map.of(
                    "party", "ENTERPRISE_MAIN",
                    "jurisdiction", pair[2],
                    "enterpriseId", NodeId.text(NodeType.ENTERPRISE, UUID.fromString(pair[3])),
                    "personId", NodeId.text(NodeType.PERSON, UUID.fromString(pair[4])),
                    "validFrom", TODAY.toString(),
                    "replacesId", NodeId.text(NodeType.RESPONSIBILITY, UUID.fromString(pair[1]))));

            // Then
            assertEquals(List.of("REFERENCE_NOT_FOUND"), refused.userErrorCodes());
            assertEquals(List.of("replacesId"), refused.get("userErrors[0].path"));
            assertEquals(
                    "null",
                    tables.value(
                            "select valid_to from responsibility_assignment where id = ?", UUID.fromString(pair[1])));
        } finally {
            tables.change("update responsibility_assignment set valid_to = null where id = ?", own);
            tables.change(
                    "update responsibility_assignment set valid_to = null where id = ?", UUID.fromString(pair[1]));
        }
    }

    @Test
    void whoeverIsAssignedTwiceAtOnceIsAssignedOnce() {
        // Given
        LocalDate from = TODAY.plusDays(300);
        Map<String, Object> input = Map.of(
                "party",
                "TERRITORIAL",
                "jurisdiction",
                TOWN,
                "personId",
                person("P-410225-GOV"),
                "validFrom",
                from.toString());
        try {
            // When
            List<List<String>> answers =
                    Together.act(4, person -> assigning(input).userErrorCodes());

            // Then
            assertEquals(1, Collections.frequency(answers, List.of()));
            assertEquals(3, Collections.frequency(answers, List.of("ASSIGNMENT_OVERLAPS")));
        } finally {
            tables.change(
                    "delete from responsibility_assignment where division_code = ? and valid_from = ?", TOWN, from);
        }
    }

    private String person(String post) {
        return NodeId.text(
                NodeType.PERSON,
                UUID.fromString(tables.value(
                        "select e.id from person e join post t on t.id = e.post_id where t.code = ?", post)));
    }

    private static void assign(Map<String, ?> input) {
        assigning(input).accepted();
    }

    private static Payload assigning(Map<String, ?> input) {
        return LedgerClient.as(TestCaller.CITY_OFFICER)
                .mutate("assignResponsibility", "AssignResponsibilityInput", input, "responsibilityAssignment { id }");
    }

    private static JsonPath partiesOf(String enterprise) {
        JsonPath answer = hazardOf(enterprise);
        answer.setRootPath("data.reportHazard.hazard.responsibleParties");
        return answer;
    }

    private static JsonPath hazardOf(String enterprise) {
        LedgerClient city = LedgerClient.as(TestCaller.CITY_OFFICER);
        String id = city.query(
                        "query($text: String) { enterprises(filter: { text: $text }) { nodes { id } } }",
                        Map.of("text", enterprise))
                .getString("data.enterprises.nodes[0].id");
        return city.mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of("enterpriseId", id, "title", "疏散通道堵塞", "category", "EVACUATION_ROUTE"),
                        "hazard { id " + PARTIES + " }")
                .accepted()
                .answer();
    }
}
