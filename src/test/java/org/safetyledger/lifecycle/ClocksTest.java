package org.safetyledger.lifecycle;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** No clock is set back: not by reviews that fail, not by assigning late, not by a grade. */
@LedgerTest
class ClocksTest {
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    private final Loop loop = new Loop();

    @Inject
    LedgerTables database;

    @Inject
    @CacheName("known-deadline-rules")
    Cache known;

    @Test
    void failingReviewsNeverPushADeadlineBehindTotalAndLongestExtension() {
        // Given a general hazard found 50 days ago, whose extended task ends in 5 days: 30 and 30 days end in 10
        String hazard = confirmed();
        String task = submitted(hazard);
        backdate(hazard, task, 50, 5);
        OffsetDateTime limit = endOf(TODAY.plusDays(10));

        // When
        Payload late = review(task, limit.plusDays(1));
        Payload inTime = review(task, limit);

        // Then
        assertEquals(List.of("DEADLINE_TOO_LATE"), late.userErrorCodes());
        assertTrue(
                late.text("userErrors[0].message").contains(limit.toLocalDate().toString()), late.answer()::prettify);
        inTime.accepted();
        assertEquals(limit, due("rectificationTask", task));
        assertEquals(limit, due("hazard", hazard));
    }

    @Test
    void whenNothingOfTheLongestExtensionIsLeftAFailedReviewLeavesTheTaskOverdue() {
        // Given
        String hazard = confirmed();
        String task = submitted(hazard);
        backdate(hazard, task, 100, -40);

        // When
        Payload withDate = review(task, endOf(TODAY.plusDays(5)));
        Payload without = review(task, null);

        // Then
        assertEquals(List.of("DEADLINE_TOO_LATE"), withDate.userErrorCodes());
        without.accepted();
        assertEquals(endOf(TODAY.minusDays(40)), due("rectificationTask", task));
        assertTrue(look("rectificationTask", task).getBoolean("overdue"));
        assertEquals("RETURNED", look("rectificationTask", task).getString("status"));
    }

    @Test
    void failedReviewWithoutDateIsRefusedWhileADateIsPossible() {
        String task = submitted(confirmed());
        assertEquals(List.of("TEXT_REQUIRED"), review(task, null).userErrorCodes());
    }

    @Test
    void returnedTaskHasAClockForItsNewStart() {
        // Given
        String task = submitted(confirmed());

        // When
        review(task, endOf(TODAY.plusDays(10))).accepted();

        // Then
        assertEquals("RECTIFICATION_START_ANY", look("rectificationTask", task).getString("stateDeadline.rule"));
    }

    @Test
    void hazardWhoseTotalClockEndedIsAssignedByARecordedDecisionAndStaysOverdue() {
        // Given
        String hazard = confirmed();
        backdate(hazard, null, 40, -10);
        OffsetDateTime date = endOf(TODAY.plusDays(12));

        // When
        Payload plain = assign(hazard, null, null);
        Payload withoutReason = assign(hazard, date, null);
        Payload tooLate = assign(hazard, endOf(TODAY.plusDays(31)), "企业停产，整改人员未到位");
        Payload decided = assign(hazard, date, "企业停产，整改人员未到位").accepted();

        // Then
        assertEquals(List.of("TOTAL_CLOCK_ENDED"), plain.userErrorCodes());
        assertEquals(List.of("dueAt"), plain.get("userErrors[0].path"));
        assertEquals(List.of("TOTAL_CLOCK_ENDED"), withoutReason.userErrorCodes());
        assertEquals(List.of("lateReason"), withoutReason.get("userErrors[0].path"));
        assertEquals(List.of("DEADLINE_TOO_LATE"), tooLate.userErrorCodes());
        String task = decided.text("rectificationTask.id");
        assertEquals(date, due("rectificationTask", task));
        assertFalse(look("rectificationTask", task).getBoolean("overdue"));
        assertEquals(endOf(TODAY.minusDays(10)), due("hazard", hazard));
        assertTrue(look("hazard", hazard).getBoolean("overdue"));
        for (String object : List.of(hazard, task)) {
            Map<String, String> told = lastDetails(object);
            assertEquals("企业停产，整改人员未到位", told.get("lateReason"));
            assertEquals(date, OffsetDateTime.parse(told.getOrDefault("dueAt", "")));
            assertEquals(endOf(TODAY.minusDays(10)), OffsetDateTime.parse(told.getOrDefault("overdueSince", "")));
        }

        // When the review of the late task fails
        loop.rectify(MANAGER_LANKAO, task);
        review(task, date).accepted();

        // Then the hazard is as late as before
        assertEquals(endOf(TODAY.minusDays(10)), due("hazard", hazard));
    }

