package org.safetyledger.bench.year;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.Together;

/** What somebody of each tier reads that is not of the own place, trade or enterprise, by lists and by the ids of what is others'. */
final class Scopes {
    private static final int PAGES = 10;

    /** Of how many enterprises of each county somebody reads, and of their towns. */
    private static final int READ_EACH = 1;

    private record Listed(String list, String table, NodeType type) {}

    /**
     * Somebody who reads.
     *
     * @param others a condition on a row {@code t} that is none of the reader's, who is told by {@code x.code}
     * @param own the place, the department or the enterprise
     */
    private record Reader(Person who, String others, String own) {}

    private static final List<Listed> LISTS = List.of(
            new Listed("hazards", "hazard", NodeType.HAZARD),
            new Listed("rectificationTasks", "rectification_task", NodeType.TASK),
            new Listed("inspections", "inspection", NodeType.INSPECTION));

    private static final String PAGE = LISTS.stream()
            .map(Listed::list)
            .map(list ->
                    list + "(first: 100, after: $" + list + ") { nodes { id } pageInfo { endCursor hasNextPage } }")
            .collect(Collectors.joining(
                    " ", "query($hazards: String, $rectificationTasks: String, $inspections: String) { ", " }"));

    private static final String ELSEWHERE = "not starts_with(t.division_code, x.code)";
    private static final String OF_OTHERS = "t.enterprise_id is distinct from x.code::uuid";

    /** A brigade has the county's fires, and what it was sent. */
    private static final String NO_FIRE = """
            not exists (select from hazard h where h.id = %s and (h.matter = 'FIRE' and starts_with(h.division_code, substr(x.code, 4, 6))
              or exists (select from hazard_transfer f where f.hazard_id = h.id and f.to_department = x.code)))
            and not (to_jsonb(t) ->> 'matter' is not distinct from 'FIRE' and starts_with(t.division_code, substr(x.code, 4, 6)))""";

    private final LedgerTables tables;
    private final City city;

    Scopes(LedgerTables tables, City city) {
        this.tables = tables;
        this.city = city;
    }

    List<String> readBeyond() {
        return Together.each(
                        readers(),
                        reader -> Stream.concat(listed(reader).stream(), asked(reader).stream())
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Reader> readers() {
        List<Reader> readers = new ArrayList<>();
        for (Person person : List.of(city.leader(), city.office(), city.auditor())) {
            readers.add(new Reader(person, ELSEWHERE, City.CODE.substring(0, 4)));
        }
        for (City.County county : city.counties()) {
            String place = county.code().substring(0, 6);
            for (Person person : List.of(county.leader(), county.first(), county.second())) {
                readers.add(new Reader(person, ELSEWHERE, place));
            }
            readers.add(new Reader(county.fire(), NO_FIRE, county.fireDepartment()));
            county.workplaces().stream().limit(READ_EACH).forEach(workplace -> {
                String town = workplace.manager().caller().division().substring(0, 9);
                readers.add(new Reader(Person.ofTown(town), ELSEWHERE, town));
                readers.add(new Reader(
                        workplace.manager(),
                        OF_OTHERS,
                        NodeId.parse(workplace.id()).orElseThrow().uuid().toString()));
            });
        }
        return readers;
    }

    /** Of all pages, up to so many, what the rows say is others'. */
    private List<String> listed(Reader reader) {
        List<String> read = new ArrayList<>();
        Map<String, String> after = new HashMap<>();
        boolean more = true;
        for (int page = 0; more && page < PAGES; page++) {
            JsonPath answer = LedgerClient.as(reader.who().token()).query(PAGE, after);
            more = false;
            for (Listed listed : LISTS) {
                String list = "data." + listed.list();
                String ids = answer.<String>getList(list + ".nodes.id").stream()
                        .map(Scopes::uuid)
                        .collect(Collectors.joining(","));
                tables.rows(others(reader, listed, "t.id = any(string_to_array(?, ',')::uuid[])"), reader.own(), ids)
                        .forEach(id ->
                                read.add(reader.who().caller().subject() + " lists " + listed.table() + " " + id));
                if (!ids.isEmpty()) {
                    after.put(listed.list(), answer.getString(list + ".pageInfo.endCursor"));
                }
                more |= answer.getBoolean(list + ".pageInfo.hasNextPage");
            }
        }
        return read;
    }

    /** A few of what is others', by their ids. */
    private List<String> asked(Reader reader) {
        List<String> ids = new ArrayList<>();
        for (Listed listed : LISTS) {
            tables.rows(others(reader, listed, "true") + " order by md5(t.id::text) limit 5", reader.own())
                    .forEach(id -> ids.add(City.id(listed.type(), id)));
        }
        return LedgerClient.as(reader.who().token())
                .query("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", ids))
                .<Map<String, String>>getList("data.nodes")
                .stream()
                .filter(Objects::nonNull)
                .map(node -> reader.who().caller().subject() + " reads " + node.get("id"))
                .toList();
    }

    private static String others(Reader reader, Listed listed, String which) {
        String hazard =
                switch (listed.type()) {
                    case HAZARD -> "t.id";
                    case TASK -> "t.hazard_id";
                    default -> "null";
                };
        String condition = reader.others().formatted(hazard);
        return "select t.id from (select ?::text as code) x cross join " + listed.table() + " t where (" + condition
                + ") and " + which;
    }

    private static String uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid().toString();
    }
}
