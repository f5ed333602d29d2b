package org.safetyledger.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.WORKER_QIXIAN;

import io.quarkus.test.TestTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.jurisdiction.Limits;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.RuleScene;
import org.safetyledger.testing.Together;

/** The city decides that a rule has another number. */
@LedgerTest
class RuleChangeTest {
    private static final String RULES = "select count(*) from deadline_rule";

    @Inject
    Deadlines deadlines;

    @Inject
    Limits limits;

    @Inject
    LedgerTables database;

    @Test
    @TestTransaction
    void ruleEndsTheDayBeforeAndTheNextOneHoldsFromItsFirstDay() {
        // Given
        Map<String, Object> input = ofOwnCase();
        LocalDate first = LocalDate.now(Times.ZONE).plusDays(10);

        // When
        Payload began = change(with(input, Map.of("amount", 100))).accepted();
        Payload changed = change(
                        with(input, Map.of("amount", 40, "unit", "WORKING_DAY", "validFrom", first.plusDays(20))))
                .accepted();

        // Then
        String code = began.text("ruleChange.code");
        assertNull(began.get("ruleChange.formerCode"));
        assertEquals(code, changed.text("ruleChange.formerCode"));
        assertEquals(100, changed.<Integer>get("ruleChange.formerAmount"));
        assertEquals("NATURAL_DAY", changed.text("ruleChange.formerUnit"));
        assertEquals(
                List.of(
                        code + "|100|NATURAL_DAY|" + first + "|" + first.plusDays(19),
                        changed.text("ruleChange.code") + "|40|WORKING_DAY|" + first.plusDays(20) + "|null"),
                database.rows(
                        "select code, amount, unit, valid_from, valid_to from deadline_rule where grade = ?"
                                + " and valid_from > current_date order by 4",
                        caseOf(input)));
        assertEquals(code, ruleOn(first.plusDays(19), input));
        assertEquals(changed.text("ruleChange.code"), ruleOn(first.plusDays(20), input));
        assertEquals(
                "关于调整事故评估期限的通知（汴安委办〔2026〕12号）",
                deadlines.from(atNoon(first), RuleScene.SUBJECT, caseOf(input)).source());
    }

    @Test
    @TestTransaction
    void numbersThatAreNoTimeLimitsAreChangedAlike() {
        // Given
        Map<String, Object> input = with(
                ofOwnCase(), Map.of("kind", "LIMIT", "subject", "LOOK_BACK_SHARE", "amount", 35, "unit", "PERCENT"));
        database.change(
                "insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, valid_from, valid_to)"
                        + " values (?, 'LOOK_BACK_SHARE', ?, 1, 'PERCENT', 'test', 'DEFAULT', '2010-01-01', '2010-12-31')",
                caseOf(input),
                caseOf(input));
        LocalDate first = LocalDate.now(Times.ZONE).plusDays(10);

        // When
        change(input).accepted();

        // Then
        assertEquals(35, limits.on(first, "LOOK_BACK_SHARE", caseOf(input)).amount());
        assertEquals(
                "UNIT_DOES_NOT_FIT unit",
                refusal(with(input, Map.of("unit", "COUNT", "validFrom", first.plusDays(1)))));
        assertEquals(
                "VALUE_OUT_OF_RANGE amount",
                refusal(with(input, Map.of("amount", 101, "validFrom", first.plusDays(1)))));
    }

    @ParameterizedTest
    @CsvSource({
        "validFrom, 0, DAY_OUT_OF_RANGE",
        "validFrom, -1, DAY_OUT_OF_RANGE",
        "validFrom, 800, DAY_OUT_OF_RANGE",
        "subject, NO_SUCH_SUBJECT, UNKNOWN_CODE",
        "appliesTo, a case, UNKNOWN_CODE",
        "appliesTo, ANY, UNKNOWN_CODE",
        "appliesTo, NO_SUCH_CASE, UNKNOWN_CODE",
        "amount, 4000, VALUE_OUT_OF_RANGE",
        "unit, PERCENT, UNIT_DOES_NOT_FIT",
        "document, ' ', TEXT_REQUIRED",
        "documentNumber, ' ', TEXT_REQUIRED",
        "reason, ' ', TEXT_REQUIRED",
    })
    void whatIsNotAsItShouldBeIsRefusedAndChangesNothing(String field, String value, String code) {
        // Given
        Object given =
                switch (field) {
                    case "validFrom" -> LocalDate.now(Times.ZONE).plusDays(Long.parseLong(value));
                    case "amount" -> Integer.valueOf(value);
                    default -> value;
                };
        Map<String, Object> input = with(ofOwnCase(), Map.of(field, given));
        String before = database.value(RULES);

        // When
        String refusal = refusal(input);

        // Then
        assertEquals(code + " " + field, refusal);
        assertEquals(before, database.value(RULES));
    }

