package org.safetyledger.supervision.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.EQUIPMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TransferScene.COMMITTEE_OFFICE;
import static org.safetyledger.testing.TransferScene.EQUIPMENT;
import static org.safetyledger.testing.TransferScene.FIRE;
import static org.safetyledger.testing.TransferScene.QIXIAN;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;
import org.safetyledger.testing.TransferScene;

/** Whatever several authorities do with one hazard at once, in whatever order: one has it, and each clock stays. */
@LedgerTest
class TransferPropertyTest {
    private static final int HAZARDS = 3;
    private static final int ROUNDS = 12;
    private static final int PEOPLE = 5;
    private static final List<TestCaller> ACTORS = List.of(
            OFFICER_LANKAO,
            DEPARTMENT_LANKAO,
            FIRE_LANKAO,
            EQUIPMENT_LANKAO,
            OFFICER_QIXIAN,
            CITY_OFFICER,
            COMMITTEE_OFFICE,
            COUNTY_LEADER_LANKAO);
    private static final List<String> RECEIVERS = List.of(FIRE, EQUIPMENT, QIXIAN, "KF-410225-EM", "410225000000");

    /** Grants that hold now, and those that the transfers should have given. */
    private static final String GRANTED =
            "select coalesce(string_agg(grantee, ',' order by grantee, source_id), '') from object_grant"
                    + " where object_id = '%s' and (ends_at is null or ends_at > now())";

    private static final String DUE =
            "select coalesce(string_agg(who, ',' order by who, id), '') from (select id, case when status = 'ARBITRATED'"
                    + " then coalesce(handler_department, handler_division) else coalesce(to_department, to_division) end who,"
                    + " coalesce(from_department, from_division) sender, status from hazard_transfer where hazard_id = '%s') t"
                    + " where status in ('PENDING', 'ARBITRATION', 'ACCEPTED') or status = 'ARBITRATED' and who <> sender";

    @Test
    void oneTransferAwaitsItsAnswerAndGrantsAreThoseOfItsReceivers() throws SQLException {
        long seed = Chance.seed("transfers");
        int accepted = 0;
        for (int run = 0; run < HAZARDS; run++) {
            // Given
            Chance chance = Chance.of(seed, run);
            String hazard = TransferScene.hazard();
            new Loop().confirm(OFFICER_LANKAO, hazard);
            String clocks =
                    value("select due_at || state_due_at::text || deadline from hazard where id = '%s'", hazard);
            String told = "seed " + seed + " run " + run;

            for (int round = 0; round < ROUNDS; round++) {
                // When
                List<Step> steps = steps(chance, hazard);
                List<Payload> answers =
                        Together.act(PEOPLE, person -> steps.get(person).take());

                // Then
                accepted += (int) answers.stream()
                        .filter(answer -> answer.answer().get("errors") == null
                                && answer.userErrorCodes().isEmpty())
                        .count();
                answers.forEach(answer -> assertTrue(
                        answer.answer().get("errors") == null
                                || List.of("NOT_FOUND", "FORBIDDEN", "BUSY")
                                        .containsAll(answer.answer().getList("errors.extensions.code")),
                        () -> told + ": " + answer.answer().prettify()));
                assertTrue(
                        Integer.parseInt(value(
                                        "select count(*)::text from hazard_transfer where hazard_id = '%s' and status in ('PENDING', 'ARBITRATION')",
                                        hazard))
                                <= 1,
                        told);
                assertEquals(
                        "true",
                        value(
                                "select (coalesce(max(number), 0) = count(*) and bool_and((status in ('ARBITRATION', 'ARBITRATED')) = (number >= 3))"
                                        + " is not false)::text from hazard_transfer where hazard_id = '%s'",
                                hazard),
                        told);
                assertEquals(value(DUE, hazard), value(GRANTED, hazard), told);
                assertEquals(
                        clocks,
                        value("select due_at || state_due_at::text || deadline from hazard where id = '%s'", hazard),
                        told);
            }
        }
        assertTrue(accepted > HAZARDS * 2, "Too little happened with seed " + seed);
    }

    @FunctionalInterface
    private interface Step {
        Payload take();
    }

    private static List<Step> steps(Chance chance, String hazard) throws SQLException {
        String pending = value(
                "select coalesce((select id::text from hazard_transfer where hazard_id = '%s' order by number desc limit 1), '')",
                hazard);
        List<Step> steps = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            TestCaller actor = chance.oneOf(ACTORS);
            String to = chance.oneOf(RECEIVERS);
            int what = pending.isEmpty() ? 0 : chance.below(4);
            String transfer = pending.isEmpty() ? "" : NodeId.text(NodeType.HAZARD_TRANSFER, UUID.fromString(pending));
            steps.add(
                    switch (what) {
                        case 0 -> () -> TransferScene.send(actor, TransferScene.input(hazard, "ORDINARY", to));
                        case 1 -> () -> TransferScene.accept(actor, transfer);
                        case 2 -> () -> TransferScene.reject(actor, transfer);
                        default -> () -> TransferScene.arbitrate(actor, transfer, to);
                    });
        }
        return steps;
    }

    private static String value(String query, String hazard) throws SQLException {
        String id = NodeId.parse(hazard).orElseThrow().uuid().toString();
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            return LedgerDatabase.texts(superuser, query.formatted(id)).getFirst();
        }
    }
}
