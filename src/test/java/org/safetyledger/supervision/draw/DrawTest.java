package org.safetyledger.supervision.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.DrawScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Draws of visits (双随机), from their announcement to their publication. */
@LedgerTest
class DrawTest {
    private static final String DRAW = """
            query($id: ID!) { draw(id: $id) { status poolHash commitment seed publicValue linkedVisits officersPerVisit
              candidates(first: 100) { nodes { number enterpriseId officerId name excluded exclusion } }
              visits { number name enterprise { id } officers { personId } inspection { id } }
              availableActions { action allowed code } } }""";

    private final DrawScene scene = DrawScene.LANKAO;

    @Inject
    LedgerTables database;

    @Test
    void anybodyDrawsTheSameByAFewLines() {
        // Given
        String draw = scene.announced(DrawScene.soon(withExclusions(scene.announcement(4))));
        JsonPath announced = read(OFFICER_LANKAO, draw);
        DrawScene.awaitPublicValue();

        // When
        run(OFFICER_LANKAO_2, "drawVisits", "DrawVisitsInput", DrawScene.revealed(draw))
                .accepted();

        // Then
        List<Map<String, Object>> pool = announced.getList("data.draw.candidates.nodes");
        String lines = pool.stream()
                .map(one -> text(one, "enterpriseId") + "|" + text(one, "officerId") + "|"
                        + (Boolean.TRUE.equals(one.get("excluded")) ? "excluded" : ""))
                .collect(Collectors.joining("\n"));
        assertEquals(sha256(lines), announced.getString("data.draw.poolHash"));
        assertNull(announced.get("data.draw.seed"));

        String seed = DrawScene.SEED + "|" + DrawScene.PUBLIC_VALUE + "|";
        List<String> enterprises = open(pool, "enterpriseId").stream()
                .sorted(Comparator.comparing(id -> sha256(seed + id)))
                .limit(4)
                .toList();
        List<List<String>> officers = enterprises.stream()
                .map(enterprise -> open(pool, "officerId").stream()
                        .filter(officer -> pool.stream()
                                .noneMatch(one -> enterprise.equals(one.get("enterpriseId"))
                                        && officer.equals(one.get("officerId"))))
                        .sorted(Comparator.comparing(officer -> sha256(seed + enterprise + "|" + officer)))
                        .limit(2)
                        .toList())
                .toList();
        JsonPath drawn = read(OFFICER_LANKAO, draw);
        assertEquals(enterprises, drawn.getList("data.draw.visits.enterprise.id"));
        assertEquals(officers, drawn.getList("data.draw.visits.officers.personId"));
        assertEquals(DrawScene.SEED, drawn.getString("data.draw.seed"));
        assertEquals(List.of("ANNOUNCED", "DRAWN"), history(OFFICER_LANKAO, draw));
    }

    /** An enterprise that was visited lately, an officer on leave, and one who must not visit another enterprise. */
    private Map<String, Object> withExclusions(Map<String, Object> input) {
        JsonPath pool = read(OFFICER_LANKAO, scene.announced(1));
        List<String> enterprises = pool.getList("data.draw.candidates.nodes.enterpriseId.findAll { it }");
        List<String> officers = pool.getList("data.draw.candidates.nodes.officerId.findAll { it }");
        input.put(
                "exclusions",
                List.of(
                        Map.of("enterpriseId", enterprises.getFirst(), "reason", "上月已检查"),
                        Map.of("officerId", officers.getFirst(), "reason", "脱产培训"),
                        Map.of(
                                "enterpriseId",
                                enterprises.get(1),
                                "officerId",
                                officers.get(1),
                                "reason",
                                "近亲属在该企业任职")));
        return input;
    }

