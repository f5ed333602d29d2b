package org.safetyledger.dev;

import java.util.HashMap;
import java.util.Map;

/** What a county checked of an enterprise without entering it: its cameras, with nothing found, and its papers, which are still looked at. */
record OffSiteScene(Desk desk, Demonstration.County county, String enterprise) {
    void tell() {
        look("VIDEO", "罐区视频与液位报警记录", Map.of("result", "NOTHING_FOUND"));
        look("PAPERS", "特种作业人员证书与培训台账", Map.of());
    }

    private void look(String kind, String at, Map<String, String> outcome) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "enterpriseId",
                enterprise,
                "kind",
                kind,
                "lookedAt",
                at,
                "checkedOn",
                Demonstration.dayIn(0).toString()));
        input.putAll(outcome);
        new Actor(desk, county.person("county-officer"), county.name() + " off-site " + kind)
                .does("recordOffSiteCheck", "RecordOffSiteCheckInput", "offSiteCheck", input);
    }
}
