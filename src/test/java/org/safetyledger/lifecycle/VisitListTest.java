package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** Lists of visits by whose they are and by their kind of check. */
@LedgerTest
class VisitListTest {
    private static final String LANKAO = "410225000000";
    private static final LocalDate DAY = LocalDate.now(Times.ZONE).plusDays(3);
    private static final VisitScene VISITS = new VisitScene(TestCaller.LANKAO_ENTERPRISE);

    @Test
    void visitsAreListedByAuthorityAndKindOfCheckAndOnlyThoseThatAreSeen() {
        // Given
        String announced = visit(true);
        String unannounced = visit(false);

        // When
        List<String> ofCounty = listed(OFFICER_LANKAO, LANKAO, "CASE");

        // Then
        assertEquals(List.of(true, true), List.of(ofCounty.contains(announced), ofCounty.contains(unannounced)));
        for (Map.Entry<String, String> other :
                Map.of(LANKAO, "SPECIAL", "410221000000", "CASE").entrySet()) {
            List<String> others = listed(OFFICER_LANKAO, other.getKey(), other.getValue());
            assertEquals(List.of(false, false), List.of(others.contains(announced), others.contains(unannounced)));
        }
        assertEquals(false, listed(MANAGER_LANKAO, LANKAO, "CASE").contains(unannounced));
        assertEquals(List.of(), listed(OFFICER_QIXIAN, LANKAO, "CASE"));
    }

    /** A visit to come, of which its target is to know where it is announced. */
    private static String visit(boolean announced) {
        Map<String, Object> plan = new HashMap<>(VISITS.plan(DAY));
        plan.put("announced", announced);
        return VisitScene.planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
    }

    /** Those from that day on; the count tells no more than the page. */
    private static List<String> listed(TestCaller reader, String authority, String checkKind) {
        JsonPath page = LedgerClient.as(reader)
                .query(
                        "query($authority: String, $kind: CheckKind, $day: Date) { inspections(first: 100, filter: {"
                                + " authority: $authority, checkKind: $kind, plannedFrom: $day}) { totalCount nodes { id authority checkKind } } }",
                        Map.of("authority", authority, "kind", checkKind, "day", DAY.toString()));
        List<String> ids = page.getList("data.inspections.nodes.id");
        assertEquals(ids.size(), Math.min(100, page.getInt("data.inspections.totalCount")));
        return ids;
    }
}
