package org.safetyledger.dev;

import java.util.Map;

/** An enterprise tells its workers and their congress of a major hazard, as soon as it knows of it. */
record NotificationScene(Actor manager, String hazard) {
    void tell() {
        String discovered = manager.desk()
                .ask(manager.persona(), "query($id: ID!) { hazard(id: $id) { discoveredAt } }", Map.of("id", hazard))
                .at("/data/hazard/discoveredAt")
                .asText();
        tell("WORKERS", "NOTICE_BOARD", "当班全体人员", discovered);
        tell("WORKERS_CONGRESS", "MEETING", "职工代表大会", discovered);
    }

    private void tell(String audience, String means, String recipients, String at) {
        new Actor(manager.desk(), manager.persona(), manager.story() + " " + audience)
                .does(
                        "recordHazardNotification",
                        "RecordHazardNotificationInput",
                        "hazardNotification",
                        Map.of(
                                "hazardId",
                                hazard,
                                "audience",
                                audience,
                                "means",
                                means,
                                "recipients",
                                recipients,
                                "notifiedAt",
                                at));
    }
}
