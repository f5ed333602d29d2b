package org.safetyledger.supervision.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICE_CITY;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;

/** Whatever is tried by whomever in whatever order, a visit to a government goes only where its life cycle leads. */
@LedgerTest
class SupervisionPropertyTest {
    private static final int SEQUENCES = 10;
    private static final int STEPS = 16;
    private static final List<TestCaller> ACTORS =
            List.of(OFFICE_CITY, CITY_OFFICER, COUNTY_LEADER_LANKAO, OFFICER_LANKAO, OFFICER_QIXIAN);

    private static final List<TestCaller> OFFICE = List.of(OFFICE_CITY);
    private static final List<TestCaller> CONDUCTOR = List.of(CITY_OFFICER);
    private static final List<TestCaller> TARGET = List.of(COUNTY_LEADER_LANKAO, OFFICER_LANKAO);

    private enum Step {
        NOTIFY("notifySupervision", "NOTIFIED", OFFICE, "PLANNED"),
        START("startSupervision", "IN_PROGRESS", CONDUCTOR, "PLANNED", "NOTIFIED"),
        FINISH("finishSupervisionRecord", "RECORD_PENDING_SIGNATURE", CONDUCTOR, "IN_PROGRESS"),
        SIGN("signSupervision", "SIGNED", TARGET, "RECORD_PENDING_SIGNATURE"),
        REFUSE("recordSupervisionRefusal", "SIGNATURE_REFUSED", CONDUCTOR, "RECORD_PENDING_SIGNATURE"),
        COMPLETE("completeSupervision", "COMPLETED", OFFICE, "SIGNED", "SIGNATURE_REFUSED"),
        CANCEL("cancelSupervision", "CANCELLED", OFFICE, "PLANNED", "NOTIFIED"),
        ABORT("abortSupervision", "ABORTED", CONDUCTOR, "IN_PROGRESS", "RECORD_PENDING_SIGNATURE");

        private final String mutation;
        private final String leadsTo;
        private final List<TestCaller> actors;
        private final Set<String> from;

        Step(String mutation, String leadsTo, List<TestCaller> actors, String... from) {
            this.mutation = mutation;
            this.leadsTo = leadsTo;
            this.actors = actors;
            this.from = Set.of(from);
        }

        boolean isLegal(TestCaller actor, String state, boolean announced) {
            boolean inOrder =
                    switch (this) {
                        case NOTIFY -> announced;
                        case START -> announced == state.equals("NOTIFIED");
                        default -> true;
                    };
            return inOrder && from.contains(state) && actors.contains(actor);
        }

        Payload does(TestCaller actor, String visit) {
            boolean reasoned = this == REFUSE || this == CANCEL || this == ABORT;
            Map<String, Object> input = new HashMap<>(Map.of("id", visit));
            if (reasoned) {
                input.put("reason", "原因");
            }
            return LedgerClient.as(actor)
                    .mutate(
                            mutation,
                            reasoned ? "SupervisionReasonInput" : "SupervisionInput",
                            input,
                            "supervisionVisit { status }");
        }
    }

    @Test
    void visitGoesOnlyWhereItsLifeCycleLeads() {
        long seed = Chance.seed("supervision");
        Set<String> reached = new HashSet<>();
        for (int run = 0; run < SEQUENCES; run++) {
            Chance chance = Chance.of(seed, run);
            boolean announced = run % 2 == 0;
            String visit = SupervisionScene.GOVERNMENT.planned(Map.of("announced", announced));
            int recorded = 1;
            String state = "PLANNED";
            for (int number = 0; number < STEPS; number++) {
                List<Step> legal = new ArrayList<>();
                for (Step step : Step.values()) {
                    if (step.from.contains(state) && (number > 8 || step != Step.CANCEL && step != Step.ABORT)) {
                        legal.add(step);
                    }
                }
                Step step =
                        legal.isEmpty() || number % 3 == 2 ? chance.oneOf(List.of(Step.values())) : chance.oneOf(legal);
                TestCaller actor = number % 3 == 0 ? chance.oneOf(step.actors) : chance.oneOf(ACTORS);
                String asked = "seed " + seed + " run " + run + ": " + step + " by " + actor.subject() + " in " + state;
                if (step == Step.FINISH && step.isLegal(actor, state, announced)) {
                    List<String> items = SupervisionScene.GOVERNMENT.items(visit);
                    items.forEach(item -> SupervisionScene.GOVERNMENT
                            .record(visit, item, "COMPLIANT", "符合")
                            .accepted());
                    recorded += items.size();
                }

                // When
                Payload answer = step.does(actor, visit);

                // Then
                boolean legalNow = step.isLegal(actor, state, announced);
                boolean done =
                        answer.errorCodes().isEmpty() && answer.userErrorCodes().isEmpty();
                assertEquals(legalNow, done, asked + ": " + answer.answer().prettify());
                if (done) {
                    state = step.leadsTo;
                    reached.add(state);
                    recorded++;
                }
                JsonPath seen = LedgerClient.as(OFFICE_CITY)
                        .query(
                                "query($id: ID!) { supervisionVisit(id: $id) { status } history(of: $id, first: 100) { totalCount }"
                                        + " verifyHistory(of: $id) { intact } }",
                                Map.of("id", visit));
                assertEquals(state, seen.getString("data.supervisionVisit.status"), asked);
                assertEquals(recorded, seen.getInt("data.history.totalCount"), asked);
                assertTrue(seen.getBoolean("data.verifyHistory.intact"), asked);
            }
        }
        assertTrue(reached.size() >= 4, reached::toString);
    }
}
