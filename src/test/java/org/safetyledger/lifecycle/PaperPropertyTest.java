package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.AUDITOR_CITY;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.lifecycle.PaperModel.Sheet;
import org.safetyledger.lifecycle.PaperModel.Verb;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Whatever is tried with a stop order and its re-checks, in whatever order: work is resumed on an examination that stands. */
@LedgerTest
class PaperPropertyTest {
    private static final int SEQUENCES = 5;
    private static final int STEPS = 20;
    private static final int RACES = 3;

    private static final String FORETOLD =
            "query($id: ID!) { paper(id: $id) { availableActions { action allowed code } } }";

    private final PaperScene scene = PaperScene.LANKAO;

    /** What is done in one sequence: its papers, and the visits that they are of. */
    private static final class Case {
        final String orderedOn;
        final PaperModel model;
        final Map<String, Integer> versions = new HashMap<>();
        /** A visit after the order was served; none before. */
        @Nullable
        String examinedOn;

        Case(String orderedOn, String order) {
            this.orderedOn = orderedOn;
            this.model = new PaperModel(order);
        }
    }

    @Test
    void papersGoTheWayOfTheDomainWhateverIsTried() {
        long seed = Chance.seed("papers");
        Map<String, Integer> outcomes = new HashMap<>();
        for (int run = 0; run < SEQUENCES; run++) {
            List<String> told = new ArrayList<>(List.of("seed " + seed + ", run " + run));
            try {
                sequence(Chance.of(seed, run), told, outcomes);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(String.join("\n  ", told), failure);
            }
        }
        System.out.println("papers: " + outcomes);
        assertTrue(outcomes.getOrDefault("accepted", 0) > SEQUENCES * STEPS / 5, "Too little was accepted");
    }

    private void sequence(Chance chance, List<String> told, Map<String, Integer> outcomes) {
        String visit = scene.visit();
        Map<String, Object> order = scene.instruction(visit);
        order.put("kind", "STOP_ORDER");
        Case papers = new Case(visit, scene.issued(order));
        look(papers, papers.model.order);
        for (int step = 0; step < STEPS; step++) {
            if (papers.model.order.served && papers.examinedOn == null) {
                papers.examinedOn = scene.visit();
            }
            String code = chance.percent(25)
                    ? recheck(papers, chance, told)
                    : command(papers, sheet(papers.model, chance), chance, told);
            outcomes.merge(code == null ? "accepted" : code, 1, Integer::sum);
        }
        for (Sheet sheet : Stream.concat(Stream.of(papers.model.order), papers.model.rechecks.stream())
                .toList()) {
            look(papers, sheet);
            assertTrue(LedgerClient.as(AUDITOR_CITY)
                    .query("query($id: ID!) { verifyHistory(of: $id) { intact } }", Map.of("id", sheet.id))
                    .getBoolean("data.verifyHistory.intact"));
        }
    }

    private static Sheet sheet(PaperModel model, Chance chance) {
        return model.rechecks.isEmpty() || chance.percent(60) ? model.order : chance.oneOf(model.rechecks);
    }

    /** Makes out a re-check, mostly one that may be made out. */
    private @Nullable String recheck(Case papers, Chance chance, List<String> told) {
        PaperModel model = papers.model;
        String after = papers.examinedOn;
        boolean guided = chance.percent(60);
        boolean early = after == null || !guided && chance.percent(30);
        TestCaller caller = guided ? chance.oneOf(List.of(OFFICER_LANKAO, OFFICER_LANKAO_2)) : chance.oneOf(Actors.ALL);
        Sheet about = guided ? model.order : sheet(model, chance);
        boolean allDone = chance.percent(50);
        String expected = model.refusalOfRecheck(about, caller, early);

        Payload answer = LedgerClient.as(caller)
                .mutate(
                        "issuePaper",
                        "IssuePaperInput",
                        scene.recheck(
                                after == null || early ? papers.orderedOn : after,
                                about.id,
                                "DONE",
                                allDone ? "DONE" : chance.oneOf(List.of("PARTLY", "NOT_DONE"))),
                        "paper { id }");

        String code = code(answer);
        told.add("re-check by " + caller.subject() + (early ? " too early" : "") + (allDone ? " all done" : "")
                + ": expected " + expected + ", got " + code);
        assertEquals(expected, code);
        if (code == null) {
            model.recheck(answer.text("paper.id"), caller, allDone);
            look(papers, model.rechecks.getLast());
        }
        return code;
    }

