package org.safetyledger.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.supervision.clock.ClockEngine;
import org.safetyledger.supervision.coverage.CoverageGap;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;

/** On a database of its own, as a new stand has it. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class DemonstrationTest {
    @Inject
    LedgerTables tables;

    @Inject
    ClockEngine engine;

    @Test
    void standOpensWithHazardsInEveryStateAndATellingIsNotRepeated() throws Exception {
        // Given
        Desk desk = PastDesk.open();
        Demonstration demonstration = new Demonstration(desk);

        // When
        demonstration.tell();
        String hazards = tables.value("select count(*) from hazard");
        String inspections = tables.value("select count(*) from inspection");
        int climbed = engine.run();
        demonstration.tell();

        // Then
        assertTrue(Integer.parseInt(hazards) >= 100, hazards);
        assertEquals(
                List.of(
                        "ASSIGNED",
                        "CLOSED",
                        "CONFIRMED",
                        "DUPLICATE",
                        "FIXED_ON_SITE",
                        "RECTIFYING",
                        "REJECTED",
                        "REOPENED",
                        "REPORTED",
                        "REVIEWING",
                        "SUBMITTED"),
                tables.rows("select distinct status from hazard order by 1"));
        assertEquals(
                List.of(
                        "INTERNAL PUBLISHED AUTHORITY",
                        "INTERNAL WITHDRAWN AUTHORITY",
                        "SHARED PUBLISHED AUTHORITY",
                        "SHARED PUBLISHED ENTERPRISE"),
                tables.rows("select distinct visibility || ' ' || status || ' ' || side from comment order by 1"));
        assertTrue(LedgerDatabase.number("select count(*) from rectification_task where person_id is not null") >= 4);
        assertTrue(LedgerDatabase.number("select count(*) from hazard where position is not null") >= 4);
        assertEquals(
                List.of("GENERAL", "MAJOR"),
                tables.rows("select distinct grade from hazard where grade is not null order by 1"));
        assertTrue(LedgerDatabase.number("select count(*) from evidence where media_type = 'image/jpeg'") >= 100);
        assertEquals(
                List.of("APPROVED", "REQUESTED"),
                tables.rows("select distinct status from deadline_extension order by 1"));
        assertEquals(
                List.of(
                        "APPROVAL_PENDING",
                        "ASSIGNED",
                        "CANCELLED",
                        "COMPLETED",
                        "FINDINGS_ISSUED",
                        "IN_PROGRESS",
                        "RECORD_PENDING_SIGNATURE",
                        "SIGNATURE_REFUSED"),
                tables.rows("select distinct status from inspection order by 1"));
        assertEquals(
                List.of("f|f|8", "f|t|6", "t|t|2"),
                tables.rows("select rated_at is not null and kind = 'ENFORCEMENT', entered_at is not null, count(*)"
                        + " from inspection where started_at is not null group by 1, 2 order by 1, 2"));
        assertEquals(List.of("APPROVED 2", "DRAFT 2", "PUBLISHED 6"), states("check_plan"));
        assertEquals(
                List.of("4"),
                tables.rows("select count(*) from inspection i join check_plan p on p.id = i.check_plan_id"
                        + " where p.status = 'PUBLISHED' and p.kind = 'SPECIAL'"));
        assertEquals(List.of("ISSUED 2", "SERVED 6", "SIGNED 2"), states("paper"));
        assertEquals("2", tables.value("select count(*) from paper where kind = 'STOP_ORDER'"));
        assertEquals(
                List.of("t|t|1"),
                tables.rows("select distinct urgency is not null, approved_at is not null, undecided_things from paper"
                        + " where kind = 'PRESERVATION'"));
        assertEquals(List.of("REJECTED 2"), states("recusal"));
        assertEquals(List.of("CONCLUDED 2", "RECORDED 2"), states("off_site_check"));
        assertEquals(
                List.of("WORKERS 6", "WORKERS_CONGRESS 6"),
                tables.rows(
                        "select audience || ' ' || count(*) from hazard_notification group by audience order by 1"));
        assertEquals("1", tables.value("select count(*) from ladder_change where status = 'DECIDED'"));
        assertEquals("2", tables.value("select count(*) from deadline_event where status = 'ACKNOWLEDGED'"));
        assertEquals(
                "2",
                tables.value(
                        "select count(*) from rectification_task where status = 'PENDING_ACCEPT' and state_due_at < now()"));
        assertEquals(List.of("DISMISSED 2", "RECEIVED 2", "REPORTED 4", "REWARDED 2"), states("quick_report"));
        assertEquals(
                List.of("DAY 2", "SHIFT 2", "WEEK 2"),
                tables.rows("select every || ' ' || count(*) from post_check group by every order by 1"));
        assertEquals(
                List.of("ALL_RIGHT 2", "NOT_ALL_RIGHT 2"),
                tables.rows("select result || ' ' || count(*) from post_check_record group by result order by 1"));
        assertEquals(List.of("APPROVED 4", "ARCHIVED 2", "DRAFT 2", "ENFORCEMENT 2"), states("campaign"));
        assertEquals(
                List.of("ENDED f 2", "FORMED f 2", "FORMED t 2"),
                tables
                        .rows(
                                "select status, ledger_today() between starts_on and ends_on and status = 'FORMED', count(*)"
                                        + " from campaign_group group by 1, 2 order by 1, 2")
                        .stream()
                        .map(row -> row.replace('|', ' '))
                        .toList());
        assertEquals(
                List.of("1", "1"),
                tables.rows("select count(*) from campaign_group g join inspection i on i.campaign_id = g.campaign_id"
                        + " where g.name = '第一检查组' group by g.id"));
        assertEquals(
                List.of("|E_BIKE_CHARGING|DATED|2", "|E_BIKE_CHARGING|OPEN|2", "M74||OPEN|2"),
                tables.rows("select coalesce(industry_code, ''), coalesce(venue_type, ''),"
                        + " case when valid_to is null then 'OPEN' else 'DATED' end, count(*) from regulator_decision"
                        + " group by 1, 2, 3 order by 1, 2, 3"));
        assertEquals(
                List.of("open 6", "settled 1"),
                tables.rows("select case when settled_at is null then 'open' else 'settled' end || ' ' || count(*)"
                        + " from undetermined_regulator group by settled_at is null order by 1"));
        assertEquals(List.of("RECORDED 4", "WITHDRAWN 2"), states("duty_performance"));
        assertEquals(
                List.of("CLOSED|0|f|2", "REGISTERED|2|f|2", "REGISTERED|2|t|2"),
                tables.rows("select status, cardinality(present), main_unit_id is not null, count(*) from site"
                        + " group by 1, 2, 3 order by 1, 2, 3"));
        assertEquals(
                List.of("DEADLINE DECIDED", "DEADLINE WITHDRAWN", "DUTY DECIDED", "LIMIT DECIDED"),
                tables.rows("select kind || ' ' || status from rule_change order by 1"));
        assertEquals(List.of("COMPLETED 6", "PLANNED 2", "RECORD_PENDING_SIGNATURE 2"), states("supervision_visit"));
        assertEquals(List.of("ACCEPTED 2", "ANSWERED 2", "OPEN 2"), states("supervision_item"));
        assertEquals(List.of("COMPLETED 2", "DRAFT 2", "ISSUED 8"), states("directive"));
        assertEquals(List.of("ACCEPTED 2", "ANSWERED 2", "OPEN 4", "RETURNED 2"), states("directive_item"));
        assertEquals(
                Stream.of(CoverageGap.Kind.values())
                        .map(CoverageGap.Kind::name)
                        .sorted()
                        .toList(),
                gaps(desk).sorted().toList());
        assertEquals(List.of("RECORDED 2", "ROSTERED 2"), states("campaign_duty"));
        assertEquals(List.of("DRAWN_UP 29", "ISSUED 4", "SIGNED 8"), states("daily_report"));
        assertEquals(
                List.of("0|0|2", "0|1|2", "1|0|4"),
                tables.rows(
                        "select value, late, count(*) from daily_figure f join daily_report r on r.id = f.daily_report_id"
                                + " where figure = 'HAZARDS_FOUND' and status = 'SIGNED' group by 1, 2 order by 1, 2"));
        assertEquals(List.of("ANNOUNCED 2", "CANCELLED 2", "DRAWN 2"), states("draw"));
        assertEquals(List.of("ANNOUNCED 2", "CANCELLED 2", "DRAWN 2"), states("look_back"));
        assertEquals(List.of("FAILED 1", "HELD 1"), states("look_back_check"));
        assertEquals(List.of("DRAFT 4", "SHOWN 2"), states("evidence_reel"));
        assertEquals(
                List.of(
                        "CRIME PENDING 2",
                        "JOINT ACCEPTED 2",
                        "ORDINARY ACCEPTED 2",
                        "ORDINARY ARBITRATION 2",
                        "ORDINARY PENDING 2",
                        "ORDINARY REJECTED 6"),
                tables.rows("select kind || ' ' || status || ' ' || count(*) from hazard_transfer group by kind, status"
                        + " order by 1"));
        assertTrue(climbed > 100);
        assertEquals(
                List.of("1", "2", "5"),
                tables.rows(
                        "select distinct rung from deadline_clock where subject = 'RECTIFICATION_TOTAL' and rung in (1, 2, 5)"
                                + " order by 1"));
        assertEquals(
                "2",
                tables.value("select count(*) from deadline_clock where subject = 'HAZARD_ASSIGNMENT' and rung = 5"));
        assertEquals("2", tables.value("select count(*) from urge"));
        assertEquals(hazards, tables.value("select count(*) from hazard"));
        assertEquals(inspections, tables.value("select count(*) from inspection"));
    }

    /** Of which kinds the city has gaps. */
    private static Stream<String> gaps(Desk desk) {
        JsonNode cells = desk.ask("city-officer", "{ coverage { cells { gaps { kind } } } }", Map.of());
        return cells.findValuesAsText("kind").stream().distinct();
    }

    /** How many rows of a table are in which state. */
    private List<String> states(String table) {
        return tables.rows("select status || ' ' || count(*) from " + table + " group by status order by 1");
    }
}
