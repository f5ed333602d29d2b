package org.safetyledger.testing;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient.Payload;

/** What the manager of Lankao's demo enterprise tells of its hazards. */
public final class HazardNotificationScene {
    private HazardNotificationScene() {}

    /** To the workers, on the board, now. */
    public static Map<String, Object> toWorkers(String hazard) {
        return new HashMap<>(Map.of(
                "hazardId", hazard,
                "audience", "WORKERS",
                "means", "NOTICE_BOARD",
                "recipients", "二号仓库全体当班人员",
                "notifiedAt", OffsetDateTime.now(Times.ZONE).toString()));
    }

    public static Map<String, Object> toCongress(String hazard) {
        Map<String, Object> told = toWorkers(hazard);
        told.putAll(Map.of("audience", "WORKERS_CONGRESS", "means", "MEETING", "recipients", "职工代表大会"));
        return told;
    }

    public static Payload told(TestCaller teller, Map<String, Object> told) {
        return LedgerClient.as(teller)
                .mutate(
                        "recordHazardNotification",
                        "RecordHazardNotificationInput",
                        told,
                        "hazardNotification { id status hazard { id } }");
    }

    public static String workersTold(String hazard) {
        return told(TestCaller.MANAGER_LANKAO, toWorkers(hazard)).accepted().text("hazardNotification.id");
    }

    public static Payload withdraw(TestCaller manager, String notification) {
        return LedgerClient.as(manager)
                .mutate(
                        "withdrawHazardNotification",
                        "WithdrawHazardNotificationInput",
                        Map.of("id", notification, "reason", "填错隐患"),
                        "hazardNotification { status withdrawal }");
    }
}
