package org.safetyledger.post;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.AUDITOR_CITY;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO_NAMES;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.TestCaller;

/** What a worker reports at once, its fate, and who learns of whom. */
@LedgerTest
class QuickReportTest {
    private static final String REPORT = """
            query($id: ID!) { quickReport(id: $id) { status words anonymous reporter overdue dueAt deadline { rule } receivedBy answer
              answeredBy answeredAt escalatedAt rewardAmount rewardedOn rewardedBy hazard { id title status source }
              availableActions { action code } } }""";
    private static final String HISTORY = "query($id: ID!) { history(of: $id) { nodes { action actorName } } }";
    private static final String HISTORY_DETAILS =
            "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }";
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    private final PostScene scene = PostScene.LANKAO;
    private final Loop loop = new Loop();

    @Test
    void workerReportsInOneMutationAndFollowsItsFateWithoutOthersIdentities() {
        // Given
        String report = scene.reported();
        String hazard = PostScene.hazardOf(report);
        loop.upload(WORKER_LANKAO, hazard, "BEFORE");

        // When
        run(MANAGER_LANKAO, "receiveReport", "ReceiveReportInput", Map.of("id", report))
                .accepted();
        run(MANAGER_LANKAO, "answerReport", "AnswerReportInput", PostScene.answer(report))
                .accepted();
        loop.upload(MANAGER_LANKAO, hazard, "AFTER");
        loop.upload(MANAGER_LANKAO, hazard, "BEFORE");
        loop.close(MANAGER_LANKAO, hazard);
        run(MANAGER_LANKAO, "rewardReport", "RewardReportInput", PostScene.reward(report))
                .accepted();

        // Then
        JsonPath fate = read(WORKER_LANKAO, report);
        assertEquals("REWARDED", fate.getString("data.quickReport.status"));
        assertEquals("已停用并安排检修", fate.getString("data.quickReport.answer"));
        assertEquals("CLOSED", fate.getString("data.quickReport.hazard.status"));
        assertEquals("WORKER", fate.getString("data.quickReport.hazard.source"));
        assertEquals(200.5, fate.getDouble("data.quickReport.rewardAmount"));
        assertEquals(TODAY.toString(), fate.getString("data.quickReport.rewardedOn"));
        for (String name : List.of("receivedBy", "answeredBy", "rewardedBy")) {
            assertNull(fate.get("data.quickReport." + name), name);
            // Who received, answered and granted it is told to the enterprise's manager.
            assertEquals("manager-lankao", read(MANAGER_LANKAO, report).getString("data.quickReport." + name));
        }
        assertFalse(answer(WORKER_LANKAO, HISTORY, report).contains("manager-lankao")
                || answer(WORKER_LANKAO, HISTORY, hazard).contains("manager-lankao"));
        assertEquals(
                List.of("REPORTED", "RECEIVED", "VERIFIED", "REWARDED"),
                LedgerClient.as(WORKER_LANKAO)
                        .query(HISTORY, Map.of("id", report))
                        .getList("data.history.nodes.action"));
    }

    @Test
    void managerSeesWhoReportedAndAnswersWithinFiveWorkingDays() {
        // When
        JsonPath read = read(MANAGER_LANKAO, scene.reported());

        // Then
        assertEquals("worker-lankao", read.getString("data.quickReport.reporter"));
        assertEquals("INTERNAL_REPORT_ANSWER_ANY", read.getString("data.quickReport.deadline.rule"));
        assertFalse(read.getBoolean("data.quickReport.overdue"));
    }

    @Test
    void anonymousReporterIsNamedToNobodyOnAnyPath() {
        // Given
        String report = report(WORKER_LANKAO, Map.of("words", "夜班无人监护动火", "anonymous", true))
                .accepted()
                .text("quickReport.id");
        String hazard = PostScene.hazardOf(report);
        String photo = loop.upload(WORKER_LANKAO, hazard, "BEFORE", Loop.barePhoto());
        loop.confirm(OFFICER_LANKAO, hazard);
        PostScene.overdue(report);
        run(WORKER_LANKAO, "escalateReport", "EscalateReportInput", Map.of("id", report))
                .accepted();

        // Then
        assertNull(read(MANAGER_LANKAO, report).get("data.quickReport.reporter"));
        for (TestCaller reader : List.of(
                MANAGER_LANKAO, OFFICER_LANKAO, AUDITOR_CITY, INTEGRATION_LANKAO_NAMES, PostScene.OTHER_WORKER)) {
            for (String id : List.of(report, hazard, photo)) {
                String told = answer(reader, HISTORY, id);
                assertFalse(told.contains("worker-lankao\""), () -> reader.subject() + " of " + id + ": " + told);
            }
        }
        assertTrue(answer(MANAGER_LANKAO, HISTORY, hazard).contains("匿名"));

        // When
        String task = loop.assign(OFFICER_LANKAO, hazard);
        onTask(MANAGER_LANKAO, "acceptRectification", task);
        onTask(WORKER_LANKAO, "startRectification", task);

        // Then: named as everybody who starts is, which says nothing of who reported.
        assertEquals(1, occurrences(answer(MANAGER_LANKAO, HISTORY, hazard), "worker-lankao\""));
        assertEquals("RECTIFYING", read(WORKER_LANKAO, report).getString("data.quickReport.hazard.status"));
    }