    @Test
    void loweringTheGradeMovesHazardAndTaskTogether() {
        // Given a major hazard that was reopened, and so has the clock of a major one
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        change(
                OFFICER_LANKAO,
                "confirmHazard",
                "ConfirmHazardInput",
                Map.of("id", hazard, "grade", "MAJOR", "clause", Map.of("standard", "FIRE-2025", "clause", "第5章")));
        plan(hazard);
        String first = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, first);
        loop.pass(OFFICER_LANKAO, first);
        loop.close(OFFICER_LANKAO_2, hazard);
        change(OFFICER_LANKAO, "reopenHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "回头看不合格"));
        String task = loop.assign(OFFICER_LANKAO, hazard);
        assertEquals(endOf(TODAY.plusDays(90)), due("rectificationTask", task));

        // When
        change(
                CITY_OFFICER,
                "lowerHazardGrade",
                "LowerHazardGradeInput",
                Map.of("id", hazard, "reason", "判定有误", "document", "汴安委〔2026〕12号"));

        // Then
        assertEquals(endOf(TODAY.plusDays(30)), due("hazard", hazard));
        assertEquals(endOf(TODAY.plusDays(30)), due("rectificationTask", task));
        assertEquals(
                endOf(TODAY.plusDays(30)),
                OffsetDateTime.parse(lastDetails(task).getOrDefault("dueAt", "")));
    }

