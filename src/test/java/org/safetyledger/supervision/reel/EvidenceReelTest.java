package org.safetyledger.supervision.reel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.ReelScene;
import org.safetyledger.testing.TestCaller;

/** Reels of photos and videos for a meeting. */
@LedgerTest
class EvidenceReelTest {
    private static final String REEL = """
            query($id: ID!) { evidenceReel(id: $id) { status meetingOn
              entries { position caption sha256 stateThen evidence { id sha256 damage { damage mendedAt } } hazard { id status } }
              availableActions { action allowed code } } }""";
    private static final String ENTRIES = "data.evidenceReel.entries.";

    private final Loop loop = new Loop();

    @Inject
    LedgerTables database;

    @Test
    void reelIsArrangedUntilItIsShownAndThenKeepsListHashesAndStates() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String before = loop.upload(OFFICER_LANKAO, hazard, "BEFORE");
        loop.confirm(OFFICER_LANKAO, hazard);
        String task = loop.assign(OFFICER_LANKAO, hazard);
        String ofTask = loop.upload(MANAGER_LANKAO, task, "AFTER");
        String reel = ReelScene.LANKAO.drafted(before, ofTask);

        // When
        Map<String, Object> reordered = ReelScene.input(List.of(ofTask, before), LocalDate.now(Times.ZONE));
        reordered.put("id", reel);
        run(OFFICER_LANKAO, "arrangeEvidenceReel", "ArrangeEvidenceReelInput", reordered)
                .accepted();
        JsonPath arranged = read(OFFICER_LANKAO, reel);
        show(reel).accepted();
        loop.rectify(MANAGER_LANKAO, task);