    @Test
    void photoThatTellsMoreThanItShowsIsNotTakenOfAnAnonymousReporter() {
        // Given
        String hazard = PostScene.hazardOf(report(WORKER_LANKAO, Map.of("words", "夜班无人监护动火", "anonymous", true))
                .accepted()
                .text("quickReport.id"));
        byte[] tagged = Loop.photo();

        // When
        Response refused = loop.send(WORKER_LANKAO, hazard, "BEFORE", tagged);
        Response video = given().header("Authorization", "Bearer " + WORKER_LANKAO.token())
                .contentType("video/mp4")
                .queryParam("subject", hazard)
                .queryParam("stage", "BEFORE")
                .queryParam("sha256", Loop.sha256(tagged))
                .body(tagged)
                .post("/evidence");

        // Then
        for (Response answer : List.of(refused, video)) {
            assertEquals("BARE_PICTURE_REQUIRED", answer.jsonPath().getString("errors[0].extensions.code"));
        }
        assertEquals("content", refused.jsonPath().getString("errors[0].extensions.argument"));
        assertEquals(
                List.of(),
                LedgerClient.as(MANAGER_LANKAO)
                        .query(
                                "query($id: ID!) { hazard(id: $id) { evidence { nodes { id } } } }",
                                Map.of("id", hazard))
                        .getList("data.hazard.evidence.nodes"));
        loop.upload(MANAGER_LANKAO, hazard, "BEFORE", tagged);
    }

    @Test
    void pictureOfAnAnonymousReporterDoesNotTellItsPeopleWhoTookItWithWhichDevice() {
        // Given
        String report = report(WORKER_LANKAO, Map.of("words", "夜班无人监护动火", "anonymous", true))
                .accepted()
                .text("quickReport.id");
        byte[] bytes = Loop.barePhoto();
        String photo = given().header("Authorization", "Bearer " + WORKER_LANKAO.token())
                .contentType("image/jpeg")
                .queryParam("subject", PostScene.hazardOf(report))
                .queryParam("stage", "BEFORE")
                .queryParam("sha256", Loop.sha256(bytes))
                .queryParam("device", "PHONE-OF-ONE")
                .queryParam("capturedAt", "2026-01-05T08:30:00+08:00")
                .queryParam("longitude", "114.82")
                .queryParam("latitude", "34.83")
                .queryParam("datum", "WGS84")
                .body(bytes)
                .post("/evidence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When, Then
        String all =
                "[device:PHONE-OF-ONE, capturedAt:2026-01-05T08:30:00+08:00, longitude:114.82, latitude:34.83, datum:WGS84]";
        assertEquals(all, picture(WORKER_LANKAO, photo));
        assertEquals(
                "[device:null, capturedAt:null, longitude:null, latitude:null, datum:null]",
                picture(MANAGER_LANKAO, photo));
        assertEquals(all.replace("PHONE-OF-ONE", "null"), picture(OFFICER_LANKAO, photo));
        assertFalse(answer(MANAGER_LANKAO, HISTORY_DETAILS, PostScene.hazardOf(report))
                .contains("PHONE-OF-ONE"));
        assertFalse(answer(MANAGER_LANKAO, HISTORY_DETAILS, photo).contains("PHONE-OF-ONE"));
    }

    private static String picture(TestCaller reader, String photo) {
        Map<String, Object> told = LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { node(id: $id) { ... on Evidence { device capturedAt longitude latitude datum } } }",
                        Map.of("id", photo))
                .getMap("data.node");
        return "["
                + Stream.of("device", "capturedAt", "longitude", "latitude", "datum")
                        .map(field -> field + ":" + told.get(field))
                        .collect(Collectors.joining(", "))
                + "]";
    }