    @Test
    void drawIsAnnouncedBeforeItsSeedCanBeKnownAndWithEnoughInItsPool() {
        assertEquals(
                "SEED_KNOWN publicFrom",
                refusal("publicFrom", Times.text(Instant.now().minusSeconds(1))));
        assertEquals("COMMITMENT_MALFORMED commitment", refusal("commitment", DrawScene.SEED));
        assertEquals("COMMITMENT_MALFORMED commitment", refusal("commitment", "A".repeat(64)));
        assertEquals("POOL_TOO_SMALL number", refusal("number", 200));
        assertEquals("VALUE_OUT_OF_RANGE number", refusal("number", 0));
        assertEquals("OUTSIDE_JURISDICTION jurisdiction", refusal("jurisdiction", "410221000000"));
        assertEquals("UNKNOWN_CODE jurisdiction", refusal("jurisdiction", "410299000000"));
        assertEquals("UNKNOWN_CODE industry", refusal("industry", "Z99"));
        assertEquals("POOL_TOO_SMALL number", refusal("sector", "NO_SUCH_SECTOR"));
    }

    @Test
    void exclusionIsOfThePoolHasAReasonAndLeavesEnough() {
        // Given
        JsonPath pool = read(OFFICER_LANKAO, scene.announced(1));
        List<String> officers = pool.getList("data.draw.candidates.nodes.officerId.findAll { it }");
        String officer = officers.getFirst();
        String stranger = NodeId.text(NodeType.PERSON, NodeId.newUuid());

        // Then
        assertEquals(
                "TEXT_REQUIRED exclusions.0.reason",
                refusal("exclusions", List.of(Map.of("officerId", officer, "reason", " "))));
        assertEquals("TEXT_REQUIRED exclusions.0.enterpriseId", refusal("exclusions", List.of(Map.of("reason", "回避"))));
        assertEquals(
                "REFERENCE_NOT_FOUND exclusions.0.officerId",
                refusal("exclusions", List.of(Map.of("officerId", stranger, "reason", "回避"))));
        Map<String, String> twice = Map.of("officerId", officer, "reason", "回避");
        assertEquals("EXCLUDED_TWICE exclusions.1.enterpriseId", refusal("exclusions", List.of(twice, twice)));
        assertEquals(
                "OFFICERS_TOO_FEW exclusions",
                refusal(
                        "exclusions",
                        officers.stream()
                                .skip(1)
                                .map(one -> Map.of("officerId", one, "reason", "回避"))
                                .toList()));
    }

