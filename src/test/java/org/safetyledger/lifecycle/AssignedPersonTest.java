package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO_NAMES;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Work is given to people: a task by the enterprise to one of its own, a hazard by the authority that handles it to one of its own. */
@LedgerTest
class AssignedPersonTest {
    private static final String WORKER = "郭磊松";
    private static final String MANAGER = "赵红阳";

    private final Loop loop = new Loop();

    @Test
    void workerFindsTheTaskThatTheManagerGaveHim() {
        // Given
        String task = task();

        // When
        assignTask(MANAGER_LANKAO, task, person(MANAGER_LANKAO, MANAGER)).accepted();
        Payload given = assignTask(MANAGER_LANKAO, task, person(MANAGER_LANKAO, WORKER));

        // Then
        assertEquals(WORKER, given.accepted().text("rectificationTask.personName"));
        assertEquals(true, mine(WORKER_LANKAO, "rectificationTasks").contains(task));
        assertEquals(false, mine(MANAGER_LANKAO, "rectificationTasks").contains(task));
        JsonPath own = LedgerClient.as(WORKER_LANKAO)
                .query(
                        "query($id: ID!) { rectificationTask(id: $id) { personName person { name } } }",
                        Map.of("id", task));
        assertEquals(WORKER, own.getString("data.rectificationTask.personName"));
        assertEquals(WORKER, own.getString("data.rectificationTask.person.name"));
        JsonPath history = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", task));
        assertEquals(
                List.of("ASSIGNED", "PERSON_ASSIGNED", "PERSON_ASSIGNED"),
                history.getList("data.history.nodes.action"));
        assertEquals(List.of(WORKER, MANAGER), history.getList("data.history.nodes[2].details.value"));
    }

    @Test
    void enterpriseIsToldOnNoPathWhichOfficerHasAHazard() {
        // Given
        String hazard = confirmed();
        assignHazard(OFFICER_LANKAO, hazard, person(OFFICER_LANKAO, "冯强林")).accepted();

        // When
        String query =
                "query($id: ID!) { hazard(id: $id) { personName } history(of: $id) { nodes { action details { value } } } }";
        JsonPath manager = LedgerClient.as(MANAGER_LANKAO).query(query, Map.of("id", hazard));
        JsonPath officer = LedgerClient.as(OFFICER_LANKAO).query(query, Map.of("id", hazard));

        // Then
        assertEquals("冯强林", officer.getString("data.hazard.personName"));
        assertEquals(true, officer.getString("data").contains("冯强林"));
        assertEquals(false, manager.getString("data").contains("冯强林"));
        assertEquals(true, manager.getList("data.history.nodes.action").contains("PERSON_ASSIGNED"));
    }

    @Test
    void nobodyLearnsByCountingWhoHasWhat() {
        // Given
        String officer = loop.officers(OFFICER_LANKAO).getFirst();
        String worker = person(MANAGER_LANKAO, WORKER);
        String hazards = "query($person: ID!) { hazards(filter: {assignedTo: $person}) { totalCount } }";
        String below =
                "query($person: ID!) { enterprises(first: 1) { nodes { hazards(filter: {assignedTo: $person}) { totalCount } } } }";
        String tasks = "query($person: ID!) { rectificationTasks(filter: {assignedTo: $person}) { totalCount } }";

        // Then
        for (String query : List.of(hazards, below)) {
            assertEquals(
                    List.of("FORBIDDEN"), LedgerClient.as(MANAGER_LANKAO).errorCodes(query, Map.of("person", officer)));
            assertEquals(List.of(), LedgerClient.as(OFFICER_LANKAO).errorCodes(query, Map.of("person", officer)));
        }
        for (TestCaller untold : List.of(WORKER_LANKAO, INTEGRATION_LANKAO)) {
            assertEquals(List.of("FORBIDDEN"), LedgerClient.as(untold).errorCodes(tasks, Map.of("person", worker)));
        }
        for (TestCaller told : List.of(MANAGER_LANKAO, INTEGRATION_LANKAO_NAMES, OFFICER_LANKAO)) {
            assertEquals(List.of(), LedgerClient.as(told).errorCodes(tasks, Map.of("person", worker)));
        }
    }

