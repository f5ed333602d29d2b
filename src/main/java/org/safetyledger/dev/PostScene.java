package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The post of a county's worker with its checks, and what the worker reported to the enterprise. */
record PostScene(Desk desk, Demonstration.County county) {
    void tell() {
        JsonNode self = desk.ask(worker("").persona(), "{ people(first: 1) { nodes { id } } }", Map.of());
        String post = manager("")
                .does(
                        "keepEnterprisePost",
                        "KeepEnterprisePostInput",
                        "enterprisePost",
                        Map.of(
                                "personId",
                                self.at("/data/people/nodes/0/id").asText(),
                                "scope",
                                "本岗位设备点检、作业区整洁与隐患上报",
                                "standard",
                                "点检率100%，发现隐患当班上报"));
        manager("")
                .does(
                        "assessEnterprisePost",
                        "AssessEnterprisePostInput",
                        "enterprisePost",
                        Map.of(
                                "id",
                                post,
                                "result",
                                "QUALIFIED",
                                "from",
                                Demonstration.dayIn(-90).toString(),
                                "to",
                                Demonstration.dayIn(-1).toString()));
        check(post, "检查车间消防通道是否畅通", "WEEK");
        record(check(post, "班前检查急停按钮与防护罩", "SHIFT"), Map.of("result", "ALL_RIGHT"));
        record(
                check(post, "巡查危化品库温湿度与标签", "DAY"),
                Map.of("result", "NOT_ALL_RIGHT", "words", "库内温度表损坏，读数不准", "report", Map.of("place", "危化品库")));
        report("反应釜法兰处有轻微渗漏");
        manager("receive")
                .does("receiveReport", "ReceiveReportInput", "quickReport", Map.of("id", report("叉车充电区未设警示线")));
        answer(report("仓库照明灯不亮"), false, "系计划停电检修，已恢复");
        String verified = answer(report("防爆区有人使用普通手机"), true, "已制止并重申规定，入口增设存放柜");
        manager("reward")
                .does(
                        "rewardReport",
                        "RewardReportInput",
                        "quickReport",
                        Map.of(
                                "id",
                                verified,
                                "amount",
                                200,
                                "day",
                                Demonstration.dayIn(0).toString()));
    }

    private String check(String post, String what, String every) {
        return manager(every)
                .does(
                        "schedulePostCheck",
                        "SchedulePostCheckInput",
                        "postCheck",
                        Map.of("postId", post, "what", what, "every", every));
    }

    private void record(String check, Map<String, ?> found) {
        Map<String, Object> input = new HashMap<>(found);
        input.put("checkId", check);
        worker(String.valueOf(found.get("result")))
                .does("recordPostCheck", "RecordPostCheckInput", "postCheckRecord", input);
    }

    private String report(String words) {
        return worker(words).does("quickReport", "QuickReportInput", "quickReport", Map.of("words", words));
    }

    private String answer(String report, boolean verified, String words) {
        return manager(words)
                .does(
                        "answerReport",
                        "AnswerReportInput",
                        "quickReport",
                        Map.of("id", report, "verified", verified, "answer", words));
    }

    private Actor manager(String chapter) {
        return new Actor(desk, county.person("manager"), county.name() + " post " + chapter);
    }

    private Actor worker(String chapter) {
        return new Actor(desk, county.person("worker"), county.name() + " post " + chapter);
    }
}
