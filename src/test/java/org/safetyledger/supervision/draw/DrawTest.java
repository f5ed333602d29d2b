package org.safetyledger.supervision.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.safetyledger.testing.Together;
import org.safetyledger.testing.TransferScene;

/** Draws of visits (双随机), from their announcement to their publication. */
@LedgerTest
class DrawTest {
    private static final String DRAW = """
            query($id: ID!) { draw(id: $id) { status poolHash commitment seed publicValue linkedVisits officersPerVisit
              candidates(first: 100) { nodes { number enterpriseId officerId name excluded exclusion } }
              visits { number name enterprise { id } officers { personId } inspection { id }
                substitutes { personId insteadOfId reason } unvisitedReason }
              availableActions { action allowed code } } }""";

    private final DrawScene scene = DrawScene.LANKAO;

    @Inject
    LedgerTables database;

    @Test
    void anybodyDrawsTheSameByAFewLines() {
        // Given
        String draw = scene.announced(DrawScene.soon(withExclusions(scene.announcement(4))));
        JsonPath announced = read(OFFICER_LANKAO, draw);
        DrawScene.passToPublicValue();
        scene.witnessed(draw);

        // When
        draw(OFFICER_LANKAO_2, draw).accepted();

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
        assertEquals(List.of("ANNOUNCED", "WITNESSED", "DRAWN"), history(OFFICER_LANKAO, draw));
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
        assertEquals("UNKNOWN_CODE sector", refusal("sector", "NO_SUCH_SECTOR"));
    }

    @Test
    void exclusionIsOfThePoolHasAReasonAndLeavesEnough() {
        // Given
        JsonPath pool = read(OFFICER_LANKAO, scene.announced(1));
        List<String> officers = pool.<String>getList("data.draw.candidates.nodes.officerId.findAll { it }").stream()
                .distinct()
                .toList();
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
    void publicValueIsWrittenDownOnceItIsKnownBySomebodyWhoDoesNotKnowTheSeed() {
        // Given
        TestCaller witness = scene.witness();
        Payload early = witness(witness, scene.announced(2));
        String draw = scene.known(2);

        // When
        Payload byAnnouncer = witness(OFFICER_LANKAO, draw);
        Payload unwitnessed = draw(OFFICER_LANKAO, draw);
        Payload elsewhere = witness(CITY_OFFICER, draw);
        String before = read(OFFICER_LANKAO, draw).prettify();
        witness(witness, draw).accepted();
        Payload again = witness(OFFICER_LANKAO_2, draw);
        Payload byWitness = draw(witness, draw);

        // Then
        assertEquals(List.of("DRAW_TOO_EARLY"), early.userErrorCodes());
        assertEquals(List.of("publicValue"), early.get("userErrors[0].path"));
        assertEquals(List.of("ANNOUNCER_CANNOT_WITNESS"), byAnnouncer.userErrorCodes());
        assertEquals(List.of("PUBLIC_VALUE_MISSING"), unwitnessed.userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), elsewhere.userErrorCodes());
        assertTrue(before.contains("ANNOUNCED") && !before.contains(DrawScene.PUBLIC_VALUE), before);
        assertEquals(List.of("PUBLIC_VALUE_RECORDED"), again.userErrorCodes());
        assertEquals(List.of("WITNESS_CANNOT_DRAW"), byWitness.userErrorCodes());
        assertTrue(changes("update draw set public_value = 'x' where id = cast(? as uuid)", draw)
                .contains("stays"));
        draw(OFFICER_LANKAO, draw).accepted();
    }

    @Test
    void authorityHasOneOpenAnnouncementOfAKind() {
        // Given
        String open = scene.announced(1);

        // When
        Payload second = run(OFFICER_LANKAO_2, "announceDraw", "AnnounceDrawInput", scene.announcement(2));
        DrawScene department = new DrawScene(DEPARTMENT_LANKAO);
        department.drawn(1);
        List<List<String>> atOnce = Together.act(
                2,
                _ -> run(DEPARTMENT_LANKAO, "announceDraw", "AnnounceDrawInput", department.announcement(1))
                        .userErrorCodes());

        // Then
        assertEquals(List.of("ANNOUNCEMENT_OPEN"), second.userErrorCodes());
        assertTrue(second.text("userErrors[0].message").contains(open));
        assertEquals(Set.of(List.of(), List.of("ANNOUNCEMENT_OPEN")), Set.copyOf(atOnce));
    }