    @Test
    void whoHasTheTaskIsPersonalData() {
        // Given
        String task = task();
        assignTask(MANAGER_LANKAO, task, person(MANAGER_LANKAO, MANAGER)).accepted();

        // When
        String query =
                "query($id: ID!) { rectificationTask(id: $id) { personName } history(of: $id) { nodes { details { value } } } }";
        JsonPath worker = LedgerClient.as(WORKER_LANKAO).query(query, Map.of("id", task));
        JsonPath system = LedgerClient.as(INTEGRATION_LANKAO).query(query, Map.of("id", task));
        JsonPath trusted = LedgerClient.as(INTEGRATION_LANKAO_NAMES).query(query, Map.of("id", task));

        // Then
        assertNull(worker.get("data.rectificationTask.personName"));
        assertNull(system.get("data.rectificationTask.personName"));
        assertEquals(MANAGER, trusted.getString("data.rectificationTask.personName"));
        assertEquals(List.of(), worker.getList("data.history.nodes[1].details"));
        assertEquals(List.of(), system.getList("data.history.nodes[1].details"));
    }

    @Test
    void officerFindsTheHazardThatTheLeaderGaveHim() {
        // Given
        String hazard = confirmed();
        String officer = loop.officers(OFFICER_LANKAO).get(1);

        // When
        Payload given = assignHazard(OFFICER_LANKAO, hazard, officer);

        // Then
        assertEquals("冯强林", given.accepted().text("hazard.personName"));
        assertEquals(true, mine(OFFICER_LANKAO_2, "hazards").contains(hazard));
        assertEquals(false, mine(OFFICER_LANKAO, "hazards").contains(hazard));
        assertEquals(
                List.of(hazard),
                LedgerClient.as(COUNTY_LEADER_LANKAO)
                        .query(
                                "query($person: ID, $id: ID!) { hazards(first: 100, filter: {assignedTo: $person, open: true}) { nodes { id } }"
                                        + " hazard(id: $id) { id } }",
                                Map.of("person", officer, "id", hazard))
                        .<String>getList("data.hazards.nodes.id")
                        .stream()
                        .filter(hazard::equals)
                        .toList());
        assertNull(LedgerClient.as(MANAGER_LANKAO)
                .query("query($id: ID!) { hazard(id: $id) { personName } }", Map.of("id", hazard))
                .get("data.hazard.personName"));
    }

    @Test
    void badInputIsRefusedAndNothingChanges() {
        // Given
        String task = task();
        String hazard = confirmed();
        String worker = person(MANAGER_LANKAO, WORKER);
        String officer = loop.officers(OFFICER_LANKAO).getFirst();
        assignTask(MANAGER_LANKAO, task, worker).accepted();
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        Payload again = assignTask(MANAGER_LANKAO, task, worker);
        Payload byOfficer = assignTask(OFFICER_LANKAO, task, worker);
        Payload byStranger = assignTask(MANAGER_QIXIAN, task, worker);
        Payload unseen = assignTask(MANAGER_LANKAO, task, officer);
        Payload otherSide = assignHazard(OFFICER_LANKAO, hazard, person(OFFICER_LANKAO, WORKER));
        Payload byManager = assignHazard(MANAGER_LANKAO, hazard, worker);

        // Then
        assertEquals(List.of("NOTHING_CHANGED"), again.userErrorCodes());
        assertEquals(List.of("FORBIDDEN"), byOfficer.errorCodes());
        assertEquals(List.of("NOT_FOUND"), byStranger.errorCodes());
        assertEquals(List.of("REFERENCE_NOT_FOUND"), unseen.userErrorCodes());
        assertEquals(List.of("personId"), unseen.get("userErrors[0].path"));
        assertEquals(List.of("PERSON_OF_ANOTHER_SIDE"), otherSide.userErrorCodes());
        assertEquals(List.of("personId"), otherSide.get("userErrors[0].path"));
        assertEquals(List.of("FORBIDDEN"), byManager.errorCodes());
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    private String confirmed() {
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    private String task() {
        return loop.assign(OFFICER_LANKAO, confirmed());
    }

    private static String person(TestCaller reader, String name) {
        return LedgerClient.as(reader)
                .query("query($text: String) { people(text: $text) { nodes { id } } }", Map.of("text", name))
                .getString("data.people.nodes[0].id");
    }

    private static List<String> mine(TestCaller caller, String list) {
        return LedgerClient.as(caller)
                .query("{ " + list + "(first: 100, filter: {mine: true}, orderBy: DUE_AT_DESC) { nodes { id } } }")
                .getList("data." + list + ".nodes.id");
    }

    private static Payload assignTask(TestCaller caller, String task, String person) {
        return LedgerClient.as(caller)
                .mutate(
                        "assignRectificationPerson",
                        "AssignRectificationPersonInput",
                        Map.of("id", task, "personId", person),
                        "rectificationTask { personName }");
    }

    private static Payload assignHazard(TestCaller caller, String hazard, String person) {
        return LedgerClient.as(caller)
                .mutate(
                        "assignHazardPerson",
                        "AssignHazardPersonInput",
                        Map.of("id", hazard, "personId", person),
                        "hazard { personName }");
    }
}