    @Test
    void validityThatOverlapsALaterRulesIsRefused() {
        // Given
        Map<String, Object> input = ofOwnCase();
        LocalDate first = LocalDate.now(Times.ZONE).plusDays(10);
        change(input).accepted();

        // When
        String earlier = refusal(with(input, Map.of("validFrom", first.minusDays(1))));
        String sameDay = refusal(input);

        // Then
        assertEquals("RULE_OVERLAPS validFrom", earlier);
        assertEquals("RULE_OVERLAPS validFrom", sameDay);
    }

    @Test
    void ofTwoDecisionsAtTheSameMomentOneIsRefused() {
        // Given
        Map<String, Object> input = ofOwnCase();

        // When
        List<List<String>> refusals = Together.act(4, person -> change(input).userErrorCodes());

        // Then
        assertEquals(1, refusals.stream().filter(List::isEmpty).count(), refusals::toString);
        assertEquals(
                3, refusals.stream().filter(List.of("RULE_OVERLAPS")::equals).count(), refusals::toString);
        assertEquals(
                "1",
                database.value(
                        "select count(*) from deadline_rule where grade = ? and valid_to is null", caseOf(input)));
    }

    @Test
    void loadedFilesLeaveAloneWhatADecisionHasEnded() {
        // Given
        Map<String, Object> input = ofOwnCase();
        LocalDate first = LocalDate.now(Times.ZONE).plusDays(10);
        String former = change(input).accepted().text("ruleChange.code");
        change(with(input, Map.of("validFrom", first.plusDays(5)))).accepted();

        // When
        database.change("update deadline_rule set valid_to = null, note = 'loaded' where code = ?", former);

        // Then
        assertEquals(
                first.plusDays(4) + "|loaded",
                database.value("select valid_to, note from deadline_rule where code = ?", former));
    }

    @Test
    void withdrawnDecisionLeavesTheRuleBeforeItAsItWasAndItsDayFree() {
        // Given
        Map<String, Object> input = ofOwnCase();
        LocalDate first = LocalDate.now(Times.ZONE).plusDays(10);
        Payload kept = change(input).accepted();
        Map<String, Object> shorter = with(input, Map.of("amount", 40, "validFrom", first.plusDays(20)));
        String change = change(shorter).accepted().text("ruleChange.id");

        // When
        Payload withdrawn = withdraw(change).accepted();

        // Then
        assertEquals("WITHDRAWN", withdrawn.text("ruleChange.status"));
        assertEquals(
                List.of(kept.text("ruleChange.code") + "|null"),
                database.rows(
                        "select code, valid_to from deadline_rule where grade = ? and valid_from > current_date",
                        caseOf(input)));
        assertEquals(
                List.of("CHANGED", "WITHDRAWN"),
                LedgerClient.as(WORKER_QIXIAN)
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", change))
                        .getList("data.history.nodes.action"));
        assertEquals(List.of("WRONG_STATE"), withdraw(change).userErrorCodes());
        change(shorter).accepted();
    }

    @Test
    void decisionThatHoldsOrThatAnotherBuildsOnIsNotWithdrawn() {
        // Given
        Map<String, Object> input = ofOwnCase();
        LocalDate first = LocalDate.now(Times.ZONE).plusDays(10);
        String change = change(input).accepted().text("ruleChange.id");
        String later = change(with(input, Map.of("validFrom", first.plusDays(1))))
                .accepted()
                .text("ruleChange.id");

        // When
        List<String> builtOn = withdraw(change).userErrorCodes();
        String foretold = LedgerClient.as(CITY_LEADER)
                .query(
                        "query($id: ID!) { ruleChange(id: $id) { availableActions { action code } } }",
                        Map.of("id", change))
                .getString("data.ruleChange.availableActions[0].code");
        withdraw(later).accepted();
        database.changePastTriggers(
                "update rule_change set valid_from = current_date - 1 where id = ?",
                NodeId.parse(change).orElseThrow().uuid());
        List<String> holds = withdraw(change).userErrorCodes();

        // Then
        assertEquals(List.of("RULE_CHANGED_AGAIN"), builtOn);
        assertEquals("RULE_CHANGED_AGAIN", foretold);
        assertEquals(List.of("RULE_HOLDS_ALREADY"), holds);
        assertEquals(
                "1",
                database.value(
                        "select count(*) from deadline_rule where grade = ? and valid_to is null", caseOf(input)));
    }

