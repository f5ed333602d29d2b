package org.safetyledger.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.DeadlineScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** What a front end asks for first: who is calling, and what waits for him, in one document. */
@LedgerTest
class ViewerTest {
    private final Loop loop = new Loop();

    @Test
    void tasksAreThoseOfTheEnterprisesManagerUntilHeGivesThemToSomebody() {
        // Given
        String task = task();

        // When
        boolean managers = tasks(MANAGER_LANKAO).contains(task);
        boolean workers = tasks(WORKER_LANKAO).contains(task);
        LedgerClient.as(MANAGER_LANKAO)
                .mutate(
                        "assignRectificationPerson",
                        "AssignRectificationPersonInput",
                        Map.of("id", task, "personId", PostScene.LANKAO.person("郭磊松")),
                        "__typename")
                .accepted();

        // Then
        assertTrue(managers);
        assertFalse(workers);
        assertFalse(tasks(MANAGER_LANKAO).contains(task));
        assertTrue(tasks(WORKER_LANKAO).contains(task));
        assertFalse(tasks(MANAGER_QIXIAN).contains(task));
        assertFalse(tasks(OFFICER_LANKAO).contains(task));
    }

    @Test
    void visitsAndApprovalsAreThoseOfTheOfficerAndOfTheHead() {
        // Given
        VisitScene scene = new VisitScene(LANKAO_ENTERPRISE);
        String pending = scene.pending();
        String ready = scene.approved();
        String query = "{ me: viewer { person { name } visits(first: 100) { nodes { id } }"
                + " approvals(first: 100) { totalCount nodes { id } pageInfo { hasNextPage } } } }";

        // When
        JsonPath officer = LedgerClient.as(OFFICER_LANKAO).query(query);
        JsonPath head = LedgerClient.as(COUNTY_LEADER_LANKAO).query(query);
        JsonPath neighbour = LedgerClient.as(COUNTY_LEADER_QIXIAN).query(query);

        // Then
        assertEquals("常森思", officer.getString("data.me.person.name"));
        assertTrue(officer.getList("data.me.visits.nodes.id").contains(ready));
        assertFalse(officer.getList("data.me.visits.nodes.id").contains(pending));
        assertEquals(List.of(), officer.getList("data.me.approvals.nodes"));
        assertTrue(head.getList("data.me.approvals.nodes.id").contains(pending));
        assertFalse(head.getList("data.me.approvals.nodes.id").contains(ready));
        assertEquals(List.of(), neighbour.getList("data.me.approvals.nodes"));
    }

    @Test
    void deadlinesAreThoseThatTheCallerHasToKeep() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        String confirming = DeadlineScene.of(hazard, "HAZARD_CONFIRMATION");
        String fixing = DeadlineScene.of(hazard);
        String query = "query($filter: DeadlineClockFilter) { viewer { deadlines(filter: $filter) { nodes { id } } } }";
        Map<String, ?> variables = Map.of("filter", Map.of("hazardId", hazard));

        // When
        List<String> officer =
                LedgerClient.as(OFFICER_LANKAO).query(query, variables).getList("data.viewer.deadlines.nodes.id");
        List<String> manager =
                LedgerClient.as(MANAGER_LANKAO).query(query, variables).getList("data.viewer.deadlines.nodes.id");
        List<String> city =
                LedgerClient.as(CITY_OFFICER).query(query, variables).getList("data.viewer.deadlines.nodes.id");

        // Then
        assertEquals(List.of(confirming), officer);
        assertEquals(List.of(fixing), manager);
        assertEquals(List.of(), city);
    }

    @Test
    void whatWaitsIsToldAsAtTheRoot() {
        // When
        JsonPath answer = LedgerClient.as(OFFICER_LANKAO)
                .query("{ viewer { waiting { kind count earliestDueAt } } waiting { kind count earliestDueAt } }");

        // Then
        assertFalse(answer.getList("data.waiting").isEmpty());
        assertEquals(answer.<Object>getList("data.waiting"), answer.<Object>getList("data.viewer.waiting"));
    }

    @Test
    void listsAreWhatIsCounted() {
        // Given
        new VisitScene(LANKAO_ENTERPRISE).pending();
        new VisitScene(LANKAO_ENTERPRISE).approved();
        loop.plannedInspection(OFFICER_LANKAO, LocalDate.now(Times.ZONE));
        LedgerClient.as(MANAGER_LANKAO)
                .mutate(
                        "assignRectificationPerson",
                        "AssignRectificationPersonInput",
                        Map.of("id", task(), "personId", PostScene.LANKAO.person("郭磊松")),
                        "__typename")
                .accepted();

        // Then
        assertCounted(COUNTY_LEADER_LANKAO, "approvals", "VISITS_TO_APPROVE", "EMERGENCIES_TO_APPROVE");
        assertCounted(OFFICER_LANKAO, "visits", "VISITS_OF_MINE");
        assertCounted(WORKER_LANKAO, "tasks", "TASKS_OF_MINE");
    }

    private static void assertCounted(TestCaller caller, String list, String... kinds) {
        JsonPath told =
                LedgerClient.as(caller).query("{ viewer { " + list + " { totalCount } waiting { kind count } } }");
        int counted = told.<Map<String, Object>>getList("data.viewer.waiting").stream()
                .filter(work -> List.of(kinds).contains(String.valueOf(work.get("kind"))))
                .mapToInt(work -> (int) Objects.requireNonNull(work.get("count")))
                .sum();
        assertEquals(counted, told.getInt("data.viewer." + list + ".totalCount"), list);
    }

    @Test
    void listThatIsRefusedLeavesItsNeighbours() {
        // When
        JsonPath answer = LedgerClient.as(INTEGRATION_LANKAO)
                .answer("{ viewer { subject deadlines { totalCount } tasks { totalCount } } }", Map.of());

        // Then
        assertEquals("FORBIDDEN", answer.getString("errors[0].extensions.code"));
        assertEquals(List.of("viewer", "deadlines"), answer.<Object>getList("errors[0].path"));
        assertEquals("integration-client", answer.getString("data.viewer.subject"));
        assertEquals(0, answer.getInt("data.viewer.tasks.totalCount"));
    }

    private String task() {
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return loop.assign(OFFICER_LANKAO, hazard);
    }

    private static List<String> tasks(TestCaller caller) {
        return LedgerClient.as(caller)
                .query("{ viewer { tasks(first: 100, orderBy: DUE_AT_DESC) { nodes { id } } } }")
                .getList("data.viewer.tasks.nodes.id");
    }
}
