package org.safetyledger.supervision.directive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.EQUIPMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICE_CITY;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.DirectiveScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

/** Whatever is tried by whomever in whatever order, the items of a directive go only where their life cycle leads. */
@LedgerTest
class DirectivePropertyTest {
    private static final int SEQUENCES = 8;
    private static final int STEPS = 16;
    private static final Set<String> ENDED = Set.of("ACCEPTED", "WITHDRAWN");
    private static final List<TestCaller> ACTORS = List.of(
            OFFICE_CITY, CITY_OFFICER, COUNTY_LEADER_LANKAO, COUNTY_LEADER_QIXIAN, FIRE_LANKAO, EQUIPMENT_LANKAO);

    private enum Step {
        ANSWER("respondToDirective", "ANSWERED", FIRE_LANKAO, "OPEN", "RETURNED"),
        CONTRIBUTE("respondToDirective", "", EQUIPMENT_LANKAO, "OPEN", "RETURNED", "ANSWERED"),
        ACCEPT("acceptDirectiveResponse", "ACCEPTED", OFFICE_CITY, "ANSWERED"),
        RETURN("returnDirectiveItem", "RETURNED", OFFICE_CITY, "ANSWERED"),
        WITHDRAW("withdrawDirectiveItem", "WITHDRAWN", OFFICE_CITY, "OPEN", "ANSWERED", "RETURNED");

        private final String mutation;
        private final String leadsTo;
        private final TestCaller actor;
        private final Set<String> from;

        Step(String mutation, String leadsTo, TestCaller actor, String... from) {
            this.mutation = mutation;
            this.leadsTo = leadsTo;
            this.actor = actor;
            this.from = Set.of(from);
        }

        /** Both kinds of responses are one mutation, which is the actor's own kind. */
        Step by(TestCaller caller) {
            return switch (this) {
                case ANSWER, CONTRIBUTE -> caller.equals(EQUIPMENT_LANKAO) ? CONTRIBUTE : ANSWER;
                default -> this;
            };
        }

        boolean isLegal(TestCaller caller, String state) {
            return actor.equals(caller) && from.contains(state);
        }

        Payload does(TestCaller caller, String item) {
            return switch (this) {
                case ANSWER, CONTRIBUTE -> DirectiveScene.respond(caller, item, "已办理");
                case ACCEPT -> DirectiveScene.decide(caller, mutation, Map.of("id", item));
                default -> DirectiveScene.decide(caller, mutation, Map.of("id", item, "reason", "原因"));
            };
        }
    }

    @Test
    void itemsGoOnlyWhereTheirLifeCycleLeadsAndTheirDirectiveWithThem() {
        long seed = Chance.seed("directives");
        Set<String> reached = new HashSet<>();
        for (int run = 0; run < SEQUENCES; run++) {
            Chance chance = Chance.of(seed, run);
            Map<String, Object> joint = DirectiveScene.DEPARTMENT.item();
            joint.put("coUnits", List.of("KF-410225-MR"));
            String directive = DirectiveScene.DEPARTMENT.issued(DirectiveScene.content(List.of(joint, joint)));
            List<String> items = DirectiveScene.items(OFFICE_CITY, directive);
            List<String> states = new ArrayList<>(List.of("OPEN", "OPEN"));
            int[] recorded = {1, 1};
            for (int number = 0; number < STEPS; number++) {
                int one = chance.oneOf(List.of(0, 1));
                String state = states.get(one);
                TestCaller actor = chance.oneOf(ACTORS);
                Step tried = chance.oneOf(List.of(Step.values()));
                if (number % 3 > 0) {
                    List<Step> legal = List.of(Step.values()).stream()
                            .filter(step -> step.from.contains(state) && step != Step.WITHDRAW)
                            .toList();
                    tried = legal.isEmpty() ? tried : chance.oneOf(legal);
                    actor = tried.actor;
                }
                Step step = tried.by(actor);
                String asked = "seed " + seed + " run " + run + ": " + step + " by " + actor.subject() + " in " + state;

                // When
                Payload answer = step.does(actor, items.get(one));

                // Then
                boolean done =
                        answer.errorCodes().isEmpty() && answer.userErrorCodes().isEmpty();
                assertEquals(
                        step.isLegal(actor, state),
                        done,
                        asked + ": " + answer.answer().prettify());
                if (done) {
                    states.set(one, step.leadsTo.isEmpty() ? state : step.leadsTo);
                    reached.add(states.get(one));
                    recorded[one]++;
                }
                JsonPath seen = LedgerClient.as(CITY_OFFICER)
                        .query(
                                "query($id: ID!, $directive: ID!) { directiveItem(id: $id) { status } directive(id: $directive) { status }"
                                        + " history(of: $id, first: 100) { totalCount } verifyHistory(of: $id) { intact }"
                                        + " whole: verifyHistory(of: $directive) { intact } }",
                                Map.of("id", items.get(one), "directive", directive));
                assertEquals(states.get(one), seen.getString("data.directiveItem.status"), asked);
                assertEquals(expected(states), seen.getString("data.directive.status"), asked);
                assertEquals(recorded[one], seen.getInt("data.history.totalCount"), asked);
                assertTrue(seen.getBoolean("data.verifyHistory.intact"), asked);
                assertTrue(seen.getBoolean("data.whole.intact"), asked);
            }
        }
        assertTrue(reached.size() >= 2, reached::toString);
    }

    /** A directive ends with its last item: completed where one was accepted. */
    private static String expected(List<String> states) {
        if (!ENDED.containsAll(states)) {
            return "ISSUED";
        }
        return states.contains("ACCEPTED") ? "COMPLETED" : "WITHDRAWN";
    }
}
