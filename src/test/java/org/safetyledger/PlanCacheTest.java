package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/**
 * What was asked before finds its plan again. A native query for one plain value never does: each run of it keeps one more
 * plan under the same hash, until every look into the cache goes through thousands of them.
 */
@LedgerTest
class PlanCacheTest {
    @Inject
    SessionFactory sessions;

    @Test
    void repeatedRequestsPlanNothingAnew() {
        // Given
        loop();

        // When
        long before = sessions.getStatistics().getQueryPlanCacheMissCount();
        loop();

        // Then
        assertEquals(before, sessions.getStatistics().getQueryPlanCacheMissCount());
    }

    /** Both loops, and lists that the engine answers, since nobody else tells who is calling. */
    private static void loop() {
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.complete(hazard);
        loop.conduct(
                TestCaller.OFFICER_LANKAO,
                loop.plannedInspection(TestCaller.OFFICER_LANKAO, LocalDate.now(Times.ZONE)));
        LedgerClient.as(TestCaller.CITY_OFFICER)
                .query(
                        "query($id: ID!) { viewer { name } verifyHistory(of: $id) { intact }"
                                + " hazards(first: 3) { totalCount nodes { id rectificationTasks(first: 2) { totalCount } } }"
                                + " enterprises(first: 3) { totalCount nodes { id } } }",
                        Map.of("id", hazard));
    }
}
