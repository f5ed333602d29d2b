package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class CampaignVisitTest {
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    private final Loop loop = new Loop();

    @Inject
    LedgerTables database;

    @Test
    void visitOfACampaignStartsOnlyInsideItsWindowAndTellsSo() {
        // Given
        String campaign = campaign(TODAY.plusDays(1));
        String visit = visit(campaign, TODAY.plusDays(1));

        // When
        Payload early = start(visit);
        String foretold = ForeseenActions.code(OFFICER_LANKAO, "inspection", visit, "startInspection");
        open(campaign);
        String foretoldInside = ForeseenActions.code(OFFICER_LANKAO, "inspection", visit, "startInspection");
        Payload inside = start(visit);

        // Then
        assertEquals(List.of("CAMPAIGN_WINDOW_CLOSED"), early.userErrorCodes());
        assertEquals("CAMPAIGN_WINDOW_CLOSED", foretold);
        assertNull(foretoldInside);
        assertEquals("IN_PROGRESS", inside.accepted().text("inspection.status"));
    }

    private static Payload start(String visit) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("startInspection", "StartInspectionInput", Map.of("id", visit), "inspection { status }");
    }

    private static String campaign(LocalDate start) {
        Map<String, Object> draft = CampaignScene.LANKAO.draft();
        draft.put("startsOn", start.toString());
        return CampaignScene.LANKAO.approved(draft);
    }

    private String visit(String campaign, LocalDate day) {
        String checklist = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($day: Date) { checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                        Map.of("day", day.toString()))
                .getString("data.checklists.nodes[0].id");
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "planInspection",
                        "PlanInspectionInput",
                        Map.of(
                                "kind",
                                "ENFORCEMENT",
                                "enterpriseId",
                                loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                                "campaignId",
                                campaign,
                                "checklistId",
                                checklist,
                                "plannedOn",
                                day.toString(),
                                "officerIds",
                                loop.officers(OFFICER_LANKAO)),
                        "inspection { id }")
                .accepted()
                .text("inspection.id");
    }

    /** Moves the window, as if its first day had come. */
    private void open(String campaign) {
        database.change(
                "update campaign set starts_on = current_date - 1 where id = ?",
                NodeId.parse(campaign).orElseThrow().uuid());
    }
}