    @Test
    void ofTwoWhoDrawAtOnceOneDraws() {
        // Given
        String draw = scene.ready(2);
        List<TestCaller> callers = List.of(OFFICER_LANKAO, OFFICER_LANKAO_2);

        // When
        List<List<String>> outcomes =
                Together.act(2, person -> draw(callers.get(person), draw).userErrorCodes());

        // Then
        assertEquals(Set.of(List.of(), List.of("WRONG_STATE")), Set.copyOf(outcomes));
        assertEquals(2, read(OFFICER_LANKAO, draw).getList("data.draw.visits").size());
        assertEquals(List.of("ANNOUNCED", "WITNESSED", "DRAWN"), history(OFFICER_LANKAO, draw));
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
        run(OFFICER_LANKAO_2, "cancelDraw", "CancelDrawInput", Map.of("id", draw, "reason", "抽取库被改动"))
                .accepted();
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
        run(OFFICER_LANKAO_2, "cancelDraw", "CancelDrawInput", reason).accepted();

        // Then
        assertEquals("CANCELLED", read(OFFICER_LANKAO, withdrawn).getString("data.draw.status"));
        assertEquals(List.of("SEED_KNOWN"), late.userErrorCodes());
        assertEquals(List.of("WRONG_STATE"), draw(OFFICER_LANKAO, withdrawn).userErrorCodes());
        JsonPath seen = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { draw(id: $id) { status cancelReason cancelledBy cancelledAt publicFrom } }",
                        Map.of("id", due));
        assertEquals("CANCELLED", seen.getString("data.draw.status"));
        assertEquals("抽取范围有误", seen.getString("data.draw.cancelReason"));
        assertEquals(OFFICER_LANKAO_2.subject(), seen.getString("data.draw.cancelledBy"));
        assertTrue(OffsetDateTime.parse(seen.getString("data.draw.cancelledAt"))
                .isAfter(OffsetDateTime.parse(seen.getString("data.draw.publicFrom"))));
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
        Payload another = run(OFFICER_LANKAO, "linkDrawnVisit", "LinkDrawnVisitInput", scene.visit(draw));
        Payload notYet = explain(draw);
        cancelVisit(visit);
        Payload calledOff = publish(draw);
        explain(draw).accepted();
        publish(draw).accepted();

