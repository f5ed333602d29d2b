package org.safetyledger.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a class did to its database, the next one does not meet it. */
@LedgerTest
@TestProfile(OwnLedger.class)
@ExtendWith(FreshDatabase.class)
class FreshDatabaseTest {
    private static final String LEFT = "select (select count(*) from hazard), (select count(*) from deadline_rule),"
            + " (select count(*) from history_entry), (select relrowsecurity from pg_class where oid = 'hazard'::regclass),"
            + " to_regclass('left_behind')";

    @Inject
    LedgerTables tables;

    @Test
    void databaseIsSetBackAndTheServiceGoesOn() throws Exception {
        // Given
        String before = tables.value(LEFT);
        String hazard = new Loop().reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        tables.change("delete from deadline_rule");
        tables.change("alter table hazard disable row level security");
        tables.change("create table left_behind (id integer)");
        assertNotEquals(before, tables.value(LEFT));

        // When
        FreshDatabase.setBack();

        // Then
        assertEquals(before, tables.value(LEFT));
        assertNull(LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { hazard(id: $id) { id } }", Map.of("id", hazard))
                .get("data.hazard"));
        new Loop().reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        assertEquals("1", tables.value("select count(*) from hazard"));
    }
}
