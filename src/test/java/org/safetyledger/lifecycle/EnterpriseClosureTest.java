package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** What an enterprise finds and mends by itself. */
@LedgerTest
class EnterpriseClosureTest {
    private final Loop loop = new Loop();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void enterpriseClosesTheGeneralHazardThatItFoundWithItsOwnPhotos(boolean confirmed) {
        // Given
        String hazard = reportedBy(MANAGER_LANKAO);
        if (confirmed) {
            loop.confirm(OFFICER_LANKAO, hazard);
        }
        Payload unproven = close(MANAGER_LANKAO, hazard);
        loop.upload(MANAGER_LANKAO, hazard, "BEFORE");
        loop.upload(MANAGER_LANKAO, hazard, "AFTER");

        // When
        String foretold = ForeseenActions.code(MANAGER_LANKAO, "hazard", hazard, "closeHazard");
        Payload closed = close(MANAGER_LANKAO, hazard);

        // Then
        assertEquals(List.of("EVIDENCE_REQUIRED"), unproven.userErrorCodes());
        assertNull(foretold);
        assertEquals("CLOSED", closed.accepted().text("hazard.status"));
        assertEquals(true, closed.get("hazard.selfClosed"));
    }

    @Test
    void officersFindWhatEnterprisesClosedAndReopenIt() {
        // Given
        String hazard = reportedBy(MANAGER_LANKAO);
        loop.upload(MANAGER_LANKAO, hazard, "BEFORE");
        loop.upload(MANAGER_LANKAO, hazard, "AFTER");
        close(MANAGER_LANKAO, hazard).accepted();

        // When
        List<String> found = selfClosed();
        LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "reopenHazard",
                        "HazardReasonInput",
                        Map.of("id", hazard, "reason", "抽查发现未整改"),
                        "hazard { status }")
                .accepted();

        // Then
        assertTrue(found.contains(hazard), found::toString);
        assertTrue(!selfClosed().contains(hazard));
    }

    @Test
    void enterpriseClosesNeitherWhatOthersFoundNorWhatIsMajor() {
        // Given
        String ofOfficer = reportedBy(OFFICER_LANKAO);
        String major = reportedBy(MANAGER_LANKAO);
        loop.confirmMajor(OFFICER_LANKAO, major);
        String assigned = reportedBy(MANAGER_LANKAO);
        loop.confirm(OFFICER_LANKAO, assigned);
        loop.assign(OFFICER_LANKAO, assigned);

        // When
        String foretold = ForeseenActions.code(MANAGER_LANKAO, "hazard", ofOfficer, "closeHazard");

        // Then
        assertEquals("FORBIDDEN", foretold);
        assertEquals(List.of("FORBIDDEN"), close(MANAGER_LANKAO, ofOfficer).errorCodes());
        assertEquals(List.of("FORBIDDEN"), close(MANAGER_LANKAO, major).errorCodes());
        assertEquals(List.of("WRONG_STATE"), close(MANAGER_LANKAO, assigned).userErrorCodes());
    }

    private static List<String> selfClosed() {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("{ hazards(first: 100, filter: {selfClosed: true}, orderBy: REPORTED_AT_DESC)"
                        + " { nodes { id selfClosed } } }")
                .getList("data.hazards.nodes.findAll { it.selfClosed }.id");
    }

    private String reportedBy(TestCaller reporter) {
        return loop.reportedHazard(reporter, TestCaller.LANKAO_ENTERPRISE);
    }

    private static Payload close(TestCaller closer, String hazard) {
        return LedgerClient.as(closer)
                .mutate("closeHazard", "CloseHazardInput", Map.of("id", hazard), "hazard { status selfClosed }");
    }
}
