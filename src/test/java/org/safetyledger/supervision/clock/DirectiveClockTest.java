package org.safetyledger.supervision.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.DirectiveScene;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.TestCaller;

/** What a conference demands is owed by its day as everything else is (会议交办): on a clock that is driven. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class DirectiveClockTest {
    private static final String DUE = "2026-11-16T23:59:59+08:00";

    private final DrivenClock clock = new DrivenClock("2026-11-02T10:00:00+08:00");

    @Inject
    ClockEngine engine;

    @Inject
    LedgerTables tables;

    @BeforeEach
    void driveTheClock() {
        QuarkusMock.installMockForType(clock, Clock.class);
    }

    @Test
    void unansweredItemIsRemindedOfAndClimbsUntilItsLeadAnswersAndAgainOnceReturned() throws Exception {
        // Given
        String item = item(DirectiveScene.DEPARTMENT);
        assertEquals("RUNNING 0", stand(FIRE_LANKAO, item));

        // When
        runAt("2026-11-14T00:00:00+08:00");
        runAt("2026-11-17T00:00:00+08:00");
        runAt("2026-11-18T00:00:00+08:00");

        // Then
        List<String> late = List.of(
                "1 REMIND RESPONSIBLE null 410225000000 KF-410225-FR 2026-11-13T23:59:59+08:00",
                "2 ESCALATE OFFICER COUNTY 410225000000 null 2026-11-16T23:59:59+08:00",
                "3 ESCALATE LEADER COUNTY 410225000000 null 2026-11-17T23:59:59+08:00");
        assertEquals(late, events(CITY_OFFICER, item));
        assertEquals(late, events(FIRE_LANKAO, item));
        assertEquals(late, events(OFFICER_LANKAO, item));
        assertEquals(List.of(), events(DEPARTMENT_LANKAO, item));
        assertEquals(List.of(), events(OFFICER_QIXIAN, item));

        // And when it is answered, nothing more comes due
        DirectiveScene.respond(FIRE_LANKAO, item, "已完成排查").accepted();
        assertEquals("STOPPED 3", stand(FIRE_LANKAO, item));
        runAt("2026-11-20T00:00:00+08:00");
        assertEquals(late, events(CITY_OFFICER, item));

        // And when the answer is returned, its clock goes on from where it began
        DirectiveScene.decide(
                        DirectiveScene.DEPARTMENT.office(),
                        "returnDirectiveItem",
                        Map.of("id", item, "reason", "缺少排查台账"))
                .accepted();
        runAt("2026-11-24T00:00:00+08:00");
        assertEquals("RUNNING 5", stand(FIRE_LANKAO, item));
        assertEquals(
                "5 ESCALATE LEADER CITY 410200000000 null 2026-11-23T23:59:59+08:00",
                events(CITY_OFFICER, item).getLast());
        assertEquals(
                "1",
                tables.value(
                        "select count(*) from deadline_clock where object_id = ?",
                        NodeId.require(NodeType.DIRECTIVE_ITEM, item, "id")));

        // And it ends with the acceptance
        DirectiveScene.respond(FIRE_LANKAO, item, "已补充台账").accepted();
        DirectiveScene.decide(DirectiveScene.DEPARTMENT.office(), "acceptDirectiveResponse", Map.of("id", item))
                .accepted();
        assertEquals("STOPPED 5", stand(FIRE_LANKAO, item));
    }

    @Test
    void laterDateOfAReturnMovesTheEndOfTheSameClock() throws Exception {
        // Given
        String item = item(DirectiveScene.GOVERNMENT);
        DirectiveScene.respond(COUNTY_LEADER_LANKAO, item, "已完成排查").accepted();

        // When
        DirectiveScene.decide(
                        DirectiveScene.GOVERNMENT.office(),
                        "returnDirectiveItem",
                        Map.of("id", item, "reason", "缺少排查台账", "dueAt", "2026-12-01T23:59:59+08:00"))
                .accepted();
        runAt("2026-11-29T00:00:00+08:00");

        // Then
        assertEquals(
                List.of("1 REMIND RESPONSIBLE null 410225000000 null 2026-11-28T23:59:59+08:00"),
                events(COUNTY_LEADER_LANKAO, item));
        assertEquals("RUNNING 1", stand(CITY_LEADER, item));
    }

    @Test
    void whatACityDepartmentOwesIsBeforeTheCitysOwnOfficersAndNoCountys() throws Exception {
        // Given
        DirectiveScene ofCity =
                new DirectiveScene(TestCaller.OFFICE_CITY, "KF-410200-CON", TestCaller.DEPARTMENT_CITY_CONSTRUCTION);
        String item = item(ofCity);

        // When
        runAt("2026-11-17T00:00:00+08:00");

        // Then
        assertEquals(
                List.of(
                        "1 REMIND RESPONSIBLE null 410200000000 KF-410200-CON 2026-11-13T23:59:59+08:00",
                        "2 ESCALATE OFFICER CITY 410200000000 null 2026-11-16T23:59:59+08:00"),
                events(CITY_OFFICER, item));
        assertEquals(
                "CITY",
                LedgerClient.as(CITY_OFFICER)
                        .query("query($id: ID!) { deadline(id: $id) { level } }", Map.of("id", deadline(item)))
                        .getString("data.deadline.level"));
    }

    @Test
    void addresseesFindWhatIsAddressedToThem() throws Exception {
        // Given
        String item = item(DirectiveScene.DEPARTMENT);
        runAt("2026-11-17T00:00:00+08:00");

        // When
        List<String> ofDepartment = rungs(item, Map.of("addressedDepartment", "KF-410225-FR"));
        List<String> ofCounty = rungs(item, Map.of("addressedDivision", "410225000000", "addressee", "OFFICER"));
        List<String> ofAnotherDepartment = rungs(item, Map.of("addressedDepartment", "KF-410225-EM"));
        List<String> ofAnotherCounty = rungs(item, Map.of("addressedDivision", "410221000000"));

        // Then
        assertEquals(List.of("1"), ofDepartment);
        assertEquals(List.of("2"), ofCounty);
        assertEquals(List.of(), ofAnotherDepartment);
        assertEquals(List.of(), ofAnotherCounty);
    }

    @Test
    void officePressesItsAddresseeWhichDoesNotPressItself() {
        // Given
        String deadline = deadline(item(DirectiveScene.DEPARTMENT));

        // When, Then
        urge(DirectiveScene.DEPARTMENT.office(), deadline).accepted();
        assertEquals(List.of("OWED_BY_YOURSELF"), urge(FIRE_LANKAO, deadline).userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), urge(DEPARTMENT_LANKAO, deadline).errorCodes());
    }

    private String item(DirectiveScene scene) {
        Map<String, Object> demanded = scene.item();
        demanded.put("dueAt", DUE);
        Map<String, Object> content = DirectiveScene.content(List.of(demanded));
        content.put("heldOn", "2026-11-02");
        return DirectiveScene.items(scene.office(), scene.issued(content)).getFirst();
    }

    private void runAt(String time) throws Exception {
        clock.set(time);
        engine.run();
    }

    private String deadline(String item) {
        return NodeId.text(
                NodeType.DEADLINE_CLOCK,
                java.util.UUID.fromString(tables.value(
                        "select id from deadline_clock where object_id = ? and name = 'DIRECTIVE_ITEM'",
                        NodeId.require(NodeType.DIRECTIVE_ITEM, item, "id"))));
    }

    private String stand(TestCaller reader, String item) {
        var read = LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { deadline(id: $id) { status rung subject object } }",
                        Map.of("id", deadline(item)));
        assertEquals("DIRECTIVE_RESPONSE", read.getString("data.deadline.subject"));
        assertEquals(item, read.getString("data.deadline.object"));
        return read.getString("data.deadline.status") + " " + read.getString("data.deadline.rung");
    }

    private static List<Map<String, Object>> read(TestCaller reader, String item, Map<String, Object> filter) {
        return LedgerClient.as(reader)
                .query(
                        "query($filter: DeadlineEventFilter) { deadlineEvents(first: 100, filter: $filter) { nodes { object rung action addressee"
                                + " level addressedDivision addressedDepartment reachedAt } } }",
                        Map.of("filter", filter))
                .<Map<String, Object>>getList("data.deadlineEvents.nodes")
                .reversed()
                .stream()
                .filter(event -> item.equals(event.get("object")))
                .toList();
    }

    private static List<String> events(TestCaller reader, String item) {
        return read(reader, item, Map.of("subject", "DIRECTIVE_RESPONSE")).stream()
                .map(event -> "%s %s %s %s %s %s %s"
                        .formatted(
                                event.get("rung"),
                                event.get("action"),
                                event.get("addressee"),
                                event.get("level"),
                                event.get("addressedDivision"),
                                event.get("addressedDepartment"),
                                event.get("reachedAt")))
                .toList();
    }

    private static List<String> rungs(String item, Map<String, Object> filter) {
        return read(CITY_OFFICER, item, filter).stream()
                .map(event -> Objects.toString(event.get("rung")))
                .toList();
    }

    private static LedgerClient.Payload urge(TestCaller caller, String deadline) {
        return LedgerClient.as(caller)
                .mutate("urge", "UrgeInput", Map.of("id", deadline, "note", "请抓紧答复"), "deadline { id }");
    }
}
