package org.safetyledger.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitEditionScene;
import org.safetyledger.testing.VisitScene;

/** What was published of a year's visits stays, whatever is counted later; a correction is an edition of its own. */
@LedgerTest
class VisitEditionTest {
    private static final VisitScene VISITS = new VisitScene(TestCaller.LANKAO_ENTERPRISE);
    private static final int PRESENT = LocalDate.now(Times.ZONE).getYear();

    /** In which no other test makes visits or publishes them. */
    private static final int YEAR = PRESENT - 8;

    private final LedgerTables tables = new LedgerTables();

    @Test
    void publishedFiguresStayAndACorrectionIsAnotherEditionWithItsReason() {
        // Given
        made();
        Payload early = publish("漏统计一次检查");
        Payload first = publish(null).accepted();

        // When
        made();
        Payload again = publish(null);
        Payload corrected = publish("漏统计一次检查").accepted();
        Payload unchanged = publish("再次更正");

        // Then
        String before = first.text("visitEdition.id");
        String after = corrected.text("visitEdition.id");
        assertEquals(List.of("CORRECTION_REASON reason"), refusal(early));
        assertEquals(List.of("CORRECTION_REASON reason"), refusal(again));
        assertEquals(List.of("NOTHING_CHANGED"), unchanged.userErrorCodes());
        JsonPath told = LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($year: Int) { visitEditions(filter: {year: $year}) { nodes { id number reason publishedBy"
                                + " figures { total { enforcement ofCase } authorities { authority figures { enforcement } } } } } }",
                        Map.of("year", YEAR));
        assertEquals(List.of(after, before), told.getList("data.visitEditions.nodes.id"));
        assertEquals(List.of(2, 1), told.getList("data.visitEditions.nodes.number"));
        assertEquals(List.of(2, 1), told.getList("data.visitEditions.nodes.figures.total.enforcement"));
        assertEquals("410225000000", told.getString("data.visitEditions.nodes[1].figures.authorities[0].authority"));
        assertEquals("漏统计一次检查", told.getString("data.visitEditions.nodes[0].reason"));
        assertNull(told.get("data.visitEditions.nodes[1].reason"));
        assertEquals(List.of("PUBLISHED"), history(before));
        assertEquals(List.of("CORRECTED"), history(after));
        assertThrows(
                IllegalStateException.class,
                () -> tables.change(
                        "update visit_edition set publication = 'x' where id = ?::uuid",
                        NodeId.parse(before).orElseThrow().uuid().toString()));
    }

    @Test
    void yearsThatAreOverArePublishedByTheLeadersOfTheirAuthorityForItsArea() {
        // Given
        String edition = VisitEditionScene.published();
        Map<String, Object> town = VisitEditionScene.first(YEAR - 1);
        town.put("jurisdiction", "410225101000");

        // Then
        assertEquals(
                List.of("FORBIDDEN"),
                VisitEditionScene.publish(OFFICER_LANKAO, VisitEditionScene.first(YEAR - 1))
                        .errorCodes());
        assertEquals(
                List.of("OUTSIDE_JURISDICTION jurisdiction"),
                refusal(VisitEditionScene.publish(COUNTY_LEADER_QIXIAN, VisitEditionScene.first(YEAR - 1))));
        assertEquals(
                List.of("NOT_A_COUNTY_OR_CITY jurisdiction"),
                refusal(VisitEditionScene.publish(COUNTY_LEADER_LANKAO, town)));
        for (int year : new int[] {PRESENT, PRESENT - 11}) {
            assertEquals(
                    List.of("VALUE_OUT_OF_RANGE year"),
                    refusal(VisitEditionScene.publish(COUNTY_LEADER_LANKAO, VisitEditionScene.first(year))));
        }
        for (TestCaller elsewhere : List.of(OFFICER_QIXIAN, MANAGER_QIXIAN)) {
            assertNull(read(elsewhere, edition));
        }
    }

    @Test
    void authoritiesBelowAndEnterprisesReadWhatIsPublishedAbove() {
        // Given
        Map<String, Object> ofTheCity = VisitEditionScene.first(YEAR - 1);
        ofTheCity.put("jurisdiction", "410200000000");

        // When
        String edition =
                VisitEditionScene.publish(CITY_LEADER, ofTheCity).accepted().text("visitEdition.id");

        // Then
        for (TestCaller reader : List.of(OFFICER_QIXIAN, TOWN_OFFICER_LANKAO, DEPARTMENT_LANKAO, MANAGER_QIXIAN)) {
            assertEquals(edition, read(reader, edition), reader::subject);
        }
    }

    private static @Nullable String read(TestCaller reader, String edition) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { visitEdition(id: $id) { id } }", Map.of("id", edition))
                .getString("data.visitEdition.id");
    }

    /** A visit that was made in that year. */
    private void made() {
        tables.change(
                "update inspection set planned_on = ?::date, started_at = now(), status = 'COMPLETED' where id = ?::uuid",
                YEAR + "-06-01",
                NodeId.parse(VISITS.pending()).orElseThrow().uuid().toString());
    }

    private static Payload publish(@Nullable String reason) {
        Map<String, Object> input = VisitEditionScene.first(YEAR);
        if (reason != null) {
            input.put("reason", reason);
        }
        return VisitEditionScene.publish(COUNTY_LEADER_LANKAO, input);
    }

    private static List<String> refusal(Payload refused) {
        return List.of(refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')"));
    }

    private static List<String> history(String edition) {
        return LedgerClient.as(MANAGER_LANKAO)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", edition))
                .getList("data.history.nodes.action");
    }
}
