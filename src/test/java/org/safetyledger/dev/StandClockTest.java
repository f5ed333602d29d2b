package org.safetyledger.dev;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;

/** On the database of the demonstration, whose other rows may lie in any year. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class StandClockTest {
    private static final String OFFICER = "county-officer-lankao";
    private static final int YEAR = 365;

    @Test
    void requestBesideAStoryOfThePastTakesPlaceToday() {
        // Given
        Desk today = PastDesk.open();
        Desk then = today.daysAgo(YEAR);
        String hazard = confirmedHazard(then);

        // When
        List<Future<String>> ofThePast = new ArrayList<>();
        List<Future<String>> ofToday = new ArrayList<>();
        try (ExecutorService askers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 20; i++) {
                ofThePast.add(askers.submit(() -> moment(then, hazard)));
                ofToday.add(askers.submit(() -> moment(today, hazard)));
            }
        }

        // Then
        assertEquals(Set.of(Demonstration.dayIn(-YEAR) + " false"), answers(ofThePast));
        assertEquals(Set.of(Demonstration.dayIn(0) + " true"), answers(ofToday));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-1", "1.5", "99999", ""})
    void momentThatIsNoneIsRefused(String days) {
        PastDesk.open();

        given().header(StandClock.DAYS_AGO, days)
                .when()
                .get("/q/health/live")
                .then()
                .statusCode(400)
                .body(containsString("a whole number of days from 0 to 9999"));
    }

    private static String confirmedHazard(Desk desk) {
        Actor officer = new Actor(desk, OFFICER, "a year ago");
        String enterprise = desk.ask(OFFICER, "{ enterprises(first: 1) { nodes { id } } }", Map.of())
                .at("/data/enterprises/nodes/0/id")
                .asText();
        String hazard = officer.onHazard(
                "reportHazard",
                "ReportHazardInput",
                Map.of("enterpriseId", enterprise, "title", "一年前发现的隐患", "category", "ELECTRICAL_SAFETY"));
        return officer.onHazard("confirmHazard", "ConfirmHazardInput", Map.of("id", hazard, "grade", "GENERAL"));
    }

    /** The day by the program's clock, and whether the hazard is overdue by the database's. */
    private static String moment(Desk desk, String hazard) {
        JsonNode answer = desk.ask(
                        OFFICER,
                        "query($id: ID!) { coverage { asOf } hazard(id: $id) { overdue } }",
                        Map.of("id", hazard))
                .path("data");
        return answer.at("/coverage/asOf").asText().substring(0, 10) + " "
                + answer.at("/hazard/overdue").asText();
    }

    private static Set<String> answers(List<Future<String>> moments) {
        return moments.stream().map(Future::resultNow).collect(Collectors.toSet());
    }
}
