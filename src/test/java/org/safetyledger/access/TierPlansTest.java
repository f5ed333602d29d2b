package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.SentRequest;
import org.safetyledger.testing.TestCaller;

/** A plan is kept for each tier: no statement of a command has the same text for two of them. */
@LedgerTest
@TestProfile(OwnLedger.class)
class TierPlansTest {
    private static final String REPORT =
            "mutation($input: ReportHazardInput!) { reportHazard(input: $input) { hazard { id } userErrors { code } } }";

    @BeforeEach
    void fill() throws Exception {
        LargeLedger.fill();
    }

    @Test
    void statementsOfACommandNameTheTier() {
        // Given
        TestCaller officer = TestCaller.OFFICER_LANKAO;
        String enterprise = LedgerClient.as(officer)
                .query("{ enterprises(first: 1) { nodes { id } } }", Map.of())
                .getString("data.enterprises.nodes[0].id");

        // When
        SentRequest sent = SentRequest.of(
                officer,
                REPORT,
                Map.of("input", Map.of("enterpriseId", enterprise, "title", "通道堵塞", "category", "FIRE_FACILITIES")));

        // Then
        List<String> ofTheMapper = sent.statements().stream()
                .filter(statement -> statement.startsWith("insert into hazard ")
                        || statement.contains("from enterprise ")
                        || statement.contains("from responsibility_assignment"))
                .toList();
        assertTrue(ofTheMapper.size() >= 3, () -> String.join("\n", sent.statements()));
        assertEquals(
                List.of(),
                ofTheMapper.stream()
                        .filter(statement -> !statement.endsWith("/* ledger_county */"))
                        .toList());
    }
}