    private @Nullable String command(Case papers, Sheet sheet, Chance chance, List<String> told) {
        PaperModel model = papers.model;
        record Choice(Verb verb, TestCaller caller) {}
        List<Choice> choices = Stream.of(Verb.values())
                .flatMap(verb -> Actors.ALL.stream().map(caller -> new Choice(verb, caller)))
                .toList();
        // A withdrawn order is the end of everything.
        boolean mayEnd = sheet != model.order || chance.percent(10);
        List<Choice> legal = choices.stream()
                .filter(choice -> mayEnd || choice.verb() != Verb.WITHDRAW)
                .filter(choice -> model.refusal(choice.verb(), sheet, choice.caller(), false) == null)
                .toList();
        List<Choice> fitting = choices.stream()
                .filter(choice -> choice.verb().from.contains(sheet.state) && sheet.sees(choice.caller()))
                .filter(choice -> choice.verb().roles.contains(choice.caller().role()))
                .filter(choice -> model.refusal(choice.verb(), sheet, choice.caller(), false) != null)
                .toList();
        int kind = chance.below(100);
        List<Choice> guided = kind < 55 && !legal.isEmpty() ? legal : fitting;
        Choice choice = chance.oneOf(kind < 75 && !guided.isEmpty() ? guided : choices);
        Verb verb = choice.verb();
        TestCaller caller = choice.caller();
        int before = papers.versions.getOrDefault(sheet.id, 0);
        Map<String, Object> input = verb.input(sheet.id);
        boolean stale = chance.percent(8);
        if (stale || chance.percent(30)) {
            input.put("expectedVersion", stale ? before - 1 : before);
        }
        String expected = model.refusal(verb, sheet, caller, stale);
        assertForetold(model, verb, sheet, caller);

        Payload answer = LedgerClient.as(caller).mutate(verb.mutation, verb.inputType, input, "paper { version }");

        String code = code(answer);
        told.add(verb + " of " + (sheet == model.order ? "the order" : "a re-check") + " by " + caller.subject() + " ("
                + caller.role() + ") in " + sheet.state + ": expected " + expected + ", got " + code);
        assertEquals(expected, code);
        if (code == null) {
            sheet.apply(verb);
        }
        int after = look(papers, sheet);
        assertTrue(code == null ? after > before : after == before, "The version went from " + before + " to " + after);
        if (code == null) {
            assertEquals(after, answer.<Integer>get("paper.version"));
        }
        return code;
    }

    private static @Nullable String code(Payload answer) {
        return Stream.concat(answer.errorCodes().stream(), answer.userErrorCodes().stream())
                .findFirst()
                .orElse(null);
    }

    private static void assertForetold(PaperModel model, Verb verb, Sheet sheet, TestCaller caller) {
        JsonPath answer = LedgerClient.as(caller).answer(FORETOLD, Map.of("id", sheet.id));
        assertEquals(sheet.sees(caller), answer.get("data.paper") != null);
        if (sheet.sees(caller)) {
            List<Map<String, Object>> actions = answer.getList("data.paper.availableActions");
            Map<String, Object> action = actions.stream()
                    .filter(each -> verb.mutation.equals(each.get("action")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(verb.mutation + " is not among the available actions"));
            assertEquals(model.foretold(verb, sheet, caller, false), action.get("code"));
            assertEquals(action.get("code") == null, action.get("allowed"));
        }
    }

    /** The paper as the city's auditor sees it, compared with the model; gives its version. */
    private static int look(Case papers, Sheet sheet) {
        JsonPath answer = LedgerClient.as(AUDITOR_CITY)
                .query(
                        "query($id: ID!) { paper(id: $id) { status version dueAt resumedAt }"
                                + " history(of: $id) { nodes { action status } } }",
                        Map.of("id", sheet.id));
        answer.setRootPath("data");
        assertEquals(sheet.state, answer.getString("paper.status"));
        assertEquals(sheet.state.equals("SERVED"), answer.get("paper.dueAt") != null);
        assertEquals(sheet.resumed, answer.get("paper.resumedAt") != null);
        assertEquals(sheet.history, answer.getList("history.nodes.action"));
        assertEquals(sheet.state, answer.getString("history.nodes[-1].status"));
        papers.versions.put(sheet.id, answer.getInt("paper.version"));
        return answer.getInt("paper.version");
    }

    @Test
    void workIsEitherResumedOnAReCheckOrTheReCheckIsWithdrawn() {
        for (int race = 0; race < RACES; race++) {
            // Given
            String order = scene.stopped();
            String recheck = scene.issued(scene.recheck(scene.visit(), order, "DONE", "DONE"));

            // When
            List<String> codes = Together.act(
                    2,
                    person -> String.valueOf(
                            person == 0
                                    ? code(LedgerClient.as(OFFICER_LANKAO_2)
                                            .mutate("resumeWork", "ResumeWorkInput", Map.of("id", order), "__typename"))
                                    : code(LedgerClient.as(OFFICER_LANKAO)
                                            .mutate(
                                                    "withdrawPaper",
                                                    "WithdrawPaperInput",
                                                    Map.of("id", recheck, "reason", "复查有误"),
                                                    "__typename"))));

            // Then
            assertTrue(
                    List.of(List.of("null", "WORK_RESUMED"), List.of("EXAMINATION_REQUIRED", "null"))
                            .contains(codes),
                    codes::toString);
        }
    }
}