    @Test
    void caseThatTheProgramAsksForIsKnownThoughNoRuleOfItsOwnIsLoaded() {
        // Given
        Map<String, Object> input = RuleScene.change(LocalDate.now(Times.ZONE).plusDays(300));
        input.putAll(Map.of("subject", "TASK_ACCEPTANCE", "appliesTo", "MAJOR", "amount", 1, "unit", "WORKING_DAY"));

        // When
        Payload began = change(input).accepted();

        // Then
        assertNull(began.get("ruleChange.formerCode"));
        withdraw(began.text("ruleChange.id")).accepted();
    }

    /** A key sector or a place that begins, or ends, is a case of the rules of its days only. */
    @ParameterizedTest
    @ValueSource(strings = {"SECTOR_TO_COME", "410225990000", "410225990000_KEY"})
    void caseIsOneOfTheDaysOnWhichItsSectorOrPlaceIsThere(String asked) {
        // Given
        LocalDate begins = LocalDate.now(Times.ZONE).plusDays(100);
        LocalDate ends = begins.plusDays(100);
        database.change(
                "insert into key_sector (code, name, valid_from, valid_to) values ('SECTOR_TO_COME', '新兴行业', ?, ?)",
                begins,
                ends);
        database.change(
                "insert into division (code, id, name, level, kind, parent_code, valid_from, valid_to)"
                        + " values ('410225990000', gen_random_uuid(), '新区', 'TOWN', 'FUNCTIONAL_ZONE', '410225000000', ?, ?)",
                begins,
                ends);
        Map<String, Object> input = RuleScene.change(begins);
        input.putAll(Map.of(
                "kind", "LIMIT", "subject", "VISITS_PER_YEAR", "appliesTo", asked, "amount", 3, "unit", "COUNT"));

        // When
        String before;
        String after;
        Payload first;
        try {
            before = refusal(with(input, Map.of("validFrom", begins.minusDays(1))));
            after = refusal(with(input, Map.of("validFrom", ends.plusDays(1))));
            first = change(input);
            withdraw(first.accepted().text("ruleChange.id")).accepted();
        } finally {
            database.change("delete from key_sector where code = 'SECTOR_TO_COME'");
            database.change("delete from division where code = '410225990000'");
        }

        // Then
        assertEquals("UNKNOWN_CODE appliesTo", before);
        assertEquals("UNKNOWN_CODE appliesTo", after);
        assertEquals(List.of(), first.userErrorCodes());
    }

    @Test
    void howOftenADutyIsDueIsChangedByTheSameDecision() {
        // Given
        LocalDate first = LocalDate.now(Times.ZONE).plusDays(300);
        Map<String, Object> input = RuleScene.change(first);
        input.putAll(Map.of("kind", "DUTY", "subject", "PARTY-CHECK", "amount", 1, "unit", "MONTH"));

        // When
        String fifth = refusal(with(input, Map.of("amount", 5)));
        String hours = refusal(with(input, Map.of("unit", "HOUR")));
        String unknown = refusal(with(input, Map.of("subject", "NO-SUCH-DUTY")));
        Payload changed = change(input).accepted();

        // Then
        assertEquals("NOT_A_PERIOD_OF_DUTIES amount", fifth);
        assertEquals("UNIT_DOES_NOT_FIT unit", hours);
        assertEquals("UNKNOWN_CODE subject", unknown);
        assertEquals(3, changed.<Integer>get("ruleChange.formerAmount"));
        assertEquals(
                List.of(
                        "PARTY-CHECK|QUARTERLY|" + first.minusDays(1),
                        changed.text("ruleChange.code") + "|MONTHLY|null"),
                database.rows(
                        "select code, period, valid_to from duty_rule where duty = 'PARTY-CHECK' order by valid_from"));
        withdraw(changed.text("ruleChange.id")).accepted();
        assertEquals(
                List.of("PARTY-CHECK|null"),
                database.rows("select code, valid_to from duty_rule where duty = 'PARTY-CHECK'"));
    }

