package org.safetyledger.bench.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerTables;

/** Who and what is in the simulated city: the divisions, enterprises, officers and checklists of the seeds. */
record City(Person leader, Person office, Person auditor, List<County> counties, String checklist, List<String> items) {
    static final String CODE = "410200000000";

    /** An enterprise with its manager. */
    record Workplace(String id, boolean chemical, Person manager) {}

    /**
     * A county with who works there.
     *
     * @param officers the two who visit together, first and second
     */
    record County(
            String code,
            Person leader,
            Person first,
            Person second,
            Person fire,
            List<String> officers,
            List<Workplace> workplaces) {
        String fireDepartment() {
            return Objects.requireNonNull(fire.caller().department());
        }
    }

    static City of(LedgerTables tables) {
        List<County> counties = tables
                .rows(
                        "select code from division where level = 'COUNTY' and valid_to is null and code like '4102%'"
                                + " and exists (select from enterprise e where e.county_code = substr(code, 1, 6)) order by code")
                .stream()
                .map(code -> county(code, tables))
                .toList();
        String checklist = tables.value("select c.id from checklist c join checklist_item i on i.checklist_id = c.id"
                + " where c.matter is null and c.valid_to is null group by c.id order by count(*), c.id limit 1");
        List<String> items =
                tables.rows("select id from checklist_item where checklist_id = ?::uuid order by number", checklist);
        return new City(
                Person.ofGovernment("city-leader", Role.CITY_LEADER, CODE),
                Person.ofDepartment("safety-committee-office", Role.CITY_OFFICER, CODE, "KF-410200-SCO", List.of()),
                Person.ofGovernment("year-auditor", Role.AUDITOR, CODE),
                counties,
                id(NodeType.CHECKLIST, checklist),
                items.stream().map(item -> id(NodeType.ITEM, item)).toList());
    }

    private static County county(String code, LedgerTables tables) {
        String county = code.substring(0, 6);
        List<String> officers = new ArrayList<>();
        List<Person> visitors = new ArrayList<>();
        for (String row : tables.rows(
                "select id, coalesce(subject, 'year-officer-' || certificate_number) from person where division_code = ?"
                        + " and certificate_number like '豫B-AJ-%' and enterprise_id is null order by certificate_number limit 2",
                code)) {
            String[] officer = row.split("\\|", 2);
            // Who logs in as whom is the register's to say.
            tables.change(
                    "update person set subject = ? where id = ?::uuid and subject is null", officer[1], officer[0]);
            // Certificates of some have expired: they are renewed before the year begins.
            tables.change("update person set certificate_to = '2029-02-28' where id = ?::uuid", officer[0]);
            officers.add(id(NodeType.PERSON, officer[0]));
            visitors.add(Person.ofGovernment(officer[1], Role.COUNTY_OFFICER, code));
        }
        return new County(
                code,
                Person.ofGovernment("year-leader-" + county, Role.COUNTY_LEADER, code),
                visitors.get(0),
                visitors.get(1),
                Person.ofDepartment(
                        "year-fire-" + county, Role.DEPARTMENT_OFFICER, code, "KF-" + county + "-FR", List.of("FIRE")),
                officers,
                tables
                        .rows(
                                "select id, credit_code, division_code, coalesce(sector = 'HAZARDOUS_CHEMICALS', false)"
                                        + " from enterprise where county_code = ? and status = 'ACTIVE' order by credit_code",
                                county)
                        .stream()
                        .map(City::workplace)
                        .toList());
    }

    private static Workplace workplace(String row) {
        String[] columns = row.split("\\|", 4);
        return new Workplace(
                id(NodeType.ENTERPRISE, columns[0]),
                columns[3].equals("t"),
                Person.manager(columns[1], UUID.fromString(columns[0]), columns[2]));
    }

    static String id(NodeType type, String uuid) {
        return NodeId.text(type, UUID.fromString(uuid));
    }
}
