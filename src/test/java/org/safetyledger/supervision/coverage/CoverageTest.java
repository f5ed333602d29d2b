package org.safetyledger.supervision.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.INSTRUMENTS_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.DirectiveScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.RegulatorScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.VisitScene;

/** No blind spots (无盲区): what nobody looks after is told, and is no longer told once somebody does. */
@LedgerTest
class CoverageTest {
    private static final String LANKAO = "410225000000";
    private static final String TOWN = "410225101000";
    private static final String ORPHAN = "91410225MA9CKD0XN1";
    private static final String COVERAGE =
            "query($jurisdiction: String, $industry: String, $days: Int, $kind: CoverageGapKind, $after: String) {"
                    + " coverage(jurisdiction: $jurisdiction, industry: $industry, days: $days, kind: $kind, after: $after) {"
                    + " cells { jurisdiction industry enterprises visited selfChecked gaps { kind count } }"
                    + " gaps { kind jurisdiction objectId objectName cursor } } }";
    private static final String DONE =
            "select max((i.started_at at time zone 'Asia/Shanghai')::date) filter (where i.kind in ('ENFORCEMENT', 'ASSISTANCE')"
                    + " and i.status <> 'ABORTED') visited, max((i.completed_at at time zone 'Asia/Shanghai')::date)"
                    + " filter (where i.kind = 'SELF_CHECK') checked from inspection i where i.enterprise_id = e.id";
    private static final String GAPS =
            "data.coverage.gaps.collect { it.kind + ' ' + it.jurisdiction + ' ' + it.objectId }";
    private static final Loop LOOP = new Loop();

    @Inject
    LedgerTables tables;

    @BeforeEach
    @AfterEach
    void leaveNothing() {
        tables.change("delete from undetermined_regulator where division_code = ?", LANKAO);
        tables.change(
                "delete from regulator_decision where division_code = ? and industry_code = ?",
                LANKAO,
                RegulatorScene.INDUSTRY);
        tables.change("delete from enterprise where credit_code = ?", ORPHAN);
        tables.change(
                "update enterprise_coverage c set registered_on = ledger_today(), visited_on = v.visited, self_checked_on = v.checked from enterprise e"
                        + " cross join lateral (" + DONE + ") v where e.id = c.id");
    }

    @Test
    void orphanEnterpriseIsOneGapUntilItsRegulatorIsDecided() {
        // Given
        tables.change(
                "insert into enterprise (id, division_code, industry_code, credit_code, name, address, employees, status, version)"
                        + " values (gen_random_uuid(), ?, ?, ?, '国际组织兰考办事处', '兰考县', 9, 'ACTIVE', 0)",
                TOWN,
                RegulatorScene.INDUSTRY,
                ORPHAN);
        String orphan = LOOP.enterpriseId(OFFICER_LANKAO, ORPHAN);

        // When
        List<String> before = gapsOf(orphan, OFFICER_LANKAO);
        List<String> ofCity = gapsOf(orphan, CITY_OFFICER);
        List<String> elsewhere = gapsOf(orphan, OFFICER_QIXIAN);
        RegulatorScene.LANKAO.decided();

        // Then
        assertEquals(List.of("NO_REGULATOR"), before);
        assertEquals(List.of("NO_REGULATOR"), ofCity);
        assertEquals(List.of(), elsewhere);
        assertEquals(List.of(), gapsOf(orphan, OFFICER_LANKAO));
    }

    @Test
    void enterpriseThatNobodyVisitedForTooLongIsAGapUntilAVisitStarts() {
        // Given
        String enterprise = LOOP.enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        forget(enterprise, 366);
        tables.change("update enterprise_coverage set self_checked_on = ledger_today() where id = ?", uuid(enterprise));
        List<String> unvisited = gapsOf(enterprise, OFFICER_LANKAO);
        String visit = new VisitScene(LANKAO_ENTERPRISE).entered(MANAGER_LANKAO);
        List<String> planned = gapsOf(enterprise, OFFICER_LANKAO);

        // When
        VisitScene.start(visit).accepted();
        List<String> visited = gapsOf(enterprise, OFFICER_LANKAO);
        VisitScene.run(OFFICER_LANKAO, "abortInspection", "EndInspectionInput", Map.of("id", visit, "reason", "企业拒绝配合"))
                .accepted();

        // Then
        assertEquals(List.of("NO_VISIT"), unvisited);
        assertEquals(List.of("NO_VISIT"), planned);
        assertEquals(List.of(), visited);
        assertEquals(
                tables.value(
                        "select max((started_at at time zone 'Asia/Shanghai')::date) from inspection where enterprise_id = ?"
                                + " and kind in ('ENFORCEMENT', 'ASSISTANCE') and status <> 'ABORTED'",
                        uuid(enterprise)),
                tables.value("select visited_on from enterprise_coverage where id = ?", uuid(enterprise)));
    }

