package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.safetyledger.hazard.HazardCountFolding;
import org.safetyledger.rectification.TaskCountFolding;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.DrawScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

@LedgerTest
class DashboardPropertyTest {
    private static final int WRITERS = 4;
    private static final int HAZARDS = 8;
    private static final String DAY = "(%s at time zone 'Asia/Shanghai')::date";

    /** Each cell, of what each reach and each power counts, against a recount of the hazards: what differs, which is nothing. */
    private static final String DIFFERENCES = """
            with counted as (
              select reach, county_code, town_code, power, measure, day, status, grade, section, sum(amount) amount
              from (select reach, county_code, town_code, power, measure, day, status, grade, section, amount from hazard_count
                union all select c.reach, c.county_code, c.town_code, c.power, c.measure, c.day, c.status, c.grade, c.section, c.amount
                from hazard_count_change k cross join lateral hazard_count_cells(k) c) c
              group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(amount) <> 0
            ), told as (
              select h.*, p.power, p.times, m.* from hazard h
              cross join lateral (values ('*', 1), (h.industry_division, 1), (h.matter, 1),
                (h.industry_division || '+' || h.matter, -1)) p(power, times)
              cross join lateral (values
                ('STATE', '-infinity'::date, h.status, h.grade, ''),
                ('SECTION', case when h.open then '-infinity'::date end, '', '', h.industry_section),
                ('DUE', case when h.open then greatest(@due_at@, @now()@ - 2) end, '', '', ''),
                ('REPORTED', case when @reported_at@ > @now()@ - 100 then @reported_at@ end, '', '', ''),
                ('CLOSED', case when @closed_at@ > @now()@ - 100 then @closed_at@ end, '', '', ''))
                m(measure, on_day, in_status, in_grade, in_section)
              where p.power is not null and m.on_day is not null
            ), recounted as (
              select 'CITY', case when measure in ('STATE', 'DUE') then county_code end, null, power, measure,
                case when measure = 'DUE' and on_day = @now()@ - 2 then '-infinity' else on_day end, in_status, in_grade,
                in_section, sum(times) from told group by 2, 4, 5, 6, 7, 8, 9
              union all
              select 'COUNTY', county_code, case when measure in ('STATE', 'DUE') then town_code end, power, measure,
                case when measure = 'DUE' and on_day = @now()@ - 2 then '-infinity' else on_day end, in_status, in_grade,
                in_section, sum(times) from told group by 2, 3, 4, 5, 6, 7, 8, 9
              union all
              select 'TOWN', county_code, town_code, power, measure, on_day, in_status, in_grade, in_section, sum(times)
                from told where measure not in ('STATE', 'DUE') group by 2, 3, 4, 5, 6, 7, 8, 9
            )
            (table counted except all table recounted) union all (table recounted except all table counted)""";

    /** The same of the cubes that facets are told by. */
    private static final String DIFFERENCES_OF_FACETS = """
            with counted as (
              select cube, city_code, county_code, town_code, status, open, grade, category_code, matter, sector, industry_section, source,
                sum(amount) amount
              from hazard_facet_cell group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 having sum(amount) <> 0
            ), recounted as (
              select c.cube, h.city_code, h.county_code, case when c.cube like '%PLACE%' then h.town_code end, h.status, h.open, h.grade,
                case when c.cube like '%OWN%' then h.category_code end, case when c.cube like '%OWN%' then h.matter end,
                case when c.cube like '%TRADE%' then h.sector end, case when c.cube like '%TRADE%' then h.industry_section end,
                case when c.cube like '%SOURCE%' then h.source end, count(*)
              from hazard h cross join unnest(array['PLACE_SOURCE', 'TRADE_SOURCE', 'OWN_SOURCE', 'TRADE_PLACE', 'OWN_PLACE', 'OWN_TRADE'])
                c(cube)
              group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
            )
            (table counted except all table recounted) union all (table recounted except all table counted)""";

    private static final String DIFFERENCES_OF_TASKS = """
            with counted as (
              select cube, city_code, county_code, town_code, status, open, matter, sector, industry_section, sum(amount) amount
              from rectification_task_cell group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(amount) <> 0
            ), recounted as (
              select c.cube, h.city_code, h.county_code, case when c.cube like '%PLACE%' then h.town_code end, h.status, h.open,
                case when c.cube like '%OWN%' then h.matter end, case when c.cube like '%TRADE%' then h.sector end,
                case when c.cube like '%TRADE%' then h.industry_section end, count(*)
              from rectification_task h cross join unnest(array['OWN_PLACE', 'OWN_TRADE', 'TRADE_PLACE']) c(cube)
              group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            )
            (table counted except all table recounted) union all (table recounted except all table counted)""";

    private static final int MOST_TURNS = 50;

    private final Loop loop = new Loop();

    @Inject
    HazardCountFolding folding;

    @Inject
    TaskCountFolding foldingOfTasks;

