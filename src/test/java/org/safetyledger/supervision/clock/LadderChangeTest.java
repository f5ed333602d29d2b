package org.safetyledger.supervision.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.LadderScene.rung;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_QIXIAN;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.DeadlineUnit;
import org.safetyledger.jurisdiction.Deadlines;
import org.safetyledger.testing.LadderScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;

/** The city decides that a ladder has other rungs. */
@LedgerTest
class LadderChangeTest {
    private static final String RUNGS = "select count(*) from escalation_rule";

    private String subject = "";

    @Inject
    Deadlines deadlines;

    @Inject
    LedgerTables tables;

    /** Known by a rule that ended long ago, so that nothing goes by it. */
    @BeforeEach
    void makeALadderOfItsOwn() {
        subject = "LADDER_" + UUID.randomUUID().toString().replace("-", "_").toUpperCase(Locale.ROOT);
        tables.change(
                "insert into escalation_rule (code, subject, rung, amount, unit, action, addressee, source, evidence, valid_from, valid_to)"
                        + " values (?, ?, 1, 0, 'HOUR', 'REMIND', 'RESPONSIBLE', 'test', 'DEFAULT', '2010-01-01', '2010-12-31')",
                subject,
                subject);
    }

    @Test
    void rungsEndTheDayBeforeAndTheNextOnesHoldFromTheirFirstDay() {
        // Given
        LocalDate first = tomorrow().plusDays(9);
        String day = first.toString().replace("-", "");

        // When
        Payload began = LadderScene.send(CITY_LEADER, change(first)).accepted();
        Payload changed = LadderScene.send(
                        CITY_LEADER,
                        LadderScene.change(
                                subject, first.plusDays(20), List.of(rung(-2, "WORKING_DAY", "RESPONSIBLE", null))))
                .accepted();

        // Then
        assertEquals(List.of(), began.get("ladderChange.formerCodes"));
        assertEquals(began.<List<String>>get("ladderChange.codes"), changed.get("ladderChange.formerCodes"));
        assertEquals(
                List.of(
                        "1|-3|NATURAL_DAY|RESPONSIBLE|null|" + first + "|" + first.plusDays(19),
                        "2|0|HOUR|OFFICER|COUNTY|" + first + "|" + first.plusDays(19),
                        "3|3|NATURAL_DAY|LEADER|CITY|" + first + "|" + first.plusDays(19),
                        "1|-2|WORKING_DAY|RESPONSIBLE|null|" + first.plusDays(20) + "|null"),
                tables.rows(
                        "select rung, amount, unit, addressee, level, valid_from, valid_to from escalation_rule where subject = ?"
                                + " and valid_from > '2020-01-01' order by valid_from, rung",
                        subject));
        String code = subject + "-" + day + "-2";
        JsonPath seen = LedgerClient.as(WORKER_QIXIAN)
                .query(
                        "query($subject: String, $id: ID!) { escalationRules(subject: $subject) { nodes { code source note } }"
                                + " ladderChange(id: $id) { changedBy takenUpAt } history(of: $id) { nodes { action } } }",
                        Map.of("subject", subject, "id", began.text("ladderChange.id")));
        assertEquals(
                "关于调整逾期升级规则的通知（汴安委办〔2026〕15号）",
                seen.getString("data.escalationRules.nodes.find { it.code == '" + code + "' }.source"));
        assertEquals("city-leader", seen.getString("data.ladderChange.changedBy"));
        assertEquals(List.of("CHANGED"), seen.getList("data.history.nodes.action"));
    }

    @Test
    void twoRungsOfOneMomentAreRefused() {
        // Given
        List<Map<String, Object>> atTheEnd =
                List.of(rung(0, "HOUR", "OFFICER", "COUNTY"), rung(0, "WORKING_DAY", "LEADER", "COUNTY"));
        List<Map<String, Object>> aDayLater =
                List.of(rung(1, "NATURAL_DAY", "OFFICER", "COUNTY"), rung(24, "HOUR", "LEADER", "COUNTY"));

        // When
        Stream<String> refusals =
                Stream.of(atTheEnd, aDayLater).map(rungs -> refusal(LadderScene.change(subject, tomorrow(), rungs)));

        // Then
        String coincide = "RUNGS_AT_ONE_MOMENT rungs.1.amount";
        assertEquals(List.of(coincide, coincide), refusals.toList());
        assertEquals("0", tables.value(RUNGS + " where subject = ? and valid_from > '2020-01-01'", subject));
    }

