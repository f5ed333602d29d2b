package org.safetyledger.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.safetyledger.graphql.Times;

/** Changes of a rule that nothing asks for yet, each valid from a later day than the one before. */
public final class RuleScene {
    public static final String SUBJECT = "ACCIDENT_EVALUATION";

    private static final AtomicInteger DAYS_AHEAD = new AtomicInteger();

    private RuleScene() {}

    public static Map<String, Object> change() {
        return change(LocalDate.now(Times.ZONE).plusDays(DAYS_AHEAD.incrementAndGet()));
    }

    public static Map<String, Object> change(LocalDate validFrom) {
        return new HashMap<>(Map.of(
                "kind",
                "DEADLINE",
                "subject",
                SUBJECT,
                "amount",
                200,
                "unit",
                "NATURAL_DAY",
                "validFrom",
                validFrom.toString(),
                "document",
                "关于调整事故评估期限的通知",
                "documentNumber",
                "汴安委办〔2026〕12号",
                "reason",
                "上级要求缩短评估期限"));
    }

    /** A change for a case of its own, which is known by a rule that ended long ago. */
    public static Map<String, Object> ofOwnCase(LocalDate validFrom) {
        String own = "CASE_" + UUID.randomUUID().toString().replace("-", "_").toUpperCase(Locale.ROOT);
        new LedgerTables()
                .change(
                        "insert into deadline_rule (code, subject, grade, amount, unit, source, evidence, valid_from, valid_to)"
                                + " values (?, ?, ?, 1, 'YEAR', 'test', 'DEFAULT', '2010-01-01', '2010-12-31')",
                        own,
                        SUBJECT,
                        own);
        Map<String, Object> input = change(validFrom);
        input.put("appliesTo", own);
        return input;
    }

    public static String changed() {
        return LedgerClient.as(TestCaller.CITY_LEADER)
                .mutate("changeRule", "ChangeRuleInput", change(), "ruleChange { id }")
                .accepted()
                .text("ruleChange.id");
    }
}
