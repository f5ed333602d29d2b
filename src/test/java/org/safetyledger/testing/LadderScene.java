package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Times;

/** Changes of the ladder of a subject that no clock has yet, each valid from a later day than the one before. */
public final class LadderScene {
    public static final String SUBJECT = "ACCIDENT_EVALUATION";

    private static final AtomicInteger DAYS_AHEAD = new AtomicInteger();

    private LadderScene() {}

    public static Map<String, Object> change() {
        return change(
                SUBJECT,
                LocalDate.now(Times.ZONE).plusDays(DAYS_AHEAD.incrementAndGet()),
                List.of(
                        rung(3, "NATURAL_DAY", "LEADER", "CITY"),
                        rung(-3, "NATURAL_DAY", "RESPONSIBLE", null),
                        rung(0, "HOUR", "OFFICER", "COUNTY")));
    }

    public static Map<String, Object> change(
            String subject, LocalDate validFrom, List<? extends Map<String, ?>> rungs) {
        return new HashMap<>(Map.of(
                "subject",
                subject,
                "rungs",
                rungs,
                "validFrom",
                validFrom.toString(),
                "document",
                "关于调整逾期升级规则的通知",
                "documentNumber",
                "汴安委办〔2026〕15号",
                "reason",
                "逾期事项提前报市级领导"));
    }

    public static Map<String, Object> rung(int amount, String unit, String addressee, @Nullable String level) {
        Map<String, Object> rung =
                new HashMap<>(Map.of("amount", amount, "unit", unit, "action", "ESCALATE", "addressee", addressee));
        if (level != null) {
            rung.put("level", level);
        }
        return rung;
    }

    public static LedgerClient.Payload send(TestCaller caller, Map<String, ?> input) {
        return LedgerClient.as(caller)
                .mutate("changeLadder", "ChangeLadderInput", input, "ladderChange { id codes formerCodes validFrom }");
    }

    public static String changed() {
        return send(TestCaller.CITY_LEADER, change()).accepted().text("ladderChange.id");
    }
}
