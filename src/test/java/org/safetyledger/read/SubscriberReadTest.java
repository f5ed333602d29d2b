package org.safetyledger.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/**
 * What a subscriber selected of an object can be read when the object changes: on a thread that serves no request, again
 * and again, in the subscriber's own scope.
 */
@LedgerTest
class SubscriberReadTest {
    private static final String SELECTED = "query Changed($id: ID!) { object: node(id: $id) { ... on Hazard {"
            + " title status enterprise { name } availableActions { action allowed } } } }";

    @Inject
    CompiledReads reads;

    @Inject
    ObjectMapper mapper;

    private final Loop loop = new Loop();

    @Test
    void anObjectIsReadForEachSubscriberInItsScopeOutsideOfAnyRequest() throws Exception {
        // Given
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        Caller ofCounty = officer("county-officer-lankao-2", "410225000000");
        Caller ofAnother = officer("county-officer-qixian", "410221000000");

        // When
        JsonNode reported = event(hazard, ofCounty);
        JsonNode unseen = event(hazard, ofAnother);
        loop.confirm(TestCaller.OFFICER_LANKAO, hazard);
        JsonNode confirmed = event(hazard, ofCounty);

        // Then
        assertEquals("REPORTED", reported.at("/object/status").asText());
        assertEquals("CONFIRMED", confirmed.at("/object/status").asText());
        assertEquals(List.of("confirmHazard"), allowed(reported, "confirmHazard"));
        assertEquals(List.of(), allowed(confirmed, "confirmHazard"));
        assertEquals(mapper.readTree("{\"object\":null}"), unseen);
    }

    private static List<String> allowed(JsonNode event, String action) {
        return event.at("/object/availableActions")
                .valueStream()
                .filter(one -> one.get("allowed").asBoolean())
                .map(one -> one.get("action").asText())
                .filter(action::equals)
                .toList();
    }

    /** On a thread of its own, which knows of no request and no caller. */
    private JsonNode event(String id, Caller subscriber) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            return other.submit(() -> {
                        CompiledReads.Prepared selected =
                                reads.prepare(SELECTED, "Changed", Map.of("id", id), subscriber);
                        return mapper.readTree(
                                reads.answer(selected, subscriber).json());
                    })
                    .get();
        }
    }

    private static Caller officer(String subject, String division) {
        return new Caller(subject, subject, Role.COUNTY_OFFICER, division, null, Powers.NONE, null, Set.of());
    }
}
