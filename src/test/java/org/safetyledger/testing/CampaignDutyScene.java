package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.safetyledger.testing.LedgerClient.Payload;

/** Duty on the days of Lankao's campaigns: the head of its government and an officer of its bureau. */
public final class CampaignDutyScene {
    private CampaignDutyScene() {}

    public static Map<String, Object> roster(String campaign, LocalDate day) {
        return Map.of(
                "campaignId",
                campaign,
                "day",
                day.toString(),
                "leaderId",
                person("蔡雅梅"),
                "officerIds",
                List.of(person("常森思")),
                "phone",
                "0371-23370000");
    }

    public static String person(String name) {
        return SupervisionScene.person(name);
    }

    public static Payload set(TestCaller caller, Map<String, ?> roster) {
        return LedgerClient.as(caller)
                .mutate("setCampaignDuty", "SetCampaignDutyInput", roster, "campaignDuty { id status }");
    }

    public static String set(String campaign, LocalDate day) {
        return set(TestCaller.OFFICER_LANKAO, roster(campaign, day)).accepted().text("campaignDuty.id");
    }

    /** @param figure each of the day's figures */
    public static Payload record(TestCaller caller, String duty, int figure) {
        return LedgerClient.as(caller)
                .mutate(
                        "recordCampaignDuty",
                        "RecordCampaignDutyInput",
                        record(duty, figure),
                        "campaignDuty { status }");
    }

    public static Map<String, Object> record(String duty, int figure) {
        return Map.of(
                "id", duty,
                "summary", "当日情况正常",
                "visits", figure,
                "hazards", figure,
                "majorHazards", figure,
                "incidents", figure);
    }
}
