package org.safetyledger.party;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class ResponsiblePartiesTest {
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

    private static JsonPath partiesOf(String enterprise) {
        LedgerClient city = LedgerClient.as(TestCaller.CITY_OFFICER);
        String id = city.query(
                        "query($text: String) { enterprises(filter: { text: $text }) { nodes { id } } }",
                        Map.of("text", enterprise))
                .getString("data.enterprises.nodes[0].id");
        JsonPath answer = city.mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of("enterpriseId", id, "title", "疏散通道堵塞", "category", "EVACUATION_ROUTE"),
                        "hazard { responsibleParties { missing holders { party title } } }")
                .accepted()
                .answer();
        answer.setRootPath("data.reportHazard.hazard.responsibleParties");
        return answer;
    }
}
