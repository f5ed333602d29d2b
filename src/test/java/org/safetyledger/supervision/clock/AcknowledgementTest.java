package org.safetyledger.supervision.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.DeadlineScene;
import org.safetyledger.testing.DirectiveScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Whoever is told of a rung takes notice of it, one person for his office. */
@LedgerTest
class AcknowledgementTest {
    private static final String NOTE = "已督促乡镇交办";
    private static final String READ =
            "query($id: ID!) { node(id: $id) { ... on DeadlineEvent { status acknowledgedAt acknowledgedBy acknowledgement"
                    + " availableActions { action allowed reason } } }"
                    + " history(of: $id) { nodes { action status details { name value } } } }";

    private final Loop loop = new Loop();

    @Inject
    LedgerTables tables;

    @Test
    void officerOfTheCountyAcknowledgesForAllOfItsOfficersOnce() {
        // Given
        String event = DeadlineScene.reached(assignment(), 2);

        // When
        Payload byCity = DeadlineScene.acknowledge(CITY_OFFICER, event, NOTE);
        Payload byLeader = DeadlineScene.acknowledge(COUNTY_LEADER_LANKAO, event, NOTE);
        Payload byTown = DeadlineScene.acknowledge(TOWN_OFFICER_LANKAO, event, NOTE);
        Payload byNeighbour = DeadlineScene.acknowledge(OFFICER_QIXIAN, event, NOTE);
        Payload byManager = DeadlineScene.acknowledge(MANAGER_LANKAO, event, NOTE);
        Payload byWorker = DeadlineScene.acknowledge(WORKER_LANKAO, event, NOTE);
        Payload byOfficer = DeadlineScene.acknowledge(OFFICER_LANKAO, event, NOTE);
        Payload byColleague = DeadlineScene.acknowledge(OFFICER_LANKAO_2, event, "另一人");

        // Then
        for (Payload refused : List.of(byCity, byLeader, byTown, byManager)) {
            assertEquals(List.of("NOT_THE_ADDRESSEE"), refused.userErrorCodes());
        }
        assertEquals(List.of("NOT_FOUND"), byNeighbour.errorCodes());
        assertEquals(List.of("FORBIDDEN"), byWorker.errorCodes());
        byOfficer.accepted();
        assertEquals("ACKNOWLEDGED", byOfficer.text("event.status"));
        assertEquals("county-officer-lankao", byOfficer.text("event.acknowledgedBy"));
        assertEquals(NOTE, byOfficer.text("event.acknowledgement"));
        assertNotNull(byOfficer.get("event.acknowledgedAt"));
        assertEquals(List.of("WRONG_STATE"), byColleague.userErrorCodes());
        JsonPath seen = LedgerClient.as(OFFICER_LANKAO_2).query(READ, Map.of("id", event));
        assertEquals("county-officer-lankao", seen.getString("data.node.acknowledgedBy"));
        assertFalse(seen.getBoolean("data.node.availableActions[0].allowed"));
        assertEquals(List.of("ACKNOWLEDGED"), seen.getList("data.history.nodes.action"));
        assertEquals(List.of("note", "rung", "subject"), seen.getList("data.history.nodes[0].details.name"));
    }

    @Test
    void enterpriseIsToldWhenAuthoritiesAcknowledgedAndNotWhat() {
        // Given
        String event = DeadlineScene.reached(assignment(), 2);
        DeadlineScene.acknowledge(OFFICER_LANKAO, event, NOTE).accepted();

        // When
        JsonPath seen = LedgerClient.as(MANAGER_LANKAO).query(READ, Map.of("id", event));

        // Then
        assertNotNull(seen.getString("data.node.acknowledgedAt"));
        assertNull(seen.getString("data.node.acknowledgedBy"));
        assertNull(seen.getString("data.node.acknowledgement"));
        assertEquals(List.of(List.of()), seen.getList("data.history.nodes.details"));
    }

