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
            stand(campaign);
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

    /** Today's duty is recorded, though nothing happened; tomorrow's is set; the day after nobody is on duty yet. */
    private void stand(String campaign) {
        Roster roster = new Roster(desk, county);
        for (int day = 0; day < 2; day++) {
            String duty = new Actor(desk, county.person("county-officer"), told() + " " + day)
                    .does(
                            "setCampaignDuty",
                            "SetCampaignDutyInput",
                            "campaignDuty",
                            Map.of(
                                    "campaignId", campaign,
                                    "day", Demonstration.dayIn(day).toString(),
                                    "leaderId", roster.head(),
                                    "officerIds", List.of(roster.officer()),
                                    "phone", "0371-23370000"));
            if (day == 0) {
                officer()
                        .does(
                                "recordCampaignDuty",
                                "RecordCampaignDutyInput",
                                "campaignDuty",
                                Map.of(
                                        "id", duty,
                                        "summary", "当日无异常情况",
                                        "visits", 2,
                                        "hazards", 0,
                                        "majorHazards", 0,
                                        "incidents", 0));
            }
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