    @Test
    void extensionMayBeAskedForOnTheLastDayAndIsDecidedInFiveDays() {
        // Given an ordinary task that ends within the hour
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        change(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        Instant soon = Instant.now().plus(Duration.ofMinutes(50)).truncatedTo(ChronoUnit.SECONDS);
        Instant started = endOf(TODAY.minusDays(20)).toInstant();
        move("hazard", hazard, started, soon);
        move("rectification_task", task, started, soon);

        // When
        Payload asked = ask(task, endOf(TODAY.plusDays(7))).accepted();

        // Then
        assertEquals("EXTENSION_REQUESTED", asked.text("rectificationTask.status"));
        assertEquals(
                endOf(TODAY.plusDays(5)), OffsetDateTime.parse(asked.text("rectificationTask.extensions[0].decideBy")));
    }

    @Test
    void noticeOfAnExtensionIsAtMostHalfOfThePeriodThatWasGranted() {
        // Given a local rule of 20 working days, and a task that was given ten days
        database.change(
                "update deadline_rule set amount = 20, unit = 'WORKING_DAY' where code = 'EXTENSION_NOTICE_GENERAL'");
        known.invalidateAll().await().indefinitely();
        try {
            String early = taskOfTenDays(4);
            String late = taskOfTenDays(6);

            // When
            Payload beforeHalf = ask(early, endOf(TODAY.plusDays(20)));
            Payload behindHalf = ask(late, endOf(TODAY.plusDays(20)));

            // Then
            assertEquals(List.of(), beforeHalf.userErrorCodes());
            assertEquals(List.of("EXTENSION_TOO_LATE"), behindHalf.userErrorCodes());
        } finally {
            database.change(
                    "update deadline_rule set amount = 0, unit = 'NATURAL_DAY' where code = 'EXTENSION_NOTICE_GENERAL'");
            known.invalidateAll().await().indefinitely();
        }
    }

    @Test
    void explanationsTellWhoSetADateAndWithinWhichRule() {
        // Given
        String hazard = confirmed();
        String task = assign(hazard, endOf(TODAY.plusDays(10)), null).accepted().text("rectificationTask.id");
        String byRule = explanation("zh-CN", confirmed());
        String set = explanation("zh-CN", hazard);
        String english = explanation("en", hazard);
        change(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        ask(task, endOf(TODAY.plusDays(20))).accepted();
        change(COUNTY_LEADER_LANKAO, "decideExtension", "DecideExtensionInput", Map.of("id", task, "approved", true));

        // Then
        String source = "（县级执法文书惯例：责令限期整改不超过30日）";
        assertTrue(
                byRule.startsWith(endOf(TODAY.plusDays(30)) + " 届满：按规则 RECTIFICATION_TOTAL_GENERAL" + source + "，自 "),
                byRule);
        assertTrue(
                set.startsWith(
                        endOf(TODAY.plusDays(10)) + " 届满：由交办人员指定；其限度为规则 RECTIFICATION_TOTAL_GENERAL" + source + "：自 "),
                set);
        assertTrue(byRule.contains(" 起 30 个自然日"), byRule);
        assertTrue(set.contains(" 起 30 个自然日"), set);
        assertTrue(
                english.startsWith(
                        "Due " + endOf(TODAY.plusDays(10)) + ": set by the officer who assigned the task; the limit"
                                + " is that of rule RECTIFICATION_TOTAL_GENERAL, 30 natural days from "),
                english);
        String extended = explanation("zh-CN", hazard);
        assertTrue(
                extended.startsWith(endOf(TODAY.plusDays(20)) + " 届满：经批准延期；其限度为规则 RECTIFICATION_TOTAL_GENERAL"),
                extended);
    }

    private static String explanation(String language, String hazard) {
        return given().header("Authorization", "Bearer " + CITY_OFFICER.token())
                .header("Accept-Language", language)
                .contentType("application/json")
                .body(Map.of(
                        "query",
                        "query($id: ID!) { hazard(id: $id) { deadline { explanation } } }",
                        "variables",
                        Map.of("id", hazard)))
                .post("/graphql")
                .jsonPath()
                .getString("data.hazard.deadline.explanation");
    }

    private String taskOfTenDays(int assignedDaysAgo) {
        String hazard = confirmed();
        String task = loop.assign(OFFICER_LANKAO, hazard);
        change(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));
        backdate(hazard, task, assignedDaysAgo, 10 - assignedDaysAgo);
        database.change(
                "update rectification_task set assigned_at = ?::timestamptz where id = ?",
                endOf(TODAY.minusDays(assignedDaysAgo)).toString(),
                NodeId.parse(task).orElseThrow().uuid());
        return task;
    }

    private static Payload ask(String task, OffsetDateTime requested) {
        return LedgerClient.as(MANAGER_LANKAO)
                .mutate(
                        "requestExtension",
                        "RequestExtensionInput",
                        Map.of(
                                "id",
                                task,
                                "requestedDueAt",
                                requested.toString(),
                                "reason",
                                "设备到货延迟",
                                "interimMeasures",
                                "停用"),
                        "rectificationTask { status extensions { decideBy } }");
    }

    private String confirmed() {
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    private String submitted(String hazard) {
        String task = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        return task;
    }

    private static void plan(String hazard) {
        Map<String, String> five = Map.of(
                "responsibility", "厂长", "measures", "停用", "funds", "五万元", "deadline", "三十日", "emergencyPlan", "现场处置方案");
        change(
                OFFICER_LANKAO,
                "planHazardRectification",
                "PlanHazardRectificationInput",
                Map.of("id", hazard, "fiveImplementations", five, "interimMeasures", "专人值守"));
    }

    private static Payload review(String task, @Nullable OffsetDateTime newDueAt) {
        Map<String, Object> input = new HashMap<>(Map.of("id", task, "passed", false, "comment", "整改不到位"));
        if (newDueAt != null) {
            input.put("newDueAt", newDueAt.toString());
        }
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("reviewRectification", "ReviewRectificationInput", input, "rectificationTask { id }");
    }

    private static Payload assign(String hazard, @Nullable OffsetDateTime dueAt, @Nullable String lateReason) {
        Map<String, Object> input = new HashMap<>(Map.of("hazardId", hazard, "requirement", "清理通道"));
        if (dueAt != null) {
            input.put("dueAt", dueAt.toString());
        }
        if (lateReason != null) {
            input.put("lateReason", lateReason);
        }
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("assignRectification", "AssignRectificationInput", input, "rectificationTask { id }");
    }

    private static void change(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        LedgerClient.as(caller).mutate(mutation, inputType, input, "__typename").accepted();
    }

    /** Moves the clocks as if the hazard had been found so many days ago and ended in so many days, or before today. */
    private void backdate(String hazard, @Nullable String task, int startedDaysAgo, int dueInDays) {
        Instant started = endOf(TODAY.minusDays(startedDaysAgo)).toInstant();
        Instant due = endOf(TODAY.plusDays(dueInDays)).toInstant();
        move("hazard", hazard, started, due);
        if (task != null) {
            move("rectification_task", task, started, due);
        }
    }

    private void move(String table, String id, Instant started, Instant due) {
        UUID uuid = NodeId.parse(id).orElseThrow().uuid();
        database.change(
                "update " + table + " set due_at = ?::timestamptz, deadline = deadline || jsonb_build_object("
                        + "'startedAt', ?::text, 'dueAt', ?::text) where id = ?",
                due.toString(),
                started.toString(),
                due.toString(),
                uuid);
    }

    private static OffsetDateTime due(String field, String id) {
        return OffsetDateTime.parse(look(field, id).getString("dueAt"));
    }

    private static JsonPath look(String field, String id) {
        JsonPath answer = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { " + field + "(id: $id) { status dueAt overdue stateDeadline { rule } } }",
                        Map.of("id", id));
        answer.setRootPath("data." + field);
        return answer;
    }

    private static Map<String, String> lastDetails(String id) {
        List<Map<String, String>> details = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { history(of: $id, first: 100) { nodes { details { name value } } } }",
                        Map.of("id", id))
                .getList("data.history.nodes[-1].details");
        Map<String, String> named = new HashMap<>();
        details.forEach(detail -> named.put(detail.get("name"), detail.get("value")));
        return named;
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(Times.ZONE).toOffsetDateTime();
    }
}
