package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The draws, look-backs and reels of a county, after its hazards and visits: each kind in three states. */
final class DrawScene {
    private static final String SEED = "demonstration-k7Qm2vT9xLp4hZcRw";
    /** Its SHA-256. */
    private static final String COMMITMENT = "5736fff0a2f07856486d402fea6f10538b67801f736bc4941abf9de70ff9cdd8";

    private static final long UNTIL_PUBLIC = 300;

    private final Desk desk;
    private final Demonstration.County county;

    DrawScene(Desk desk, Demonstration.County county) {
        this.desk = desk;
        this.county = county;
    }

    /** What was told before is not told again: a draw that was drawn cannot be announced with the same moment once more. */
    void tell() {
        JsonNode told = desk.ask(officer("").persona(), "{ draws { totalCount } }", Map.of());
        if (told.at("/data/draws/totalCount").asInt() > 0) {
            return;
        }
        String drawn = announceDraw("十一月份双随机抽查", true);
        String lookBack = createLookBack("本周销号隐患回头看", true);
        awaitPublicValue();
        colleague().does("witnessDraw", "WitnessDrawInput", "draw", published(drawn));
        colleague().does("witnessLookBack", "WitnessLookBackInput", "lookBack", published(lookBack));
        officer("drawn").does("drawVisits", "DrawVisitsInput", "draw", revealed(drawn));
        officer("drawn").does("drawLookBack", "DrawLookBackInput", "lookBack", revealed(lookBack));
        explain(drawn);
        cancel("cancelDraw", "CancelDrawInput", "draw", announceDraw("冬季双随机抽查（范围有误）", false));
        cancel("cancelLookBack", "CancelLookBackInput", "lookBack", createLookBack("销号隐患回头看（时段有误）", false));
        announceDraw("十二月份双随机抽查", false);
        createLookBack("年底销号隐患回头看", false);
        lookBackAt(lookBack);
        tellReels();
    }

    private String announceDraw(String title, boolean soon) {
        Map<String, Object> input = sealed(title, soon);
        input.put("number", 2);
        return officer(title).does("announceDraw", "AnnounceDrawInput", "draw", input);
    }

    private String createLookBack(String title, boolean soon) {
        Map<String, Object> input = sealed(title, soon);
        input.put("closedFrom", Demonstration.dayIn(-7).toString());
        input.put("closedTo", Demonstration.dayIn(0).toString());
        return officer(title).does("createLookBack", "CreateLookBackInput", "lookBack", input);
    }

    private static Map<String, Object> sealed(String title, boolean soon) {
        Map<String, Object> input = new HashMap<>();
        input.put("title", title);
        input.put("commitment", COMMITMENT);
        input.put("publicSource", "中国福利彩票3D当期开奖号码");
        input.put("publicFrom", soon ? Instant.now().plusMillis(UNTIL_PUBLIC).toString() : Demonstration.inDays(1));
        return input;
    }

    private static Map<String, Object> revealed(String id) {
        return Map.of("id", id, "seed", SEED);
    }

    private static Map<String, Object> published(String id) {
        return Map.of("id", id, "publicValue", "5 0 7", "readFrom", "中国福利彩票网");
    }

    /** One of the drawn enterprises could not be visited. */
    private void explain(String draw) {
        String enterprise = desk.ask(
                        officer("").persona(),
                        "query($id: ID!) { draw(id: $id) { visits { enterprise { id } } } }",
                        Map.of("id", draw))
                .at("/data/draw/visits/0/enterprise/id")
                .asText();
        officer("explained")
                .does(
                        "explainDrawnVisit",
                        "ExplainDrawnVisitInput",
                        "draw",
                        Map.of("id", draw, "enterpriseId", enterprise, "reason", "企业停产检修，复产后另行抽取"));
    }

    private void cancel(String mutation, String inputType, String object, String id) {
        officer(mutation).does(mutation, inputType, object, Map.of("id", id, "reason", "公告内容有误，重新公告"));
    }

    private static void awaitPublicValue() {
        try {
            Thread.sleep(UNTIL_PUBLIC);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** In one county the first hazard of the sample did not hold, in the other it did. */
    private void lookBackAt(String lookBack) {
        JsonNode check = desk.ask(
                        officer("").persona(),
                        "query($id: ID!) { lookBackChecks(first: 1, filter: {lookBackId: $id}) { nodes { id hazard { id } } } }",
                        Map.of("id", lookBack))
                .at("/data/lookBackChecks/nodes/0");
        String hazard = check.at("/hazard/id").asText();
        desk.show("city-officer", hazard, "LOOK_BACK", Photo.jpeg(county.code().hashCode()));
        Map<String, Object> found = new HashMap<>(Map.of("id", check.path("id").asText()));
        if (county.name().equals("lankao")) {
            found.putAll(Map.of("held", false, "note", "通道再次堆放原料"));
        } else {
            found.putAll(Map.of("held", true, "proofId", evidence("LOOK_BACK").getFirst()));
        }
        new Actor(desk, "city-officer", county.name() + " look-back")
                .does("recordLookBack", "RecordLookBackInput", "lookBackCheck", found);
    }

    private void tellReels() {
        List<String> shown = evidence("BEFORE");
        draftReel("下周安全生产例会影像", 7, shown);
        draftReel("下月安委会全体会议影像", 30, shown.subList(0, 1));
        officer("shown")
                .does(
                        "showEvidenceReel",
                        "ShowEvidenceReelInput",
                        "evidenceReel",
                        Map.of("id", draftReel("今日隐患整改调度会影像", 0, shown)));
    }

    private String draftReel(String title, int inDays, List<String> evidence) {
        return officer(title)
                .does(
                        "draftEvidenceReel",
                        "DraftEvidenceReelInput",
                        "evidenceReel",
                        Map.of(
                                "title",
                                title,
                                "meetingOn",
                                Demonstration.dayIn(inDays).toString(),
                                "entries",
                                evidence.stream()
                                        .map(one -> Map.of("evidenceId", one, "caption", "现场发现的隐患"))
                                        .toList()));
    }

    private List<String> evidence(String stage) {
        return desk.ask(
                        officer("").persona(),
                        "query($stage: EvidenceStage) { evidence(first: 3, stage: $stage) { nodes { id } } }",
                        Map.of("stage", stage))
                .at("/data/evidence/nodes")
                .findValuesAsText("id");
    }

    /** Who writes the public values down: not who announced. */
    private Actor colleague() {
        return new Actor(desk, county.person("county-officer") + "-2", county.name() + " draw witnessed");
    }

    private Actor officer(String chapter) {
        return new Actor(desk, county.person("county-officer"), county.name() + " draw " + chapter);
    }
}
