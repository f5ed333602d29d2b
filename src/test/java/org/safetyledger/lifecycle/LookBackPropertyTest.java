package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.DrawScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Closed hazards under look-backs, reopenings and new tasks of several officers at once. */
@LedgerTest
class LookBackPropertyTest {
    private static final int HAZARDS = 4;
    private static final int OFFICERS = 6;
    private static final int STEPS = 8;

    private final Loop loop = new Loop();

    /** What an officer tried, and the code with which it was refused, or "accepted". */
    private record Tried(String command, String hazard, String outcome) {
        boolean accepted(String what, String of) {
            return command.equals(what) && hazard.equals(of) && outcome.equals("accepted");
        }
    }

    @Test
    void whateverManyTryAtOnceEachHazardIsLookedAtOnceAndGoesTheWayOfTheDomain() {
        // Given
        long seed = Chance.seed("look-backs");
        List<String> hazards = IntStream.range(0, HAZARDS)
                .mapToObj(_ -> DrawScene.closedMajor())
                .toList();
        DrawScene.LANKAO.lookBackDrawn(DrawScene.lookBack());
        Map<String, String> checks = new TreeMap<>();
        hazards.forEach(hazard -> checks.put(hazard, checkOf(hazard)));

        // When
        List<Tried> tried = Together.act(OFFICERS, person -> tries(person, Chance.of(seed, person), checks)).stream()
                .flatMap(List::stream)
                .toList();

        // Then
        Map<String, Integer> outcomes = new TreeMap<>();
        tried.forEach(one -> outcomes.merge(one.command() + " " + one.outcome(), 1, Integer::sum));
        System.out.println("look-backs: " + outcomes);
        assertFalse(outcomes.keySet().stream().anyMatch(one -> one.endsWith("INTERNAL")), outcomes::toString);
        assertTrue(tried.stream()
                .anyMatch(one -> one.command().equals("fail") && one.outcome().equals("accepted")));
        checks.forEach((hazard, check) -> assertLegal(hazard, check, tried));
    }

    private void assertLegal(String hazard, String check, List<Tried> tried) {
        List<Map.Entry<String, String>> life = steps(hazard);
        List<Map.Entry<String, String>> looks = steps(check);
        long held = tried.stream().filter(one -> one.accepted("hold", hazard)).count();
        long failed = tried.stream().filter(one -> one.accepted("fail", hazard)).count();
        long reopened =
                tried.stream().filter(one -> one.accepted("reopen", hazard)).count();
        assertEquals(List.of(), Transitions.HAZARD.illegalSteps(life));
        assertEquals(List.of(), Transitions.LOOK_BACK_CHECK.illegalSteps(looks));
        assertTrue(held + failed <= 1, "looked at twice");
        assertEquals(1 + held + failed, looks.size());
        assertEquals(
                failed + reopened,
                life.stream().filter(step -> step.getKey().equals("REOPENED")).count());
        JsonPath now = LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query(
                        "query($h: ID!, $c: ID!) { hazard(id: $h) { status } lookBackCheck(id: $c) { status }"
                                + " h: verifyHistory(of: $h) { intact } c: verifyHistory(of: $c) { intact } }",
                        Map.of("h", hazard, "c", check));
        assertEquals(life.getLast().getValue(), now.getString("data.hazard.status"));
        assertEquals(looks.getLast().getValue(), now.getString("data.lookBackCheck.status"));
        assertTrue(now.getBoolean("data.h.intact"));
        assertTrue(now.getBoolean("data.c.intact"));
    }

    /** Each officer's own name: whoever reopened a hazard or gave it a task has had a part in it since. */
    private List<Tried> tries(int person, Chance chance, Map<String, String> checks) {
        TestCaller officer = TestCaller.authority("looker-" + person, "county-officer", "410225000000");
        List<Tried> tried = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String hazard = chance.oneOf(List.copyOf(checks.keySet()));
            String command = chance.oneOf(List.of("fail", "fail", "hold", "reopen", "assign"));
            String check = String.valueOf(checks.get(hazard));
            tried.add(new Tried(command, hazard, outcome(command, hazard, check, officer)));
        }
        return tried;
    }

    private String outcome(String command, String hazard, String check, TestCaller officer) {
        Map<String, Object> input = new HashMap<>(Map.of("id", command.equals("reopen") ? hazard : check));
        Payload answer =
                switch (command) {
                    case "reopen" -> {
                        input.put("reason", "举报核实");
                        yield mutate(officer, "reopenHazard", "HazardReasonInput", input);
                    }
                    case "assign" ->
                        mutate(
                                officer,
                                "assignRectification",
                                "AssignRectificationInput",
                                Map.of("hazardId", hazard, "requirement", "重新整改"));
                    default -> {
                        input.put("held", command.equals("hold"));
                        input.put("note", "现场核查");
                        String photo = command.equals("hold")
                                ? loop.send(officer, hazard, "LOOK_BACK", Loop.photo())
                                        .jsonPath()
                                        .getString("id")
                                : null;
                        if (photo != null) {
                            input.put("proofId", photo);
                        }
                        yield mutate(officer, "recordLookBack", "RecordLookBackInput", input);
                    }
                };
        return Stream.concat(answer.errorCodes().stream(), answer.userErrorCodes().stream())
                .findFirst()
                .orElse("accepted");
    }

    private static Payload mutate(TestCaller officer, String mutation, String inputType, Map<String, ?> input) {
        return LedgerClient.as(officer).mutate(mutation, inputType, input, "__typename");
    }

    private static String checkOf(String hazard) {
        return LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { lookBackChecks(first: 1) { nodes { id } } } }",
                        Map.of("id", hazard))
                .getString("data.hazard.lookBackChecks.nodes[0].id");
    }

    private static List<Map.Entry<String, String>> steps(String of) {
        return LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query("query($id: ID!) { history(of: $id, first: 100) { nodes { action status } } }", Map.of("id", of))
                .<Map<String, String>>getList("data.history.nodes")
                .stream()
                .map(step -> Map.entry(String.valueOf(step.get("action")), String.valueOf(step.get("status"))))
                .toList();
    }
}