        // Then
        assertEquals(List.of("DRAWN_VISIT_LINKED"), another.userErrorCodes());
        assertEquals(List.of("DRAWN_VISIT_LINKED"), notYet.userErrorCodes());
        assertEquals(List.of("DRAWN_VISITS_AHEAD"), calledOff.userErrorCodes());
        JsonPath seen = read(MANAGER_LANKAO, draw);
        assertEquals("企业停产，复产后另行抽取", seen.getString("data.draw.visits[0].unvisitedReason"));
        assertEquals(DrawScene.SEED, seen.getString("data.draw.seed"));
        assertEquals(1, seen.getList("data.draw.visits").size());
        assertNull(seen.get("data.draw.visits[0].inspection"));
        assertEquals(Set.of(), exclusionsTold(seen));
        assertEquals(
                List.of("ANNOUNCED", "WITNESSED", "DRAWN", "VISIT_LINKED", "VISIT_EXPLAINED", "PUBLISHED"),
                history(MANAGER_LANKAO, draw));
        assertNull(read(MANAGER_QIXIAN, draw).get("data.draw"));
        assertEquals(List.of("WRONG_STATE"), publish(draw).userErrorCodes());
    }

    @Test
    void visitThatWasCalledOffMakesRoomForAnotherWhichPublishesTheDrawOnceItHasBegun() {
        // Given
        String draw = scene.drawn(1);
        Map<String, Object> first = scene.visit(draw);
        run(OFFICER_LANKAO, "linkDrawnVisit", "LinkDrawnVisitInput", first).accepted();
        cancelVisit(first);
        Map<String, Object> second = scene.visit(draw);

        // When
        run(OFFICER_LANKAO, "linkDrawnVisit", "LinkDrawnVisitInput", second).accepted();
        Payload early = publish(draw);
        database.change(
                "update inspection set started_at = now(), status = 'IN_PROGRESS' where id = cast(? as uuid)",
                uuid(String.valueOf(second.get("inspectionId"))));
        Payload replaced = run(OFFICER_LANKAO, "linkDrawnVisit", "LinkDrawnVisitInput", scene.visit(draw));
        Payload explained = explain(draw);

        // Then
        assertEquals(List.of("DRAWN_VISITS_AHEAD"), early.userErrorCodes());
        assertEquals(List.of("DRAWN_VISIT_LINKED"), replaced.userErrorCodes());
        assertEquals(List.of("DRAWN_VISIT_LINKED"), explained.userErrorCodes());
        publish(draw).accepted();
        assertEquals(1, read(OFFICER_LANKAO, draw).getInt("data.draw.linkedVisits"));
    }

    @Test
    void officerInConflictIsLeftOutOfThePoolOrReplacedByTheNextOfTheOrder() {
        // Given
        String draw = scene.drawn(1);
        Map<String, Object> visit = scene.visit(draw);
        JsonPath drawn = read(OFFICER_LANKAO, draw);
        String enterprise = String.valueOf(visit.get("enterpriseId"));
        String conflicted = drawn.getString("data.draw.visits[0].officers[0].personId");
        List<String> order = open(drawn.getList("data.draw.candidates.nodes"), "officerId").stream()
                .sorted(Comparator.comparing(officer ->
                        sha256(DrawScene.SEED + "|" + DrawScene.PUBLIC_VALUE + "|" + enterprise + "|" + officer)))
                .toList();
        String visitId = String.valueOf(visit.get("inspectionId"));
        exclude(visitId, conflicted, "近亲属在该企业任职");

        // When
        Payload oneShort = run(OFFICER_LANKAO, "linkDrawnVisit", "LinkDrawnVisitInput", visit);
        database.change(
                "insert into inspection_officer (inspection_id, person_id, name) select cast(? as uuid), id, name from person"
                        + " where id = cast(? as uuid)",
                uuid(visitId),
                uuid(order.get(2)));
        run(OFFICER_LANKAO, "linkDrawnVisit", "LinkDrawnVisitInput", visit).accepted();

        // Then
        JsonPath secret = read(OFFICER_LANKAO, scene.announced(1));
        database.change("update inspection set entered_at = now() where id = cast(? as uuid)", uuid(visitId));
        JsonPath next = read(OFFICER_LANKAO, scene.announced(1));
        database.change(
                "update inspection_officer set exclusion = null where inspection_id = cast(? as uuid)", uuid(visitId));
        assertEquals(List.of("VISIT_NOT_AS_DRAWN"), oneShort.userErrorCodes());
        JsonPath linked = read(OFFICER_LANKAO, draw).setRootPath("data.draw.visits[0].substitutes");
        assertEquals(List.of(order.get(2)), linked.getList("personId"));
        assertEquals(List.of(conflicted), linked.getList("insteadOfId"));
        assertEquals(List.of("OFFICER_IN_CONFLICT: 近亲属在该企业任职"), linked.getList("reason"));
        assertEquals(List.of("OFFICER_IN_CONFLICT: 近亲属在该企业任职"), reasons(next, enterprise, conflicted));
        assertEquals(List.of(), reasons(secret, enterprise, conflicted));
    }

    @Test
    void conflictThatAnotherAuthorityRecordedIsKnownToDrawsAsItIsToPlansAndToldByItsCodeAlone() {
        // Given
        DrawScene department = new DrawScene(DEPARTMENT_LANKAO);
        String draw = department.drawn(1);
        JsonPath drawn = read(DEPARTMENT_LANKAO, draw).setRootPath("data.draw.visits[0]");
        String enterprise = drawn.getString("enterprise.id");
        String officer = drawn.getString("officers[0].personId");
        conflictAtAVisitOfTheFireBrigade(enterprise, officer);

        // When
        JsonPath secret = read(DEPARTMENT_LANKAO, department.announced(1));
        database.change(
                "update inspection set entered_at = now() where planned_by = 'brigade' and enterprise_id = cast(? as uuid)",
                uuid(enterprise));
        JsonPath next = read(DEPARTMENT_LANKAO, department.announced(1));
        Payload planned = LedgerClient.as(DEPARTMENT_LANKAO)
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
                                LedgerClient.as(DEPARTMENT_LANKAO)
                                        .query(
                                                "query($day: Date) { checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                                                Map.of(
                                                        "day",
                                                        LocalDate.now(Times.ZONE)
                                                                .toString()))
                                        .getString("data.checklists.nodes[0].id"),
                                "plannedOn",
                                LocalDate.now(Times.ZONE).toString(),
                                "officerIds",
                                drawn.getList("officers.personId")),
                        "__typename");
        database.change("update inspection_officer set exclusion = null where exclusion = '保密原因'");

        // Then
        assertEquals(List.of(), reasons(secret, enterprise, officer));
        assertEquals(List.of("OFFICER_IN_CONFLICT"), planned.userErrorCodes());
        assertEquals(List.of("OFFICER_IN_CONFLICT"), reasons(next, enterprise, officer));
    }

    private void conflictAtAVisitOfTheFireBrigade(String enterprise, String officer) {
        String visit = database.value(
                "insert into inspection (id, division_code, version, enterprise_id, industry_code, matter, kind, status, announced,"
                        + " checklist_id, planned_on, planned_by, planned_at, check_kind, source, authority, authority_division, counted)"
                        + " select gen_random_uuid(), e.division_code, 1, e.id, e.industry_code, 'FIRE', 'ENFORCEMENT', 'ASSIGNED', false,"
                        + " (select id from checklist limit 1), ledger_today(), 'brigade', now(), 'CASE', 'TIP', 'KF-410225-FR',"
                        + " '410225000000', false from enterprise e where e.id = cast(? as uuid) returning id",
                uuid(enterprise));
        database.change(
                "insert into inspection_officer (inspection_id, person_id, name, exclusion, excluded_by)"
                        + " select cast(? as uuid), id, name, '保密原因', 'KF-410225-FR' from person where id = cast(? as uuid)",
                visit,
                uuid(officer));
    }

    @Test
    void visitWhoseMergedOtherWasCalledOffIsCountedByNobodyUntilItIsParted() {
        // Given
        String enterprise = database.value(
                "select id from enterprise where county_code = '410225' and status = 'ACTIVE' and sector is not null"
                        + " and supervision_class is null order by id desc limit 1");
        String inserted =
                "insert into inspection (id, division_code, version, enterprise_id, industry_code, kind, status, announced,"
                        + " checklist_id, planned_on, planned_by, planned_at, notified_at, check_kind, source, authority, authority_division,"
                        + " counted, merged_into_id) select gen_random_uuid(), e.division_code, 1, e.id, e.industry_code, 'ENFORCEMENT', ?,"
                        + " true, (select id from checklist limit 1), ledger_today(), 'merger', now(), now(), 'SPECIAL', 'PLAN', ?,"
                        + " rpad(left(?, 6), 12, '0'), true, cast(nullif(?, '') as uuid) from enterprise e where e.id = cast(? as uuid) returning id";
        String other = database.value(inserted, "CANCELLED", "410200000000", "410200", "", enterprise);
        database.value(inserted, "NOTIFIED", "410225000000", "410225", other, enterprise);
        database.value(inserted, "NOTIFIED", "410225000000", "410225", "", enterprise);
        String id = NodeId.text(NodeType.ENTERPRISE, UUID.fromString(enterprise));

        // When
        JsonPath pool = read(OFFICER_LANKAO, scene.announced(1));
        String left = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!, $year: Int!) { inspectionBudget(enterpriseId: $id, year: $year) { authorities { authority"
                                + " used left } } }",
                        Map.of("id", id, "year", LocalDate.now(Times.ZONE).getYear()))
                .getString(
                        "data.inspectionBudget.authorities.find { it.authority == '410225000000' }.with { it.used + ' ' + it.left }");
        String counted = database.value(
                "select ledger_visits_counted('410225000000', cast(? as uuid), cast(to_char(ledger_today(), 'YYYY') as integer))",
                enterprise);
        database.change("update inspection set status = 'CANCELLED', counted = false where planned_by = 'merger'");

        // Then
        assertEquals("1", counted);
        assertEquals("1 1", left);
        assertEquals(
                List.of(false),
                pool.<Map<String, Object>>getList("data.draw.candidates.nodes").stream()
                        .filter(one -> id.equals(one.get("enterpriseId")) && one.get("officerId") == null)
                        .map(one -> one.get("excluded"))
                        .toList());
    }

    @Test
    void leaderOfTheGovernmentIsTheSecondPairOfEyesOfAnAuthorityWithOneAccount() {
        // Given
        String draw = scene.known(1);
        Map<String, Object> reason = Map.of("id", draw, "reason", "范围有误");

        // When
        Payload elsewhere = witness(COUNTY_LEADER_QIXIAN, draw);
        Payload above = witness(CITY_LEADER, draw);
        JsonPath foreseen = read(COUNTY_LEADER_LANKAO, draw);
        witness(COUNTY_LEADER_LANKAO, draw).accepted();
        Payload drawnByLeader = draw(COUNTY_LEADER_LANKAO, draw);
        draw(OFFICER_LANKAO, draw).accepted();
        DrawScene department = new DrawScene(DEPARTMENT_LANKAO);
        String ofDepartment = department.known(1);
        Payload ofOffice =
                run(OFFICER_LANKAO, "cancelDraw", "CancelDrawInput", Map.of("id", ofDepartment, "reason", "x"));
        run(COUNTY_LEADER_LANKAO, "cancelDraw", "CancelDrawInput", Map.of("id", ofDepartment, "reason", "范围有误"))
                .accepted();

        // Then
        assertEquals(List.of("NOT_FOUND"), elsewhere.errorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), above.userErrorCodes());
        assertEquals(
                Set.of("witnessDraw", "cancelDraw"),
                Set.copyOf(foreseen.<String>getList("data.draw.availableActions.findAll { it.allowed }.action")));
        assertEquals(List.of("FORBIDDEN"), drawnByLeader.errorCodes());
        assertEquals("DRAWN", read(COUNTY_LEADER_LANKAO, draw).getString("data.draw.status"));
        assertEquals(List.of("NOT_THE_AUTHORITY"), ofOffice.userErrorCodes());
        assertEquals("CANCELLED", read(DEPARTMENT_LANKAO, ofDepartment).getString("data.draw.status"));
        assertEquals(
                List.of("WRONG_STATE"),
                run(COUNTY_LEADER_LANKAO, "cancelDraw", "CancelDrawInput", reason)
                        .userErrorCodes());
    }

    @Test
    void witnessCorrectsTheValueOnceUntilItIsDrawnAndTheHistoryKeepsBoth() {
        // Given
        TestCaller witness = scene.witness();
        String draw = scene.known(1);
        Map<String, Object> typo = DrawScene.published(draw);
        typo.put("publicValue", "福彩3D 2026320期 5 0 9");
        run(witness, "witnessDraw", "WitnessDrawInput", typo).accepted();

        // When
        Payload byAnother = witness(OFFICER_LANKAO_2, draw);
        witness(witness, draw).accepted();
        Payload thirdValue = run(witness, "witnessDraw", "WitnessDrawInput", typo);
        JsonPath foreseen = read(witness, draw);
        String behind = changes(
                "update draw set public_value = 'x', witnessed_at = now() + interval '1 hour' where id = cast(? as uuid)",
                draw);
        draw(OFFICER_LANKAO, draw).accepted();
        Payload late = run(witness, "witnessDraw", "WitnessDrawInput", typo);

        // Then
        assertEquals(List.of("PUBLIC_VALUE_RECORDED"), byAnother.userErrorCodes());
        assertEquals(List.of("PUBLIC_VALUE_CORRECTED"), thirdValue.userErrorCodes());
        assertEquals(
                "PUBLIC_VALUE_CORRECTED",
                foreseen.getString("data.draw.availableActions.find { it.action == 'witnessDraw' }.code"));
        assertTrue(behind.contains("stays"), behind);
        assertEquals(List.of("WRONG_STATE"), late.userErrorCodes());
        assertEquals(DrawScene.PUBLIC_VALUE, read(OFFICER_LANKAO, draw).getString("data.draw.publicValue"));
        assertEquals(List.of("ANNOUNCED", "WITNESSED", "VALUE_CORRECTED", "DRAWN"), history(OFFICER_LANKAO, draw));
        String told = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", draw))
                .prettify();
        assertTrue(told.contains("5 0 9") && told.contains("5 0 7"), told);
        assertTrue(changes("update draw set public_value = 'x', witnessed_at = now() where id = cast(? as uuid)", draw)
                .contains("stays"));
    }

    private static List<Object> reasons(JsonPath pool, String enterprise, String officer) {
        return pool.<Map<String, Object>>getList("data.draw.candidates.nodes").stream()
                .filter(one -> enterprise.equals(one.get("enterpriseId")) && officer.equals(one.get("officerId")))
                .map(one -> one.get("exclusion"))
                .toList();
    }

    @Test
    void enterpriseWhoseVisitsOfTheYearAreUsedIsLeftOut() {
        // Given
        String enterprise = new Loop().enterpriseId(CITY_OFFICER, TestCaller.LANKAO_ENTERPRISE);
        int counted = database.change(
                "insert into inspection (id, division_code, version, enterprise_id, industry_code, kind, status, announced,"
                        + " checklist_id, planned_on, planned_by, planned_at, notified_at, check_kind, source, authority, authority_division, counted)"
                        + " select gen_random_uuid(), e.division_code, 1, e.id, e.industry_code, 'ENFORCEMENT', 'NOTIFIED', true,"
                        + " (select id from checklist limit 1), ledger_today(), 'planner', now(), now(), 'SPECIAL', 'PLAN', '410225000000',"
                        + " '410225000000', true from enterprise e, generate_series(1, 9) where e.credit_code = ?",
                TestCaller.LANKAO_ENTERPRISE);

        // When
        JsonPath pool = read(OFFICER_LANKAO, scene.announced(DrawScene.soon(scene.announcement(1))));
        database.change(
                "update inspection set status = 'CANCELLED', counted = false where planned_by = 'planner' and authority = ?",
                "410225000000");

        // Then
        assertEquals(9, counted);
        assertEquals(
                "CAP_EXCEEDED: 2, " + LocalDate.now(Times.ZONE).getYear(),
                pool.<Map<String, Object>>getList("data.draw.candidates.nodes").stream()
                        .filter(one -> enterprise.equals(one.get("enterpriseId")) && one.get("officerId") == null)
                        .map(one -> one.get("exclusion"))
                        .findFirst()
                        .orElse(null));
    }

    @Test
    void enterpriseThatIsSeenByAGrantAloneIsInNoPool() {
        // Given
        String hazard = TransferScene.hazard();
        String granted = new Loop().enterpriseId(CITY_OFFICER, TestCaller.LANKAO_ENTERPRISE);
        TransferScene.accept(
                        TestCaller.INSTRUMENTS_LANKAO,
                        TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", "KF-410225-EM"))
                .accepted();

        // When
        Payload announced = run(
                TestCaller.INSTRUMENTS_LANKAO,
                "announceDraw",
                "AnnounceDrawInput",
                new DrawScene(TestCaller.INSTRUMENTS_LANKAO).announcement(1));

        // Then
        assertEquals(
                granted,
                LedgerClient.as(TestCaller.INSTRUMENTS_LANKAO)
                        .query("query($id: ID!) { enterprise(id: $id) { id } }", Map.of("id", granted))
                        .getString("data.enterprise.id"));
        assertEquals(List.of("POOL_TOO_SMALL"), announced.userErrorCodes());
    }

    @Test
    void dissolvedDepartmentHasNobodyToDraw() {
        // Given
        String elsewhere = refusal("department", "KF-410221-EM");

        // When
        database.change("update department set valid_to = ledger_today() - 1 where code = ?", "KF-410225-EM");
        String named = refusal("department", "KF-410225-EM");
        String all = refusal("number", 1);
        database.change("update department set valid_to = null where code = ?", "KF-410225-EM");

        // Then
        assertEquals("UNKNOWN_CODE department", named);
        assertEquals("OFFICERS_TOO_FEW exclusions", all);
        assertEquals("UNKNOWN_CODE department", elsewhere);
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
        assertEquals(List.of("ANNOUNCED", "WITNESSED", "DRAWN"), history(DEPARTMENT_LANKAO, draw));
    }

    private void exclude(String visit, String officer, String reason) {
        run(
                        OFFICER_LANKAO,
                        "excludeInspectionOfficer",
                        "ExcludeInspectionOfficerInput",
                        Map.of("id", visit, "personId", officer, "reason", reason))
                .accepted();
    }

    private static void cancelVisit(Map<String, Object> link) {
        run(
                        OFFICER_LANKAO,
                        "cancelInspection",
                        "EndInspectionInput",
                        Map.of("id", String.valueOf(link.get("inspectionId")), "reason", "企业停产"))
                .accepted();
    }

    private Payload explain(String draw) {
        return run(OFFICER_LANKAO, "explainDrawnVisit", "ExplainDrawnVisitInput", scene.explanation(draw));
    }

    private static Payload witness(TestCaller caller, String draw) {
        return run(caller, "witnessDraw", "WitnessDrawInput", DrawScene.published(draw));
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
