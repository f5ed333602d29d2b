package org.safetyledger.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.FreshDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OwnLedger;
import org.safetyledger.testing.TestCaller;

/** On a database of its own, which believes that its rows come from another cluster. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class OutboxEpochTest {
    private static final String LAST =
            "select object_id from outbox_entry order by epoch desc, transaction_id desc, id desc limit 1";

    @Inject
    OutboxEpoch epoch;

    @Inject
    LedgerTables tables;

    @Test
    void restartOnTheSameClusterStaysInItsEpoch() throws Exception {
        assertEquals(epoch.enter(), epoch.enter());
    }

    @Test
    void whatIsRecordedAfterARestoreComesAfterAllThatWasRestored() throws Exception {
        // Given
        new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        int before = epoch.enter();
        tables.change("update outbox_entry set transaction_id = '4000000000'");
        tables.change("update outbox_epoch set system_id = system_id + 1");

        // When
        int after = epoch.enter();
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // Then
        assertEquals(before + 1, after);
        assertEquals(hazard, NodeId.text(NodeType.HAZARD, UUID.fromString(tables.value(LAST))));
        assertEquals("1", tables.value("select count(*) from outbox_entry where epoch = ?", after));
    }
}
