package org.safetyledger.supervision.lookback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.DrawScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;

/** Look-backs (回头看), from their announcement to the reopening of what did not hold. */
@LedgerTest
class LookBackTest {
    private static final String CHECK = """
            query($id: ID!) { lookBackCheck(id: $id) { status note accountabilityCandidate formerCloser checkedBy
              hazard { id status closedAt } proof { id } lookBack { id }
              availableActions { action allowed code } } }""";
    private static final String TODAY = LocalDate.now(Times.ZONE).toString();

    private final DrawScene scene = DrawScene.LANKAO;
    private final Loop loop = new Loop();

    @Inject
    LedgerTables database;

    @Test
    void anybodyDrawsTheSameSampleOfAllMajorAndAShareOfTheOthers() {
        // Given
        String major = DrawScene.closedMajor();
        loop.complete(loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE));
        String lookBack = scene.lookBackAnnounced(DrawScene.soon(DrawScene.lookBack()));
        List<Map<String, Object>> pool = candidates(lookBack);
        DrawScene.passToPublicValue();
        scene.lookBackWitnessed(lookBack);

        // When
        draw(OFFICER_LANKAO_2, lookBack).accepted();

        // Then
        JsonPath seen = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { lookBack(id: $id) { pool poolHash generalShare majorShare } }",
                        Map.of("id", lookBack));
        assertEquals(
                sha256(pool.stream()
                        .map(one -> one.get("hazardId") + "|" + one.get("grade"))
                        .collect(Collectors.joining("\n"))),
                seen.getString("data.lookBack.poolHash"));
        assertEquals(pool.size(), seen.getInt("data.lookBack.pool"));
        assertEquals(100, seen.getInt("data.lookBack.majorShare"));
        assertEquals(10, seen.getInt("data.lookBack.generalShare"));
        List<String> expected = new ArrayList<>(sample(pool, "MAJOR", 100));
        expected.addAll(sample(pool, "GENERAL", 10));
        assertTrue(expected.contains(major));
        assertEquals(new TreeSet<>(expected), new TreeSet<>(sampled(lookBack)));
        assertEquals(List.of("WRONG_STATE"), draw(OFFICER_LANKAO, lookBack).userErrorCodes());
    }

    private static List<String> sample(List<Map<String, Object>> pool, String grade, int percent) {
        String seed = DrawScene.SEED + "|" + DrawScene.PUBLIC_VALUE + "|";
        List<String> ids = pool.stream()
                .filter(one -> grade.equals(one.get("grade")))
                .map(one -> String.valueOf(one.get("hazardId")))
                .sorted(Comparator.comparing(id -> sha256(seed + id)))
                .toList();
        return ids.subList(0, (ids.size() * percent + 99) / 100);
    }

    @Test
    void whoeverHadAPartInItsLifeLooksBackAtNoHazard() {
        // Given
        String hazard = DrawScene.closedMajor();
        String early = loop.upload(CITY_OFFICER, hazard, "LOOK_BACK");
        String check = scene.check(hazard);
        String foundAndReviewed = foretold(OFFICER_LANKAO, check);
        String uninvolved = foretold(CITY_OFFICER, check);

        // When
        Payload finder = record(OFFICER_LANKAO, check, false, null);
        Payload closer = record(OFFICER_LANKAO_2, check, false, null);
        Payload withoutPhoto = record(CITY_OFFICER, check, true, null);
        Payload withAnEarlierPhoto = record(CITY_OFFICER, check, true, early);
        Payload elsewhere = record(OFFICER_QIXIAN, check, true, null);
        Payload byTheManager = record(MANAGER_LANKAO, check, true, null);
        String photo = loop.upload(CITY_OFFICER, hazard, "LOOK_BACK");
        record(CITY_OFFICER, check, true, photo).accepted();

        // Then
        assertEquals("INVOLVED_BEFORE", foundAndReviewed);
        assertNull(uninvolved);
        assertEquals(List.of("INVOLVED_BEFORE"), finder.userErrorCodes());
        assertEquals(List.of("INVOLVED_BEFORE"), closer.userErrorCodes());
        assertEquals(List.of("EVIDENCE_REQUIRED"), withoutPhoto.userErrorCodes());
        assertEquals(List.of("EVIDENCE_REQUIRED"), withAnEarlierPhoto.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), elsewhere.errorCodes());
        assertEquals(List.of("FORBIDDEN"), byTheManager.errorCodes());
        JsonPath held = read(OFFICER_LANKAO, check);
        assertEquals("HELD", held.getString("data.lookBackCheck.status"));
        assertEquals(photo, held.getString("data.lookBackCheck.proof.id"));
        assertEquals("CLOSED", held.getString("data.lookBackCheck.hazard.status"));
        assertFalse(held.getBoolean("data.lookBackCheck.accountabilityCandidate"));
        assertEquals(
                List.of("WRONG_STATE"), record(CITY_OFFICER, check, false, null).userErrorCodes());
    }

    @Test
    void whoeverGaveItsRecheckOpinionLooksBackAtNoHazard() {
        // Given
        TestCaller examiner = TestCaller.authority("examiner", "county-officer", "410225000000");
        String hazard = DrawScene.closedMajor();
        String check = scene.check(hazard);
        String before = String.valueOf(foretold(examiner, check));
        for (String kind : List.of("INSTRUCTION", "RECHECK_OPINION")) {
            database.change(
                    "insert into paper (id, division_code, version, enterprise_id, industry_code, kind, status, number, addressee,"
                            + " credit_code, authority, about_id, legal_basis, officers, issued_by, issued_by_subject, issued_at)"
                            + " select gen_random_uuid(), h.division_code, 1, h.enterprise_id, h.industry_code, k.kind, 'ISSUED',"
                            + " k.kind || h.id, 'x', 'x', '410225000000', (select id from paper where number = 'INSTRUCTION' || h.id),"
                            + " 'x', '[]', 'examiner', 'examiner', now() from hazard h, (select cast(? as text) kind) k"
                            + " where h.id = cast(? as uuid)",
                    kind,
                    uuid(hazard));
        }
        database.change(
                "insert into paper_item (id, paper_id, number, hazard_id, problem) select gen_random_uuid(), p.id, 1, h.id, 'x'"
                        + " from hazard h join paper p on p.number = 'INSTRUCTION' || h.id where h.id = cast(? as uuid)",
                uuid(hazard));

        // When
        Payload recorded = record(examiner, check, false, null);

        // Then
        assertEquals("null", before);
        assertEquals("INVOLVED_BEFORE", foretold(examiner, check));
        assertEquals(List.of("INVOLVED_BEFORE"), recorded.userErrorCodes());
    }

    @Test
    void failedLookBackReopensItsHazardOnNewClocksAndNamesWhoClosedItToAuthorities() {
        // Given
        String hazard = DrawScene.closedMajor();
        List<String> before = history(hazard);
        String check = scene.check(hazard);
        JsonPath hidden = read(MANAGER_LANKAO, check);
        Payload withoutWords = LedgerClient.as(CITY_OFFICER)
                .mutate("recordLookBack", "RecordLookBackInput", Map.of("id", check, "held", false), "__typename");

        // When
        record(CITY_OFFICER, check, false, null).accepted();

        // Then
        assertNull(hidden.get("data.lookBackCheck"));
        assertEquals(List.of("TEXT_REQUIRED"), withoutWords.userErrorCodes());
        JsonPath failed = read(CITY_LEADER, check);
        assertTrue(failed.getBoolean("data.lookBackCheck.accountabilityCandidate"));
        assertEquals(OFFICER_LANKAO_2.subject(), failed.getString("data.lookBackCheck.formerCloser"));
        assertEquals("REOPENED", failed.getString("data.lookBackCheck.hazard.status"));
        assertNull(failed.get("data.lookBackCheck.hazard.closedAt"));
        JsonPath told = read(MANAGER_LANKAO, check);
        assertEquals("FAILED", told.getString("data.lookBackCheck.status"));
        assertNull(told.get("data.lookBackCheck.formerCloser"));
        assertNull(told.get("data.lookBackCheck.lookBack"));
        assertEquals(before, history(hazard).subList(0, before.size()));
        assertEquals("REOPENED", history(hazard).getLast());
        JsonPath clocks = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { dueAt deadline { rule } stateDeadline { rule } } }",
                        Map.of("id", hazard));
        assertEquals("RECTIFICATION_TOTAL_MAJOR", clocks.getString("data.hazard.deadline.rule"));
        assertEquals("HAZARD_ASSIGNMENT_MAJOR", clocks.getString("data.hazard.stateDeadline.rule"));
        assertEquals(
                LocalDate.now(Times.ZONE).plusDays(90),
                OffsetDateTime.parse(clocks.getString("data.hazard.dueAt")).toLocalDate());

        // When
        String task = loop.assign(OFFICER_LANKAO, hazard);
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(OFFICER_LANKAO, task);
        loop.close(OFFICER_LANKAO_2, hazard);

        // Then
        assertEquals("CLOSED", read(CITY_LEADER, check).getString("data.lookBackCheck.hazard.status"));
        assertEquals("FAILED", read(CITY_LEADER, check).getString("data.lookBackCheck.status"));
    }

    @Test
    void progressEqualsItsDrillDown() {
        // Given
        String held = DrawScene.closedMajor();
        String failed = DrawScene.closedMajor();
        DrawScene.closedMajor();
        String check = scene.check(held);
        String lookBack = read(OFFICER_LANKAO, check).getString("data.lookBackCheck.lookBack.id");
        String other = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { lookBackChecks(first: 1) { nodes { id } } } }",
                        Map.of("id", failed))
                .getString("data.hazard.lookBackChecks.nodes[0].id");

        // When
        record(CITY_OFFICER, check, true, loop.upload(CITY_OFFICER, held, "LOOK_BACK"))
                .accepted();
        record(CITY_OFFICER, other, false, null).accepted();

        // Then
        JsonPath seen = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { lookBackProgress(id: $id) { sampled pending held failed }"
                                + " sampled: lookBackChecks(filter: {lookBackId: $id}) { totalCount }"
                                + " pending: lookBackChecks(filter: {lookBackId: $id, status: PENDING}) { totalCount }"
                                + " held: lookBackChecks(filter: {lookBackId: $id, status: HELD}) { totalCount }"
                                + " failed: lookBackChecks(filter: {lookBackId: $id, status: FAILED}) { totalCount } }",
                        Map.of("id", lookBack));
        for (String figure : List.of("sampled", "pending", "held", "failed")) {
            assertEquals(
                    seen.getInt("data." + figure + ".totalCount"),
                    seen.getInt("data.lookBackProgress." + figure),
                    figure);
        }
        assertEquals(1, seen.getInt("data.lookBackProgress.held"));
        assertEquals(1, seen.getInt("data.lookBackProgress.failed"));
        assertTrue(seen.getInt("data.lookBackProgress.pending") > 0);
    }

    @Test
    void closedMajorHazardIsDueForALookBackUntilSomebodyLooked() {
        // Given
        String hazard = DrawScene.closedMajor();
        String general = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.complete(general);

        // When
        Map<String, Object> due = due(CITY_OFFICER, hazard);
        String check = scene.check(hazard);
        record(CITY_OFFICER, check, true, loop.upload(CITY_OFFICER, hazard, "LOOK_BACK"))
                .accepted();

        // Then
        assertEquals(
                LocalDate.now(Times.ZONE).plusDays(90),
                OffsetDateTime.parse(String.valueOf(due.get("dueAt"))).toLocalDate());
        assertEquals(false, due.get("overdue"));
        assertEquals(Map.of(), due(CITY_OFFICER, hazard));
        assertEquals(Map.of(), due(OFFICER_QIXIAN, hazard));
    }

    @Test
    void lookBackOfACampaignIsOfItsHazardsOnceItLooksBack() {
        // Given
        CampaignScene campaigns = CampaignScene.LANKAO;
        String campaign = campaigns.approved();
        campaigns.visit(campaign);
        Map<String, Object> input = DrawScene.lookBack();
        input.put("campaignId", campaign);
        Payload early = create(input);
        LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "enterCampaignPhase",
                        "EnterCampaignPhaseInput",
                        Map.of("id", campaign, "phase", "LOOK_BACK"),
                        "__typename")
                .accepted();
        Payload nothingClosed = create(input);
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.complete(hazard);
        int moved = database.change(
                "update hazard set inspection_id = (select id from inspection where campaign_id = cast(? as uuid))"
                        + " where id = cast(? as uuid)",
                uuid(campaign),
                uuid(hazard));

        // When
        String lookBack = scene.lookBackAnnounced(input);

        // Then
        assertEquals(1, moved);
        assertEquals(List.of("WRONG_STATE"), early.userErrorCodes());
        assertEquals(List.of("POOL_TOO_SMALL"), nothingClosed.userErrorCodes());
        assertEquals(
                List.of(hazard),
                candidates(lookBack).stream().map(one -> one.get("hazardId")).toList());
        assertEquals(
                List.of(lookBack),
                LedgerClient.as(OFFICER_LANKAO)
                        .query(
                                "query($id: ID!) { campaign(id: $id) { lookBacks { nodes { id } } } }",
                                Map.of("id", campaign))
                        .getList("data.campaign.lookBacks.nodes.id"));
    }

    @Test
    void lookBackIsAnnouncedOfAPeriodInTheCallersAreaBeforeItsSeedIsKnown() {
        DrawScene.closedMajor();
        assertEquals("END_BEFORE_START closedTo", refusal("closedTo", "2020-01-01"));
        assertEquals("OUTSIDE_JURISDICTION jurisdiction", refusal("jurisdiction", "410221000000"));
        assertEquals("SEED_KNOWN publicFrom", refusal("publicFrom", "2026-01-01T00:00:00+08:00"));
        assertEquals("COMMITMENT_MALFORMED commitment", refusal("commitment", "x"));
        String lookBack = scene.lookBackAnnounced(DrawScene.lookBack());
        assertEquals(
                "ANNOUNCEMENT_OPEN id", refusal("jurisdiction", "410225101000"), "one open announcement of a kind");
        assertEquals(
                List.of("DRAW_TOO_EARLY"), witness(scene.witness(), lookBack).userErrorCodes());
        assertEquals(
                List.of("PUBLIC_VALUE_MISSING"), draw(OFFICER_LANKAO, lookBack).userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), draw(CITY_OFFICER, lookBack).userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), draw(OFFICER_QIXIAN, lookBack).errorCodes());
    }

    @Test
    void seedAndValueAreOfTwoPeopleAndAChangedPoolIsWithdrawnForAllToSee() {
        // Given
        DrawScene.closedMajor();
        String lookBack = scene.lookBackKnown(DrawScene.lookBack());

        // When
        Payload byAnnouncer = witness(OFFICER_LANKAO, lookBack);
        scene.lookBackWitnessed(lookBack);
        Payload again = witness(OFFICER_LANKAO_2, lookBack);
        Payload byWitness = draw(scene.witness(), lookBack);
        database.change(
                "insert into look_back_candidate select gen_random_uuid(), look_back_id, 100000, hazard_id, grade"
                        + " from look_back_candidate where look_back_id = cast(? as uuid) limit 1",
                uuid(lookBack));
        Payload changed = draw(OFFICER_LANKAO, lookBack);
        Payload withdrawn = cancel(OFFICER_LANKAO, lookBack);
        cancel(OFFICER_LANKAO_2, lookBack).accepted();

        // Then
        assertEquals(List.of("ANNOUNCER_CANNOT_WITNESS"), byAnnouncer.userErrorCodes());
        assertEquals(List.of("PUBLIC_VALUE_RECORDED"), again.userErrorCodes());
        assertEquals(List.of("WITNESS_CANNOT_DRAW"), byWitness.userErrorCodes());
        assertEquals(List.of("POOL_CHANGED"), changed.userErrorCodes());
        assertEquals(List.of("SEED_KNOWN"), withdrawn.userErrorCodes());
        assertEquals(List.of("ANNOUNCED", "WITNESSED", "CANCELLED"), history(lookBack));
    }

    @Test
    void leaderOfTheGovernmentWritesTheValueDownAndCorrectsOrWithdrawsIt() {
        // Given
        DrawScene.closedMajor();
        String lookBack = scene.lookBackKnown(DrawScene.lookBack());

        // When
        Payload elsewhere = witness(COUNTY_LEADER_QIXIAN, lookBack);
        Payload above = cancel(CITY_LEADER, lookBack);
        witness(COUNTY_LEADER_LANKAO, lookBack).accepted();
        witness(COUNTY_LEADER_LANKAO, lookBack).accepted();
        Payload thirdTime = witness(COUNTY_LEADER_LANKAO, lookBack);
        Payload drawn = draw(COUNTY_LEADER_LANKAO, lookBack);
        cancel(COUNTY_LEADER_LANKAO, lookBack).accepted();

        // Then
        assertEquals(List.of("NOT_FOUND"), elsewhere.errorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), above.userErrorCodes());
        assertEquals(List.of("PUBLIC_VALUE_CORRECTED"), thirdTime.userErrorCodes());
        assertEquals(List.of("FORBIDDEN"), drawn.errorCodes());
        assertEquals(List.of("ANNOUNCED", "WITNESSED", "VALUE_CORRECTED", "CANCELLED"), history(lookBack));
    }

    @Test
    void hazardThatIsSeenByAGrantAloneIsInNoPool() {
        // Given
        TestCaller instruments = TestCaller.INSTRUMENTS_LANKAO;
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        TransferScene.accept(instruments, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", "KF-410225-EM"))
                .accepted();
        closed(hazard);

        // When
        Payload announced = LedgerClient.as(instruments)
                .mutate("createLookBack", "CreateLookBackInput", DrawScene.lookBack(), "lookBack { id }");

        // Then
        assertEquals(
                hazard,
                LedgerClient.as(instruments)
                        .query("query($id: ID!) { hazard(id: $id) { id } }", Map.of("id", hazard))
                        .getString("data.hazard.id"));
        assertEquals(List.of("POOL_TOO_SMALL"), announced.userErrorCodes());
        assertEquals(Map.of(), due(instruments, hazard));
    }

    @Test
    void whoGaveTheHazardAwayLooksBackAtItAndReopensItThough() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirmMajor(OFFICER_LANKAO, hazard);
        TransferScene.accept(FIRE_LANKAO, TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE))
                .accepted();
        closed(hazard);
        String check = scene.check(hazard);

        // When
        Payload reopened = LedgerClient.as(OFFICER_LANKAO_2)
                .mutate("reopenHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "举报核实"), "__typename");
        String other =
                loop.send(OFFICER_LANKAO_2, hazard, "AFTER", Loop.photo()).asString();
        loop.upload(OFFICER_LANKAO_2, hazard, "LOOK_BACK");
        record(OFFICER_LANKAO_2, check, false, null).accepted();

        // Then
        assertEquals(List.of("NOT_THE_HANDLER"), reopened.userErrorCodes());
        assertTrue(other.contains("NOT_THE_HANDLER"), other);
        assertEquals("REOPENED", read(CITY_LEADER, check).getString("data.lookBackCheck.hazard.status"));
    }

    /** By statements: a hazard is closed by who handles it. */
    private void closed(String hazard) {
        assertEquals(
                1,
                database.change(
                        "update hazard set status = 'CLOSED', closed_at = now(), closed_by = 'x' where id = cast(? as uuid)",
                        uuid(hazard)));
    }

    private String refusal(String field, Object value) {
        Map<String, Object> input = DrawScene.lookBack();
        input.put(field, value);
        Payload refused = create(input);
        return refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')");
    }

    private static Payload create(Map<String, Object> input) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("createLookBack", "CreateLookBackInput", input, "lookBack { id }");
    }

    private static Payload witness(TestCaller caller, String lookBack) {
        return LedgerClient.as(caller)
                .mutate("witnessLookBack", "WitnessLookBackInput", DrawScene.published(lookBack), "__typename");
    }

    private static Payload cancel(TestCaller caller, String lookBack) {
        return LedgerClient.as(caller)
                .mutate(
                        "cancelLookBack",
                        "CancelLookBackInput",
                        Map.of("id", lookBack, "reason", "抽取库被改动"),
                        "__typename");
    }

    private static Payload draw(TestCaller caller, String lookBack) {
        return LedgerClient.as(caller)
                .mutate("drawLookBack", "DrawLookBackInput", DrawScene.revealed(lookBack), "__typename");
    }

    private static Payload record(TestCaller caller, String check, boolean held, @Nullable String proof) {
        Map<String, Object> input = new HashMap<>(Map.of("id", check, "held", held));
        if (!held) {
            input.put("note", "通道再次堵塞");
        }
        if (proof != null) {
            input.put("proofId", proof);
        }
        return LedgerClient.as(caller).mutate("recordLookBack", "RecordLookBackInput", input, "__typename");
    }

    private static @Nullable String foretold(TestCaller caller, String check) {
        return read(caller, check).getString("data.lookBackCheck.availableActions[0].code");
    }

    private static Map<String, Object> due(TestCaller caller, String hazard) {
        List<Map<String, Object>> due = LedgerClient.as(caller)
                .query(
                        "query($day: Date) { lookBacksDue(closedFrom: $day) { hazardId grade closedAt dueAt overdue } }",
                        Map.of("day", TODAY))
                .getList("data.lookBacksDue");
        return due.stream()
                .filter(one -> hazard.equals(one.get("hazardId")))
                .findFirst()
                .orElse(Map.of());
    }

    private static List<Map<String, Object>> candidates(String lookBack) {
        List<Map<String, Object>> all = new ArrayList<>();
        String after = null;
        do {
            Map<String, Object> variables = new HashMap<>(Map.of("id", lookBack));
            if (after != null) {
                variables.put("after", after);
            }
            JsonPath page = LedgerClient.as(OFFICER_LANKAO)
                    .query(
                            "query($id: ID!, $after: String) { page: lookBackCandidates(lookBackId: $id, first: 100, after: $after)"
                                    + " { nodes { hazardId grade } pageInfo { endCursor hasNextPage } } }",
                            variables);
            all.addAll(page.getList("data.page.nodes"));
            after = page.getBoolean("data.page.pageInfo.hasNextPage")
                    ? page.getString("data.page.pageInfo.endCursor")
                    : null;
        } while (after != null);
        return all;
    }

    private static List<String> sampled(String lookBack) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { lookBackChecks(filter: {lookBackId: $id}, first: 100) { nodes { hazard { id } } } }",
                        Map.of("id", lookBack))
                .getList("data.lookBackChecks.nodes.hazard.id");
    }

    private static JsonPath read(TestCaller caller, String check) {
        return LedgerClient.as(caller).query(CHECK, Map.of("id", check));
    }

    private static List<String> history(String of) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { history(of: $id, first: 100) { nodes { action } } }", Map.of("id", of))
                .getList("data.history.nodes.action");
    }

    private static String sha256(String text) {
        return Loop.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid().toString();
    }
}