        // Then
        assertEquals(List.of(ofTask, before), arranged.getList(ENTRIES + "evidence.id"));
        assertEquals(
                2,
                arranged.getList(ENTRIES + "stateThen").stream()
                        .filter(one -> one == null)
                        .count());
        JsonPath shown = read(OFFICER_LANKAO, reel);
        assertEquals("SHOWN", shown.getString("data.evidenceReel.status"));
        assertEquals(List.of(1, 2), shown.getList(ENTRIES + "position"));
        assertEquals(List.of(ofTask, before), shown.getList(ENTRIES + "evidence.id"));
        assertEquals(shown.getList(ENTRIES + "evidence.sha256"), shown.getList(ENTRIES + "sha256"));
        assertEquals(List.of("ASSIGNED", "ASSIGNED"), shown.getList(ENTRIES + "stateThen"));
        assertEquals(List.of("SUBMITTED", "SUBMITTED"), shown.getList(ENTRIES + "hazard.status"));
        assertEquals(
                List.of("WRONG_STATE"),
                run(OFFICER_LANKAO, "arrangeEvidenceReel", "ArrangeEvidenceReelInput", reordered)
                        .userErrorCodes());
        assertEquals(List.of("WRONG_STATE"), show(reel).userErrorCodes());
        assertTrue(changes("update reel_entry set caption = 'x' where reel_id = cast(? as uuid)", reel)
                .contains("stays"));
        assertTrue(changes("update evidence_reel set title = 'x' where id = cast(? as uuid)", reel)
                .contains("SHOWN"));
        assertEquals(
                List.of("DRAFTED", "ARRANGED", "SHOWN"),
                LedgerClient.as(OFFICER_LANKAO)
                        .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", reel))
                        .getList("data.history.nodes.action"));
    }

    @Test
    void changedOrMissingFileShowsInTheReel() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        String photo = loop.upload(OFFICER_LANKAO, hazard, "BEFORE");
        String intact = loop.upload(OFFICER_LANKAO, hazard, "OTHER");
        String reel = ReelScene.LANKAO.shown(photo, intact);

        // When
        database.change("insert into evidence_damage values (cast(? as uuid), 'ALTERED', now(), null)", uuid(photo));

        // Then
        JsonPath seen = read(CITY_OFFICER, reel);
        assertEquals("ALTERED", seen.getString("data.evidenceReel.entries[0].evidence.damage.damage"));
        assertNull(seen.get("data.evidenceReel.entries[1].evidence.damage"));
        assertNull(read(OFFICER_QIXIAN, reel).get("data.evidenceReel"));
    }

    @Test
    void reelOfTheCityShowsEachAuthorityBelowWhatItSeesAnyway() {
        // Given
        String ours = loop.upload(
                OFFICER_LANKAO, loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE), "BEFORE");
        String theirs = loop.upload(
                OFFICER_QIXIAN, loop.reportedHazard(OFFICER_QIXIAN, TestCaller.QIXIAN_ENTERPRISE), "BEFORE");
        ReelScene city = new ReelScene(CITY_OFFICER);
        String draft = city.drafted(ours, theirs);

        // When
        String reel = city.shown(theirs, ours);

        // Then
        assertNull(read(OFFICER_LANKAO, draft).get("data.evidenceReel"));
        assertEquals(List.of(theirs, ours), read(CITY_OFFICER, reel).getList(ENTRIES + "evidence.id"));
        assertEquals(List.of(ours), read(OFFICER_LANKAO, reel).getList(ENTRIES + "evidence.id"));
        assertEquals(List.of(theirs), read(OFFICER_QIXIAN, reel).getList(ENTRIES + "evidence.id"));
        assertEquals(List.of(ours), read(FIRE_LANKAO, reel).getList(ENTRIES + "evidence.id"));
        assertEquals(List.of("FORBIDDEN"), LedgerClient.as(MANAGER_LANKAO).errorCodes(REEL, Map.of("id", reel)));
    }

    @Test
    void stateIsThatOfTheDayOfTheMeetingAndNothingIsShownBeforeIt() {
        // Given
        String photo = loop.upload(
                OFFICER_LANKAO, loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE), "BEFORE");
        LocalDate today = LocalDate.now(Times.ZONE);
        String ahead = ReelScene.LANKAO.drafted(ReelScene.input(List.of(photo), today.plusDays(1)));
        String past = ReelScene.LANKAO.drafted(ReelScene.input(List.of(photo), today.minusDays(1)));

        // When
        Payload early = show(ahead);
        show(past).accepted();

        // Then
        assertEquals(List.of("REEL_TOO_EARLY"), early.userErrorCodes());
        assertEquals("DRAFT", read(OFFICER_LANKAO, ahead).getString("data.evidenceReel.status"));
        // Yesterday the hazard was not known yet.
        assertNull(read(OFFICER_LANKAO, past).get("data.evidenceReel.entries[0].stateThen"));
    }

    @Test
    void reelShowsWhatItsAuthorSeesOnceAndNoMoreThanTheRuleAllows() {
        // Given
        String photo = loop.upload(
                OFFICER_LANKAO, loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE), "BEFORE");
        String elsewhere = loop.upload(
                OFFICER_QIXIAN, loop.reportedHazard(OFFICER_QIXIAN, TestCaller.QIXIAN_ENTERPRISE), "BEFORE");
        List<String> many = IntStream.range(0, 61)
                .mapToObj(i -> NodeId.text(NodeType.EVIDENCE, UUID.randomUUID()))
                .toList();

        // Then
        assertEquals("REFERENCE_NOT_FOUND entries.1.evidenceId", refusal(List.of(photo, elsewhere)));
        assertEquals("EVIDENCE_REUSED entries.1.evidenceId", refusal(List.of(photo, photo)));
        assertEquals("LIST_TOO_LONG entries", refusal(many));
        assertEquals("VALUE_OUT_OF_RANGE entries", refusal(List.of()));
        assertEquals(
                List.of("FORBIDDEN"),
                run(
                                MANAGER_LANKAO,
                                "draftEvidenceReel",
                                "DraftEvidenceReelInput",
                                ReelScene.input(List.of(photo), LocalDate.now(Times.ZONE)))
                        .errorCodes());
        assertEquals(
                List.of("NOT_THE_AUTHORITY"),
                run(
                                CITY_OFFICER,
                                "showEvidenceReel",
                                "ShowEvidenceReelInput",
                                Map.of("id", ReelScene.LANKAO.drafted(photo)))
                        .userErrorCodes());
    }

    private static String refusal(List<String> evidence) {
        Payload refused = run(
                OFFICER_LANKAO,
                "draftEvidenceReel",
                "DraftEvidenceReelInput",
                ReelScene.input(evidence, LocalDate.now(Times.ZONE)));
        return refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')");
    }

    private String changes(String statement, String reel) {
        try {
            return "changed " + database.change(statement, uuid(reel));
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static Payload show(String reel) {
        return run(OFFICER_LANKAO, "showEvidenceReel", "ShowEvidenceReelInput", new HashMap<>(Map.of("id", reel)));
    }

    private static Payload run(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        return LedgerClient.as(caller).mutate(mutation, inputType, input, "__typename");
    }

    private static JsonPath read(TestCaller caller, String reel) {
        return LedgerClient.as(caller).query(REEL, Map.of("id", reel));
    }

    private static String uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid().toString();
    }
}
