package org.safetyledger.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.upkeep.OwnClock;

/** On a database of its own, as a new stand has it. */
@LedgerTest
@TestProfile(OwnClock.class)
class DemonstrationTest {
    @Inject
    LedgerTables tables;

    private final ObjectMapper json = new ObjectMapper();
    private final Personas personas = new Personas(json);

    @Test
    void standOpensWithHazardsInEveryStateAndATellingIsNotRepeated() throws Exception {
        // Given
        Demonstration demonstration =
                new Demonstration(new HttpDesk("http://localhost:" + RestAssured.port, this::token, json));

        // When
        demonstration.tell();
        String hazards = tables.value("select count(*) from hazard");
        String inspections = tables.value("select count(*) from inspection");
        demonstration.tell();

        // Then
        assertTrue(Integer.parseInt(hazards) >= 100, hazards);
        assertEquals(
                List.of(
                        "ASSIGNED",
                        "CLOSED",
                        "CONFIRMED",
                        "DUPLICATE",
                        "FIXED_ON_SITE",
                        "RECTIFYING",
                        "REJECTED",
                        "REOPENED",
                        "REPORTED",
                        "REVIEWING",
                        "SUBMITTED"),
                tables.rows("select distinct status from hazard order by 1"));
        assertEquals(
                List.of("GENERAL", "MAJOR"),
                tables.rows("select distinct grade from hazard where grade is not null order by 1"));
        assertTrue(LedgerDatabase.number("select count(*) from evidence where media_type = 'image/jpeg'") >= 100);
        assertEquals(
                List.of("APPROVED", "REQUESTED"),
                tables.rows("select distinct status from deadline_extension order by 1"));
        assertEquals(
                List.of(
                        "ASSIGNED",
                        "CANCELLED",
                        "COMPLETED",
                        "FINDINGS_ISSUED",
                        "IN_PROGRESS",
                        "RECORD_PENDING_SIGNATURE"),
                tables.rows("select distinct status from inspection order by 1"));
        assertEquals(
                List.of("ISSUED 2", "SERVED 2", "SIGNED 2"),
                tables.rows("select status || ' ' || count(*) from paper group by status order by 1"));
        assertEquals(
                List.of("APPROVED 2", "ARCHIVED 2", "DRAFT 2", "ENFORCEMENT 2"),
                tables.rows("select status || ' ' || count(*) from campaign group by status order by 1"));
        assertEquals(hazards, tables.value("select count(*) from hazard"));
        assertEquals(inspections, tables.value("select count(*) from inspection"));
    }

    private String token(String subject) {
        var claims = Jwt.subject(subject).audience("safety-ledger").expiresIn(Duration.ofMinutes(10));
        personas.find(subject).orElseThrow().claims().forEach(claims::claim);
        return claims.issuer("https://server.example.com").sign();
    }
}
