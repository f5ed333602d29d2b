package org.safetyledger.dev;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the city decided about its rules: a time limit, a number, a duty and a ladder to come, and a decision that it withdrew. */
record RuleScene(Desk desk) {
    void tell() {
        decide("DEADLINE", "HAZARD_CONFIRMATION", 1, "WORKING_DAY", 30, "压缩一般隐患确认时限", Map.of("appliesTo", "GENERAL"));
        decide(
                "LIMIT",
                "VISITS_PER_YEAR",
                4,
                "COUNT",
                45,
                "危险化学品企业检查频次按风险等级调整",
                Map.of("appliesTo", "HAZARDOUS_CHEMICALS"));
        decide("DUTY", "DEPARTMENT-CHECK", 1, "MONTH", 60, "岁末年初部门负责人每月带队检查", Map.of());
        String withdrawn = decide("DEADLINE", "CLOSURE", 5, "WORKING_DAY", 20, "拟延长销号时限", Map.of());
        leader("withdraw")
                .does(
                        "withdrawRuleChange",
                        "WithdrawRuleChangeInput",
                        "ruleChange",
                        Map.of("id", withdrawn, "reason", "征求意见后维持原时限"));
        decideLadder();
    }

    /** Of what a conference demands, those who have to act are reminded earlier, and the city hears earlier. */
    private void decideLadder() {
        leader("ladder")
                .does(
                        "changeLadder",
                        "ChangeLadderInput",
                        "ladderChange",
                        Map.of(
                                "subject",
                                "DIRECTIVE_RESPONSE",
                                "rungs",
                                List.of(
                                        Map.of(
                                                "amount",
                                                -5,
                                                "unit",
                                                "NATURAL_DAY",
                                                "action",
                                                "REMIND",
                                                "addressee",
                                                "RESPONSIBLE"),
                                        rung(0, "HOUR", "OFFICER", "COUNTY"),
                                        rung(1, "WORKING_DAY", "LEADER", "COUNTY"),
                                        rung(2, "WORKING_DAY", "OFFICER", "CITY"),
                                        rung(5, "NATURAL_DAY", "LEADER", "CITY")),
                                "validFrom",
                                Demonstration.dayIn(30).toString(),
                                "document",
                                "关于完善会议交办事项督办机制的通知",
                                "documentNumber",
                                "汴安委办：DIRECTIVE_RESPONSE",
                                "reason",
                                "提前五日提醒，逾期两个工作日报市级"));
    }

    private static Map<String, Object> rung(int amount, String unit, String addressee, String level) {
        return Map.of("amount", amount, "unit", unit, "action", "ESCALATE", "addressee", addressee, "level", level);
    }

    private String decide(
            String kind, String subject, int amount, String unit, int day, String reason, Map<String, ?> otherwise) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "kind", kind,
                "subject", subject,
                "amount", amount,
                "unit", unit,
                "validFrom", Demonstration.dayIn(day).toString(),
                "document", "关于调整安全生产监管规则的通知",
                "documentNumber", "汴安委办：" + subject,
                "reason", reason));
        input.putAll(otherwise);
        return leader(subject).does("changeRule", "ChangeRuleInput", "ruleChange", input);
    }

    private Actor leader(String chapter) {
        return new Actor(desk, "city-leader", "rules " + chapter);
    }
}