    @Test
    void managerAcknowledgesWhatHisEnterpriseIsRemindedOf() {
        // Given
        String event = DeadlineScene.reached(loop.reportedHazard(CITY_OFFICER, LANKAO_ENTERPRISE));

        // When
        Payload byOfficer = DeadlineScene.acknowledge(OFFICER_LANKAO, event, NOTE);
        Payload byNeighbour = DeadlineScene.acknowledge(MANAGER_QIXIAN, event, NOTE);
        Payload byManager = DeadlineScene.acknowledge(MANAGER_LANKAO, event, "备件已到");

        // Then
        assertEquals(List.of("NOT_THE_ADDRESSEE"), byOfficer.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), byNeighbour.errorCodes());
        byManager.accepted();
        assertEquals("manager-lankao", byManager.text("event.acknowledgedBy"));
        assertEquals("备件已到", byManager.text("event.acknowledgement"));
    }

    @Test
    void departmentAcknowledgesWhatItOwesOfAThingWithoutTrade() {
        // Given
        UUID item = NodeId.require(NodeType.DIRECTIVE_ITEM, DirectiveScene.DEPARTMENT.issuedItem(), "id");
        String deadline = NodeId.text(
                NodeType.DEADLINE_CLOCK,
                UUID.fromString(tables.value("select id from deadline_clock where object_id = ?", item)));
        String event = DeadlineScene.reached(deadline, 1);

        // When
        Payload byOfficer = DeadlineScene.acknowledge(OFFICER_LANKAO, event, NOTE);
        Payload byDepartment = DeadlineScene.acknowledge(FIRE_LANKAO, event, NOTE);

        // Then
        assertEquals(List.of("NOT_THE_ADDRESSEE"), byOfficer.userErrorCodes());
        byDepartment.accepted();
    }

    @Test
    void whatAnotherOneAsksInItsSteadIsNotAcknowledged() {
        // Given
        String event = DeadlineScene.reached(assignment(), 2);
        tables.change(
                "update deadline_event set caught_up = true where id = ?",
                NodeId.require(NodeType.DEADLINE_EVENT, event, "id"));

        // When
        Payload late = DeadlineScene.acknowledge(OFFICER_LANKAO, event, NOTE);

        // Then
        assertEquals(List.of("WRONG_STATE"), late.userErrorCodes());
    }

    @Test
    void repeatIsAnsweredAsTheFirstTimeAndChangesNothing() {
        // Given
        String event = DeadlineScene.reached(assignment(), 2);
        Map<String, Object> input =
                Map.of("id", event, "requestId", UUID.randomUUID().toString());

        // When
        Payload first = acknowledge(input);
        Payload again = acknowledge(input);

        // Then
        first.accepted();
        again.accepted();
        assertEquals(first.<Integer>get("event.version"), again.<Integer>get("event.version"));
        assertNull(again.get("event.acknowledgement"));
    }

    @Test
    void workListsTellWhatIsAcknowledgedFromWhatIsNot() {
        // Given two that climbed to the desk of the county's officers
        String taken = assignment();
        String waiting = assignment();
        String event = DeadlineScene.reached(taken, 2);
        String other = DeadlineScene.reached(waiting, 2);
        for (String deadline : List.of(taken, waiting)) {
            tables.change(
                    "update deadline_clock c set rung = 2, action = 'ESCALATE', addressee = 'OFFICER', level = 'COUNTY', rung_at = e.reached_at"
                            + " from deadline_event e where e.deadline_clock_id = c.id and c.id = ?",
                    NodeId.require(NodeType.DEADLINE_CLOCK, deadline, "id"));
        }

        // When
        DeadlineScene.acknowledge(OFFICER_LANKAO, event, NOTE).accepted();

        // Then
        assertEquals(List.of(taken), deadlines(taken, true));
        assertEquals(List.of(), deadlines(taken, false));
        assertEquals(List.of(waiting), deadlines(waiting, false));
        assertEquals(List.of(), events(OFFICER_LANKAO_2, taken, "OPEN"));
        assertEquals(List.of(event), events(OFFICER_LANKAO_2, taken, "ACKNOWLEDGED"));
        assertEquals(List.of(other), events(OFFICER_LANKAO_2, waiting, "OPEN"));
        assertEquals(List.of(), events(COUNTY_LEADER_LANKAO, waiting, "OPEN"));
        assertEquals(List.of(), events(MANAGER_LANKAO, waiting, "OPEN"));
    }

    /** The deadline of a hazard that the county's government has to assign. */
    private String assignment() {
        String hazard = loop.reportedHazard(CITY_OFFICER, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return DeadlineScene.of(hazard, "HAZARD_ASSIGNMENT");
    }

    private static Payload acknowledge(Map<String, ?> input) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "acknowledgeDeadlineEvent",
                        "AcknowledgeDeadlineEventInput",
                        input,
                        "event { version acknowledgement }");
    }

    private static List<String> deadlines(String deadline, boolean acknowledged) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($filter: DeadlineClockFilter) { viewer { deadlines(filter: $filter) { nodes { id } } } }",
                        Map.of("filter", Map.of("hazardId", hazard(deadline), "acknowledged", acknowledged)))
                .getList("data.viewer.deadlines.nodes.id");
    }

    private static List<String> events(TestCaller caller, String deadline, String status) {
        return LedgerClient.as(caller)
                .query(
                        "query($filter: DeadlineEventFilter) { viewer { deadlineEvents(filter: $filter) { nodes { id } } } }",
                        Map.of("filter", Map.of("hazardId", hazard(deadline), "status", status)))
                .getList("data.viewer.deadlineEvents.nodes.id");
    }

    private static String hazard(String deadline) {
        return LedgerClient.as(CITY_OFFICER)
                .query("query($id: ID!) { deadline(id: $id) { hazard { id } } }", Map.of("id", deadline))
                .getString("data.deadline.hazard.id");
    }
}
