package org.safetyledger.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;

/** Every list is read in its order from an index, for each tier from one that begins with the column its policy compares. */
@LedgerTest
class IndexedListsTest {
    /** Lists that need no index of their own, with the reason. */
    private static final Map<String, String> NEEDLESS = Map.of(
            "campaign by town_code",
                    "no town has campaigns of its own, and those for its county are found by their targets",
            "hazard by enterprise_id", "an enterprise's hazards are few enough to be sorted",
            "inspection by enterprise_id", "so are its visits",
            "rectification_task by enterprise_id", "and its tasks",
            "history_entry by city_code", "it is the history of one object, found by the object",
            "history_entry by county_code", "it is the history of one object, found by the object",
            "history_entry by town_code", "it is the history of one object, found by the object");

    /** Of each table the columns of its indexes, those for all rows or for all that have the first column. */
    private static final String INDEXES = "select c.relname || ': ' || string_agg(a.attname, ', ' order by k.place)"
            + " from pg_index i join pg_class c on c.oid = i.indrelid"
            + " cross join lateral unnest(i.indkey) with ordinality k(attribute, place)"
            + " join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attribute"
            + " where c.relnamespace = 'public'::regnamespace and k.place <= i.indnkeyatts and i.indisvalid"
            + " and (i.indpred is null or pg_get_expr(i.indpred, c.oid) = '(' || (select attname from pg_attribute"
            + " where attrelid = c.oid and attnum = i.indkey[0]) || ' IS NOT NULL)') %s group by i.indexrelid, c.relname";

    /** What the policies compare with one value, where that is not one row anyway. */
    private static final String COMPARED = "select distinct tablename || ': ' || compared from (select tablename,"
            + " (regexp_match(qual, '^\\(+(\\w+) = \\(*(?:NULLIF\\()?current_setting'))[1] compared from pg_policies"
            + " where schemaname = 'public' and permissive = 'PERMISSIVE' and cmd in ('ALL', 'SELECT')) policy"
            + " where compared is not null and not exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
            + " and a.attnum = i.indkey[0] where i.indrelid = tablename::regclass and a.attname = compared and i.indisunique"
            + " and i.indnkeyatts = 1)";

    @Inject
    ReadTypes types;

    private Set<String> indexes = Set.of();
    private Set<String> unique = Set.of();
    private Set<String> compared = Set.of();

    @BeforeEach
    void lookAtTheDatabase() throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            indexes = Set.copyOf(LedgerDatabase.texts(connection, INDEXES.formatted("")));
            unique = Set.copyOf(
                    LedgerDatabase.texts(connection, INDEXES.formatted("and i.indisunique and i.indpred is null")));
            compared = Set.copyOf(LedgerDatabase.texts(connection, COMPARED));
        }
    }

    @Test
    void everyOrderOfAListHasAnIndexForEachTier() {
        List<String> missing = types.all().stream()
                .filter(type -> type.list() != null)
                .flatMap(type -> type.requiredList().orders().stream().flatMap(order -> missing(type, order)))
                .distinct()
                .toList();
        assertEquals(List.of(), missing, "Create these indexes in the migration of the list: ");
    }

    @Test
    void everyOrderEndsWithWhatIsUnique() {
        List<String> ambiguous = new ArrayList<>();
        types.all().stream()
                .filter(type -> type.list() != null)
                .forEach(type -> type.requiredList().orders().forEach(order -> {
                    if (!type.table().equals("history_entry")
                            && unique.stream()
                                    .noneMatch(index -> order.keys().stream()
                                            .map(SortKey::column)
                                            .toList()
                                            .containsAll(columns(type.table(), index)))) {
                        ambiguous.add(order.sealedName());
                    }
                }));
        assertEquals(
                List.of(),
                ambiguous,
                "A page could begin in the midst of rows that are alike in these orders: have each end with \"id uuid\": ");
    }

    @Test
    void whatLiesBelowAnObjectIsFoundByAnIndex() {
        List<String> missing = types.all().stream()
                .flatMap(type -> type.fields().values().stream())
                .flatMap(field -> switch (field) {
                    case ReadField.Children children ->
                        Stream.of(types.named(children.target()).table() + ": " + children.column());
                    case ReadField.Members members ->
                        Stream.of(types.named(members.target()).table() + ": " + members.column());
                    default -> Stream.<String>empty();
                })
                .filter(wanted -> indexes.stream().noneMatch(index -> (index + ",").startsWith(wanted + ",")))
                .map(wanted -> "create index on %s (%s)".formatted((Object[]) wanted.split(": ")))
                .distinct()
                .toList();
        assertEquals(List.of(), missing, "Create these indexes, followed by the columns of the list's order: ");
    }

    private Stream<String> missing(ReadType type, ListOrder order) {
        String table = type.table();
        List<String> keys = order.keys().stream().map(SortKey::column).toList();
        List<String> tiers = compared.stream()
                .filter(one -> one.startsWith(table + ": "))
                .map(one -> one.substring(table.length() + 2))
                .sorted()
                .toList();
        if (tiers.isEmpty()) {
            return missing(table, keys);
        }
        return tiers.stream()
                .filter(column -> !NEEDLESS.containsKey(table + " by " + column))
                .flatMap(column -> missing(
                        table, Stream.concat(Stream.of(column), keys.stream()).toList()));
    }

    private Stream<String> missing(String table, List<String> columns) {
        String wanted = table + ": " + String.join(", ", columns);
        return indexes.stream().anyMatch(index -> (index + ",").startsWith(wanted + ","))
                ? Stream.of()
                : Stream.of("create index %s_%s on %s (%s)"
                        .formatted(
                                table,
                                String.join("_", columns.subList(0, columns.size() - 1)),
                                table,
                                String.join(", ", columns)));
    }

    private static List<String> columns(String table, String index) {
        // An index of another table has columns that no order has.
        return index.startsWith(table + ": ")
                ? List.of(index.substring(table.length() + 2).split(", "))
                : List.of("");
    }
}
