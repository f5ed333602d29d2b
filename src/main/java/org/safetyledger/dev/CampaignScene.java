package org.safetyledger.dev;

import java.util.List;
import java.util.Map;

/** One campaign of a county. */
record CampaignScene(Desk desk, Demonstration.County county, CampaignStory story) {
    void tell() {
        String campaign = officer()
                .does(
                        "createCampaign",
                        "CreateCampaignInput",
                        "campaign",
                        Map.of(
                                "title", story.title(),
                                "kind", "KEY_PERIOD",
                                "startsOn", Demonstration.dayIn(0).toString(),
                                "endsOn", Demonstration.dayIn(45).toString(),
                                "targetJurisdictions", List.of(county.code()),
                                "phases", List.of(phase("ENFORCEMENT", 0, 30), phase("SUMMARY", 31, 45))));
        if (story == CampaignStory.DRAFT) {
            return;
        }
        new Actor(desk, county.person("county-leader"), told())
                .does(
                        "approveCampaign",
                        "ApproveCampaignInput",
                        "campaign",
                        Map.of("id", campaign, "document", "安委办：" + story.title()));
        if (story == CampaignStory.ENFORCEMENT) {
            officer()
                    .does(
                            "enterCampaignPhase",
                            "EnterCampaignPhaseInput",
                            "campaign",
                            Map.of("id", campaign, "phase", "ENFORCEMENT"));
        } else if (story == CampaignStory.ARCHIVED) {
            officer().does("archiveCampaign", "ArchiveCampaignInput", "campaign", Map.of("id", campaign));
        }
    }

    private static Map<String, String> phase(String phase, int first, int last) {
        return Map.of(
                "phase", phase,
                "startsOn", Demonstration.dayIn(first).toString(),
                "endsOn", Demonstration.dayIn(last).toString());
    }

    private Actor officer() {
        return new Actor(desk, county.person("county-officer"), told());
    }

    private String told() {
        return county.name() + " campaign " + story;
    }
}
