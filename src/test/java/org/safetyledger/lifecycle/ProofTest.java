package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class ProofTest {
    private final Loop loop = new Loop();

    @ParameterizedTest
    @CsvSource({"BEFORE, AFTER", "AFTER, BEFORE", "AFTER, AFTER"})
    void oneContentProvesOneThingOfAHazardAndItsTasks(String ofHazard, String ofTask) {
        // Given
        String hazard = confirmed();
        String task = startedTask(hazard);
        byte[] photo = Loop.photo();
        loop.send(MANAGER_LANKAO, hazard, ofHazard, photo).then().statusCode(201);

        // When
        Response again = loop.send(MANAGER_LANKAO, task, ofTask, photo);
        Response elsewhere = loop.send(MANAGER_LANKAO, confirmed(), ofTask, photo);

        // Then
        assertRefused("EVIDENCE_REUSED", again);
        assertEquals(201, elsewhere.statusCode());
    }

    @Test
    void officersPhotoDoesNotProveTheEnterprisesFix() {
        // Given
        String task = startedTask(confirmed());
        loop.upload(OFFICER_LANKAO, task, "AFTER");

        // When
        Payload byOfficer = submit(task);
        loop.upload(WORKER_LANKAO, task, "AFTER");
        Payload byEnterprise = submit(task);

        // Then
        assertEquals(List.of("ENTERPRISE_EVIDENCE_REQUIRED"), byOfficer.userErrorCodes());
        assertEquals("SUBMITTED", byEnterprise.accepted().text("rectificationTask.status"));
    }

    @Test
    void enterprisesPhotosDoNotProveAFixBeforeAnOfficer() {
        // Given
        String hazard = confirmed();
        loop.upload(MANAGER_LANKAO, hazard, "BEFORE");
        loop.upload(MANAGER_LANKAO, hazard, "AFTER");

        // When
        Payload byEnterprise = fix(hazard);
        loop.upload(OFFICER_LANKAO, hazard, "AFTER");
        Payload byOfficer = fix(hazard);

        // Then
        assertEquals(List.of("AUTHORITY_EVIDENCE_REQUIRED"), byEnterprise.userErrorCodes());
        assertEquals("FIXED_ON_SITE", byOfficer.accepted().text("hazard.status"));
    }

    @Test
    void returnedTaskIsSubmittedAgainOnlyWithANewPhoto() {
        // Given
        String task = startedTask(confirmed());
        byte[] photo = Loop.photo();
        loop.send(MANAGER_LANKAO, task, "AFTER", photo).then().statusCode(201);
        submit(task).accepted();
        loop.giveBack(OFFICER_LANKAO, task);
        start(task);

        // When
        Payload without = submit(task);
        Response again = loop.send(MANAGER_LANKAO, task, "AFTER", photo);
        loop.upload(MANAGER_LANKAO, task, "AFTER");
        Payload with = submit(task);

        // Then
        assertEquals(List.of("NEW_EVIDENCE_REQUIRED"), without.userErrorCodes());
        assertRefused("EVIDENCE_REUSED", again);
        assertEquals("SUBMITTED", with.accepted().text("rectificationTask.status"));
    }

    @Test
    void reopenedHazardIsNotFixedByThePhotosOfItsFirstFix() {
        // Given
        String hazard = confirmed();
        loop.upload(OFFICER_LANKAO, hazard, "BEFORE");
        loop.upload(OFFICER_LANKAO, hazard, "AFTER");
        fix(hazard).accepted();
        loop.close(TestCaller.CITY_OFFICER, hazard);
        because("reopenHazard", hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "cancelRectification",
                        "CancelRectificationInput",
                        Map.of("id", task, "reason", "改为当场整改"),
                        "rectificationTask { id }")
                .accepted();

        // When
        Payload withOldPhotos = fix(hazard);

        // Then
        assertEquals(List.of("NEW_EVIDENCE_REQUIRED"), withOldPhotos.userErrorCodes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEFORE", "AFTER", "OTHER"})
    void nothingIsAddedToTheProofOfWhatIsClosed(String stage) {
        // Given
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(OFFICER_LANKAO, task);
        Response ofPassedTask = loop.send(MANAGER_LANKAO, task, stage, Loop.photo());
        loop.close(OFFICER_LANKAO_2, hazard);

        // When
        Response ofClosedHazard = loop.send(MANAGER_LANKAO, hazard, stage, Loop.photo());

        // Then
        assertRefused("EVIDENCE_AFTER_CLOSURE", ofPassedTask);
        assertRefused("EVIDENCE_AFTER_CLOSURE", ofClosedHazard);
    }

    @Test
    void lookBackPhotosAreOfClosedHazardsAndKeptApart() {
        // Given
        String hazard = confirmed();
        Response before = loop.send(OFFICER_LANKAO, hazard, "LOOK_BACK", Loop.photo());
        loop.upload(OFFICER_LANKAO, hazard, "BEFORE");
        loop.upload(OFFICER_LANKAO, hazard, "AFTER");
        fix(hazard).accepted();
        loop.close(TestCaller.CITY_OFFICER, hazard);

        // When
        String photo = loop.upload(OFFICER_LANKAO, hazard, "LOOK_BACK");

        // Then
        assertRefused("WRONG_STATE", before);
        assertEquals(
                List.of(photo),
                LedgerClient.as(TestCaller.AUDITOR_CITY)
                        .query(
                                "query($id: ID!) { hazard(id: $id) { evidence(stage: LOOK_BACK) { nodes { id } } } }",
                                Map.of("id", hazard))
                        .getList("data.hazard.evidence.nodes.id"));
    }

    @Test
    void evidenceTellsOnWhoseSideItWasAdded() {
        // Given
        String hazard = confirmed();
        loop.upload(OFFICER_LANKAO, hazard, "OTHER");
        loop.upload(WORKER_LANKAO, hazard, "OTHER");
        loop.upload(TestCaller.INTEGRATION_LANKAO, hazard, "OTHER");

        // When
        List<String> sides = LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query("query($id: ID!) { hazard(id: $id) { evidence { nodes { side } } } }", Map.of("id", hazard))
                .getList("data.hazard.evidence.nodes.side");

        // Then
        assertEquals(List.of("SYSTEM", "ENTERPRISE", "AUTHORITY"), sides);
    }

    private static void assertRefused(String code, Response answer) {
        assertEquals(code, answer.jsonPath().getString("errors[0].extensions.code"), answer::asString);
    }

    private String confirmed() {
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    private String startedTask(String hazard) {
        String task = loop.assign(OFFICER_LANKAO, hazard);
        LedgerClient.as(MANAGER_LANKAO)
                .mutate("acceptRectification", "RectificationInput", Map.of("id", task), "rectificationTask { id }")
                .accepted();
        start(task);
        return task;
    }

    private static void start(String task) {
        LedgerClient.as(MANAGER_LANKAO)
                .mutate("startRectification", "RectificationInput", Map.of("id", task), "rectificationTask { id }")
                .accepted();
    }

    private static Payload submit(String task) {
        return LedgerClient.as(MANAGER_LANKAO)
                .mutate(
                        "submitRectification",
                        "SubmitRectificationInput",
                        Map.of("id", task, "measuresTaken", "已整改"),
                        "rectificationTask { status }");
    }

    private static Payload fix(String hazard) {
        return LedgerClient.as(OFFICER_LANKAO_2)
                .mutate(
                        "fixHazardOnSite",
                        "FixHazardOnSiteInput",
                        Map.of("id", hazard, "measures", "当场清理"),
                        "hazard { status }");
    }

    private static void because(String mutation, String hazard) {
        LedgerClient.as(OFFICER_LANKAO)
                .mutate(mutation, "HazardReasonInput", Map.of("id", hazard, "reason", "回头看发现反弹"), "hazard { id }")
                .accepted();
    }
}
