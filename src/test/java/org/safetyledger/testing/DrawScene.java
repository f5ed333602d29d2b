package org.safetyledger.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.safetyledger.graphql.Times;

/** Draws of visits and look-backs of an officer's authority in Lankao, each new and in the state that is asked for. */
public record DrawScene(TestCaller officer) {
    public static final DrawScene LANKAO = new DrawScene(TestCaller.OFFICER_LANKAO);

    public static final String SEED = "k7Qm2-vT9xLp-4hZcRw";
    public static final String PUBLIC_VALUE = "福彩3D 2026320期 5 0 7";
    private static final Duration UNTIL_PUBLIC = Duration.ofSeconds(30);

    /** A colleague of the officer's authority, who writes the public value down. */
    public TestCaller witness() {
        return new TestCaller(
                officer.subject() + "-witness",
                officer.role(),
                officer.division(),
                officer.department(),
                officer.industries(),
                officer.matters(),
                officer.enterprise(),
                officer.scope());
    }

    /** Both halves of a seed whose public one is known tomorrow. */
    private static Map<String, Object> sealed() {
        return new HashMap<>(Map.of(
                "commitment",
                Loop.sha256(SEED.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "publicSource",
                "福彩3D 2026320期开奖号码",
                "publicFrom",
                Times.text(Instant.now().plus(Duration.ofDays(1)))));
    }

    /** The same, with a public value that is known in some seconds. */
    public static Map<String, Object> soon(Map<String, Object> input) {
        input.put("publicFrom", Times.text(Instant.now().plus(UNTIL_PUBLIC)));
        return input;
    }

    public static Map<String, Object> revealed(String id) {
        return new HashMap<>(Map.of("id", id, "seed", SEED));
    }

    public static Map<String, Object> published(String id) {
        return new HashMap<>(Map.of("id", id, "publicValue", PUBLIC_VALUE, "readFrom", "https://www.cwl.gov.cn/"));
    }

    /** The public values that become known within seconds are known now, without anybody waiting for them. */
    public static void passToPublicValue() {
        LedgerTables tables = new LedgerTables();
        for (String table : List.of("draw", "look_back")) {
            tables.changePastTriggers("update " + table + " set public_from = now()"
                    + " where public_from between now() and now() + interval '1 minute'");
        }
    }

    /** Of the county's enterprises, with the two officers of its bureau and their colleagues. */
    public Map<String, Object> announcement(int number) {
        Map<String, Object> input = sealed();
        input.put("title", "第四季度双随机抽查");
        input.put("number", number);
        return input;
    }

    public String announced(int number) {
        return announced(announcement(number));
    }

    /** An authority has one open announcement at a time: an earlier one is withdrawn. */
    public String announced(Map<String, Object> input) {
        withdrawOpen("draw", "cancelDraw", "CancelDrawInput");
        return LedgerClient.as(officer)
                .mutate("announceDraw", "AnnounceDrawInput", input, "draw { id }")
                .accepted()
                .text("draw.id");
    }

    private void withdrawOpen(String object, String mutation, String inputType) {
        List<Map<String, Object>> announced = LedgerClient.as(officer)
                .query("{ open: " + object + "s(filter: {status: ANNOUNCED}, first: 100) { nodes { id authority } } }")
                .getList("data.open.nodes");
        String own = officer.department() == null ? officer.division() : officer.department();
        announced.stream()
                .filter(one -> Objects.equals(own, one.get("authority")))
                .forEach(one -> LedgerClient.as(witness())
                        .mutate(mutation, inputType, Map.of("id", one.get("id"), "reason", "重新公告"), "__typename")
                        .accepted());
    }

    /** One whose public value is known. */
    public String known(int number) {
        String draw = announced(soon(announcement(number)));
        passToPublicValue();
        return draw;
    }

    /** One whose public value is written down. */
    public String ready(int number) {
        return witnessed(known(number));
    }

    public String witnessed(String draw) {
        run(witness(), "witnessDraw", "WitnessDrawInput", published(draw));
        return draw;
    }

    public String drawn(int number) {
        String draw = ready(number);
        run("drawVisits", "DrawVisitsInput", revealed(draw));
        return draw;
    }

    /** Of the enterprise that was drawn first. */
    public Map<String, Object> explanation(String draw) {
        return Map.of(
                "id",
                draw,
                "enterpriseId",
                LedgerClient.as(officer)
                        .query("query($id: ID!) { draw(id: $id) { visits { enterprise { id } } } }", Map.of("id", draw))
                        .getString("data.draw.visits[0].enterprise.id"),
                "reason",
                "企业停产，复产后另行抽取");
    }

    /** A visit by the drawn officers to the enterprise that was drawn first, in the form of the command that links it. */
    public Map<String, Object> visit(String draw) {
        var first = LedgerClient.as(officer)
                .query(
                        "query($id: ID!, $day: Date) { draw(id: $id) { visits { enterprise { id } officers { personId } } }"
                                + " checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                        Map.of("id", draw, "day", LocalDate.now(Times.ZONE).toString()));
        String enterprise = first.getString("data.draw.visits[0].enterprise.id");
        List<String> officers = first.getList("data.draw.visits[0].officers.personId");
        String visit = LedgerClient.as(officer)
                .mutate(
                        "planInspection",
                        "PlanInspectionInput",
                        Map.of(
                                "kind",
                                "ENFORCEMENT",
                                "checkKind",
                                "CASE",
                                "source",
                                "EMERGENCY",
                                "enterpriseId",
                                enterprise,
                                "checklistId",
                                first.getString("data.checklists.nodes[0].id"),
                                "plannedOn",
                                LocalDate.now(Times.ZONE).toString(),
                                "officerIds",
                                officers),
                        "inspection { id }")
                .accepted()
                .text("inspection.id");
        return Map.of("id", draw, "enterpriseId", enterprise, "inspectionId", visit);
    }

    /** One whose enterprise was not visited for a reason, so that nothing of it has to be hidden any more. */
    public String visited() {
        String draw = drawn(1);
        run("explainDrawnVisit", "ExplainDrawnVisitInput", explanation(draw));
        return draw;
    }

    public String published() {
        String draw = visited();
        run("publishDraw", "PublishDrawInput", Map.of("id", draw));
        return draw;
    }

    /** A major hazard of the demo enterprise of Lankao, closed by the county's second officer. */
    public static String closedMajor() {
        Loop loop = new Loop();
        String hazard = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(TestCaller.OFFICER_LANKAO, hazard);
        loop.planMajor(TestCaller.MANAGER_LANKAO, hazard);
        String task = loop.assign(TestCaller.OFFICER_LANKAO, hazard);
        loop.rectify(TestCaller.MANAGER_LANKAO, task);
        loop.pass(TestCaller.OFFICER_LANKAO, task);
        loop.close(TestCaller.OFFICER_LANKAO_2, hazard);
        return hazard;
    }

    /** Of what was closed today in the town of the demo enterprise. */
    public static Map<String, Object> lookBack() {
        String today = LocalDate.now(Times.ZONE).toString();
        Map<String, Object> input = sealed();
        input.putAll(
                Map.of("title", "销号隐患回头看", "jurisdiction", "410225101000", "closedFrom", today, "closedTo", today));
        return input;
    }

    public String lookBackAnnounced(Map<String, Object> input) {
        withdrawOpen("lookBack", "cancelLookBack", "CancelLookBackInput");
        return LedgerClient.as(officer)
                .mutate("createLookBack", "CreateLookBackInput", input, "lookBack { id }")
                .accepted()
                .text("lookBack.id");
    }

    public String lookBackKnown(Map<String, Object> input) {
        String lookBack = lookBackAnnounced(soon(input));
        passToPublicValue();
        return lookBack;
    }

    public String lookBackWitnessed(String lookBack) {
        run(witness(), "witnessLookBack", "WitnessLookBackInput", published(lookBack));
        return lookBack;
    }

    public String lookBackReady() {
        closedMajor();
        return lookBackWitnessed(lookBackKnown(lookBack()));
    }

    public String lookBackDrawn(Map<String, Object> input) {
        String lookBack = lookBackWitnessed(lookBackKnown(input));
        run("drawLookBack", "DrawLookBackInput", revealed(lookBack));
        return lookBack;
    }

    /** The check of the hazard at a look-back that was drawn for it. */
    public String check(String hazard) {
        lookBackDrawn(lookBack());
        return LedgerClient.as(officer)
                .query(
                        "query($id: ID!) { hazard(id: $id) { lookBackChecks(first: 1) { nodes { id } } } }",
                        Map.of("id", hazard))
                .getString("data.hazard.lookBackChecks.nodes[0].id");
    }

    private void run(String mutation, String inputType, Map<String, ?> input) {
        run(officer, mutation, inputType, input);
    }

    private static void run(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        LedgerClient.as(caller).mutate(mutation, inputType, input, "__typename").accepted();
    }
}