    @Test
    void emptyLadderAndOneOfTooManyRungsAreRefused() {
        // Given
        List<Map<String, Object>> tooMany = Stream.iterate(1, n -> n + 1)
                .limit(11)
                .map(n -> rung(n, "NATURAL_DAY", "RESPONSIBLE", null))
                .toList();

        // Then
        assertEquals("VALUE_OUT_OF_RANGE rungs", refusal(LadderScene.change(subject, tomorrow(), List.of())));
        assertEquals("LIST_TOO_LONG rungs", refusal(LadderScene.change(subject, tomorrow(), tooMany)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "366, NATURAL_DAY, RESPONSIBLE, null, VALUE_OUT_OF_RANGE rungs.0.amount",
                "-366, HOUR, RESPONSIBLE, null, VALUE_OUT_OF_RANGE rungs.0.amount",
                "1, NATURAL_DAY, RESPONSIBLE, COUNTY, RUNG_LEVEL_DOES_NOT_FIT rungs.0.level",
                "1, NATURAL_DAY, OFFICER, null, RUNG_LEVEL_DOES_NOT_FIT rungs.0.level",
                "1, NATURAL_DAY, LEADER, TOWN, RUNG_LEVEL_DOES_NOT_FIT rungs.0.level",
            })
    void rungPastItsBoundsIsRefused(int amount, String unit, String addressee, @Nullable String level, String refused) {
        // When
        String refusal =
                refusal(LadderScene.change(subject, tomorrow(), List.of(rung(amount, unit, addressee, level))));

        // Then
        assertEquals(refused, refusal);
    }

    @Test
    void validityThatOverlapsALaterLaddersIsRefused() {
        // Given
        LocalDate first = tomorrow().plusDays(9);
        LadderScene.send(CITY_LEADER, change(first)).accepted();

        // Then
        assertEquals("RULE_OVERLAPS validFrom", refusal(change(first)));
        assertEquals("RULE_OVERLAPS validFrom", refusal(change(first.minusDays(1))));
        assertEquals("DAY_OUT_OF_RANGE validFrom", refusal(change(tomorrow().minusDays(1))));
        assertEquals("DAY_OUT_OF_RANGE validFrom", refusal(change(tomorrow().plusYears(3))));
    }

    @Test
    void ladderOfWhichNoDeadlineAsksIsRefused() {
        assertEquals(
                "UNKNOWN_CODE subject",
                refusal(LadderScene.change(
                        "NO_SUCH_SUBJECT", tomorrow(), List.of(rung(0, "HOUR", "OFFICER", "COUNTY")))));
    }

    @Test
    void onlyTheCitysLeaderDecides() {
        for (var caller : List.of(CITY_OFFICER, COUNTY_LEADER_LANKAO)) {
            assertEquals(
                    List.of("FORBIDDEN"),
                    LadderScene.send(caller, change(tomorrow())).errorCodes());
        }
    }

    @Test
    void loadedFilesLeaveAloneWhatADecisionHasEndedAndNoTwoRungsHoldAtOnePlace() {
        // Given
        LocalDate first = tomorrow().plusDays(9);
        Payload began = LadderScene.send(CITY_LEADER, change(first)).accepted();
        LadderScene.send(CITY_LEADER, change(first.plusDays(20))).accepted();
        String ended = began.text("ladderChange.codes[0]");

        // When
        tables.change("update escalation_rule set valid_to = null where code = ?", ended);

        // Then
        assertEquals(
                first.plusDays(19).toString(),
                tables.value("select valid_to from escalation_rule where code = ?", ended));
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> tables.change(
                        "insert into escalation_rule (code, subject, rung, amount, unit, action, addressee, source, evidence, valid_from)"
                                + " values (?, ?, 1, 9, 'HOUR', 'REMIND', 'RESPONSIBLE', 'test', 'DEFAULT', ?)",
                        subject + "_TWICE",
                        subject,
                        first));
        assertTrue(String.valueOf(refused.getMessage()).contains("would be valid at the same time"));
    }