    @Test
    void seedIsTheOneThatWasAnnouncedAndNothingIsDrawnBeforeItsPublicHalfIsKnown() {
        // Given
        String draw = scene.ready(2);
        Map<String, Object> other = DrawScene.revealed(draw);
        other.put("seed", "another seed");
        String missing = NodeId.text(NodeType.DRAW, NodeId.newUuid());

        // Then
        assertEquals(
                List.of("DRAW_TOO_EARLY"),
                draw(OFFICER_LANKAO, scene.announced(2)).userErrorCodes());
        assertEquals(
                List.of("SEED_NOT_COMMITTED"),
                run(OFFICER_LANKAO, "drawVisits", "DrawVisitsInput", other).userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), draw(CITY_OFFICER, draw).userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), draw(OFFICER_QIXIAN, draw).errorCodes());
        assertEquals(List.of("NOT_FOUND"), draw(DEPARTMENT_LANKAO, draw).errorCodes());
        assertEquals(List.of("FORBIDDEN"), draw(MANAGER_LANKAO, draw).errorCodes());
        assertEquals(List.of("NOT_FOUND"), draw(OFFICER_LANKAO, missing).errorCodes());
        assertEquals("ANNOUNCED", read(OFFICER_LANKAO, draw).getString("data.draw.status"));

        // When
        draw(OFFICER_LANKAO, draw).accepted();

        // Then
        assertEquals(List.of("WRONG_STATE"), draw(OFFICER_LANKAO, draw).userErrorCodes());
    }

    @Test
    void poolThatWasChangedAfterItsAnnouncementIsDrawnFromByNobody() {
        // Given
        String draw = scene.ready(1);
        int added = database.change(
                "insert into draw_candidate (id, draw_id, number, enterprise_id, name)"
                        + " select gen_random_uuid(), d.id, 100000, e.id, e.name from draw d, enterprise e"
                        + " where d.id = cast(? as uuid) and e.credit_code = ?",
                uuid(draw),
                TestCaller.QIXIAN_ENTERPRISE);

        // When
        Payload refused = draw(OFFICER_LANKAO, draw);

        // Then
        assertEquals(1, added);
        assertEquals(List.of("POOL_CHANGED"), refused.userErrorCodes());
        assertTrue(changes("update draw_candidate set exclusion = 'x' where draw_id = cast(? as uuid)", draw)
                .contains("stays as it was announced"));
        assertTrue(changes("update draw set number = 2 where id = cast(? as uuid)", draw)
                .contains("stays as it was written"));
    }

    @Test
    void whatWasDrawnStaysByStatementsToo() {
        // Given
        String draw = scene.drawn(1);

        // Then
        assertTrue(changes("update draw set seed = 'x' where id = cast(? as uuid)", draw)
                .contains("stays"));
        assertTrue(changes("update drawn_visit set number = 9 where draw_id = cast(? as uuid)", draw)
                .contains("stays"));
    }

    @Test
    void drawIsWithdrawnOnlyBeforeItsPublicValueIsKnown() {
        // Given
        String withdrawn = scene.announced(1);
        Map<String, Object> reason = new HashMap<>(Map.of("id", withdrawn, "reason", "抽取范围有误"));

        // When
        run(OFFICER_LANKAO, "cancelDraw", "CancelDrawInput", reason).accepted();
        String due = scene.ready(1);
        reason.put("id", due);
        Payload late = run(OFFICER_LANKAO, "cancelDraw", "CancelDrawInput", reason);

        // Then
        assertEquals("CANCELLED", read(OFFICER_LANKAO, withdrawn).getString("data.draw.status"));
        assertEquals(List.of("SEED_KNOWN"), late.userErrorCodes());
        assertEquals(List.of("WRONG_STATE"), draw(OFFICER_LANKAO, withdrawn).userErrorCodes());
    }

    @Test
    void drawIsKnownToNoEnterpriseBeforeItsVisitsBegin() {
        // Given
        String counts = "{ draws { totalCount } drawCandidates { totalCount } }";
        String before = LedgerClient.as(MANAGER_LANKAO).query(counts).prettify();
        String draw = scene.drawn(1);
        Map<String, Object> visit = scene.visit(draw);

        // Then
        assertEquals(
                List.of("VISIT_NOT_AS_DRAWN"),
                run(OFFICER_LANKAO, "linkDrawnVisit", "LinkDrawnVisitInput", other(visit, "inspectionId"))
                        .userErrorCodes());
        assertEquals(
                List.of("REFERENCE_NOT_FOUND"),
                run(OFFICER_LANKAO, "linkDrawnVisit", "LinkDrawnVisitInput", other(visit, "enterpriseId"))
                        .userErrorCodes());
        assertEquals(List.of("DRAWN_VISITS_AHEAD"), publish(draw).userErrorCodes());

        // When
        run(OFFICER_LANKAO, "linkDrawnVisit", "LinkDrawnVisitInput", visit).accepted();

        // Then
        assertEquals(List.of("DRAWN_VISITS_AHEAD"), publish(draw).userErrorCodes());
        assertNull(read(MANAGER_LANKAO, draw).get("data.draw"));
        assertEquals(
                List.of("NOT_FOUND"),
                LedgerClient.as(MANAGER_LANKAO)
                        .errorCodes("query($id: ID!) { history(of: $id) { totalCount } }", Map.of("id", draw)));
        assertEquals(before, LedgerClient.as(MANAGER_LANKAO).query(counts).prettify());
        assertEquals(
                visit.get("inspectionId"), read(OFFICER_LANKAO, draw).getString("data.draw.visits[0].inspection.id"));

        // When
        run(
                        OFFICER_LANKAO,
                        "cancelInspection",
                        "EndInspectionInput",
                        Map.of("id", String.valueOf(visit.get("inspectionId")), "reason", "企业停产"))
                .accepted();
        publish(draw).accepted();

        // Then
        JsonPath seen = read(MANAGER_LANKAO, draw);
        assertEquals(DrawScene.SEED, seen.getString("data.draw.seed"));
        assertEquals(1, seen.getList("data.draw.visits").size());
        assertNull(seen.get("data.draw.visits[0].inspection"));
        assertEquals(Set.of(), exclusionsTold(seen));
        assertEquals(List.of("ANNOUNCED", "DRAWN", "VISIT_LINKED", "PUBLISHED"), history(MANAGER_LANKAO, draw));
        assertNull(read(MANAGER_QIXIAN, draw).get("data.draw"));
        assertEquals(List.of("WRONG_STATE"), publish(draw).userErrorCodes());
    }

    @Test
    void departmentDrawsOfItsOwnTradesAndOfficers() {
        // Given
        DrawScene department = new DrawScene(DEPARTMENT_LANKAO);

        // When
        String draw = department.drawn(1);

        // Then
        JsonPath drawn = read(DEPARTMENT_LANKAO, draw);
        List<String> trades = LedgerClient.as(DEPARTMENT_LANKAO)
                .query("query($id: ID!) { draw(id: $id) { visits { enterprise { industry } } } }", Map.of("id", draw))
                .getList("data.draw.visits.enterprise.industry");
        assertEquals("DRAWN", drawn.getString("data.draw.status"));
        assertTrue(trades.stream().allMatch(trade -> "BC".contains(trade.substring(0, 1))), trades::toString);
        assertNull(read(FIRE_LANKAO, draw).get("data.draw"));
        assertEquals(List.of("ANNOUNCED", "DRAWN"), history(DEPARTMENT_LANKAO, draw));
    }

    private String refusal(String field, Object value) {
        Map<String, Object> input = scene.announcement(2);
        input.put(field, value);
        Payload refused = run(OFFICER_LANKAO, "announceDraw", "AnnounceDrawInput", input);
        return refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')");
    }

    /** The database's words when it refuses the statement. */
    private String changes(String statement, String draw) {
        try {
            return "changed " + database.change(statement, uuid(draw));
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static Map<String, Object> other(Map<String, Object> link, String field) {
        Map<String, Object> other = new HashMap<>(link);
        NodeType type = field.equals("enterpriseId") ? NodeType.ENTERPRISE : NodeType.INSPECTION;
        other.put(
                field,
                type == NodeType.ENTERPRISE
                        ? new Loop().enterpriseId(CITY_OFFICER, TestCaller.QIXIAN_ENTERPRISE)
                        : NodeId.text(type, NodeId.newUuid()));
        return other;
    }

    private static Set<Object> exclusionsTold(JsonPath draw) {
        return draw.<Map<String, Object>>getList("data.draw.candidates.nodes").stream()
                .filter(one -> one.get("exclusion") != null)
                .collect(Collectors.toSet());
    }

    private static List<String> open(List<Map<String, Object>> pool, String of) {
        String other = of.equals("officerId") ? "enterpriseId" : "officerId";
        return pool.stream()
                .filter(one ->
                        one.get(of) != null && one.get(other) == null && Boolean.FALSE.equals(one.get("excluded")))
                .map(one -> text(one, of))
                .toList();
    }

    private static String text(Map<String, Object> candidate, String field) {
        Object value = candidate.get(field);
        return value == null ? "" : value.toString();
    }

    private static String sha256(String text) {
        return Loop.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String uuid(String draw) {
        return NodeId.parse(draw).orElseThrow().uuid().toString();
    }

    private static Payload draw(TestCaller caller, String draw) {
        return run(caller, "drawVisits", "DrawVisitsInput", DrawScene.revealed(draw));
    }

    private static Payload publish(String draw) {
        return run(OFFICER_LANKAO, "publishDraw", "PublishDrawInput", Map.of("id", draw));
    }

    private static Payload run(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        return LedgerClient.as(caller).mutate(mutation, inputType, input, "__typename");
    }

    private static JsonPath read(TestCaller caller, String draw) {
        return LedgerClient.as(caller).query(DRAW, Map.of("id", draw));
    }

    private static List<String> history(TestCaller caller, String of) {
        return LedgerClient.as(caller)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", of))
                .getList("data.history.nodes.action");
    }
}
