package org.safetyledger.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.AUDITOR_CITY;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;
import org.safetyledger.testing.VisitScene;

/** What waits for whom, counted as it comes and as it goes. */
@LedgerTest
class WaitingTest {
    private final Loop loop = new Loop();

    @Test
    void workMovesFromOneDeskToTheNext() {
        // Given
        Map<String, Integer> officer = waiting(OFFICER_LANKAO);
        Map<String, Integer> manager = waiting(MANAGER_LANKAO);
        Map<String, Integer> stranger = waiting(MANAGER_QIXIAN);

        // When
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        Map<String, Integer> reported = changes(OFFICER_LANKAO, officer);
        loop.confirm(OFFICER_LANKAO, hazard);
        Map<String, Integer> confirmed = changes(OFFICER_LANKAO, officer);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        Map<String, Integer> assigned = changes(MANAGER_LANKAO, manager);
        loop.rectify(MANAGER_LANKAO, task);
        Map<String, Integer> submitted = changes(OFFICER_LANKAO, officer);

        // Then
        assertEquals(Map.of("HAZARDS_TO_CONFIRM", 1), reported);
        assertEquals(Map.of("HAZARDS_TO_ASSIGN", 1), confirmed);
        assertEquals(Map.of("TASKS_TO_ACCEPT", 1), assigned);
        assertEquals(Map.of("TASKS_TO_REVIEW", 1), submitted);
        assertEquals(Map.of(), changes(MANAGER_LANKAO, manager));
        assertEquals(Map.of(), changes(MANAGER_QIXIAN, stranger));
    }

    @Test
    void leaderIsToldOfVisitsToApproveAndTheirTargetIsNot() {
        // Given
        Map<String, Integer> leader = waiting(COUNTY_LEADER_LANKAO);
        Map<String, Integer> neighbour = waiting(COUNTY_LEADER_QIXIAN);
        Map<String, Integer> target = waiting(MANAGER_LANKAO);

        // When
        new VisitScene(LANKAO_ENTERPRISE).pending();

        // Then
        assertEquals(Map.of("VISITS_TO_APPROVE", 1), changes(COUNTY_LEADER_LANKAO, leader));
        assertEquals(Map.of(), changes(COUNTY_LEADER_QIXIAN, neighbour));
        assertEquals(Map.of(), changes(MANAGER_LANKAO, target));
    }

    @Test
    void receiverIsToldOfATransferUntilItIsAnswered() {
        // Given
        String hazard = TransferScene.hazard();
        Map<String, Integer> receiver = waiting(FIRE_LANKAO);

        // When
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE);
        int sent = changes(FIRE_LANKAO, receiver).getOrDefault("TRANSFERS_TO_ANSWER", 0);
        LedgerClient.as(FIRE_LANKAO)
                .mutate("acceptTransfer", "AcceptTransferInput", Map.of("id", transfer), "__typename")
                .accepted();

        // Then
        assertEquals(1, sent);
        assertEquals(0, changes(FIRE_LANKAO, receiver).getOrDefault("TRANSFERS_TO_ANSWER", 0));
    }

    @Test
    void workerIsToldOfTheTasksThatAreGivenToHim() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        Map<String, Integer> before = waiting(WORKER_LANKAO);
        String worker = LedgerClient.as(MANAGER_LANKAO)
                .query("{ people(text: \"郭磊松\") { nodes { id } } }")
                .getString("data.people.nodes[0].id");

        // When
        LedgerClient.as(MANAGER_LANKAO)
                .mutate(
                        "assignRectificationPerson",
                        "AssignRectificationPersonInput",
                        Map.of("id", task, "personId", worker),
                        "__typename")
                .accepted();

        // Then
        assertEquals(Set.of("TASKS_OF_MINE"), before.keySet());
        assertEquals(Map.of("TASKS_OF_MINE", 1), changes(WORKER_LANKAO, before));
    }

    @Test
    void officerFindsHimselfAndTheVisitsThatHeConducts() {
        // Given
        Map<String, Integer> before = waiting(OFFICER_LANKAO);
        String visit = new VisitScene(LANKAO_ENTERPRISE).approved();
        String query = "{ people(mine: true) { nodes { name } }"
                + " inspections(filter: {mine: true, statuses: [ASSIGNED]}, first: 100) { nodes { id } } }";

        // When
        JsonPath own = LedgerClient.as(OFFICER_LANKAO).query(query);
        JsonPath others = LedgerClient.as(TOWN_OFFICER_LANKAO).query(query);

        // Then
        assertEquals(List.of("常森思"), own.getList("data.people.nodes.name"));
        assertEquals(true, own.getList("data.inspections.nodes.id").contains(visit));
        assertEquals(List.of("黎娟晨"), others.getList("data.people.nodes.name"));
        assertEquals(false, others.getList("data.inspections.nodes.id").contains(visit));
        assertEquals(Map.of("VISITS_OF_MINE", 1), changes(OFFICER_LANKAO, before));
    }

    @Test
    void nothingWaitsForWhoOnlyReads() {
        assertEquals(Map.of(), waiting(AUDITOR_CITY));
        assertEquals(Map.of(), waiting(INTEGRATION_LANKAO));
    }

    @Test
    void whatIsDueFirstComesFirstAndNothingComesLast() {
        // Given
        loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);

        // When
        List<String> due = LedgerClient.as(OFFICER_LANKAO)
                .query("{ waiting { count earliestDueAt } }")
                .<String>getList("data.waiting.earliestDueAt")
                .stream()
                .map(time -> time == null
                        ? "none"
                        : OffsetDateTime.parse(time).toInstant().toString())
                .toList();

        // Then
        assertEquals(due.stream().sorted().toList(), due);
    }

    private static Map<String, Integer> changes(TestCaller caller, Map<String, Integer> before) {
        Map<String, Integer> changes = new TreeMap<>();
        waiting(caller).forEach((kind, count) -> {
            int change = count - before.getOrDefault(kind, 0);
            if (change != 0) {
                changes.put(kind, change);
            }
        });
        return changes;
    }

    private static Map<String, Integer> waiting(TestCaller caller) {
        List<Map<String, Object>> rows = LedgerClient.as(caller)
                .query("{ waiting { kind count overdue } }")
                .getList("data.waiting");
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.put((String) row.get("kind"), (Integer) row.get("count")));
        return counts;
    }
}