    @ParameterizedTest
    @CsvSource({"A, 730", "B, 365", "C, 180", "D, 90", ", 365"})
    void visitIsDueByTheClassOfTheEnterprise(String ofClass, int days) {
        // Given
        String enterprise = LOOP.enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        tables.change("update enterprise set supervision_class = ? where id = ?", ofClass, uuid(enterprise));
        try {
            // When
            forget(enterprise, days);
            boolean onTheDay = gapsOf(enterprise, OFFICER_LANKAO).contains("NO_VISIT");
            forget(enterprise, days + 1);

            // Then
            assertFalse(onTheDay);
            assertTrue(gapsOf(enterprise, OFFICER_LANKAO).contains("NO_VISIT"));
        } finally {
            tables.change("update enterprise set supervision_class = null where id = ?", uuid(enterprise));
        }
    }

    @Test
    void enterpriseThatDoesNotCheckItselfIsAGap() {
        // Given
        String enterprise = LOOP.enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        forget(enterprise, 32);

        // When
        boolean unchecked = gapsOf(enterprise, OFFICER_LANKAO).contains("NO_SELF_CHECK");
        tables.change("update enterprise_coverage set self_checked_on = ledger_today() where id = ?", uuid(enterprise));

        // Then
        assertTrue(unchecked);
        assertEquals(List.of(), gapsOf(enterprise, OFFICER_LANKAO));
    }

    @Test
    void hazardWithoutTaskAndTaskWithoutHolderAreGapsUntilSomebodyHasThem() {
        // Given
        String hazard = LOOP.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        List<String> reported = gapsOf(hazard, OFFICER_LANKAO);
        LOOP.confirm(OFFICER_LANKAO, hazard);
        List<String> confirmed = gapsOf(hazard, OFFICER_LANKAO);

        // When
        String task = LOOP.assign(OFFICER_LANKAO, hazard);
        List<String> assigned = gapsOf(hazard, OFFICER_LANKAO);
        List<String> inTime = gapsOf(task, OFFICER_LANKAO);
        tables.change(
                "update rectification_task set state_due_at = now() - interval '1 minute' where id = ?", uuid(task));
        List<String> late = gapsOf(task, OFFICER_LANKAO);
        LedgerClient.as(MANAGER_LANKAO)
                .mutate("acceptRectification", "RectificationInput", Map.of("id", task), "rectificationTask { id }")
                .accepted();

        // Then
        assertEquals(List.of(), reported);
        assertEquals(List.of("HAZARD_WITHOUT_TASK"), confirmed);
        assertEquals(List.of(), assigned);
        assertEquals(List.of(), inTime);
        assertEquals(List.of("TASK_WITHOUT_HOLDER"), late);
        assertEquals(List.of(), gapsOf(task, OFFICER_LANKAO));
    }

    @Test
    void placeWithoutAHolderOrAnOfficerIsAGap() {
        // Given
        String held =
                "update responsibility_assignment set valid_to = %s where division_code = ? and party = 'TERRITORIAL' and enterprise_id is null";
        List<String> officers = tables.rows(
                "select id, certificate_to from person where county_code = '410225' and enterprise_id is null and certificate_number is not null");
        List<String> before = gapsOf(TOWN, COUNTY_LEADER_LANKAO);
        try {
            // When
            tables.change(held.formatted("ledger_today() - 1"), TOWN);
            tables.change(
                    "update person set certificate_to = certificate_from where county_code = '410225' and enterprise_id is null");

            // Then
            assertEquals(List.of(), before);
            assertEquals(List.of("NO_TERRITORIAL_HOLDER"), gapsOf(TOWN, COUNTY_LEADER_LANKAO));
            assertEquals(List.of("NO_OFFICER"), gapsOf(LANKAO, CITY_OFFICER));
            assertEquals(List.of(), gapsOf(TOWN, INSTRUMENTS_LANKAO));
        } finally {
            tables.change(held.formatted("null"), TOWN);
            officers.forEach(officer -> tables.change(
                    "update person set certificate_to = cast(? as date) where id = cast(? as uuid)",
                    officer.split("\\|", 2)[1],
                    officer.split("\\|", 2)[0]));
        }
    }

