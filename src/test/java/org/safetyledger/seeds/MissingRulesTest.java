package org.safetyledger.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.LoadedRules;
import org.safetyledger.supervision.clock.ClockEngine;
import org.safetyledger.testing.DeadlineScene;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;

/** A program whose rules are older than it is, as after an upgrade without the files that came with it. */
@QuarkusTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class MissingRulesTest {
    @Inject
    LoadedRules rules;

    @Inject
    ClockEngine engine;

    private final LedgerTables tables = new LedgerTables();

    @Test
    void whatNeedsARuleIsRefusedByItsNameAndTheOperatorIsTold() throws Exception {
        // Given
        List<String> before = rules.missing();
        String clock = DeadlineScene.of(new Loop().reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE));
        tables.change("delete from limit_rule");
        tables.change("delete from escalation_rule");

        // When
        JsonPath coverage = LedgerClient.as(CITY_LEADER)
                .send("{ coverage { gaps { kind } } }", Map.of())
                .jsonPath();
        JsonPath urge = LedgerClient.as(CITY_OFFICER)
                .send(
                        "mutation($id: ID!) { urge(input: {id: $id, note: \"x\"}) { userErrors { code } } }",
                        Map.of("id", clock))
                .jsonPath();
        JsonPath report = LedgerClient.as(CITY_OFFICER)
                .send(
                        "mutation($day: Date!) { drawUpDailyReport(input: {day: $day}) { userErrors { code } } }",
                        Map.of("day", LocalDate.now(Times.ZONE).minusDays(2).toString()))
                .jsonPath();
        List<String> missing = rules.missing();

        // Then
        assertEquals(List.of(), before);
        assertEquals(refusal("VISIT_WITHIN"), refusal(coverage));
        assertEquals(refusal("URGES_PER_DAY"), refusal(urge));
        assertEquals("RULE_NOT_LOADED", refusal(report).getFirst());
        assertTrue(
                missing.containsAll(List.of("limit URGES_PER_DAY", "limit VISIT_WITHIN", "ladder of all deadlines")));
        assertTrue(engine.run() > 0);
    }

    private static List<String> refusal(String subject) {
        return List.of("RULE_NOT_LOADED", subject);
    }

    private static List<String> refusal(JsonPath answer) {
        return List.of(answer.getString("errors[0].extensions.code"), answer.getString("errors[0].extensions.subject"));
    }
}
