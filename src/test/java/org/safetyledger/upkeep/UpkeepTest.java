package org.safetyledger.upkeep;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.feed.FeedCursor;
import org.safetyledger.feed.FeedCursors;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** The service at the turn of a year, and what it deletes. On a database of its own, whose clock runs ahead. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class UpkeepTest {
    private static final List<String> TABLES = List.of("history_entry", "outbox_entry");

    @Inject
    Upkeep upkeep;

    @Inject
    FeedCursors cursors;

    @Inject
    LedgerTables tables;

    /** Others who drove the clock of this database had no partition made for their years. */
    @BeforeEach
    void nothingWaitsForItsPartition() {
        for (String table : TABLES) {
            tables.changePastTriggers("delete from " + table + "_other");
        }
    }

    @Test
    void everyChangeFindsItsPartitionAtTheTurnOfAYear() throws Exception {
        // Given
        at("2030-12-31T23:59:58+08:00");
        upkeep.preparePartitions();

        // When
        report();
        at("2031-01-01T00:00:00+08:00");
        report();

        // Then
        for (String table : TABLES) {
            assertEquals("0", tables.value("select count(*) from " + table + "_other"), table);
            assertEquals("1", tables.value("select count(*) from " + table + "_2030"), table);
            assertEquals("1", tables.value("select count(*) from " + table + "_2031"), table);
        }
    }

    @Test
    void rowsThatCameBeforeTheirPartitionAreMoved() throws Exception {
        // Given
        at("2040-06-01T12:00:00+08:00");
        String hazard = report();
        assertEquals("1", tables.value("select count(*) from history_entry_other"));

        // When
        int made = upkeep.preparePartitions();

        // Then
        assertEquals(4, made);
        for (String table : TABLES) {
            assertEquals("0", tables.value("select count(*) from " + table + "_other"), table);
            assertEquals("1", tables.value("select count(*) from " + table + "_2040"), table);
        }
        assertEquals(
                true,
                LedgerClient.as(TestCaller.AUDITOR_CITY)
                        .query("query($of: ID!) { verifyHistory(of: $of) { intact } }", Map.of("of", hazard))
                        .getBoolean("data.verifyHistory.intact"));
    }

    @Test
    void replicasThatPrepareTogetherMakeEachPartitionOnce() throws Exception {
        // Given
        at("2050-01-01T00:00:00+08:00");

        // When
        List<Integer> made = Together.act(4, replica -> assertDoesNotThrow(upkeep::preparePartitions));

        // Then
        assertEquals(4, made.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void pruningKeepsWhatIsInTheRetentionAndTellsConsumersThatAreLeftBehind() throws Exception {
        // Given
        at("2032-01-01T00:00:00+08:00");
        upkeep.preparePartitions();
        report();
        FeedCursor first = last();
        report();
        FeedCursor second = last();
        at("2032-03-31T00:00:00+08:00");
        report();
        FeedCursor third = last();
        assertDoesNotThrow(() -> cursors.require(first));

        // When
        at("2032-04-01T00:00:00+08:00");
        upkeep.prune();

        // Then
        assertEquals("1", tables.value("select count(*) from outbox_entry_2032"));
        assertEquals(
                ErrorCode.CURSOR_TOO_OLD,
                assertThrows(Refusal.class, () -> cursors.require(first)).code());
        assertDoesNotThrow(() -> cursors.require(second));
        assertDoesNotThrow(() -> cursors.require(third));
        assertEquals("3", tables.value("select count(*) from history_entry_2032"));
    }

    @ParameterizedTest
    @ValueSource(ints = {179, 181})
    void acceptedCommandIsForgottenAfterHalfAYear(int days) throws Exception {
        // Given
        at("2033-01-01T00:00:00+08:00");
        String key = UUID.randomUUID().toString();
        OffsetDateTime accepted = OffsetDateTime.parse("2033-01-01T00:00:00+08:00");
        tables.change(
                "insert into accepted_command values ('somebody', ?, 'closeHazard', '', gen_random_uuid(), ?)",
                key,
                accepted);

        // When
        at(accepted.plusDays(days).toString());
        upkeep.prune();

        // Then
        assertEquals(days < 180 ? "1" : "0", tables.value("select count(*) from accepted_command where key = ?", key));
    }

    private FeedCursor last() {
        String[] row = tables.value(
                        "select epoch, transaction_id, id from outbox_entry order by recorded_at desc, transaction_id desc limit 1")
                .split("\\|");
        return new FeedCursor(Integer.parseInt(row[0]), Long.parseLong(row[1]), UUID.fromString(row[2]));
    }

    private static void at(String time) {
        Clock start = Clock.fixed(OffsetDateTime.parse(time).toInstant(), ZoneOffset.UTC);
        QuarkusMock.installMockForType(start, Clock.class);
    }

    private static String report() {
        return new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
    }
}