    @Test
    void directiveThatNobodyAnsweredInTimeIsAGapUntilItsLeadAnswers() {
        // Given
        String item = DirectiveScene.DEPARTMENT.issuedItem();
        List<String> inTime = gapsOf(item, OFFICER_LANKAO);

        // When
        String dayPassed = "update directive_item set due_at = now() - interval '1 minute' where id = ?";
        tables.change(dayPassed, uuid(item));
        List<String> late = List.of("DIRECTIVE_WITHOUT_ANSWER");

        // Then
        assertEquals(List.of(), inTime);
        for (TestCaller reader : List.of(FIRE_LANKAO, OFFICER_LANKAO, COUNTY_LEADER_LANKAO, CITY_OFFICER)) {
            assertEquals(late, gapsOf(item, reader), reader.subject());
        }
        for (TestCaller stranger : List.of(OFFICER_QIXIAN, INSTRUMENTS_LANKAO)) {
            assertEquals(List.of(), gapsOf(item, stranger), stranger.subject());
        }
        assertEquals(
                List.of(),
                read(OFFICER_LANKAO, Map.of("industry", "C", "kind", "DIRECTIVE_WITHOUT_ANSWER"))
                        .getList("data.coverage.gaps"));
        assertEquals(
                List.of("全市安全生产工作例会"),
                read(OFFICER_LANKAO, Map.of("kind", "DIRECTIVE_WITHOUT_ANSWER"))
                        .getList("data.coverage.gaps.findAll { it.objectId == '" + item + "' }.objectName"));
        DirectiveScene.respond(FIRE_LANKAO, item, "已完成排查").accepted();
        assertEquals(List.of(), gapsOf(item, OFFICER_LANKAO));
        DirectiveScene.decide(
                        DirectiveScene.DEPARTMENT.office(), "returnDirectiveItem", Map.of("id", item, "reason", "缺少台账"))
                .accepted();
        tables.change(dayPassed, uuid(item));
        assertEquals(late, gapsOf(item, OFFICER_LANKAO));
    }

    @Test
    void cellsCountWhatAPlainRecountFinds() {
        // Given
        tables.change(
                "update directive_item set due_at = now() - interval '1 minute' where id in (?, ?)",
                uuid(DirectiveScene.TOWN.issuedItem()),
                uuid(DirectiveScene.GOVERNMENT.issuedItem()));
        List<String> unanswered = tables.rows(
                "select rpad(substr(division_code, 1, 9), 12, '0') || ' ' || count(*) from directive_item where county_code = '410225'"
                        + " and status in ('OPEN', 'RETURNED') and due_at < now() group by substr(division_code, 1, 9) order by 1");
        tables.change("update enterprise_coverage set registered_on = ledger_today() - (hashtext(id::text) & 511)");
        String recount = """
                select rpad(substr(e.division_code, 1, 9), 12, '0') || ' ' || substr(e.industry_code, 1, 1) || ' ' || count(*) || ' '
                  || count(*) filter (where v.visited >= ledger_today() - 92) || ' ' || count(*) filter (where v.checked >= ledger_today() - 92) || ' '
                  || count(*) filter (where coalesce(v.visited, c.registered_on) < ledger_today() - case e.supervision_class when 'A' then 730 when 'C' then 180 when 'D' then 90 else 365 end) || ' '
                  || count(*) filter (where coalesce(v.checked, c.registered_on) < ledger_today() - case when e.sector is null then 92 else 31 end)
                from enterprise e join enterprise_coverage c on c.id = e.id
                cross join lateral ({done}) v
                where e.division_code like '410225%' and e.status = 'ACTIVE' group by substr(e.division_code, 1, 9), substr(e.industry_code, 1, 1) order by 1""".replace("{done}", DONE);
        List<String> plain = tables.rows(recount);
        try {
            // When
            JsonPath told = read(OFFICER_LANKAO, Map.of("jurisdiction", LANKAO));

            // Then
            assertEquals(
                    plain,
                    told.<Map<String, Object>>getList("data.coverage.cells").stream()
                            .filter(cell -> cell.get("industry") != null
                                    && !text(cell, "enterprises").equals("0"))
                            .map(cell -> String.join(
                                    " ",
                                    text(cell, "jurisdiction"),
                                    text(cell, "industry"),
                                    text(cell, "enterprises"),
                                    text(cell, "visited"),
                                    text(cell, "selfChecked"),
                                    count(cell, "NO_VISIT"),
                                    count(cell, "NO_SELF_CHECK")))
                            .sorted()
                            .toList());
            assertEquals(
                    unanswered,
                    told.<Map<String, Object>>getList("data.coverage.cells").stream()
                            .filter(cell ->
                                    !count(cell, "DIRECTIVE_WITHOUT_ANSWER").equals("0"))
                            .map(cell -> text(cell, "jurisdiction") + " " + count(cell, "DIRECTIVE_WITHOUT_ANSWER"))
                            .sorted()
                            .toList());
            assertEquals(
                    told.getInt("data.coverage.cells.gaps.flatten().findAll { it != null }.count.sum()"),
                    told.getList("data.coverage.gaps").size());
        } finally {
            tables.change("update enterprise_coverage set registered_on = ledger_today()");
        }
    }