    @Test
    void enterpriseDoesNotCloseWhatItDismissedOrWhatWasSteppedUp() {
        // Given
        String dismissed = scene.reported();
        Map<String, Object> answer = PostScene.answer(dismissed);
        answer.put("verified", false);
        run(MANAGER_LANKAO, "answerReport", "AnswerReportInput", answer).accepted();
        String steppedUp = scene.escalated();
        String verified = scene.verified();

        // When, Then
        for (String report : List.of(dismissed, steppedUp)) {
            assertEquals(List.of("FORBIDDEN"), closing(report));
            assertEquals(
                    "FORBIDDEN",
                    LedgerClient.as(MANAGER_LANKAO)
                            .query(
                                    "query($id: ID!) { hazard(id: $id) { availableActions { action code } } }",
                                    Map.of("id", PostScene.hazardOf(report)))
                            .getString("data.hazard.availableActions.find { it.action == 'closeHazard' }.code"));
        }
        assertEquals(List.of(), closing(verified));
        assertTrue(
                answer(OFFICER_LANKAO, HISTORY, PostScene.hazardOf(steppedUp)).contains("STEPPED_UP"));
        assertFalse(
                answer(OFFICER_LANKAO, HISTORY, PostScene.hazardOf(dismissed)).contains("DISMISSED"));
    }

    private List<String> closing(String report) {
        String hazard = PostScene.hazardOf(report);
        loop.upload(MANAGER_LANKAO, hazard, "BEFORE");
        loop.upload(MANAGER_LANKAO, hazard, "AFTER");
        Payload answer = LedgerClient.as(MANAGER_LANKAO)
                .mutate("closeHazard", "CloseHazardInput", Map.of("id", hazard), "hazard { status }");
        return answer.errorCodes().isEmpty() ? answer.userErrorCodes() : answer.errorCodes();
    }

    private static void onTask(TestCaller caller, String mutation, String task) {
        LedgerClient.as(caller)
                .mutate(mutation, "RectificationInput", Map.of("id", task), "__typename")
                .accepted();
    }

    private static int occurrences(String text, String of) {
        return text.split(of, -1).length - 1;
    }

    @Test
    void systemsAreNotToldWhichWorkerReportedNorSeeTheReport() {
        // Given
        String report = scene.escalated();

        // When
        String history = answer(INTEGRATION_LANKAO_NAMES, HISTORY, PostScene.hazardOf(report));

        // Then
        assertTrue(history.contains("REPORTED"), history);
        assertFalse(history.contains("worker-lankao"), history);
        assertEquals(
                List.of("FORBIDDEN"),
                LedgerClient.as(INTEGRATION_LANKAO_NAMES).errorCodes(REPORT, Map.of("id", report)));
    }

    @Test
    void reportIsBetweenItsReporterAndTheEnterpriseUntilItIsSteppedUp() {
        // Given
        String report = scene.unanswered();
        List<TestCaller> blind =
                List.of(PostScene.OTHER_WORKER, OFFICER_LANKAO, AUDITOR_CITY, MANAGER_QIXIAN, OFFICER_QIXIAN);
        for (TestCaller caller : blind) {
            assertNull(read(caller, report).get("data.quickReport"), caller::subject);
            assertNull(LedgerClient.as(caller)
                    .query("query($id: ID!) { node(id: $id) { id } }", Map.of("id", report))
                    .get("data.node"));
            assertEquals(List.of("NOT_FOUND"), LedgerClient.as(caller).errorCodes(HISTORY, Map.of("id", report)));
            assertFalse(listed(caller, "overdue: true").contains(report));
        }

        // When
        run(WORKER_LANKAO, "escalateReport", "EscalateReportInput", Map.of("id", report))
                .accepted();

        // Then
        assertTrue(read(OFFICER_LANKAO, report).getBoolean("data.quickReport.overdue"));
        assertTrue(listed(OFFICER_LANKAO, "escalated: true, overdue: true").contains(report));
        assertNull(read(PostScene.OTHER_WORKER, report).get("data.quickReport"));
        assertNull(read(OFFICER_QIXIAN, report).get("data.quickReport"));
        // The enterprise may still answer, and the authorities see that it did.
        run(MANAGER_LANKAO, "answerReport", "AnswerReportInput", PostScene.answer(report))
                .accepted();
        assertEquals("VERIFIED", read(OFFICER_LANKAO, report).getString("data.quickReport.status"));
    }

