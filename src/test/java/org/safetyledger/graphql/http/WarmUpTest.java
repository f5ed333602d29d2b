package org.safetyledger.graphql.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;

@QuarkusTest
class WarmUpTest {
    @Inject
    WarmUp warmUp;

    @Inject
    Rehearsal rehearsal;

    @Test
    void itsRequestsAreAnsweredWithoutErrors() {
        assertTrue(warmUp.succeeds());
    }

    @Test
    void reportIsRehearsedAndLeavesNothing() throws Exception {
        // Given
        String rows = "select (select count(*) from hazard) + (select count(*) from history_entry)"
                + " + (select count(*) from outbox_entry) + (select count(*) from hazard_count_change)"
                + " + (select count(*) from searched_text)";
        long before = LedgerDatabase.number(rows);

        // When
        Rehearsal.Report report = Objects.requireNonNull(rehearsal.report());
        String answer = new String(rehearsal.carryOut(report).json(), StandardCharsets.UTF_8);

        // Then
        assertTrue(answer.contains("\"status\":\"REPORTED\""), answer);
        assertTrue(answer.contains("\"userErrors\":[]"), answer);
        assertEquals(before, LedgerDatabase.number(rows));
    }

    @Test
    void ledgerInWhichNobodyCanReportYetIsReadyAllTheSame() throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            // Given
            statement.execute("update hazard_category set valid_to = valid_from where valid_to is null");
            try {
                // When, Then
                assertTrue(warmUp.succeeds());
            } finally {
                statement.execute("update hazard_category set valid_to = null where valid_to = valid_from");
            }
        }
    }

    @Test
    void readinessTellsOfTheWarmUp() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'Warm-up' }.status", equalTo("UP"));
    }
}
