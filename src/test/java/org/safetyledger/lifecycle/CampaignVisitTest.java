package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;

@LedgerTest
class CampaignVisitTest {
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    @Inject
    LedgerTables database;

    @Test
    void visitOfACampaignStartsOnlyInsideItsWindowAndTellsSo() {
        // Given
        String campaign = CampaignScene.LANKAO.approved();
        String visit = CampaignScene.LANKAO.planned(campaign, TODAY).accepted().text("inspection.id");
        begins(campaign, TODAY.plusDays(1));

        // When
        Payload early = start(visit);
        String foretold = ForeseenActions.code(OFFICER_LANKAO, "inspection", visit, "startInspection");
        begins(campaign, TODAY);
        String foretoldInside = ForeseenActions.code(OFFICER_LANKAO, "inspection", visit, "startInspection");
        Payload inside = start(visit);

        // Then
        assertEquals(List.of("CAMPAIGN_WINDOW_CLOSED"), early.userErrorCodes());
        assertEquals("CAMPAIGN_WINDOW_CLOSED", foretold);
        assertNull(foretoldInside);
        assertEquals("IN_PROGRESS", inside.accepted().text("inspection.status"));
    }

    @Test
    void visitOfACampaignDoesNotStartAfterItsLastDay() {
        // Given
        String campaign = CampaignScene.LANKAO.approved();
        String visit = CampaignScene.LANKAO.planned(campaign, TODAY).accepted().text("inspection.id");
        begins(campaign, TODAY.minusDays(2));
        ends(campaign, TODAY.minusDays(1));

        // When
        Payload late = start(visit);
        String foretold = ForeseenActions.code(OFFICER_LANKAO, "inspection", visit, "startInspection");
        ends(campaign, TODAY);

        // Then
        assertEquals(List.of("CAMPAIGN_WINDOW_CLOSED"), late.userErrorCodes());
        assertEquals("CAMPAIGN_WINDOW_CLOSED", foretold);
        assertEquals("IN_PROGRESS", start(visit).accepted().text("inspection.status"));
    }

    private static Payload start(String visit) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("startInspection", "StartInspectionInput", Loop.start(visit), "inspection { status }");
    }

    private void ends(String campaign, LocalDate day) {
        database.change(
                "update campaign set ends_on = cast(? as date) where id = ?",
                day.toString(),
                NodeId.parse(campaign).orElseThrow().uuid());
    }

    /** Moves the window, as if its first day were that one. */
    private void begins(String campaign, LocalDate day) {
        database.change(
                "update campaign set starts_on = cast(? as date) where id = ?",
                day.toString(),
                NodeId.parse(campaign).orElseThrow().uuid());
    }
}
