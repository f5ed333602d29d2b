package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.AnswerPath;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class HazardPropertyTest {
    private static final int SEQUENCES = 6;
    private static final int STEPS = 36;
    private static final List<TestCaller> REPORTERS = List.of(
            TestCaller.OFFICER_LANKAO,
            TestCaller.CITY_OFFICER,
            TestCaller.MANAGER_LANKAO,
            TestCaller.WORKER_LANKAO,
            TestCaller.INTEGRATION_LANKAO);

    /** What depends on the input or on other rows than the object's is not told by its available actions. */
    private static final Set<String> NOT_FORETOLD = Set.of(
            "STALE_VERSION",
            "NOTHING_CHANGED",
            "CLAUSE_REQUIRED",
            "DUPLICATE_TARGET_INVALID",
            "EVIDENCE_REQUIRED",
            "AUTHORITY_EVIDENCE_REQUIRED",
            "ENTERPRISE_EVIDENCE_REQUIRED",
            "NEW_EVIDENCE_REQUIRED",
            "FIVE_IMPLEMENTATIONS_REQUIRED",
            "INTERIM_MEASURES_REQUIRED",
            "EXTENSION_TOO_LATE",
            "EXTENSION_TOO_LONG",
            "APPLICANT_CANNOT_DECIDE");

    /** Outcomes that need no separation of duties, no photo and no plan; "null" is the legal one. */
    private static final Set<String> BEFORE_CONDITIONS = Set.of("null", "FORBIDDEN", "NOT_FOUND", "WRONG_STATE");

    private static final Set<String> DATES = Set.of("EXTENSION_TOO_LATE", "EXTENSION_TOO_LONG");

    private final Loop loop = new Loop();

    /** The objects as the city's auditor sees them. */
    private record Seen(
            String state,
            String grade,
            int version,
            List<String> history,
            @Nullable String taskState,
            int taskVersion,
            List<String> taskHistory,
            @Nullable OffsetDateTime taskDueAt) {}

    @Test
    void hazardsAndTheirTasksGoTheWayOfTheDomainWhateverIsTried() {
        long seed = Chance.seed("hazards and tasks");
        String original = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        Map<String, Integer> outcomes = new HashMap<>();
        for (int run = 0; run < SEQUENCES; run++) {
            Chance chance = Chance.of(seed, run);
            List<String> told = new ArrayList<>(List.of("seed " + seed + ", run " + run));
            try {
                sequence(chance, original, told, outcomes);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(String.join("\n  ", told), failure);
            }
        }
        System.out.println("hazards and tasks: " + new TreeMap<>(outcomes));
        assertTrue(outcomes.getOrDefault("accepted", 0) > SEQUENCES * STEPS / 6, "Too little was accepted");
    }

    private void sequence(Chance chance, String original, List<String> told, Map<String, Integer> outcomes) {
        TestCaller reporter = chance.oneOf(REPORTERS);
        HazardModel model =
                new HazardModel(loop.reportedHazard(reporter, TestCaller.LANKAO_ENTERPRISE), reporter, original);
        told.add("reported by " + reporter.subject());
        Seen before = look(model);
        for (int step = 0; step < STEPS; step++) {
            if (chance.percent(12)) {
                photo(model, chance, told);
                before = look(model);
            } else {
                before = command(model, chance, before, told, outcomes);
            }
        }
        assertIntact(model.hazardId);
        if (model.taskId != null) {
            assertIntact(model.taskId);
        }
    }

    private void photo(HazardModel model, Chance chance, List<String> told) {
        boolean ofTask = model.taskId != null && chance.percent(60);
        String stage = chance.oneOf(List.of("BEFORE", "AFTER", "AFTER", "OTHER", "LOOK_BACK"));
        String subject = ofTask && model.taskId != null ? model.taskId : model.hazardId;
        TestCaller sender = chance.oneOf(List.of(TestCaller.OFFICER_LANKAO, TestCaller.MANAGER_LANKAO));
        told.add("photo " + stage + (ofTask ? " of the task by " : " of the hazard by ") + sender.subject());
        String expected = model.refusalOfPhoto(ofTask, stage);
        Response answer = loop.send(sender, subject, stage, Loop.photo());
        assertEquals(expected, AnswerPath.of(answer).getString("errors[0].extensions.code"));
        if (expected == null) {
            model.photo(ofTask, stage, sender);
        }
    }

    /** One command, mostly a legal one, sometimes one that only a condition forbids; then the API must have done what the model says. */
    private Seen command(
            HazardModel model, Chance chance, Seen before, List<String> told, Map<String, Integer> outcomes) {
        record Choice(HazardModel.Verb verb, TestCaller caller) {}
        List<Choice> choices = Stream.of(HazardModel.Verb.values())
                .filter(verb -> !verb.ofTask() || model.taskId != null)
                .flatMap(verb -> Actors.ALL.stream().map(caller -> new Choice(verb, caller)))
                .toList();
        List<HazardModel.Verb> legalVerbs = choices.stream()
                .filter(choice -> model.refusal(choice.verb(), choice.caller(), false) == null)
                .map(Choice::verb)
                .distinct()
                .toList();
        List<Choice> conditional = choices.stream()
                .filter(choice -> !BEFORE_CONDITIONS.contains(
                        String.valueOf(model.refusal(choice.verb(), choice.caller(), false))))
                .toList();
        int kind = chance.below(100);
        Choice choice = chance.oneOf(choices);
        if (kind < 15 && !conditional.isEmpty()) {
            choice = chance.oneOf(conditional);
        } else if (kind < 75 && !legalVerbs.isEmpty()) {
            HazardModel.Verb verb = chance.oneOf(legalVerbs);
            choice = chance.oneOf(choices.stream()
                    .filter(each -> each.verb() == verb && model.refusal(verb, each.caller(), false) == null)
                    .toList());
        }
        HazardModel.Verb verb = choice.verb();
        TestCaller caller = choice.caller();
        Map<String, Object> input = model.input(verb, chance, before.taskDueAt());
        boolean stale = verb != HazardModel.Verb.ASSIGN && chance.percent(10);
        if (verb != HazardModel.Verb.ASSIGN && (stale || chance.percent(30))) {
            int version = verb.ofTask() ? before.taskVersion() : before.version();
            input.put("expectedVersion", stale ? version - 1 : version);
        }
        String expected = model.refusal(verb, caller, stale);
        Foretold foretold = foretold(model, verb, caller);

        Payload answer = LedgerClient.as(caller)
                .mutate(verb.mutation, verb.inputType, input, verb.payload() + " { id status version }");

        List<String> codes = Stream.concat(answer.errorCodes().stream(), answer.userErrorCodes().stream())
                .toList();
        String code = codes.isEmpty() ? null : codes.getFirst();
        told.add(verb + " by " + caller.subject() + " (" + caller.role() + ") in " + model.state + "/" + model.taskState
                + ": expected " + expected + ", got " + code);
        if (!(code != null && expected == null && model.datesMayRefuse(verb) && DATES.contains(code))) {
            assertEquals(expected, code);
        }
        foretold.check(code);
        outcomes.merge(code == null ? "accepted" : code, 1, Integer::sum);
        int hazardEntries = model.history.size();
        int taskEntries = model.taskHistory.size();
        boolean newTask = verb == HazardModel.Verb.ASSIGN && code == null;
        if (code == null) {
            model.apply(verb, caller, input, newTask ? answer.text("rectificationTask.id") : null);
        }
        Seen after = look(model);
        assertVersion(model.history.size() > hazardEntries, before.version(), after.version());
        if (!newTask && model.taskId != null) {
            assertVersion(model.taskHistory.size() > taskEntries, before.taskVersion(), after.taskVersion());
        }
        if (code == null) {
            int version = verb.payload().equals("hazard") ? after.version() : after.taskVersion();
            assertEquals(version, answer.<Integer>get(verb.payload() + ".version"));
        }
        return after;
    }

    private static void assertVersion(boolean changed, int before, int after) {
        if (changed) {
            assertTrue(after > before, "The version stayed " + before + " although the object changed");
        } else {
            assertEquals(before, after);
        }
    }

    /** What the caller was told beforehand; the caller may see the one object and not the other. */
    private record Foretold(
            boolean told, boolean seen, @Nullable String code) {
        void check(@Nullable String code) {
            if (!told) {
                return;
            }
            if (!seen) {
                assertTrue(Set.of("NOT_FOUND", "FORBIDDEN").contains(String.valueOf(code)), "Unseen, but " + code);
            } else if (this.code != null) {
                assertTrue(
                        this.code.equals(code) || "STALE_VERSION".equals(code), "Told " + this.code + ", was " + code);
            } else {
                assertTrue(code == null || NOT_FORETOLD.contains(code), "Told allowed, was " + code);
            }
        }
    }

    private static Foretold foretold(HazardModel model, HazardModel.Verb verb, TestCaller caller) {
        boolean ofTask = verb.ofTask();
        String field = ofTask ? "rectificationTask" : "hazard";
        String id = ofTask && model.taskId != null ? model.taskId : model.hazardId;
        JsonPath answer = LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { " + field + "(id: $id) { availableActions { action allowed code } } }",
                        Map.of("id", id));
        if (answer.get("data." + field) == null) {
            return new Foretold(true, false, null);
        }
        List<Map<String, Object>> actions = answer.getList("data." + field + ".availableActions");
        Map<String, Object> action = actions.stream()
                .filter(each -> verb.mutation.equals(each.get("action")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(verb.mutation + " is not among the available actions"));
        assertEquals(action.get("code") == null, action.get("allowed"));
        return new Foretold(true, true, (String) action.get("code"));
    }

    private static Seen look(HazardModel model) {
        boolean hasTask = model.taskId != null;
        String task = hasTask && model.taskId != null ? model.taskId : model.hazardId;
        JsonPath answer = LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query(
                        "query($h: ID!, $t: ID!, $hasTask: Boolean!) { hazard(id: $h) { status grade version }"
                                + " h: history(of: $h, first: 100) { nodes { sequence action status } }"
                                + " rectificationTask(id: $t) @include(if: $hasTask) { status version dueAt personName }"
                                + " t: history(of: $t, first: 100) { nodes { action } } }",
                        Map.of("h", model.hazardId, "t", task, "hasTask", hasTask));
        Seen seen = new Seen(
                answer.getString("data.hazard.status"),
                answer.getString("data.hazard.grade"),
                answer.getInt("data.hazard.version"),
                answer.getList("data.h.nodes.action"),
                hasTask ? answer.getString("data.rectificationTask.status") : null,
                hasTask ? answer.getInt("data.rectificationTask.version") : 0,
                hasTask ? answer.getList("data.t.nodes.action") : List.of(),
                hasTask ? OffsetDateTime.parse(answer.getString("data.rectificationTask.dueAt")) : null);
        assertEquals(model.state, seen.state());
        assertEquals(model.grade, seen.grade());
        assertEquals(model.history, seen.history());
        assertEquals(hasTask ? model.taskState : null, seen.taskState());
        assertEquals(model.taskHistory, seen.taskHistory());
        assertEquals(model.person(), answer.getString("data.rectificationTask.personName"));
        assertEquals(model.state, answer.getString("data.h.nodes[-1].status"));
        return seen;
    }

    private static void assertIntact(String id) {
        assertTrue(LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query("query($id: ID!) { verifyHistory(of: $id) { intact } }", Map.of("id", id))
                .getBoolean("data.verifyHistory.intact"));
    }
}