    @Test
    void reportIsSteppedUpOnceByWhoMadeItAfterItsClock() {
        // Given
        String report = scene.reported();
        List<String> early = codes(WORKER_LANKAO, "escalateReport", "EscalateReportInput", Map.of("id", report));
        String foretold = read(WORKER_LANKAO, report)
                .getString("data.quickReport.availableActions.find { it.action == 'escalateReport' }.code");
        PostScene.overdue(report);

        // When
        List<String> byManager = codes(MANAGER_LANKAO, "escalateReport", "EscalateReportInput", Map.of("id", report));
        List<String> first = codes(WORKER_LANKAO, "escalateReport", "EscalateReportInput", Map.of("id", report));
        List<String> second = codes(WORKER_LANKAO, "escalateReport", "EscalateReportInput", Map.of("id", report));

        // Then
        assertEquals(List.of("ANSWER_NOT_OVERDUE"), early);
        assertEquals("ANSWER_NOT_OVERDUE", foretold);
        assertEquals(List.of("NOT_THE_REPORTER"), byManager);
        assertEquals(List.of(), first);
        assertEquals(List.of("ESCALATED_ALREADY"), second);
    }

    @Test
    void whatIsNoHazardIsAnsweredWithTheReasonOnceAndNotRewarded() {
        // Given
        String report = scene.reported();
        Map<String, Object> answer = PostScene.answer(report);
        answer.put("verified", false);
        answer.put("answer", " \u200b ");
        List<String> reasonless = codes(MANAGER_LANKAO, "answerReport", "AnswerReportInput", answer);
        answer.put("answer", "系标识临时遮盖，并非隐患");

        // When
        run(MANAGER_LANKAO, "answerReport", "AnswerReportInput", answer).accepted();

        // Then
        assertEquals(List.of("TEXT_REQUIRED"), reasonless);
        assertEquals(List.of("WRONG_STATE"), codes(MANAGER_LANKAO, "answerReport", "AnswerReportInput", answer));
        assertEquals(
                List.of("WRONG_STATE"),
                codes(MANAGER_LANKAO, "rewardReport", "RewardReportInput", PostScene.reward(report)));
        JsonPath read = read(WORKER_LANKAO, report);
        assertEquals("DISMISSED", read.getString("data.quickReport.status"));
        assertNull(read.get("data.quickReport.dueAt"));
        // The authority decides on the hazard itself: the enterprise cannot make it go away.
        assertEquals("REPORTED", read.getString("data.quickReport.hazard.status"));
    }

    @Test
    void rewardIsForVerifiedReportsOfOthersInBoundsAndOnce() {
        // Given
        String unverified = scene.reported();
        String own =
                report(MANAGER_LANKAO, Map.of("words", "安全通道指示灯损坏")).accepted().text("quickReport.id");
        run(MANAGER_LANKAO, "answerReport", "AnswerReportInput", PostScene.answer(own))
                .accepted();
        String verified = scene.verified();

        // Then
        assertEquals(List.of("WRONG_STATE"), reward(unverified, 100, TODAY));
        assertEquals(List.of("REWARD_TO_ONESELF"), reward(own, 100, TODAY));
        assertEquals(List.of("VALUE_OUT_OF_RANGE"), reward(verified, 0, TODAY));
        assertEquals(List.of("VALUE_OUT_OF_RANGE"), reward(verified, -5, TODAY));
        assertEquals(List.of("VALUE_OUT_OF_RANGE"), reward(verified, 1_000_000.01, TODAY));
        assertEquals(List.of("AMOUNT_BELOW_CENT"), reward(verified, 10.005, TODAY));
        assertEquals(List.of("TIME_IN_FUTURE"), reward(verified, 100, TODAY.plusDays(1)));
        assertEquals(List.of("END_BEFORE_START"), reward(verified, 100, TODAY.minusDays(1)));
        assertEquals(List.of(), reward(verified, 0.01, TODAY));
        assertEquals(List.of("WRONG_STATE"), reward(verified, 100, TODAY));
    }

    @Test
    void authoritiesSeeHowMuchAnEnterpriseRewardedAndNotWhom() {
        // Given
        String enterprise = loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        scene.rewarded();
        JsonPath before = rewards(OFFICER_LANKAO, enterprise);

        // When
        scene.rewarded();

        // Then
        JsonPath after = rewards(OFFICER_LANKAO, enterprise);
        assertEquals(
                before.getInt("data.internalRewards.nodes[0].rewards") + 1,
                after.getInt("data.internalRewards.nodes[0].rewards"));
        assertEquals(
                before.getDouble("data.internalRewards.nodes[0].amount") + 200.5,
                after.getDouble("data.internalRewards.nodes[0].amount"),
                0.001);
        assertEquals(List.of(), rewards(OFFICER_QIXIAN, enterprise).getList("data.internalRewards.nodes"));
        assertEquals(
                List.of("FORBIDDEN"),
                LedgerClient.as(WORKER_LANKAO).errorCodes("{ internalRewards { nodes { rewards } } }", Map.of()));
    }

