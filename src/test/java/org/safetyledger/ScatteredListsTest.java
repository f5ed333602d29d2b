package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LargeLedger;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.SentRequest;
import org.safetyledger.testing.TestCaller;

/** Lists of rows that may lie anywhere in the order that is asked for. */
@LedgerTest
@TestProfile(OwnLedger.class)
class ScatteredListsTest {
    /** Five hundred are walked, or five thousand; a few were changed by other tests since the index was seen whole. */
    private static final int MOST_BEFORE_CHANGED = 700;

    private static final int MOST = 5_500;

    private static boolean vacuumed;

    @BeforeEach
    void fill() throws Exception {
        LargeLedger.fill();
        if (!vacuumed) {
            try (Connection connection = LedgerDatabase.asSuperuser();
                    Statement statement = connection.createStatement()) {
                // As the database does by itself in a while: an index alone tells only of pages that it has seen.
                statement.execute("vacuum hazard, rectification_task, inspection");
            }
            vacuumed = true;
        }
    }

    /** The first rows are walked; what was changed is found by its own index, where walking on would meet every row of the city. */
    @ParameterizedTest
    @CsvSource({
        "hazards, DUE_AT_ASC",
        "hazards, DUE_AT_DESC",
        "hazards, REPORTED_AT_ASC",
        "hazards, GRADE_DESC",
        "hazards, STATUS_ASC",
        "rectificationTasks, DUE_AT_ASC",
        "rectificationTasks, STATUS_DESC",
        "inspections, PLANNED_ON_ASC",
        "inspections, STATUS_ASC",
    })
    void whatWasChangedIsFoundWithoutWalkingTheCity(String list, String order) {
        // When
        SentRequest.Plan plan = plan(list, order, "updatedSince: \"2100-01-01T00:00:00+08:00\"");

        // Then
        assertAll(
                () -> assertFalse(plan.nodeTypes().contains("Seq Scan"), plan::toString),
                () -> assertTrue(
                        plan.indexes().stream().anyMatch(index -> index.endsWith("_city_updated")), plan::toString),
                () -> assertTrue(plan.rowsRead() <= MOST_BEFORE_CHANGED, plan::toString));
    }

    /**
     * Whatever is asked for, no more is read than the rows walked, and a city's index. A hundred thousand rows are read as quickly from
     * beginning to end; ten times as many are not.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hazards | DUE_AT_ASC | category: \"NONE\"",
                "hazards | GRADE_ASC | categories: [\"NONE\"]",
                "hazards | REPORTED_AT_ASC | sector: \"FISHING_VESSEL\"",
                "hazards | UPDATED_AT_ASC | dueFrom: \"2099-01-01T00:00:00+08:00\"",
                "rectificationTasks | STATUS_ASC | sector: \"FISHING_VESSEL\"",
            })
    void whatNoRowHasIsFoundOutByAnIndexAlone(String list, String order, String filter) {
        // When
        SentRequest.Plan plan = sent(list, order, filter).planByIndexes(table(list));

        // Then
        assertAll(
                () -> assertFalse(plan.nodeTypes().contains("Seq Scan"), plan::toString),
                () -> assertTrue(plan.rowsFetched() <= MOST, plan::toString));
    }

    /** The statement names the source, so that the database knows whether few have it. */
    @Test
    void whatWorkersAndSystemsFoundHasItsOwnIndex() {
        // When
        SentRequest.Plan plan =
                sent("hazards", "STATUS_ASC", "source: INTEGRATION").planByIndexes(table("hazards"));

        // Then
        assertTrue(plan.indexes().contains("hazard_city_rare_source"), plan::toString);
        assertTrue(plan.rowsRead() <= MOST, plan::toString);
    }

    /** The pages, one behind the other, are those of the whole list in its order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "updatedSince: $ | updated_at >= $ | DUE_AT_ASC | due_at, id",
                "updatedSince: $ | updated_at >= $ | DUE_AT_DESC | due_at desc, id desc",
                "updatedSince: $ | updated_at >= $ | GRADE_DESC | grade desc, due_at desc, id desc",
                "updatedSince: $, open: true | updated_at >= $ and open | STATUS_ASC | status, due_at, id",
                "updatedSince: $, statuses: [REPORTED, RECTIFYING] | updated_at >= $ and status in ('REPORTED',"
                        + " 'RECTIFYING') | DUE_AT_ASC | due_at, id",
                "updatedSince: $, statuses: [] | false | DUE_AT_ASC | due_at, id",
                "statuses: [REOPENED] | status = 'REOPENED' | REPORTED_AT_ASC | reported_at, id",
                "statuses: [REOPENED, CLOSED], open: false | status = 'CLOSED' | DUE_AT_ASC | due_at, id",
                "overdue: true | open and due_at < now() | UPDATED_AT_DESC | updated_at desc, id desc",
                "source: ENTERPRISE | source = 'ENTERPRISE' | DUE_AT_ASC | due_at, id",
            })
    void pagesAreThoseOfTheWholeList(String filter, String condition, String order, String orderBy)
            throws SQLException {
        // Given
        String since = since();

        // When
        List<String> read = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < 3; page++) {
            JsonPath answer = LedgerClient.as(TestCaller.CITY_OFFICER)
                    .query(
                            "query($after: String) { hazards(first: 15, after: $after, orderBy: " + order
                                    + ", filter: {"
                                    + filter.replace("$", "\"" + since + "\"")
                                    + "}) { nodes { id } pageInfo { endCursor hasNextPage } } }",
                            cursor == null ? Map.of() : Map.of("after", cursor));
            List<String> ids = answer.getList("data.hazards.nodes.id");
            ids.forEach(id -> read.add(NodeId.require(NodeType.HAZARD, id, "id").toString()));
            cursor = answer.getString("data.hazards.pageInfo.endCursor");
            if (!answer.getBoolean("data.hazards.pageInfo.hasNextPage")) {
                break;
            }
        }

        // Then
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            assertEquals(
                    LedgerDatabase.texts(
                            connection,
                            "select id from hazard where city_code = '4102' and "
                                    + condition.replace("$", "'" + since + "'") + " order by " + orderBy + " limit 45"),
                    read);
        }
    }

    /** A moment since when some hundred hazards were changed. */
    private static String since() throws SQLException {
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            return LedgerDatabase.texts(
                            connection,
                            "select to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from"
                                    + " hazard where city_code = '4102' order by updated_at desc offset 120 limit 1")
                    .getFirst();
        }
    }

    private static SentRequest.Plan plan(String list, String order, String filter) {
        return sent(list, order, filter).plan(table(list));
    }

    private static String table(String list) {
        return switch (list) {
            case "hazards" -> "from hazard t";
            case "inspections" -> "from inspection t";
            default -> "from rectification_task t";
        };
    }

    private static SentRequest sent(String list, String order, String filter) {
        return SentRequest.of(
                TestCaller.CITY_OFFICER,
                "{ " + list + "(first: 20, orderBy: " + order + ", filter: {" + filter + "}) { nodes { id } } }",
                Map.of());
    }
}
