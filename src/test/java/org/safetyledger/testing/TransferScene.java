package org.safetyledger.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.LedgerClient.Payload;

/** Hazards of Lankao's demo enterprise on their way from one authority to another. */
public final class TransferScene {
    /** Another trade in the same county, and another county. */
    public static final String FIRE = "KF-410225-FR";

    public static final String EQUIPMENT = "KF-410225-MR";
    public static final String POLICE = "KF-410225-PS";
    public static final String QIXIAN = "410221000000";
    public static final TestCaller COMMITTEE_OFFICE = new TestCaller(
            "committee-officer-lankao",
            "county-officer",
            "410225000000",
            "KF-410225-SCO",
            List.of(),
            List.of(),
            null,
            null);

    private static final Loop LOOP = new Loop();

    /** Of no matter, so that a department of a matter does not see it by itself. */
    public static String hazard() {
        return LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                LOOP.enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                                "title",
                                "配电箱无防护罩 " + UUID.randomUUID(),
                                "category",
                                "ELECTRICAL_SAFETY"),
                        "hazard { id }")
                .accepted()
                .text("hazard.id");
    }

    public static Map<String, Object> input(String hazard, String kind, String to) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "hazardId",
                hazard,
                "kind",
                kind,
                "to",
                to,
                "basis",
                "安全生产法第六十九条",
                "reason",
                "属于其他部门职责",
                "contact",
                "张三 0371-12345678"));
        if (kind.equals("CRIME")) {
            input.put("suspectedAt", Instant.now().minusSeconds(60).toString());
        }
        return input;
    }

    public static Payload send(TestCaller sender, Map<String, Object> input) {
        return LedgerClient.as(sender)
                .mutate("transferHazard", "TransferHazardInput", input, "transfer { id status number }");
    }

    public static String sent(TestCaller sender, String hazard, String kind, String to) {
        return send(sender, input(hazard, kind, to)).accepted().text("transfer.id");
    }

    public static Payload accept(TestCaller receiver, String transfer) {
        return answer(receiver, "acceptTransfer", "AcceptTransferInput", Map.of("id", transfer));
    }

    public static Payload reject(TestCaller receiver, String transfer) {
        return answer(receiver, "rejectTransfer", "RejectTransferInput", Map.of("id", transfer, "reason", "不属于本单位职责"));
    }

    public static Payload arbitrate(TestCaller office, String transfer, String handler) {
        return answer(
                office,
                "arbitrateTransfer",
                "ArbitrateTransferInput",
                Map.of("id", transfer, "handler", handler, "reason", "按职责分工"));
    }

    public static Payload answer(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        return LedgerClient.as(caller).mutate(mutation, inputType, input, "transfer { id status }");
    }

    /** A hazard that was sent twice in vain, so that the third time waits for the office of the safety committee. */
    public static String awaitingArbitration() {
        return awaitingArbitration(LOOP.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE));
    }

    public static String awaitingArbitration(String hazard) {
        for (int times = 0; times < 2; times++) {
            reject(TestCaller.FIRE_LANKAO, sent(TestCaller.OFFICER_LANKAO, hazard, "ORDINARY", FIRE))
                    .accepted();
        }
        return sent(TestCaller.OFFICER_LANKAO, hazard, "ORDINARY", FIRE);
    }

    /** A suspected crime that waits for the decision of the county's leader. */
    public static String proposed(String hazard) {
        return sent(TestCaller.OFFICER_LANKAO, hazard, "CRIME", POLICE);
    }

    public static String approved(String hazard) {
        String transfer = proposed(hazard);
        decide(TestCaller.COUNTY_LEADER_LANKAO, transfer, true).accepted();
        return transfer;
    }

    public static String delivered(String hazard) {
        String transfer = approved(hazard);
        deliver(TestCaller.OFFICER_LANKAO, transfer).accepted();
        return transfer;
    }

    public static Payload decide(TestCaller head, String transfer, boolean approved) {
        return answer(
                head,
                "decideCrimeTransfer",
                "DecideCrimeTransferInput",
                Map.of("id", transfer, "approved", approved, "reason", "涉嫌危险作业罪"));
    }

    public static Payload deliver(TestCaller officer, String transfer) {
        return answer(
                officer,
                "deliverCrimeTransfer",
                "DeliverCrimeTransferInput",
                Map.of("id", transfer, "receipt", "兰公受案字〔2026〕12号"));
    }

    public static Payload reconsider(TestCaller officer, String transfer) {
        return answer(
                officer,
                "reconsiderCrimeTransfer",
                "ReconsiderCrimeTransferInput",
                Map.of("id", transfer, "reason", "已补充鉴定意见"));
    }

    /** Nobody answered until the end of the clock. */
    public static void letTimePass(String transfer) throws SQLException {
        String id = NodeId.parse(transfer).orElseThrow().uuid().toString();
        try (Connection superuser = LedgerDatabase.asSuperuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(true);
            statement.execute(
                    "update hazard_transfer set due_at = now() - interval '1 second' where id = '" + id + "'");
            statement.execute(
                    "update object_grant set acts_from = starts_at where acts_from is not null and source_id = '" + id
                            + "'");
        }
    }

    private TransferScene() {}
}