    @Test
    void whoeverChangedItSeesItAtOnceAndWhatBeganKeepsItsClock() {
        // Given
        Map<String, Object> input = with(
                ofOwnCase(), Map.of("kind", "LIMIT", "subject", "LOOK_BACK_SHARE", "amount", 35, "unit", "PERCENT"));
        database.change(
                "insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, valid_from)"
                        + " values (?, 'LOOK_BACK_SHARE', ?, 1, 'PERCENT', 'test', 'DEFAULT', '2010-01-01')",
                caseOf(input),
                caseOf(input));
        LocalDate day = LocalDate.now(Times.ZONE).plusDays(12);
        String report = PostScene.LANKAO.reported();
        String clock = "select deadline from quick_report where id = '"
                + NodeId.parse(report).orElseThrow().uuid() + "'";
        String before = database.value(clock);
        assertEquals(1, limits.on(day, "LOOK_BACK_SHARE", caseOf(input)).amount());

        // When
        change(input).accepted();
        Map<String, Object> answers = RuleScene.change(LocalDate.now(Times.ZONE).plusDays(1));
        answers.putAll(Map.of("subject", "INTERNAL_REPORT_ANSWER", "amount", 1, "unit", "HOUR"));
        String shortened = change(answers).accepted().text("ruleChange.id");

        // Then
        try {
            assertEquals(35, limits.on(day, "LOOK_BACK_SHARE", caseOf(input)).amount());
            assertEquals(before, database.value(clock));
            assertEquals(
                    "INTERNAL_REPORT_ANSWER_ANY",
                    deadlines.from(Instant.now(), "INTERNAL_REPORT_ANSWER", "").rule());
        } finally {
            withdraw(shortened).accepted();
        }
    }

    @Test
    void rulesThatOverlapAreRefusedWhoeverWritesThem() {
        // When
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> database.change(
                        "insert into limit_rule (code, subject, amount, unit, source, evidence, valid_from)"
                                + " values ('SECOND_CAP', 'VISITS_PER_YEAR', 3, 'COUNT', 'test', 'DEFAULT', '2030-01-01')"));

        // Then
        assertTrue(String.valueOf(refused.getMessage()).contains("VISITS_PER_YEAR_ANY"), refused::getMessage);
    }

    @Test
    void everybodyInTheCityReadsWhoDecidedItAndWhy() {
        // Given
        String change = change(ofOwnCase()).accepted().text("ruleChange.id");

        // When
        var read = LedgerClient.as(WORKER_QIXIAN)
                .query(
                        "query($id: ID!) { ruleChange(id: $id) { reason documentNumber jurisdiction { code } }"
                                + " history(of: $id) { nodes { action } } }",
                        Map.of("id", change));

        // Then
        assertEquals("上级要求缩短评估期限", read.getString("data.ruleChange.reason"));
        assertEquals("410200000000", read.getString("data.ruleChange.jurisdiction.code"));
        assertEquals(List.of("CHANGED"), read.getList("data.history.nodes.action"));
    }

    /** Of a case that no other test knows, whose only rule ended long ago, from the tenth day on. */
    private static Map<String, Object> ofOwnCase() {
        return RuleScene.ofOwnCase(LocalDate.now(Times.ZONE).plusDays(10));
    }

    private static String caseOf(Map<String, Object> input) {
        return Objects.requireNonNull(input.get("appliesTo")).toString();
    }

    private static Map<String, Object> with(Map<String, Object> input, Map<String, ?> others) {
        Map<String, Object> changed = new HashMap<>(input);
        others.forEach((field, value) -> changed.put(field, value instanceof LocalDate day ? day.toString() : value));
        return changed;
    }

    private static Payload change(Map<String, Object> input) {
        return LedgerClient.as(CITY_LEADER)
                .mutate(
                        "changeRule",
                        "ChangeRuleInput",
                        input,
                        "ruleChange { id code formerCode formerAmount formerUnit }");
    }

    private static Payload withdraw(String change) {
        return LedgerClient.as(CITY_LEADER)
                .mutate(
                        "withdrawRuleChange",
                        "WithdrawRuleChangeInput",
                        Map.of("id", change, "reason", "另行研究"),
                        "ruleChange { status }");
    }

    private static String refusal(Map<String, Object> input) {
        Payload payload = change(input);
        String code = String.join(",", payload.userErrorCodes());
        List<String> path = payload.get("userErrors[0].path");
        return code + " " + (path == null ? "-" : path.getLast());
    }

    private String ruleOn(LocalDate day, Map<String, Object> input) {
        return deadlines.from(atNoon(day), RuleScene.SUBJECT, caseOf(input)).rule();
    }

    private static Instant atNoon(LocalDate day) {
        return day.atTime(12, 0).atZone(Times.ZONE).toInstant();
    }
}
