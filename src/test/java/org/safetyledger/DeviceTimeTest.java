package org.safetyledger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** Phones work offline, send what was done later, and have clocks that go wrong. */
@LedgerTest
class DeviceTimeTest {
    private static final VisitScene VISITS = new VisitScene(TestCaller.LANKAO_ENTERPRISE);
    private static final LedgerClient OFFICER = LedgerClient.as(TestCaller.OFFICER_LANKAO);

    private final Loop loop = new Loop();

    @Test
    void discoveryByAClockThatIsALittleAheadIsKeptAsItWasSentAndMarked() {
        // Given
        Instant ahead = inMinutes(4);

        // When
        Payload answer = report(ahead).accepted();

        // Then
        assertEquals(Times.text(ahead), answer.text("hazard.discoveredAt"));
        assertEquals("true", answer.text("hazard.deviceClockAhead"));
        assertEquals("false", report(inMinutes(-4)).accepted().text("hazard.deviceClockAhead"));
        JsonPath read = OFFICER.query(
                "query($id: ID!) { hazard(id: $id) { discoveredAt deviceClockAhead } }",
                Map.of("id", answer.text("hazard.id")));
        assertEquals(Times.text(ahead), read.getString("data.hazard.discoveredAt"));
        assertEquals(true, read.getBoolean("data.hazard.deviceClockAhead"));
    }

    @Test
    void discoveryByAClockThatIsFarAheadIsRefusedWithTheTimeOfTheLedger() {
        // When
        Payload answer = report(inMinutes(6));

        // Then
        assertEquals(List.of("TIME_IN_FUTURE"), answer.userErrorCodes());
        assertToldTime(answer.text("userErrors[0].message"));
    }

    private static void assertToldTime(String message) {
        String before = "This lies in the future: it is ";
        assertTrue(message.startsWith(before), message);
        String told = message.substring(before.length(), message.indexOf(' ', before.length()));
        assertTrue(
                Duration.between(OffsetDateTime.parse(told).toInstant(), Instant.now())
                                .abs()
                                .toSeconds()
                        < 60,
                message);
    }

    @Test
    void photoByAClockThatIsAheadIsTakenAndMarkedOrRefused() {
        // Given
        String hazard = report(null).accepted().text("hazard.id");

        // When
        Response near = upload(hazard, inMinutes(4));
        Response far = upload(hazard, inMinutes(6));

        // Then
        assertEquals(201, near.statusCode(), near::asString);
        assertEquals(400, far.statusCode(), far::asString);
        assertEquals("TIME_IN_FUTURE", far.jsonPath().getString("errors[0].extensions.code"));
        assertEquals("capturedAt", far.jsonPath().getString("errors[0].extensions.argument"));
        assertEquals(
                List.of(true),
                OFFICER.query(
                                "query($id: ID!) { hazard(id: $id) { evidence { nodes { deviceClockAhead } } } }",
                                Map.of("id", hazard))
                        .getList("data.hazard.evidence.nodes.deviceClockAhead"));
    }

    @Test
    void visitThatWasPlannedOfflineLastWeekIsTakenAndAnOlderOneRefused() {
        // Given
        LocalDate today = Times.day(Instant.now());

        // When
        Payload yesterday = plan(today.minusDays(1));
        Payload lastWeek = plan(today.minusDays(7));
        Payload before = plan(today.minusDays(8));

        // Then
        assertEquals(today.minusDays(1).toString(), yesterday.accepted().text("inspection.plannedOn"));
        assertEquals(today.minusDays(7).toString(), lastWeek.accepted().text("inspection.plannedOn"));
        assertEquals(List.of("DEADLINE_IN_PAST"), before.userErrorCodes());
        assertEquals(List.of(List.of("plannedOn")), before.get("userErrors.path"));
    }

