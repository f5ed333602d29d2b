package org.safetyledger.lifecycle;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.lifecycle.HazardModel.Verb;
import org.safetyledger.testing.AnswerPath;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

@LedgerTest
class ConcurrencyPropertyTest {
    private static final int PEOPLE = 6;
    private static final int COMMANDS = 40;
    private static final int HAZARDS = 3;
    private static final String PHOTO = "PHOTO";
    private static final Set<String> ENDED = Set.of("PASSED", "CANCELLED");

    private static final Map<Verb, List<String>> ON_HAZARD = Map.ofEntries(
            entry(Verb.CONFIRM_GENERAL, List.of("CONFIRMED")),
            entry(Verb.CONFIRM_MAJOR, List.of("CONFIRMED")),
            entry(Verb.CORRECT, List.of("CORRECTED")),
            entry(Verb.REJECT, List.of("REJECTED")),
            entry(Verb.CONTEST, List.of("CONTESTED")),
            entry(Verb.DUPLICATE, List.of("MARKED_DUPLICATE")),
            entry(Verb.ESCALATE, List.of("GRADE_ESCALATED")),
            entry(Verb.LOWER, List.of("GRADE_LOWERED")),
            entry(Verb.PLAN, List.of("RECTIFICATION_PLANNED")),
            entry(Verb.FIX, List.of("FIXED_ON_SITE")),
            entry(Verb.CLOSE, List.of("CLOSED")),
            entry(Verb.REOPEN, List.of("REOPENED")),
            entry(Verb.ASSIGN, List.of("ASSIGNED")),
            entry(Verb.SUBMIT, List.of("SUBMITTED")),
            entry(Verb.GRANT, List.of("DEADLINE_EXTENDED")),
            entry(Verb.PASS, List.of("REVIEW_PASSED")),
            entry(Verb.FAIL, List.of("REVIEWED", "REVIEW_FAILED")),
            entry(Verb.CANCEL, List.of("TASK_CANCELLED")));
    private static final Map<Verb, String> ON_TASK = Map.ofEntries(
            entry(Verb.ASSIGN, "ASSIGNED"),
            entry(Verb.GIVE, "PERSON_ASSIGNED"),
            entry(Verb.GIVE_AGAIN, "PERSON_ASSIGNED"),
            entry(Verb.ACCEPT, "ACCEPTED"),
            entry(Verb.START, "STARTED"),
            entry(Verb.SUBMIT, "SUBMITTED"),
            entry(Verb.ASK, "EXTENSION_REQUESTED"),
            entry(Verb.GRANT, "EXTENSION_APPROVED"),
            entry(Verb.DENY, "EXTENSION_REFUSED"),
            entry(Verb.PASS, "PASSED"),
            entry(Verb.FAIL, "RETURNED"),
            entry(Verb.CANCEL, "CANCELLED"));

    private final Loop loop = new Loop();

    @Inject
    LedgerTables database;

    /**
     * A command that somebody sent, and what came of it.
     *
     * @param verb null for a photo
     * @param task the task that was named or made
     * @param version in the answer
     */
    private record Sent(
            @Nullable Verb verb,
            String hazard,
            @Nullable String task,
            @Nullable Integer expectedVersion,
            @Nullable String code,
            int version) {
        boolean accepted() {
            return code == null;
        }

        boolean changes(String object) {
            return accepted() && (hazard.equals(object) || object.equals(task));
        }
    }

    @Test
    void manyPeopleAtOnceLeaveLegalCompleteHistories() {
        // Given
        long seed = Chance.seed("concurrency");
        List<String> hazards = IntStream.range(0, HAZARDS)
                .mapToObj(_ -> loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE))
                .toList();

        // When
        List<Sent> sent = Together.act(PEOPLE, person -> commands(Chance.of(seed, person), hazards)).stream()
                .flatMap(List::stream)
                .toList();

