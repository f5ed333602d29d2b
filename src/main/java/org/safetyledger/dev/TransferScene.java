package org.safetyledger.dev;

import java.util.HashMap;
import java.util.Map;

/** One hazard of a county that is handed to the government of another. */
record TransferScene(
        Desk desk, Demonstration.County county, Demonstration.County other, String enterprise, TransferStory story) {

    void tell() {
        String hazard = sender(0)
                .onHazard(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of("enterpriseId", enterprise, "title", story.title(), "category", "ELECTRICAL_SAFETY"));
        if (story == TransferStory.CRIME) {
            deliver(send(hazard, 1));
            return;
        }
        if (story == TransferStory.ARBITRATION) {
            reject(send(hazard, 1), 1);
            reject(send(hazard, 2), 2);
        }
        String transfer = send(hazard, 3);
        if (story == TransferStory.ACCEPTED || story == TransferStory.JOINT) {
            receiver().does("acceptTransfer", "AcceptTransferInput", "transfer", Map.of("id", transfer));
        } else if (story == TransferStory.REJECTED) {
            reject(transfer, 3);
        }
    }

    private String send(String hazard, int time) {
        Map<String, Object> order = new HashMap<>(Map.of(
                "hazardId", hazard,
                "kind", story == TransferStory.JOINT ? "JOINT" : "ORDINARY",
                "to", other.code(),
                "basis", "安全生产法第六十九条",
                "reason", "隐患部位位于对方辖区",
                "materials", "现场照片、检查记录各一份",
                "contact", "值班室 0371-00000000"));
        if (story == TransferStory.CRIME) {
            order.putAll(Map.of(
                    "kind", "CRIME",
                    "to", "KF-" + county.code().substring(0, 6) + "-PS",
                    "basis", "行政执法机关移送涉嫌犯罪案件的规定",
                    "reason", "涉嫌危险作业罪",
                    "suspectedAt", reportedAt(hazard)));
        }
        return sender(time).does("transferHazard", "TransferHazardInput", "transfer", order);
    }

    /** The suspicion arose with the report, so that a repeat says the same. */
    private String reportedAt(String hazard) {
        return desk.ask(
                        county.person("county-officer"),
                        "query($id: ID!) { hazard(id: $id) { reportedAt } }",
                        Map.of("id", hazard))
                .at("/data/hazard/reportedAt")
                .asText();
    }

    /** By the decision of the county's leader. */
    private void deliver(String transfer) {
        new Actor(desk, county.person("county-leader"), told())
                .does(
                        "decideCrimeTransfer",
                        "DecideCrimeTransferInput",
                        "transfer",
                        Map.of("id", transfer, "approved", true, "reason", "事实清楚，同意移送"));
        sender(2)
                .does(
                        "deliverCrimeTransfer",
                        "DeliverCrimeTransferInput",
                        "transfer",
                        Map.of("id", transfer, "receipt", "公安机关接收回执第1号"));
    }

    private void reject(String transfer, int time) {
        new Actor(desk, other.person("county-officer"), told() + " " + time)
                .does(
                        "rejectTransfer",
                        "RejectTransferInput",
                        "transfer",
                        Map.of("id", transfer, "reason", "经核实部位不在本县"));
    }

    private Actor sender(int time) {
        return new Actor(desk, county.person("county-officer"), told() + " " + time);
    }

    private Actor receiver() {
        return new Actor(desk, other.person("county-officer"), told());
    }

    private String told() {
        return county.name() + " transfer " + story;
    }
}