    @Test
    void visitThatWasConductedOfflineKeepsTheTimesOfTheDeviceBesideTheLedgersOwn() {
        // Given
        String inspection = loop.plannedInspection(TestCaller.OFFICER_LANKAO, Times.day(Instant.now()));
        Instant started = inMinutes(-180);

        // When
        mutate(
                        "startInspection",
                        "StartInspectionInput",
                        Map.of("id", inspection, "startedAt", started.toString(), "noScanReason", "离线"))
                .accepted();
        for (String item : items(inspection)) {
            mutate(
                            "recordFinding",
                            "RecordFindingInput",
                            Map.of(
                                    "id",
                                    newFinding(),
                                    "inspectionId",
                                    inspection,
                                    "itemId",
                                    item,
                                    "result",
                                    "COMPLIANT",
                                    "recordedAt",
                                    inMinutes(-170).toString()))
                    .accepted();
        }
        mutate("finishInspectionRecord", "InspectionInput", Map.of("id", inspection))
                .accepted();
        LedgerClient.as(TestCaller.MANAGER_LANKAO)
                .mutate(
                        "signInspection",
                        "SignInspectionInput",
                        Map.of("id", inspection, "signedAt", inMinutes(3).toString()),
                        "inspection { id }")
                .accepted();

        // Then
        JsonPath read = OFFICER.query(
                "query($id: ID!) { inspection(id: $id) { startedAt deviceStartedAt signedAt deviceSignedAt"
                        + " findings { recordedAt deviceRecordedAt } }"
                        + " history(of: $id) { nodes { action details { name value } } } }",
                Map.of("id", inspection));
        assertEquals(Times.text(started), read.getString("data.inspection.deviceStartedAt"));
        assertTrue(instant(read, "startedAt").isAfter(started.plusSeconds(3600)), read::prettify);
        assertTrue(instant(read, "deviceSignedAt").isAfter(instant(read, "signedAt")), read::prettify);
        assertTrue(
                instant(read, "findings[0].recordedAt").isAfter(instant(read, "findings[0].deviceRecordedAt")),
                read::prettify);
        assertEquals(
                Times.text(started),
                read.getString("data.history.nodes.find { it.action == 'STARTED' }.details"
                        + ".find { it.name == 'deviceTime' }.value"));
        assertEquals(
                "true",
                read.getString("data.history.nodes.find { it.action == 'SIGNED' }.details"
                        + ".find { it.name == 'deviceClockAhead' }.value"));
    }

    @Test
    void visitThatStartsOrIsAnsweredFarInTheFutureIsRefused() {
        // Given
        String inspection = loop.plannedInspection(TestCaller.OFFICER_LANKAO, Times.day(Instant.now()));

        // When
        Payload start = mutate(
                "startInspection",
                "StartInspectionInput",
                Map.of("id", inspection, "startedAt", inMinutes(6).toString()));
        mutate("startInspection", "StartInspectionInput", Loop.start(inspection))
                .accepted();
        Payload finding = mutate(
                "recordFinding",
                "RecordFindingInput",
                Map.of(
                        "inspectionId",
                        inspection,
                        "itemId",
                        items(inspection).getFirst(),
                        "result",
                        "COMPLIANT",
                        "recordedAt",
                        inMinutes(6).toString()));

        // Then
        assertEquals(List.of("TIME_IN_FUTURE"), start.userErrorCodes());
        assertEquals(List.of(List.of("startedAt")), start.get("userErrors.path"));
        assertEquals(List.of("TIME_IN_FUTURE"), finding.userErrorCodes());
        assertEquals(List.of(List.of("recordedAt")), finding.get("userErrors.path"));
    }

    @Test
    void signatureEntryAndServiceFarInTheFutureAreRefusedWithTheTimeOfTheLedger() {
        // Given
        String ahead = inMinutes(6).toString();
        String signed = new Loop().plannedInspection(TestCaller.OFFICER_LANKAO, Times.day(Instant.now()));
        mutate("startInspection", "StartInspectionInput", Loop.start(signed)).accepted();
        for (String item : items(signed)) {
            mutate(
                            "recordFinding",
                            "RecordFindingInput",
                            Map.of("inspectionId", signed, "itemId", item, "result", "COMPLIANT"))
                    .accepted();
        }
        mutate("finishInspectionRecord", "InspectionInput", Map.of("id", signed))
                .accepted();
        String entered = VISITS.approved();
        Map<String, Object> service = PaperScene.service(PaperScene.LANKAO.issued(PaperScene.LANKAO.notice()));
        service.put("servedAt", ahead);

        // When
        Map<String, Payload> refused = Map.of(
                "signedAt",
                LedgerClient.as(TestCaller.MANAGER_LANKAO)
                        .mutate(
                                "signInspection",
                                "SignInspectionInput",
                                Map.of("id", signed, "signedAt", ahead),
                                "inspection { id }"),
                "enteredAt",
                mutate(
                        "confirmInspectionEntry",
                        "ConfirmInspectionEntryInput",
                        Map.of("code", VisitScene.code(entered), "enteredAt", ahead)),
                "servedAt",
                OFFICER.mutate("servePaper", "ServePaperInput", service, "__typename"));

        // Then
        refused.forEach((field, answer) -> {
            assertEquals(List.of("TIME_IN_FUTURE"), answer.userErrorCodes(), field);
            assertEquals(List.of(List.of(field)), answer.get("userErrors.path"), field);
            assertToldTime(answer.text("userErrors[0].message"));
        });
    }

