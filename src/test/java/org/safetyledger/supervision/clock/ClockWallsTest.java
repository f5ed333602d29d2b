package org.safetyledger.supervision.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.AUDITOR_CITY;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.BulletinScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** Each mechanism's deadlines are kept with it, and are seen by whoever sees what they are of. */
@LedgerTest
class ClockWallsTest {
    private final Loop loop = new Loop();

    @Inject
    LedgerTables tables;

    @Test
    void whatAWorkerToldTheEnterpriseIsBetweenTheTwo() {
        // When
        String report = PostScene.LANKAO.reported();

        // Then
        List<String> seen = List.of("INTERNAL_REPORT_ANSWER RUNNING");
        assertEquals(seen, clocks(WORKER_LANKAO, report));
        assertEquals(seen, clocks(MANAGER_LANKAO, report));
        for (TestCaller other :
                List.of(PostScene.OTHER_WORKER, OFFICER_LANKAO, COUNTY_LEADER_LANKAO, CITY_OFFICER, AUDITOR_CITY)) {
            assertEquals(List.of(), clocks(other, report), other.subject());
        }
    }

    @Test
    void unannouncedVisitHasNoDeadlineThatItsTargetCouldSee() {
        // Given
        String visit = loop.plannedInspection(OFFICER_LANKAO, LocalDate.now(Times.ZONE));
        assertEquals(List.of(), clocks(MANAGER_LANKAO, visit));

        // When
        LedgerClient.as(OFFICER_LANKAO)
                .mutate("startInspection", "StartInspectionInput", Loop.start(visit), "inspection { id }")
                .accepted();

        // Then its approval is owed
        assertEquals(List.of("INSPECTION_APPROVAL RUNNING"), clocks(COUNTY_LEADER_LANKAO, visit));
        assertEquals(List.of("INSPECTION_APPROVAL RUNNING"), clocks(MANAGER_LANKAO, visit));
        assertEquals(List.of(), clocks(OFFICER_QIXIAN, visit));
    }

    @Test
    void addresseeOfABulletinSeesItsOwnReceiptOnly() {
        // Given
        BulletinScene.LANKAO.published(List.of("KF-410225-EM", "KF-410225-FR"), false);

        // When
        String delivery = BulletinScene.LANKAO.delivery("KF-410225-EM");

        // Then
        List<String> seen = List.of("BULLETIN_RECEIPT RUNNING");
        assertEquals(seen, clocks(DEPARTMENT_LANKAO, delivery));
        assertEquals(seen, clocks(OFFICER_LANKAO, delivery));
        assertEquals(List.of(), clocks(FIRE_LANKAO, delivery));
        assertEquals(List.of(), clocks(OFFICER_QIXIAN, delivery));
    }

    @Test
    void problemOfSupervisionIsOwedByItsAddressee() {
        // When
        String item = SupervisionScene.TOWN.issued();

        // Then
        List<String> seen = List.of("SUPERVISION_ITEM RUNNING");
        assertEquals(seen, clocks(TOWN_OFFICER_LANKAO, item));
        assertEquals(seen, clocks(CITY_OFFICER, item));
        assertEquals(List.of(), clocks(FIRE_LANKAO, item));
        assertEquals(List.of(), clocks(MANAGER_LANKAO, item));
    }

    @Test
    void paperIsOwedFromItsServiceOn() {
        // Given
        String issued = PaperScene.LANKAO.issued(PaperScene.LANKAO.notice());
        String served = PaperScene.LANKAO.served(PaperScene.LANKAO.notice());

        // When, Then
        assertEquals(List.of(), clocks(OFFICER_LANKAO, issued));
        assertEquals(List.of("PAPER_RECEIPT RUNNING"), clocks(MANAGER_LANKAO, served));
        LedgerClient.as(MANAGER_LANKAO)
                .mutate("signPaperReceipt", "SignPaperReceiptInput", Map.of("id", served), "paper { id }")
                .accepted();
        assertEquals(List.of("PAPER_RECEIPT STOPPED"), clocks(MANAGER_LANKAO, served));
    }

    @Test
    void instructionIsOwedUntilARecheckSpeaksOfIt() {
        // Given
        String visit = PaperScene.LANKAO.visit();
        String instruction = PaperScene.LANKAO.served(PaperScene.LANKAO.instruction(visit));
        assertEquals(
                List.of("PAPER_INSTRUCTION RUNNING", "PAPER_RECEIPT RUNNING"), clocks(OFFICER_LANKAO, instruction));

        // When
        PaperScene.LANKAO.issued(PaperScene.LANKAO.recheck(PaperScene.LANKAO.visit(), instruction, "DONE", "DONE"));

        // Then
        assertEquals(
                List.of("PAPER_INSTRUCTION STOPPED", "PAPER_RECEIPT RUNNING"), clocks(OFFICER_LANKAO, instruction));
    }

    @Test
    void transferIsOwedByItsReceiverAndChangesNoClockOfTheHazard() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        String before = String.join(";", tables.rows(CLOCKS_OF, uuid(hazard)));

        // When
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE);

        // Then
        assertEquals(List.of("TRANSFER_ANSWER RUNNING"), clocks(FIRE_LANKAO, transfer));
        assertEquals(List.of(), clocks(MANAGER_LANKAO, transfer));
        TransferScene.accept(FIRE_LANKAO, transfer).accepted();
        assertEquals(List.of("TRANSFER_ANSWER STOPPED"), clocks(FIRE_LANKAO, transfer));
        assertEquals(before, String.join(";", tables.rows(CLOCKS_OF, uuid(hazard))));
    }

    private static final String CLOCKS_OF =
            "select name, subject, started_at, due_at, stopped_at from deadline_clock where object_id = ?::uuid order by 1, 3";

    /** The clocks of an object that somebody sees, by subject. */
    private List<String> clocks(TestCaller reader, String object) {
        return tables
                .rows(
                        "select id from deadline_clock where object_id = ?::uuid and object_type = ? order by subject",
                        uuid(object),
                        NodeId.parse(object).orElseThrow().type().name())
                .stream()
                .map(id -> NodeId.text(NodeType.DEADLINE_CLOCK, java.util.UUID.fromString(id)))
                .map(id -> LedgerClient.as(reader)
                        .query("query($id: ID!) { deadline(id: $id) { subject status } }", Map.of("id", id)))
                .filter(answer -> Objects.nonNull(answer.get("data.deadline")))
                .map(answer ->
                        answer.getString("data.deadline.subject") + " " + answer.getString("data.deadline.status"))
                .toList();
    }

    private static String uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid().toString();
    }
}
