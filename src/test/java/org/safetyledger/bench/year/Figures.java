package org.safetyledger.bench.year;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;

/** The dashboards of the city and of its counties beside a plain count of the hazards. */
final class Figures {
    private static final String TOLD = """
            query($area: String) { hazardDashboard(jurisdiction: $area, days: 92) { total open overdue byStatus { status count }
              byGrade { grade count } byIndustry { code open } byJurisdiction { code total open overdue major }
              byDay { day reported closed } } }""";

    /** Parts of a figure by which it is told; those that follow are its numbers. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "byStatus", List.of("status", "count"),
            "byGrade", List.of("grade", "count"),
            "byIndustry", List.of("code", "open"),
            "byJurisdiction", List.of("code", "total", "open", "overdue", "major"),
            "byDay", List.of("day", "reported", "closed"));

    private static final String COUNTED = """
            with h as (
              select status, grade, industry_section, open, open and due_at < ?::timestamptz late,
                (reported_at at time zone 'Asia/Shanghai')::date reported_on, (closed_at at time zone 'Asia/Shanghai')::date closed_on,
                rpad(substr(division_code, 1, ?::integer), 12, '0') below
              from hazard where starts_with(division_code, ?)
            ), shown as (select day::date from generate_series(?::date - 91, ?::date, interval '1 day') day)
            select concat_ws(' ', 'all', count(*), count(*) filter (where open), count(*) filter (where late)) from h
            union all select concat_ws(' ', 'byStatus', status, count(*)) from h group by status
            union all select concat_ws(' ', 'byGrade', grade, count(*)) from h where open group by grade
            union all select concat_ws(' ', 'byIndustry', industry_section, count(*)) from h where open group by industry_section
            union all select concat_ws(' ', 'byJurisdiction', below, count(*), count(*) filter (where open), count(*) filter (where late),
              count(*) filter (where open and grade = 'MAJOR')) from h group by below
            union all select concat_ws(' ', 'byDay', day, (select count(*) from h where reported_on = day),
              (select count(*) from h where closed_on = day and status = 'CLOSED')) from shown""";

    private final LedgerTables tables;
    private final City city;

    Figures(LedgerTables tables, City city) {
        this.tables = tables;
        this.city = city;
    }

    /** What is told and not so, and what is so and not told. */
    List<String> differing(String now, String today) {
        List<String> differing = new ArrayList<>(of(city.office(), City.CODE, 4, now, today));
        city.counties().forEach(county -> differing.addAll(of(county.leader(), county.code(), 6, now, today)));
        return differing;
    }

    private List<String> of(Person reader, String place, int digits, String now, String today) {
        String below = Integer.toString(digits == 4 ? 6 : 9);
        List<String> told = told(LedgerClient.as(reader.token()).query(TOLD, Map.of("area", place)));
        List<String> counted = tables.rows(COUNTED, now, below, place.substring(0, digits), today, today);
        TreeSet<String> differing = new TreeSet<>();
        told.stream()
                .filter(figure -> !counted.contains(figure))
                .forEach(figure -> differing.add(place + " told " + figure));
        counted.stream()
                .filter(figure -> !told.contains(figure))
                .forEach(figure -> differing.add(place + " counted " + figure));
        return List.copyOf(differing);
    }

    private static List<String> told(JsonPath answer) {
        String dashboard = "data.hazardDashboard.";
        List<String> told = new ArrayList<>();
        told.add("all %s %s %s"
                .formatted(
                        answer.getString(dashboard + "total"),
                        answer.getString(dashboard + "open"),
                        answer.getString(dashboard + "overdue")));
        PARTS.forEach((kind, parts) -> answer.<Map<String, Object>>getList(dashboard + kind)
                .forEach(figure -> {
                    StringBuilder text = new StringBuilder(kind);
                    parts.forEach(part -> text.append(' ').append(figure.get(part)));
                    told.add(text.toString());
                }));
        return told;
    }
}
