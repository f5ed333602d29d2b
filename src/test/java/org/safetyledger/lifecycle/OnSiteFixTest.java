package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class OnSiteFixTest {
    private final Loop loop = new Loop();

    @Test
    void whoeverConfirmedAndFixedOnSiteCannotCloseIt() {
        // Given
        String hazard = loop.reportedHazard(WORKER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        loop.upload(OFFICER_LANKAO, hazard, "BEFORE");
        loop.upload(OFFICER_LANKAO, hazard, "AFTER");
        LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "fixHazardOnSite",
                        "FixHazardOnSiteInput",
                        Map.of("id", hazard, "measures", "当场清理"),
                        "hazard { status }")
                .accepted();

        // When
        String foretold = ForeseenActions.code(OFFICER_LANKAO, "hazard", hazard, "closeHazard");
        Payload byFixer = close(OFFICER_LANKAO, hazard);
        Payload byColleague = close(OFFICER_LANKAO_2, hazard);

        // Then
        assertEquals(List.of("FIXER_CANNOT_CLOSE"), byFixer.userErrorCodes());
        assertEquals("FIXER_CANNOT_CLOSE", foretold);
        assertEquals("CLOSED", byColleague.accepted().text("hazard.status"));
    }

    private static Payload close(TestCaller closer, String hazard) {
        return LedgerClient.as(closer)
                .mutate("closeHazard", "CloseHazardInput", Map.of("id", hazard), "hazard { status }");
    }
}