    @Test
    void findingKeepsTheIdThatTheClientMadeAndIsAnsweredOnceByItsRepeats() {
        // Given
        String inspection = loop.plannedInspection(TestCaller.OFFICER_LANKAO, Times.day(Instant.now()));
        mutate("startInspection", "StartInspectionInput", Loop.start(inspection))
                .accepted();
        Map<String, Object> input = new HashMap<>(Map.of(
                "id",
                newFinding(),
                "inspectionId",
                inspection,
                "itemId",
                items(inspection).getFirst(),
                "result",
                "NON_COMPLIANT",
                "note",
                "门敞开"));

        // When
        mutate("recordFinding", "RecordFindingInput", input).accepted();
        mutate("recordFinding", "RecordFindingInput", input).accepted();
        input.put("requestId", UUID.randomUUID().toString());
        mutate("recordFinding", "RecordFindingInput", input).accepted();

        // Then
        assertEquals(List.of(input.get("id")), findings(inspection));
        assertEquals(List.of("PLANNED", "STARTED", "FINDING_RECORDED"), history(inspection));

        // When
        input.put("note", "门敞开，无人值守");
        input.remove("requestId");
        mutate("recordFinding", "RecordFindingInput", input).accepted();
        Object first = input.put("id", newFinding());
        Payload otherId = mutate("recordFinding", "RecordFindingInput", input);
        input.put("id", first);
        input.put("itemId", items(inspection).get(1));
        Payload otherItem = mutate("recordFinding", "RecordFindingInput", input);

        // Then
        assertEquals(List.of("PLANNED", "STARTED", "FINDING_RECORDED", "FINDING_RECORDED"), history(inspection));
        assertEquals(List.of("ITEM_ALREADY_ANSWERED"), otherId.userErrorCodes());
        assertTrue(otherId.text("userErrors[0].message").contains(first.toString()));
        assertEquals(List.of("CLIENT_ID_REUSED"), otherItem.userErrorCodes());
        assertEquals(List.of(first), findings(inspection));
    }

    private Payload report(@Nullable Instant discoveredAt) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "enterpriseId", loop.enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                "title", "配电箱门敞开",
                "category", "FIRE_FACILITIES"));
        if (discoveredAt != null) {
            input.put("discoveredAt", discoveredAt.toString());
        }
        return OFFICER.mutate(
                "reportHazard", "ReportHazardInput", input, "hazard { id discoveredAt deviceClockAhead }");
    }

    private Payload plan(LocalDate day) {
        String checklist = OFFICER.query(
                        "query($day: Date) { checklists(first: 1, validOn: $day) { nodes { id } } }",
                        Map.of("day", day.toString()))
                .getString("data.checklists.nodes[0].id");
        return OFFICER.mutate(
                "planInspection",
                "PlanInspectionInput",
                Map.of(
                        "id", NodeId.text(NodeType.INSPECTION, NodeId.newUuid()),
                        "kind", "ASSISTANCE",
                        "enterpriseId", loop.enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                        "checklistId", checklist,
                        "plannedOn", day.toString()),
                "inspection { id plannedOn }");
    }

    private static Payload mutate(String mutation, String inputType, Map<String, ?> input) {
        return OFFICER.mutate(mutation, inputType, input, "inspection { id }");
    }

    private static Response upload(String hazard, Instant capturedAt) {
        byte[] photo = Loop.photo();
        return given().header("Authorization", "Bearer " + TestCaller.OFFICER_LANKAO.token())
                .contentType("image/jpeg")
                .queryParams("subject", hazard, "stage", "BEFORE", "sha256", Loop.sha256(photo))
                .queryParam("capturedAt", capturedAt.toString())
                .body(photo)
                .post("/evidence");
    }

    private static List<String> items(String inspection) {
        return OFFICER.query(
                        "query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }",
                        Map.of("id", inspection))
                .getList("data.inspection.checklist.items.id");
    }

    private static List<String> findings(String inspection) {
        return OFFICER.query("query($id: ID!) { inspection(id: $id) { findings { id } } }", Map.of("id", inspection))
                .getList("data.inspection.findings.id");
    }

    private static List<String> history(String id) {
        return OFFICER.query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", id))
                .getList("data.history.nodes.action");
    }

    private static String newFinding() {
        return NodeId.text(NodeType.FINDING, NodeId.newUuid());
    }

    private static Instant instant(JsonPath read, String path) {
        return OffsetDateTime.parse(read.getString("data.inspection." + path)).toInstant();
    }

    private static Instant inMinutes(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MICROS);
    }
}
