package org.safetyledger.dev;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One hazard of the demonstration, and those who deal with it. */
final class HazardScene {
    private static final List<String[]> FINDINGS = List.of(
            new String[] {"FIRE_FACILITIES", "灭火器压力不足", "包装车间东墙"},
            new String[] {"EVACUATION_ROUTE", "疏散通道堆放原料桶", "一号仓库北门"},
            new String[] {"ELECTRICAL_SAFETY", "配电箱无防护罩", "锅炉房配电间"},
            new String[] {"CHEMICAL_STORAGE", "酸碱混存未分区", "危化品库"},
            new String[] {"GAS_ALARM", "可燃气体报警器超期未检", "反应釜区"},
            new String[] {"MECHANICAL_GUARD", "传送带防护栏缺失", "灌装线"},
            new String[] {"SAFETY_SIGNS", "受限空间无警示标志", "污水处理站"},
            new String[] {"SAFETY_TRAINING", "新员工三级教育记录缺失", "办公楼档案室"});

    private final Desk desk;
    private final Demonstration.County county;
    private final String enterprise;
    private final String story;
    private final int number;
    private String hazard = "";
    private String task = "";

    HazardScene(Desk desk, Demonstration.County county, String enterprise, HazardStory story, int number) {
        this.desk = desk;
        this.county = county;
        this.enterprise = enterprise;
        this.story = county.name() + " " + story + " " + number;
        this.number = number;
    }

    void report() {
        hazard = reported(number % 3 == 0 ? "worker" : "county-officer", "");
        desk.show(county.person(number % 3 == 0 ? "worker" : "county-officer"), hazard, "BEFORE", photo(1));
    }

    private String reported(String role, String chapter) {
        String[] finding = FINDINGS.get(number % FINDINGS.size());
        return new Actor(desk, county.person(role), story + chapter)
                .onHazard(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                enterprise,
                                "title",
                                finding[1] + "（" + (number + 1) + "号）",
                                "category",
                                finding[0],
                                "place",
                                finding[2],
                                "description",
                                "巡查时发现" + finding[1] + "，需要整改。"));
    }

    void confirm() {
        officer().onHazard("confirmHazard", "ConfirmHazardInput", Map.of("id", hazard, "grade", "GENERAL"));
    }

    /** Where exactly it is, was found out later. */
    void correct() {
        officer()
                .onHazard(
                        "correctHazard",
                        "CorrectHazardInput",
                        Map.of(
                                "id",
                                hazard,
                                "position",
                                Map.of(
                                        "longitude",
                                        114.8 + number / 10_000.0,
                                        "latitude",
                                        34.8,
                                        "datum",
                                        "CGCS2000",
                                        "accuracyMetres",
                                        5),
                                "reason",
                                "补充现场坐标"));
    }

    void reject() {
        officer().onHazard("rejectHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "现场核实不属于隐患"));
    }

    void contest() {
        person(number % 3 == 0 ? "worker" : "county-officer")
                .onHazard("contestHazardRejection", "HazardReasonInput", Map.of("id", hazard, "reason", "附有现场照片，请复核"));
    }

    void markDuplicate() {
        String original = reported("county-officer", " original");
        officer()
                .onHazard(
                        "markDuplicateHazard",
                        "MarkDuplicateHazardInput",
                        Map.of("id", hazard, "duplicateOfId", original, "reason", "与前一条为同一处"));
    }

    void fixOnSite() {
        desk.show(county.person("county-officer"), hazard, "AFTER", photo(2));
        officer().onHazard("fixHazardOnSite", "FixHazardOnSiteInput", Map.of("id", hazard, "measures", "当场清理并恢复"));
    }

    void assign() {
        confirm();
        task = officer()
                .onTask(
                        "assignRectification",
                        "AssignRectificationInput",
                        Map.of("hazardId", hazard, "requirement", "限期整改，整改后提交照片"));
    }

    void giveToPerson() {
        String person = desk.ask(county.person("manager"), "{ people(first: 1) { nodes { id } } }", Map.of())
                .at("/data/people/nodes/0/id")
                .asText();
        manager()
                .onTask(
                        "assignRectificationPerson",
                        "AssignRectificationPersonInput",
                        Map.of("id", task, "personId", person));
    }

    /** Officers speak among themselves and with the enterprise; one takes back what he said. */
    void discuss() {
        comment("county-officer", " 1", Map.of("text", "夜班整改力量不足，下次复查请两人同去。", "visibility", "INTERNAL"));
        comment("county-officer", " 2", Map.of("text", "请补拍防护罩内侧照片。", "visibility", "SHARED"));
        comment("manager", " 3", Map.of("text", "明日补拍并上传。"));
        String mistaken = comment("county-officer", " 4", Map.of("text", "此条发错企业。", "visibility", "INTERNAL"));
        officer().does("withdrawComment", "WithdrawCommentInput", "comment", Map.of("id", mistaken, "reason", "发错企业"));
    }

    private String comment(String role, String chapter, Map<String, String> words) {
        Map<String, String> input = new HashMap<>(words);
        input.put("subject", task);
        return new Actor(desk, county.person(role), story + chapter).does("comment", "CommentInput", "comment", input);
    }

    void accept() {
        manager().onTask("acceptRectification", "RectificationInput", Map.of("id", task));
    }

    void start() {
        assign();
        accept();
        manager().onTask("startRectification", "RectificationInput", Map.of("id", task));
    }

    void askForTime() {
        manager()
                .onTask(
                        "requestExtension",
                        "RequestExtensionInput",
                        Map.of(
                                "id",
                                task,
                                "reason",
                                "备件到货延迟",
                                "interimMeasures",
                                "设置警戒并派专人看护",
                                "requestedDueAt",
                                Demonstration.inDays(40)));
    }

    void giveTime() {
        person("county-leader")
                .onTask(
                        "decideExtension",
                        "DecideExtensionInput",
                        Map.of("id", task, "approved", true, "comment", "同意延期"));
    }

    void submit() {
        start();
        desk.show(county.person("manager"), task, "AFTER", photo(3));
        manager()
                .onTask(
                        "submitRectification",
                        "SubmitRectificationInput",
                        Map.of("id", task, "measuresTaken", "已按要求整改"));
    }

    void returnIt() {
        officer()
                .onTask(
                        "reviewRectification",
                        "ReviewRectificationInput",
                        Map.of(
                                "id",
                                task,
                                "passed",
                                false,
                                "comment",
                                "照片未反映整改全貌，请补充",
                                "newDueAt",
                                Demonstration.inDays(7)));
    }

    void pass() {
        officer().onTask("reviewRectification", "ReviewRectificationInput", Map.of("id", task, "passed", true));
    }

    void close() {
        submit();
        pass();
        new Actor(desk, county.person("county-officer") + "-2", story)
                .onHazard("closeHazard", "CloseHazardInput", Map.of("id", hazard, "comment", "复查合格"));
    }

    void reopen() {
        officer().onHazard("reopenHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "回头看发现问题反弹"));
    }

    void gradeMajor() {
        officer()
                .onHazard(
                        "confirmHazard",
                        "ConfirmHazardInput",
                        Map.of("id", hazard, "grade", "MAJOR", "clause", county.clause()));
        new NotificationScene(manager(), hazard).tell();
    }

    private Actor officer() {
        return person("county-officer");
    }

    private Actor manager() {
        return person("manager");
    }

    private Actor person(String role) {
        return new Actor(desk, county.person(role), story);
    }

    private byte[] photo(int view) {
        return Photo.jpeg(Integer.parseInt(county.code().substring(2, 6)) * 1_000 + number * 10 + view);
    }
}
