package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient.Payload;

/** What officers check of Lankao's demo enterprise without entering it. */
public final class OffSiteScene {
    private static final String SEEN = "offSiteCheck { id status result inspection { id } hazard { id } }";

    private OffSiteScene() {}

    /** A look through the cameras, today, of which nobody says yet what it led to. */
    public static Map<String, Object> look() {
        return new HashMap<>(Map.of(
                "enterpriseId",
                new Loop().enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                "kind",
                "VIDEO",
                "lookedAt",
                "一号罐区视频与液位报警记录",
                "checkedOn",
                LocalDate.now(Times.ZONE).toString()));
    }

    public static Payload record(TestCaller officer, Map<String, Object> look) {
        return LedgerClient.as(officer).mutate("recordOffSiteCheck", "RecordOffSiteCheckInput", look, SEEN);
    }

    public static String recorded() {
        return record(TestCaller.OFFICER_LANKAO, look()).accepted().text("offSiteCheck.id");
    }

    /** Nothing was found. */
    public static String concluded() {
        Map<String, Object> look = look();
        look.put("result", "NOTHING_FOUND");
        return record(TestCaller.OFFICER_LANKAO, look).accepted().text("offSiteCheck.id");
    }

    public static Payload conclude(TestCaller officer, Map<String, Object> outcome) {
        return LedgerClient.as(officer).mutate("concludeOffSiteCheck", "ConcludeOffSiteCheckInput", outcome, SEEN);
    }

    public static Payload withdraw(TestCaller officer, String check) {
        return LedgerClient.as(officer)
                .mutate("withdrawOffSiteCheck", "WithdrawOffSiteCheckInput", Map.of("id", check, "reason", "误录"), SEEN);
    }
}
