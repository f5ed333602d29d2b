package org.safetyledger.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.RuleScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Whatever is decided and withdrawn about one rule at once, in whatever order: on each day the decision that stands holds. */
@LedgerTest
class RulePropertyTest {
    private static final int RUNS = 3;
    private static final int ROUNDS = 8;
    private static final int PEOPLE = 4;
    private static final int DAYS = 12;
    private static final List<TestCaller> ACTORS =
            List.of(CITY_LEADER, CITY_LEADER, CITY_LEADER, CITY_OFFICER, COUNTY_LEADER_LANKAO);
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    private final LedgerTables tables = new LedgerTables();

    @Test
    void onEachDayTheDecisionThatStandsHolds() {
        long seed = Chance.seed("rules");
        int accepted = 0;
        for (int run = 0; run < RUNS; run++) {
            // Given
            Chance chance = Chance.of(seed, run);
            Map<String, Object> input = RuleScene.ofOwnCase(TODAY);
            String rule = Objects.requireNonNull(input.get("appliesTo")).toString();
            for (int round = 0; round < ROUNDS; round++) {
                List<Step> steps = steps(chance, input, rule);

                // When
                List<Payload> answers =
                        Together.act(PEOPLE, person -> steps.get(person).take());

                // Then
                String told = "seed " + seed + " run " + run + " round " + round;
                for (int person = 0; person < PEOPLE; person++) {
                    Payload answer = answers.get(person);
                    boolean done = answer.errorCodes().isEmpty()
                            && answer.userErrorCodes().isEmpty();
                    accepted += done ? 1 : 0;
                    assertTrue(
                            !done || steps.get(person).actor() == CITY_LEADER,
                            () -> told + ": " + answer.answer().prettify());
                    assertTrue(
                            List.of("FORBIDDEN", "BUSY").containsAll(answer.errorCodes())
                                    && List.of("RULE_OVERLAPS", "RULE_CHANGED_AGAIN", "WRONG_STATE")
                                            .containsAll(answer.userErrorCodes()),
                            () -> told + ": " + answer.answer().prettify());
                }
                assertEquals(standing(rule), holding(rule), told);
            }
            withdrawAll(rule);
            assertEquals("1", tables.value("select count(*) from deadline_rule where grade = ?", rule));
        }
        assertTrue(accepted > RUNS * 3, "Too little happened with seed " + seed);
    }

    private record Step(TestCaller actor, String mutation, String type, Map<String, Object> input) {
        Payload take() {
            return LedgerClient.as(actor).mutate(mutation, type, input, "ruleChange { id }");
        }
    }

    private List<Step> steps(Chance chance, Map<String, Object> rule, String caseOf) {
        List<String> decided =
                tables.rows("select id from rule_change where applies_to = ? order by changed_at", caseOf);
        List<Step> steps = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            TestCaller actor = chance.oneOf(ACTORS);
            if (decided.isEmpty() || chance.percent(60)) {
                Map<String, Object> input = new HashMap<>(rule);
                input.put("validFrom", TODAY.plusDays(1 + chance.below(DAYS)).toString());
                input.put("amount", 1 + chance.below(500));
                steps.add(new Step(actor, "changeRule", "ChangeRuleInput", input));
            } else {
                String id = NodeId.text(NodeType.RULE_CHANGE, UUID.fromString(chance.oneOf(decided)));
                steps.add(new Step(
                        actor, "withdrawRuleChange", "WithdrawRuleChangeInput", Map.of("id", id, "reason", "原因")));
            }
        }
        return steps;
    }

    /** By the decisions: on each day the number of the one that stands and began last. */
    private List<String> standing(String rule) {
        List<String> decisions = tables.rows(
                "select valid_from, amount from rule_change where applies_to = ? and status = 'DECIDED' order by valid_from",
                rule);
        List<String> days = new ArrayList<>();
        for (int ahead = 1; ahead <= DAYS + 2; ahead++) {
            LocalDate day = TODAY.plusDays(ahead);
            decisions.stream()
                    .map(decision -> decision.split("\\|", 2))
                    .filter(decision -> !LocalDate.parse(decision[0]).isAfter(day))
                    .reduce((earlier, later) -> later)
                    .ifPresent(decision -> days.add(day + " " + decision[1]));
        }
        return days;
    }

    /** By the rules, of which two on one day would be two lines. */
    private List<String> holding(String rule) {
        return tables.rows(
                "select d::date || ' ' || r.amount from generate_series(?::date, ?::date, interval '1 day') d join deadline_rule r"
                        + " on r.grade = ? and r.valid_from <= d::date and (r.valid_to is null or r.valid_to >= d::date) order by 1",
                TODAY.plusDays(1).toString(),
                TODAY.plusDays(DAYS + 2).toString(),
                rule);
    }

    private void withdrawAll(String rule) {
        tables.rows(
                        "select id from rule_change where applies_to = ? and status = 'DECIDED' order by valid_from desc",
                        rule)
                .forEach(id -> new Step(
                                CITY_LEADER,
                                "withdrawRuleChange",
                                "WithdrawRuleChangeInput",
                                Map.of("id", NodeId.text(NodeType.RULE_CHANGE, UUID.fromString(id)), "reason", "原因"))
                        .take()
                        .accepted());
    }
}