    @Test
    void countsEqualARecountInEverySnapshotWhileManyWriteAndChangesAreFolded() {
        // Given
        long seed = Chance.seed("dashboard");
        AtomicInteger writing = new AtomicInteger(WRITERS);
        AtomicInteger compared = new AtomicInteger();

        // When
        List<List<String>> differences = Together.act(WRITERS + 2, person -> {
            if (person < WRITERS) {
                try {
                    Chance chance = Chance.of(seed, person);
                    // On a busy machine a snapshot may take longer than all that is to be written.
                    for (int turn = 0; turn == 0 || (compared.get() <= 1 && turn < MOST_TURNS); turn++) {
                        write(chance);
                    }
                } finally {
                    writing.decrementAndGet();
                }
                return List.of();
            }
            List<String> found = new ArrayList<>();
            while (writing.get() > 0) {
                if (person == WRITERS) {
                    fold();
                } else {
                    found.addAll(differences());
                    compared.incrementAndGet();
                }
            }
            return found;
        });

        // Then
        assertEquals(List.of(), differences.stream().flatMap(List::stream).toList());
        assertTrue(compared.get() > 1, "No snapshot was compared");
        assertEquals(List.of(), differences());
        fold();
        assertEquals(List.of(), differences());
        assertEquals(
                0,
                LedgerDatabase.number("select (select count(*) from hazard_facet_count where not merged or amount = 0)"
                        + " + (select count(*) from rectification_task_count where amount = 0)"
                        + " + (select count(*) from rectification_task_count_change)"));
        assertDashboardsEqualTheLists();
    }

    private void assertDashboardsEqualTheLists() {
        for (TestCaller caller : List.of(
                TestCaller.CITY_OFFICER,
                TestCaller.OFFICER_LANKAO,
                TestCaller.OFFICER_QIXIAN,
                TestCaller.TOWN_OFFICER_LANKAO,
                TestCaller.DEPARTMENT_CITY_CONSTRUCTION,
                TestCaller.DEPARTMENT_LANKAO,
                TestCaller.MANAGER_LANKAO,
                TestCaller.INTEGRATION_LANKAO,
                TestCaller.AUDITOR_CITY)) {
            for (String area : List.of("410200000000", "410225000000", "410225101000")) {
                JsonPath seen = LedgerClient.as(caller)
                        .query(
                                "query($area: String) { hazardDashboard(jurisdiction: $area) { total open overdue"
                                        + " byJurisdiction { total } }"
                                        + " total: hazards(filter: {jurisdiction: $area}) { totalCount }"
                                        + " open: hazards(filter: {jurisdiction: $area, open: true}) { totalCount }"
                                        + " overdue: hazards(filter: {jurisdiction: $area, overdue: true}) { totalCount } }",
                                Map.of("area", area));
                for (String figure : List.of("total", "open", "overdue")) {
                    assertEquals(
                            seen.getLong("data." + figure + ".totalCount"),
                            seen.getLong("data.hazardDashboard." + figure),
                            () -> caller.subject() + " " + area + " " + figure);
                }
            }
        }
    }

    private void write(Chance chance) {
        for (int i = 0; i < HAZARDS; i++) {
            boolean lankao = chance.percent(50);
            TestCaller officer = lankao ? TestCaller.OFFICER_LANKAO : TestCaller.OFFICER_QIXIAN;
            String hazard =
                    loop.reportedHazard(officer, lankao ? TestCaller.LANKAO_ENTERPRISE : TestCaller.QIXIAN_ENTERPRISE);
            if (chance.percent(70)) {
                loop.confirm(officer, hazard);
                if (chance.percent(70)) {
                    String task = loop.assign(officer, hazard);
                    if (lankao && chance.percent(60)) {
                        loop.rectify(TestCaller.MANAGER_LANKAO, task);
                        loop.pass(officer, task);
                        loop.close(TestCaller.OFFICER_LANKAO_2, hazard);
                        lookBack(chance);
                    }
                }
            }
        }
    }

    /** An authority has one open look-back at a time. */
    private synchronized String check(String hazard) {
        return DrawScene.LANKAO.check(hazard);
    }

    /** Some closed hazards do not hold and are open again, others do. */
    private void lookBack(Chance chance) {
        if (chance.percent(40)) {
            String major = DrawScene.closedMajor();
            String check = check(major);
            boolean held = chance.percent(30);
            LedgerClient.as(TestCaller.CITY_OFFICER)
                    .mutate(
                            "recordLookBack",
                            "RecordLookBackInput",
                            held
                                    ? Map.of(
                                            "id",
                                            check,
                                            "held",
                                            true,
                                            "proofId",
                                            loop.upload(TestCaller.CITY_OFFICER, major, "LOOK_BACK"))
                                    : Map.of("id", check, "held", false, "note", "隐患反弹"),
                            "__typename")
                    .accepted();
        }
    }

    private void fold() {
        try {
            folding.fold();
            foldingOfTasks.fold();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> differences() {
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<String> found = LedgerDatabase.texts(
                    connection,
                    "select d::text from (" + inDays(DIFFERENCES) + ") d union all select d::text from ("
                            + DIFFERENCES_OF_FACETS + ") d union all select d::text from (" + DIFFERENCES_OF_TASKS
                            + ") d");
            connection.commit();
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String inDays(String query) {
        return query.replaceAll("@([a-z_()]+)@", DAY.formatted("$1"));
    }
}