        // Then
        Map<String, Integer> outcomes = new TreeMap<>();
        sent.forEach(each -> outcomes.merge(each.accepted() ? "accepted" : each.code() + "", 1, Integer::sum));
        System.out.println("concurrency: " + outcomes);
        assertFalse(outcomes.containsKey("INTERNAL"), outcomes.toString());
        assertFalse(outcomes.containsKey("SERVICE_UNAVAILABLE"), outcomes.toString());
        for (String hazard : hazards) {
            assertHistory(hazard, "hazard", Transitions.HAZARD, expectedActions(hazard, sent));
            List<String> tasks = sent.stream()
                    .filter(each -> each.accepted()
                            && each.verb() == Verb.ASSIGN
                            && each.hazard().equals(hazard))
                    .map(each -> each.task() + "")
                    .toList();
            for (String task : tasks) {
                assertHistory(task, "rectification_task", Transitions.TASK, expectedTaskActions(task, sent));
            }
        }
        assertEveryAcceptedVersionWasThePresentOne(sent);
    }

    @Test
    void twoHazardsNeverBecomeDuplicatesOfOneAnother() {
        for (int round = 0; round < 8; round++) {
            // Given
            List<String> pair = Stream.generate(
                            () -> loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE))
                    .limit(2)
                    .toList();

            // When
            List<Payload> answers = Together.act(
                    2,
                    person -> LedgerClient.as(TestCaller.OFFICER_LANKAO)
                            .mutate(
                                    "markDuplicateHazard",
                                    "MarkDuplicateHazardInput",
                                    Map.of(
                                            "id",
                                            pair.get(person),
                                            "duplicateOfId",
                                            pair.get(1 - person),
                                            "reason",
                                            "同一处"),
                                    "hazard { status }"));

            // Then
            assertEquals(
                    List.of("DUPLICATE_TARGET_INVALID"),
                    answers.stream()
                            .flatMap(answer ->
                                    Stream.concat(answer.userErrorCodes().stream(), answer.errorCodes().stream()))
                            .toList());
        }
    }

    @Test
    void photosThatArriveDuringAChangeNeverNameAStateThatWasLeft() {
        for (int round = 0; round < 6; round++) {
            // Given
            String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

            // When
            Together.act(4, person -> {
                if (person == 0) {
                    loop.confirm(TestCaller.OFFICER_LANKAO, hazard);
                    loop.assign(TestCaller.OFFICER_LANKAO, hazard);
                    return hazard;
                }
                return loop.upload(TestCaller.MANAGER_LANKAO, hazard, "BEFORE");
            });

            // Then
            assertEquals(List.of(), Transitions.HAZARD.illegalSteps(steps(hazard)));
            assertIntact(hazard);
        }
    }

    private List<Sent> commands(Chance chance, List<String> hazards) {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            sent.add(command(chance, chance.oneOf(hazards), hazards));
        }
        return sent;
    }

    private Sent command(Chance chance, String hazard, List<String> hazards) {
        JsonPath seen = LedgerClient.as(TestCaller.CITY_OFFICER)
                .query(
                        "query($id: ID!) { hazard(id: $id) { status grade version"
                                + " rectificationTasks(first: 100) { nodes { id status version dueAt } } } }",
                        Map.of("id", hazard));
        HazardModel model = new HazardModel(hazard, TestCaller.OFFICER_LANKAO, chance.oneOf(hazards));
        model.state = seen.getString("data.hazard.status");
        model.grade = seen.getString("data.hazard.grade");
        Map<String, Object> open = seen.<Map<String, Object>>getList("data.hazard.rectificationTasks.nodes").stream()
                .filter(task -> !ENDED.contains(String.valueOf(task.get("status"))))
                .findFirst()
                .orElse(Map.of());
        model.taskId = (String) open.get("id");
        model.taskState = String.valueOf(open.get("status"));
        if (chance.percent(25)) {
            String subject = model.taskId != null && chance.percent(70) ? model.taskId : hazard;
            String stage = chance.oneOf(List.of("BEFORE", "AFTER"));
            TestCaller sender = chance.oneOf(List.of(TestCaller.OFFICER_LANKAO, TestCaller.MANAGER_LANKAO));
            String code = AnswerPath.of(loop.send(sender, subject, stage, Loop.photo()))
                    .getString("errors[0].extensions.code");
            return new Sent(null, hazard, subject, null, code, 0);
        }
        boolean plausible = chance.percent(75);
        List<Verb> verbs = Stream.of(Verb.values())
                .filter(verb -> !verb.ofTask() || model.taskId != null)
                .filter(verb -> !plausible
                        || verb.from.contains("*")
                        || verb.from.contains(verb.ofTask() ? model.taskState : model.state))
                .toList();
        Verb verb = verbs.isEmpty() ? Verb.REOPEN : chance.oneOf(verbs);
        if ((verb == Verb.DUPLICATE || verb == Verb.REJECT) && chance.percent(90)) {
            verb = Verb.CONFIRM_GENERAL;
        }
        return send(verb, model, seen, open, chance);
    }

    private static Sent send(Verb verb, HazardModel model, JsonPath seen, Map<String, Object> open, Chance chance) {
        String due = (String) open.get("dueAt");
        Map<String, Object> input = model.input(verb, chance, due == null ? null : OffsetDateTime.parse(due));
        Integer expectedVersion = null;
        if (verb != Verb.ASSIGN && chance.percent(50)) {
            expectedVersion = verb.ofTask()
                    ? Objects.requireNonNull((Integer) open.get("version"))
                    : seen.getInt("data.hazard.version");
            input.put("expectedVersion", expectedVersion);
        }
        TestCaller caller = chance.oneOf(Actors.ALL.stream()
                .filter(each -> verb.roles.contains(each.role()) && Actors.inScope(each))
                .toList());
        Payload answer = LedgerClient.as(caller)
                .mutate(verb.mutation, verb.inputType, input, verb.payload() + " { id version }");
        List<String> codes = Stream.concat(answer.errorCodes().stream(), answer.userErrorCodes().stream())
                .toList();
        String code = codes.isEmpty() ? null : codes.getFirst();
        String task = verb == Verb.ASSIGN && code == null ? answer.text("rectificationTask.id") : model.taskId;
        Integer version = answer.get(verb.payload() + ".version");
        return new Sent(
                verb,
                model.hazardId,
                verb.payload().equals("hazard") ? null : task,
                expectedVersion,
                code,
                version == null ? 0 : version);
    }

    private static Map<String, Long> expectedActions(String hazard, List<Sent> sent) {
        Map<String, Long> actions = new TreeMap<>(Map.of("REPORTED", 1L));
        Set<String> started = new HashSet<>();
        for (Sent each : sent) {
            if (!each.changes(hazard)) {
                continue;
            }
            if (each.verb() == null) {
                if (hazard.equals(each.task())) {
                    actions.merge("EVIDENCE_ADDED", 1L, Long::sum);
                }
                continue;
            }
            ON_HAZARD.getOrDefault(each.verb(), List.of()).forEach(action -> actions.merge(action, 1L, Long::sum));
            // A returned task is started again, its hazard was not left.
            if (each.verb() == Verb.START && started.add(each.task() + "")) {
                actions.merge("RECTIFICATION_STARTED", 1L, Long::sum);
            }
        }
        return actions;
    }

    private static Map<String, Long> expectedTaskActions(String task, List<Sent> sent) {
        Map<String, Long> actions = new TreeMap<>();
        for (Sent each : sent) {
            if (each.accepted() && task.equals(each.task())) {
                String action = each.verb() == null ? "EVIDENCE_ADDED" : ON_TASK.getOrDefault(each.verb(), PHOTO);
                actions.merge(action, 1L, Long::sum);
            }
        }
        return actions;
    }

    private void assertHistory(String id, String table, Transitions transitions, Map<String, Long> expected) {
        UUID uuid = NodeId.parse(id).orElseThrow().uuid();
        List<Map.Entry<String, String>> steps = steps(id);
        assertEquals(List.of(), transitions.illegalSteps(steps));
        assertEquals(
                database.value("select status from " + table + " where id = ?", uuid),
                steps.getLast().getValue());
        Map<String, Long> actions = new TreeMap<>();
        steps.forEach(step -> actions.merge(step.getKey(), 1L, Long::sum));
        // A task goes with its hazard's clock when a grade shortens it; whether it does depends on the clock before.
        actions.remove("DEADLINE_MOVED");
        // Comes of a command on another hazard: that it follows the rejection of its original is told elsewhere.
        actions.remove("ORIGINAL_REJECTED");
        assertEquals(expected, actions);
        assertEquals(
                IntStream.rangeClosed(1, steps.size()).mapToObj(String::valueOf).toList(),
                database.rows("select sequence from history_entry where object_id = ? order by sequence", uuid));
        assertEquals(
                database.rows(
                        "select id, sequence, action from history_entry where object_id = ? order by sequence", uuid),
                database.rows(
                        "select id, sequence, event from outbox_entry where object_id = ? order by sequence", uuid));
        assertIntact(id);
    }

    /** Of two updates that name one version only one can have seen the object as it was. */
    private static void assertEveryAcceptedVersionWasThePresentOne(List<Sent> sent) {
        Set<String> taken = new HashSet<>();
        for (Sent each : sent) {
            if (each.accepted() && each.expectedVersion() != null) {
                String object = each.task() == null ? each.hazard() : each.task();
                assertTrue(taken.add(object + " " + each.expectedVersion()), "Two updates of one version: " + each);
                assertTrue(each.version() > each.expectedVersion(), "The version did not move: " + each);
            }
        }
    }

    private List<Map.Entry<String, String>> steps(String id) {
        UUID uuid = NodeId.parse(id).orElseThrow().uuid();
        return database
                .rows("select action, status from history_entry where object_id = ? order by sequence", uuid)
                .stream()
                .map(row -> row.split("\\|", -1))
                .map(row -> entry(row[0], row[1]))
                .toList();
    }

    private static void assertIntact(String id) {
        JsonPath verdict = LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query("query($id: ID!) { verifyHistory(of: $id) { intact brokenAt } }", Map.of("id", id));
        assertTrue(verdict.getBoolean("data.verifyHistory.intact"), verdict::prettify);
    }
}