    @Test
    void withdrawnDecisionLeavesTheLadderAsItWas() {
        // Given
        LocalDate first = tomorrow().plusDays(9);
        Payload began = LadderScene.send(CITY_LEADER, change(first)).accepted();
        Payload later =
                LadderScene.send(CITY_LEADER, change(first.plusDays(20))).accepted();
        String firstId = began.text("ladderChange.id");
        String laterId = later.text("ladderChange.id");

        // When
        List<String> followed = withdraw(firstId).userErrorCodes();
        Payload withdrawn = withdraw(laterId).accepted();

        // Then
        assertEquals(List.of("RULE_CHANGED_AGAIN"), followed);
        assertEquals("WITHDRAWN", withdrawn.text("ladderChange.status"));
        assertEquals(List.of("WRONG_STATE"), withdraw(laterId).userErrorCodes());
        assertEquals(
                List.of("1|" + first + "|null", "2|" + first + "|null", "3|" + first + "|null"),
                tables.rows(
                        "select rung, valid_from, valid_to from escalation_rule where subject = ? and valid_from > '2020-01-01' order by rung",
                        subject));
        LadderScene.send(CITY_LEADER, change(first.plusDays(20))).accepted();
    }

    @Test
    void decisionWhoseDayHasComeIsNotWithdrawn() {
        // Given
        String change =
                LadderScene.send(CITY_LEADER, change(tomorrow())).accepted().text("ladderChange.id");
        tables.change("alter table ladder_change disable trigger stays");
        tables.change(
                "update ladder_change set valid_from = valid_from - 1 where id = ?",
                NodeId.require(NodeType.LADDER_CHANGE, change, "id"));
        tables.change("alter table ladder_change enable trigger stays");

        // Then
        assertEquals(List.of("RULE_HOLDS_ALREADY"), withdraw(change).userErrorCodes());
    }

    @Test
    void clockClimbsTheLadderThatHoldsAtEachRungsMoment() {
        // Given one ladder until 19 November, and one that asks earlier from the 20th on
        Ladder before = ladder("2010-01-01", "2026-11-19", "A", 0, 3, 7);
        Ladder after = ladder("2026-11-20", null, "B", 0, 1, 2, 30);

        // Then a clock that ended long before climbs the old one, and of the new one what comes later than all that it
        // was told
        assertEquals(
                List.of("A1 2026-11-01", "A2 2026-11-04", "A3 2026-11-08", "B4 2026-12-01"),
                climb("2026-11-01", before, after));
        // One in the midst of its way goes on by the new one from its first day on, and nothing falls between the two
        assertEquals(
                List.of("A1 2026-11-18", "B2 2026-11-20", "B3 2026-11-20", "B4 2026-12-18"),
                climb("2026-11-18", before, after));
        // One that ends later has nothing of the old one
        assertEquals(
                List.of("B1 2026-11-25", "B2 2026-11-26", "B3 2026-11-27", "B4 2026-12-25"),
                climb("2026-11-25", before, after));
    }

    private List<String> climb(String end, Ladder... ladders) {
        Instant start = OffsetDateTime.parse("2026-10-01T10:00:00+08:00").toInstant();
        Instant due = OffsetDateTime.parse(end + "T23:59:59+08:00").toInstant();
        return Climb.of(start, due, List.of(ladders), deadlines).steps().stream()
                .map(step -> step.rung().rule() + " " + Times.day(step.at()))
                .toList();
    }

    private static Ladder ladder(String from, @Nullable String to, String name, int... days) {
        List<Rung> rungs = Stream.iterate(0, n -> n + 1)
                .limit(days.length)
                .map(n -> new Rung(
                        name + (n + 1),
                        n + 1,
                        days[n],
                        DeadlineUnit.NATURAL_DAY,
                        EscalationAction.REMIND,
                        Addressee.RESPONSIBLE,
                        null))
                .toList();
        return new Ladder(LocalDate.parse(from), to == null ? null : LocalDate.parse(to), rungs);
    }

    private Map<String, Object> change(LocalDate validFrom) {
        Map<String, Object> input = new HashMap<>(LadderScene.change());
        input.putAll(Map.of("subject", subject, "validFrom", validFrom.toString()));
        return Collections.unmodifiableMap(input);
    }

    private static Payload withdraw(String change) {
        return LedgerClient.as(CITY_LEADER)
                .mutate(
                        "withdrawLadderChange",
                        "WithdrawLadderChangeInput",
                        Map.of("id", change, "reason", "尚需征求县区意见"),
                        "ladderChange { status }");
    }

    private static String refusal(Map<String, ?> input) {
        Payload payload = LadderScene.send(CITY_LEADER, input);
        List<Object> path = Objects.requireNonNull(payload.get("userErrors[0].path"));
        return payload.userErrorCodes().getFirst() + " "
                + path.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static LocalDate tomorrow() {
        return LocalDate.now(Times.ZONE).plusDays(1);
    }
}
