package org.safetyledger.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.DutyScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Whatever several people record and withdraw of one post's duties at once: each duty counts once a day, by its own office. */
@LedgerTest
class DutyPropertyTest {
    private static final int ROUNDS = 12;
    private static final int PEOPLE = 4;
    private static final String LANKAO = "410225000000";
    private static final List<TestCaller> OFFICE = List.of(OFFICER_LANKAO, COUNTY_LEADER_LANKAO);
    private static final List<TestCaller> ACTORS = List.of(
            OFFICER_LANKAO,
            COUNTY_LEADER_LANKAO,
            OFFICER_LANKAO,
            CITY_OFFICER,
            DEPARTMENT_LANKAO,
            OFFICER_QIXIAN,
            MANAGER_LANKAO);
    private static final List<String> DUTIES = List.of("DEPUTY-CHECK", "DEPUTY-MEETING");

    private final LedgerTables tables = new LedgerTables();

    @BeforeEach
    @AfterEach
    void nothingIsPerformed() {
        tables.change("delete from duty_performance where division_code = ?", LANKAO);
    }

    @Test
    void eachDutyCountsOnceADayByItsOwnOffice() {
        long seed = Chance.seed("duties");
        Chance chance = Chance.of(seed, 0);
        String holder = DutyScene.LANKAO.holder();
        int recorded = 0;
        int withdrawn = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            List<String> performances = tables.rows(
                    "select id from duty_performance where division_code = ? order by recorded_at, id", LANKAO);
            List<Step> steps = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                steps.add(step(chance, holder, performances));
            }

            // When
            List<Payload> answers =
                    Together.act(PEOPLE, person -> steps.get(person).take());

            // Then
            String told = "seed " + seed + " round " + round;
            for (int person = 0; person < PEOPLE; person++) {
                Payload answer = answers.get(person);
                Step step = steps.get(person);
                boolean done =
                        answer.errorCodes().isEmpty() && answer.userErrorCodes().isEmpty();
                assertTrue(!done || OFFICE.contains(step.actor()), () -> told + ": " + step);
                assertTrue(
                        List.of("NOT_FOUND", "FORBIDDEN", "BUSY").containsAll(answer.errorCodes())
                                && List.of(
                                                "DUTY_RECORDED_ALREADY",
                                                "NOT_THE_HOLDER_OR_OFFICE",
                                                "REFERENCE_NOT_FOUND",
                                                "WRONG_STATE")
                                        .containsAll(answer.userErrorCodes()),
                        () -> told + ": " + answer.answer().prettify());
                recorded += done && step.mutation().equals("recordDuty") ? 1 : 0;
                withdrawn += done && step.mutation().equals("withdrawDuty") ? 1 : 0;
            }
            assertEquals(
                    List.of(),
                    tables.rows(
                            "select duty_code, performed_on from duty_performance where division_code = ? and status = 'RECORDED'"
                                    + " group by 1, 2 having count(*) > 1",
                            LANKAO),
                    told);
            assertEquals(
                    recorded + "|" + withdrawn,
                    tables.value(
                            "select count(*), count(*) filter (where status = 'WITHDRAWN') from duty_performance"
                                    + " where division_code = ?",
                            LANKAO),
                    told);
            assertEquals(
                    String.valueOf(recorded + withdrawn),
                    tables.value(
                            "select count(*) from history_entry h join duty_performance p on p.id = h.object_id"
                                    + " where h.object_type = 'DUTY_PERFORMANCE' and p.division_code = ?",
                            LANKAO),
                    told);
        }
        assertTrue(recorded > 3, "Too little happened with seed " + seed);
    }

    private record Step(TestCaller actor, String mutation, String type, Map<String, Object> input) {
        Payload take() {
            return LedgerClient.as(actor).mutate(mutation, type, input, "dutyPerformance { id }");
        }
    }

    private static Step step(Chance chance, String holder, List<String> performances) {
        TestCaller actor = chance.oneOf(ACTORS);
        if (!performances.isEmpty() && chance.percent(40)) {
            String id = NodeId.text(NodeType.DUTY_PERFORMANCE, UUID.fromString(chance.oneOf(performances)));
            return new Step(actor, "withdrawDuty", "WithdrawDutyInput", Map.of("id", id, "reason", "填写有误"));
        }
        return new Step(
                actor,
                "recordDuty",
                "RecordDutyInput",
                new HashMap<>(Map.of(
                        "personId",
                        holder,
                        "duty",
                        chance.oneOf(DUTIES),
                        "performedOn",
                        LocalDate.now(Times.ZONE).minusDays(chance.below(3)).toString(),
                        "document",
                        "检查记录")));
    }
}
