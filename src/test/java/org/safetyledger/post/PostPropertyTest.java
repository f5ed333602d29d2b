package org.safetyledger.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Whatever several people do at once with a report or a check, in whatever order: it goes only where its life cycle leads. */
@LedgerTest
class PostPropertyTest {
    private static final int RUNS = 5;
    private static final int ROUNDS = 5;
    private static final int PEOPLE = 4;
    private static final List<TestCaller> ACTORS = List.of(
            MANAGER_LANKAO, MANAGER_LANKAO, WORKER_LANKAO, PostScene.OTHER_WORKER, MANAGER_QIXIAN, OFFICER_LANKAO);

    /** What may follow what in the history of a report; stepping up comes between, once. */
    private static final Map<String, Set<String>> FOLLOWS = Map.of(
            "REPORTED", Set.of("RECEIVED", "VERIFIED", "DISMISSED"),
            "RECEIVED", Set.of("VERIFIED", "DISMISSED"),
            "VERIFIED", Set.of("REWARDED"),
            "DISMISSED", Set.of(),
            "REWARDED", Set.of());

    private final PostScene scene = PostScene.LANKAO;
    private final LedgerTables tables = new LedgerTables();

    @Test
    void reportGoesOnlyWhereItsLifeCycleLeads() {
        long seed = Chance.seed("reports");
        int accepted = 0;
        for (int run = 0; run < RUNS; run++) {
            Chance chance = Chance.of(seed, run);
            String report = run % 2 == 0 ? scene.unanswered() : scene.reported();
            int done = 1;
            for (int round = 0; round < ROUNDS; round++) {
                List<Step> steps = new ArrayList<>();
                for (int person = 0; person < PEOPLE; person++) {
                    steps.add(step(chance, report));
                }

                // When
                List<Payload> answers =
                        Together.act(PEOPLE, person -> steps.get(person).take());

                // Then
                String told = "seed " + seed + " run " + run + " round " + round;
                for (int person = 0; person < PEOPLE; person++) {
                    Payload answer = answers.get(person);
                    boolean ok = answer.errorCodes().isEmpty()
                            && answer.userErrorCodes().isEmpty();
                    TestCaller by =
                            steps.get(person).mutation().equals("escalateReport") ? WORKER_LANKAO : MANAGER_LANKAO;
                    TestCaller actor = steps.get(person).actor();
                    assertTrue(
                            !ok || actor == by,
                            () -> told + " " + actor.subject() + ": "
                                    + answer.answer().prettify());
                    assertTrue(
                            List.of("NOT_FOUND", "FORBIDDEN", "BUSY").containsAll(answer.errorCodes()),
                            () -> told + ": " + answer.answer().prettify());
                    done += ok ? 1 : 0;
                }
                requireLegal(report, done, told);
            }
            accepted += done - 1;
        }
        assertTrue(accepted >= RUNS, "Too little happened with seed " + seed);
    }

    private static void requireLegal(String report, int done, String told) {
        JsonPath read = LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($id: ID!) { quickReport(id: $id) { status escalatedAt } history(of: $id, first: 100)"
                                + " { nodes { action } } }",
                        Map.of("id", report));
        List<String> actions = new ArrayList<>(read.getList("data.history.nodes.action"));
        assertEquals(done, actions.size(), told + actions);
        int stepped = actions.indexOf("ESCALATED");
        assertEquals(stepped >= 0, read.get("data.quickReport.escalatedAt") != null, told + actions);
        if (stepped >= 0) {
            actions.remove(stepped);
            assertTrue(Set.of("REPORTED", "RECEIVED").contains(actions.get(stepped - 1)), told + actions);
        }
        for (int i = 1; i < actions.size(); i++) {
            assertTrue(FOLLOWS.getOrDefault(actions.get(i - 1), Set.of()).contains(actions.get(i)), told + actions);
        }
        assertEquals(actions.getLast(), read.getString("data.quickReport.status"), told + actions);
    }

    private record Step(TestCaller actor, String mutation, String type, Map<String, Object> input) {
        Payload take() {
            return LedgerClient.as(actor).mutate(mutation, type, input, "quickReport { id }");
        }
    }

    private static Step step(Chance chance, String report) {
        TestCaller actor = chance.oneOf(ACTORS);
        return switch (chance.below(4)) {
            case 0 -> new Step(actor, "receiveReport", "ReceiveReportInput", Map.of("id", report));
            case 1 -> {
                Map<String, Object> answer = PostScene.answer(report);
                answer.put("verified", chance.percent(70));
                yield new Step(actor, "answerReport", "AnswerReportInput", answer);
            }
            case 2 ->
                new Step(
                        chance.percent(50) ? WORKER_LANKAO : actor,
                        "escalateReport",
                        "EscalateReportInput",
                        Map.of("id", report));
            default -> new Step(actor, "rewardReport", "RewardReportInput", PostScene.reward(report));
        };
    }

    @Test
    void checkIsRecordedOnceForEachPeriodAndWhatWasMissedStaysMissed() {
        long seed = Chance.seed("checks");
        for (int run = 0; run < RUNS; run++) {
            // Given
            Chance chance = Chance.of(seed, run);
            String check = scene.check();
            UUID id = NodeId.parse(check).orElseThrow().uuid();
            PostScene.age(check, 3);
            for (int round = 0; round < ROUNDS; round++) {
                List<Integer> days = new ArrayList<>();
                List<TestCaller> people = new ArrayList<>();
                for (int person = 0; person < PEOPLE; person++) {
                    days.add(chance.below(3));
                    people.add(chance.percent(70) ? WORKER_LANKAO : chance.oneOf(ACTORS));
                }
                long before = recorded(id);

                // When
                List<Payload> answers =
                        Together.act(PEOPLE, person -> record(people.get(person), check, days.get(person)));

                // Then
                String told = "seed " + seed + " run " + run + " round " + round;
                long done = answers.stream()
                        .filter(answer -> answer.errorCodes().isEmpty()
                                && answer.userErrorCodes().isEmpty())
                        .count();
                assertEquals(before + done, recorded(id), told);
                answers.forEach(answer -> assertTrue(
                        List.of("NOT_FOUND", "FORBIDDEN", "BUSY").containsAll(answer.errorCodes())
                                && List.of("CHECK_RECORDED_ALREADY", "NOT_THE_HOLDER")
                                        .containsAll(answer.userErrorCodes()),
                        () -> told + ": " + answer.answer().prettify()));
                assertEquals(
                        tables.value(
                                "select (extract(epoch from c.due_from - c.begins_at) / 86400)::int"
                                        + " - (select count(*) from post_check_record r where r.post_check_id = c.id"
                                        + " and r.received_at < r.period_until and r.period_from < c.due_from),"
                                        + " (select count(*) from post_check_record r where r.post_check_id = c.id"
                                        + " and r.received_at >= r.period_until) from post_check c where id = ?",
                                id),
                        tables.value("select missed_count, late_count from post_check where id = ?", id),
                        told);
            }
        }
    }

    private long recorded(UUID check) {
        return Long.parseLong(tables.value("select count(*) from post_check_record where post_check_id = ?", check));
    }

    private static Payload record(TestCaller caller, String check, int daysAgo) {
        Map<String, Object> input = new HashMap<>(Map.of("checkId", check, "result", "ALL_RIGHT"));
        if (daysAgo > 0) {
            input.put(
                    "checkedAt",
                    OffsetDateTime.now(Times.ZONE).minusDays(daysAgo).toString());
        }
        return LedgerClient.as(caller)
                .mutate("recordPostCheck", "RecordPostCheckInput", input, "postCheckRecord { id }");
    }
}