    @Test
    void reportMadeOfflineIsTakenOnceWithItsOwnTime() {
        // Given
        String seen = OffsetDateTime.now(Times.ZONE).minusHours(5).withNano(0).toString();
        Map<String, Object> offline = new HashMap<>(Map.of(
                "id",
                NodeId.text(NodeType.QUICK_REPORT, NodeId.newUuid()),
                "words",
                "脚手架连墙件缺失",
                "category",
                "SCAFFOLD_AND_FORMWORK",
                "discoveredAt",
                seen));

        // When
        String first = report(WORKER_LANKAO, offline).accepted().text("quickReport.id");
        String repeat = report(WORKER_LANKAO, offline).accepted().text("quickReport.id");
        offline.put("words", "脚手架连墙件缺失两处");

        // Then
        assertEquals(first, repeat);
        assertEquals(List.of("CLIENT_ID_REUSED"), report(WORKER_LANKAO, offline).userErrorCodes());
        JsonPath read = LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($id: ID!) { quickReport(id: $id) { discoveredAt hazard { discoveredAt category } } }",
                        Map.of("id", first));
        assertEquals(
                OffsetDateTime.parse(seen).toInstant(),
                OffsetDateTime.parse(read.getString("data.quickReport.discoveredAt"))
                        .toInstant());
        assertEquals("SCAFFOLD_AND_FORMWORK", read.getString("data.quickReport.hazard.category"));
    }

    @Test
    void reportThatSaysNothingOrNothingTrueIsRefused() {
        // Then
        assertEquals(
                List.of("TEXT_REQUIRED"),
                report(WORKER_LANKAO, Map.of("words", "\u3164\u200b")).userErrorCodes());
        assertEquals(
                List.of("UNKNOWN_CODE"),
                report(WORKER_LANKAO, Map.of("words", "x", "category", "NO_SUCH"))
                        .userErrorCodes());
        assertEquals(
                List.of("TIME_IN_FUTURE"),
                report(
                                WORKER_LANKAO,
                                Map.of(
                                        "words",
                                        "x",
                                        "discoveredAt",
                                        OffsetDateTime.now(Times.ZONE)
                                                .plusHours(1)
                                                .toString()))
                        .userErrorCodes());
        assertEquals(
                List.of("FORBIDDEN"),
                report(OFFICER_LANKAO, Map.of("words", "x")).errorCodes());
    }

    @Test
    void longReportIsTheHazardsDescriptionAndItsBeginningTheTitle() {
        // Given
        String words = "𠮷".repeat(250);

        // When
        String report = report(WORKER_LANKAO, Map.of("words", words)).accepted().text("quickReport.id");

        // Then
        assertEquals("𠮷".repeat(200), read(MANAGER_LANKAO, report).getString("data.quickReport.hazard.title"));
        assertEquals(words, read(MANAGER_LANKAO, report).getString("data.quickReport.words"));
    }

    private static List<String> reward(String report, double amount, LocalDate day) {
        Map<String, Object> input = PostScene.reward(report);
        input.put("amount", amount);
        input.put("day", day.toString());
        return codes(MANAGER_LANKAO, "rewardReport", "RewardReportInput", input);
    }

    private static JsonPath rewards(TestCaller caller, String enterprise) {
        return LedgerClient.as(caller)
                .query(
                        "query($filter: InternalRewardsFilter) { internalRewards(filter: $filter)"
                                + " { nodes { year rewards amount } } }",
                        Map.of("filter", Map.of("enterpriseId", enterprise, "year", TODAY.getYear())));
    }

    private static List<String> listed(TestCaller caller, String filter) {
        return LedgerClient.as(caller)
                .query("{ quickReports(first: 100, filter: {" + filter + "}) { nodes { id } } }")
                .getList("data.quickReports.nodes.id");
    }

    private static Payload report(TestCaller caller, Map<String, ?> input) {
        return run(caller, "quickReport", "QuickReportInput", input);
    }

    private static List<String> codes(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return run(caller, mutation, input, values).userErrorCodes();
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller).mutate(mutation, input, values, "quickReport { id }");
    }

    private static JsonPath read(TestCaller caller, String report) {
        return LedgerClient.as(caller).query(REPORT, Map.of("id", report));
    }

    private static String answer(TestCaller caller, String document, @Nullable String id) {
        return LedgerClient.as(caller)
                .send(document, Map.of("id", String.valueOf(id)))
                .asString();
    }
}