    @Test
    void nextPageGoesOnBehindTheCursorAndFitsNoOtherList() {
        // Given
        for (int i = 0; i < 3; i++) {
            LOOP.confirm(OFFICER_LANKAO, LOOP.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE));
        }
        Map<String, Object> asked = new HashMap<>(Map.of("jurisdiction", TOWN, "kind", "HAZARD_WITHOUT_TASK"));
        JsonPath all = read(OFFICER_LANKAO, asked);
        List<String> ids = all.getList("data.coverage.gaps.objectId");

        // When
        asked.put("after", all.getString("data.coverage.gaps[0].cursor"));
        JsonPath rest = read(OFFICER_LANKAO, asked);

        // Then
        assertEquals(ids.subList(1, ids.size()), rest.getList("data.coverage.gaps.objectId"));
    }

    @Test
    void gapsOfSeveralKindsAndPlacesAreToldInTheOrderInWhichTheyArePaged() {
        // Given
        tables.change(
                "update enterprise_coverage set registered_on = ledger_today() - 800, visited_on = null, self_checked_on = null"
                        + " where county_code = '410225'");
        LOOP.confirm(OFFICER_LANKAO, LOOP.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE));

        // When
        JsonPath all = read(OFFICER_LANKAO, Map.of());
        List<String> told = all.getList(GAPS);
        int half = told.size() / 2;
        String last = all.getString("data.coverage.gaps[" + (half - 1) + "].cursor");

        // Then
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(
                told.subList(half, told.size()),
                read(OFFICER_LANKAO, Map.of("after", last)).getList(GAPS));
    }

    @ParameterizedTest
    @CsvSource({
        "days, 0, BAD_INPUT",
        "days, 731, BAD_INPUT",
        "jurisdiction, 4102, BAD_INPUT",
        "industry, Z, BAD_INPUT",
        "after, abc, INVALID_CURSOR"
    })
    void badInputIsRefused(String argument, String value, String code) {
        // When
        JsonPath answer = LedgerClient.as(OFFICER_LANKAO)
                .send(COVERAGE, Map.of(argument, argument.equals("days") ? Integer.valueOf(value) : value))
                .jsonPath();

        // Then
        assertEquals(code, answer.getString("errors[0].extensions.code"));
        assertEquals(argument, answer.getString("errors[0].extensions.argument"));
    }

    private void forget(String enterprise, int days) {
        tables.change(
                "update enterprise_coverage set visited_on = null, self_checked_on = null, registered_on = ledger_today() - ? where id = ?",
                days,
                uuid(enterprise));
    }

    private static List<String> gapsOf(String object, TestCaller caller) {
        return read(caller, Map.of()).getList("data.coverage.gaps.findAll { it.objectId == '" + object + "' }.kind");
    }

    private static JsonPath read(TestCaller caller, Map<String, ?> arguments) {
        return LedgerClient.as(caller).query(COVERAGE, arguments);
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }

    private static String text(Map<String, Object> cell, String field) {
        return String.valueOf(cell.get(field));
    }

    @SuppressWarnings("unchecked")
    private static String count(Map<String, Object> cell, String kind) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(cell.get("gaps")))
                .stream()
                        .filter(gap -> kind.equals(gap.get("kind")))
                        .map(gap -> text(gap, "count"))
                        .findFirst()
                        .orElse("0");
    }
}
