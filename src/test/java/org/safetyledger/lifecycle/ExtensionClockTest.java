package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class ExtensionClockTest {
    private final Loop loop = new Loop();

    @Inject
    LedgerTables database;

    @Inject
    @CacheName("known-deadline-rules")
    Cache known;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clockThatRanBeforeAnExtensionWasAskedForComesBackWithItsDecision(boolean approved) {
        // Given
        String task = loop.assign(OFFICER_LANKAO, confirmed());
        run(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        Map<String, Object> before = stateDeadline(task);
        ask(task, OffsetDateTime.now().plusDays(33).toString()).accepted();
        Map<String, Object> meanwhile = stateDeadline(task);

        // When
        decide(task, approved).accepted();

        // Then
        assertNotNull(before);
        assertNotEquals(before, meanwhile);
        assertEquals(before, stateDeadline(task));
    }

    @ParameterizedTest
    @CsvSource({
        // Whoever applies in time today is in time, whatever will be asked for tomorrow, and the other way round.
        "EXTENSION_NOTICE, 0, 12, ''",
        "EXTENSION_NOTICE, 12, 0, EXTENSION_TOO_LATE",
        // What the term may be at most was known when it began.
        "EXTENSION_MAXIMUM, 30, 0, ''",
    })
    void ruleThatHoldsFromTomorrowOnMovesNothingOfToday(String subject, int today, int tomorrow, String refused) {
        // Given
        String task = loop.assign(OFFICER_LANKAO, confirmed());
        run(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        Instant due = Instant.now().plus(Duration.ofDays(10));
        database.change(
                "update rectification_task set assigned_at = assigned_at - interval '20 days', due_at = cast(? as timestamptz), deadline = deadline || jsonb_build_object('startedAt',"
                        + " cast(? as text), 'dueAt', cast(? as text)) where id = ?",
                due.toString(),
                Instant.now().minus(Duration.ofDays(20)).toString(),
                due.toString(),
                NodeId.parse(task).orElseThrow().uuid());
        String present = subject + "_GENERAL";
        String amount = database.value("select amount from deadline_rule where code = ?", present);
        LocalDate day = LocalDate.now(Times.ZONE);
        database.change("update deadline_rule set amount = ?, valid_to = ? where code = ?", today, day, present);
        database.change(
                "insert into deadline_rule (code, subject, grade, amount, unit, source, evidence, valid_from)"
                        + " select 'FROM_TOMORROW', subject, grade, ?, unit, source, evidence, ? from deadline_rule where code = ?",
                tomorrow,
                day.plusDays(1),
                present);
        known.invalidateAll().await().indefinitely();

        // When
        List<String> codes;
        try {
            codes = ask(task, Times.text(due.plus(Duration.ofDays(5)))).userErrorCodes();
        } finally {
            database.change("delete from deadline_rule where code = 'FROM_TOMORROW'");
            database.change(
                    "update deadline_rule set amount = ?, valid_to = null where code = ?",
                    Integer.parseInt(amount),
                    present);
            known.invalidateAll().await().indefinitely();
        }

        // Then
        assertEquals(refused.isEmpty() ? List.of() : List.of(refused), codes);
    }

    private String confirmed() {
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    @Test
    void extensionOfAMajorHazardIsAskedForUntilItsLastMoment() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);
        loop.planMajor(MANAGER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        run(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        database.change(
                "update rectification_task set due_at = clock_timestamp() + interval '2 hours',"
                        + " assigned_at = clock_timestamp() - interval '40 days' where id = ?",
                NodeId.parse(task).orElseThrow().uuid());

        // When
        Payload asked = ask(task, OffsetDateTime.now().plusDays(10).toString());

        // Then
        assertEquals("EXTENSION_REQUESTED", asked.accepted().text("rectificationTask.status"));
    }

    @Test
    void whatWasAskedForAMajorHazardIsNotGrantedToOneThatIsGeneralByNow() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);
        loop.planMajor(MANAGER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        run(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        ask(task, OffsetDateTime.now().plusDays(200).toString()).accepted();
        LedgerClient.as(CITY_LEADER)
                .mutate(
                        "lowerHazardGrade",
                        "LowerHazardGradeInput",
                        Map.of("id", hazard, "reason", "经专家复核", "document", "汴安委〔2026〕12号"),
                        "hazard { grade }")
                .accepted();

        // When
        Payload approved = decide(task, true);
        Payload refused = decide(task, false);

        // Then
        assertEquals(List.of("EXTENSION_TOO_LONG"), approved.userErrorCodes());
        assertEquals(List.of("id"), approved.get("userErrors[0].path"));
        assertEquals("ACCEPTED", refused.accepted().text("rectificationTask.status"));
    }

    private static Payload ask(String task, String dueAt) {
        return LedgerClient.as(MANAGER_LANKAO)
                .mutate(
                        "requestExtension",
                        "RequestExtensionInput",
                        Map.of("id", task, "requestedDueAt", dueAt, "reason", "设备到货延迟", "interimMeasures", "停用并隔离"),
                        "rectificationTask { status }");
    }

    private static Payload decide(String task, boolean approved) {
        return LedgerClient.as(COUNTY_LEADER_LANKAO)
                .mutate(
                        "decideExtension",
                        "DecideExtensionInput",
                        Map.of("id", task, "approved", approved, "comment", "按程序办理"),
                        "rectificationTask { status }");
    }

    private static Map<String, Object> stateDeadline(String task) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { rectificationTask(id: $id) { stateDeadline { rule startedAt dueAt } } }",
                        Map.of("id", task))
                .getMap("data.rectificationTask.stateDeadline");
    }

    private static void run(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        LedgerClient.as(caller)
                .mutate(mutation, inputType, input, "rectificationTask { id }")
                .accepted();
    }
}
