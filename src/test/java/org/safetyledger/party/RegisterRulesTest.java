package org.safetyledger.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.DrawScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

@LedgerTest
class RegisterRulesTest {
    private static final String RETIRED_COUNTY = "410224000000";

    private final Loop loop = new Loop();

    @Inject
    LedgerTables database;

    @ParameterizedTest
    @CsvSource({
        "LEADERSHIP, P-410225-PARTY, ",
        "LEADERSHIP, P-410225-DEP, ",
        "LEADERSHIP, P-410225-EM-HEAD, POST_DOES_NOT_FIT",
        "LEADERSHIP, P-91410225MA8U9NBR1E-PR, POST_DOES_NOT_FIT",
        "TERRITORIAL, P-410225-GOV, ",
        "TERRITORIAL, P-410225-EM-HEAD, POST_DOES_NOT_FIT",
        "TERRITORIAL, P-91410225MA8U9NBR1E-SM, POST_DOES_NOT_FIT",
        "INDUSTRY_REGULATOR, P-410225-EM-HEAD, ",
        "INDUSTRY_REGULATOR, P-410225-EM-SO1, ",
        "INDUSTRY_REGULATOR, P-410225-GOV, POST_DOES_NOT_FIT",
        "INDUSTRY_REGULATOR, P-91410225MA8U9NBR1E-PR, POST_DOES_NOT_FIT",
        "ENTERPRISE_MAIN, P-91410225MA8U9NBR1E-PR, ",
        "ENTERPRISE_MAIN, P-91410225MA8U9NBR1E-SM, ",
        "ENTERPRISE_MAIN, P-91410225MA8U9NBR1E-WK, POST_DOES_NOT_FIT",
        "ENTERPRISE_MAIN, P-91410221MA73J0161T-PR, POST_DOES_NOT_FIT",
        "ENTERPRISE_MAIN, P-410225-EM-SO1, POST_DOES_NOT_FIT",
    })
    void holdersPostFitsTheParty(String party, String post, String code) {
        // Given
        Map<String, Object> input = new HashMap<>(Map.of(
                "party",
                party,
                "jurisdiction",
                "410225000000",
                "industry",
                "A",
                "personId",
                holderOf(post),
                "validFrom",
                LocalDate.of(2091, 1, 1).toString()));
        if (party.equals("ENTERPRISE_MAIN")) {
            input.put("enterpriseId", loop.enterpriseId(CITY_OFFICER, TestCaller.LANKAO_ENTERPRISE));
        }

        // When
        Payload assigned = assign(input);

        // Then
        assertEquals(code == null ? List.of() : List.of(code), assigned.userErrorCodes());
        assertEquals(List.of(), assigned.errorCodes());
    }

    @Test
    void nobodyIsMadeResponsibleForARetiredDivision() {
        // When
        Payload assigned = assign(Map.of(
                "party",
                "LEADERSHIP",
                "jurisdiction",
                RETIRED_COUNTY,
                "personId",
                holderOf("P-410200-GOV"),
                "validFrom",
                LocalDate.now(Times.ZONE).toString()));

        // Then
        assertEquals(List.of("UNKNOWN_CODE"), assigned.userErrorCodes());
    }

    @Test
    void noCampaignTargetsARetiredDivision() {
        // Given
        LocalDate today = LocalDate.now(Times.ZONE);

        // When
        Payload created = LedgerClient.as(CITY_OFFICER)
                .mutate(
                        "createCampaign",
                        "CreateCampaignInput",
                        Map.of(
                                "title",
                                "专项整治 " + UUID.randomUUID(),
                                "kind",
                                "ROUTINE",
                                "startsOn",
                                today.toString(),
                                "endsOn",
                                today.plusDays(10).toString(),
                                "targetJurisdictions",
                                List.of(RETIRED_COUNTY)),
                        "campaign { id }");

        // Then
        assertEquals(List.of("UNKNOWN_CODE"), created.userErrorCodes());
    }

    /** Retired in 2014: none of the commands that name an authority or an area takes it for one. */
    @Test
    void noDrawLookBackVisitOrTransferIsForARetiredDivision() {
        // Given
        Map<String, Object> draw = DrawScene.LANKAO.announcement(1);
        draw.put("jurisdiction", RETIRED_COUNTY);
        Map<String, Object> lookBack = DrawScene.lookBack();
        lookBack.put("jurisdiction", RETIRED_COUNTY);
        Map<String, Object> visit = SupervisionScene.GOVERNMENT.plan();
        visit.put("target", RETIRED_COUNTY);

        // When
        List<Payload> answers = List.of(
                LedgerClient.as(CITY_OFFICER).mutate("announceDraw", "AnnounceDrawInput", draw, "draw { id }"),
                LedgerClient.as(CITY_OFFICER)
                        .mutate("createLookBack", "CreateLookBackInput", lookBack, "lookBack { id }"),
                LedgerClient.as(TestCaller.OFFICE_CITY)
                        .mutate("planSupervision", "PlanSupervisionInput", visit, "supervisionVisit { id }"),
                TransferScene.send(
                        CITY_OFFICER, TransferScene.input(TransferScene.hazard(), "ORDINARY", RETIRED_COUNTY)));

        // Then
        List<String> places = List.of("jurisdiction", "jurisdiction", "target", "to");
        for (int i = 0; i < places.size(); i++) {
            assertEquals(List.of("UNKNOWN_CODE"), answers.get(i).userErrorCodes(), "answer " + i);
            assertEquals(List.of(List.of(places.get(i))), answers.get(i).get("userErrors.path"));
        }
    }

    private String holderOf(String post) {
        return NodeId.text(
                NodeType.PERSON,
                UUID.fromString(database.value(
                        "select p.id from person p join post t on t.id = p.post_id where t.code = ?", post)));
    }

    private static Payload assign(Map<String, Object> input) {
        return LedgerClient.as(CITY_OFFICER)
                .mutate("assignResponsibility", "AssignResponsibilityInput", input, "responsibilityAssignment { id }");
    }
}
