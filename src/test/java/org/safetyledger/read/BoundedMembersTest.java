package org.safetyledger.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;

/** A list without pages never holds more than what documents are weighed by. */
@LedgerTest
class BoundedMembersTest {
    @Inject
    @All
    List<ReadSource> sources;

    @Inject
    ReadTypes types;

    @Test
    void databaseHoldsTheMaximumOfEachListWithoutPages() throws SQLException {
        // Given
        TreeSet<String> declared = new TreeSet<>();
        sources.stream()
                .flatMap(source -> source.types().stream())
                .flatMap(type -> type.fields().values().stream())
                .filter(ReadField.Members.class::isInstance)
                .map(ReadField.Members.class::cast)
                .filter(list -> !list.listed())
                .forEach(list -> declared.add(
                        types.named(list.target()).table() + "." + list.column() + " at most " + list.most()));

        // When
        TreeSet<String> held = new TreeSet<>();
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            held.addAll(LedgerDatabase.texts(
                    connection,
                    "select c.relname || '.' || split_part(encode(t.tgargs, 'escape'), '\\000', 1) || ' at most '"
                            + " || split_part(encode(t.tgargs, 'escape'), '\\000', 2) from pg_trigger t"
                            + " join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid"
                            + " where p.proname = 'ledger_at_most'"));
        }

        // Then
        assertTrue(declared.size() >= 6, declared::toString);
        assertEquals(declared, held);
    }

    @Test
    void databaseHoldsTheMaximumOfEachListOfCodes() throws SQLException {
        // Given
        TreeSet<String> declared = new TreeSet<>();
        for (ReadSource source : sources) {
            for (ReadType type : source.types()) {
                type.fields().values().stream()
                        .filter(field -> field instanceof ReadField.Members list && list.listed())
                        .map(ReadField.Members.class::cast)
                        .forEach(list -> declared.add(
                                type.table() + ": (cardinality(" + list.key() + ") <= " + list.most() + ")"));
            }
        }

        // When
        TreeSet<String> held = new TreeSet<>();
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            held.addAll(LedgerDatabase.texts(
                    connection,
                    "select c.relname || ': ' || pg_get_expr(k.conbin, k.conrelid) from pg_constraint k"
                            + " join pg_class c on c.oid = k.conrelid where k.conname like '%_at_most'"));
        }

        // Then
        assertTrue(declared.size() >= 5, declared::toString);
        assertEquals(declared, held);
    }

    @Test
    void oneMoreThanTheMaximumIsRefused() throws SQLException {
        // Given
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String departments = "insert into department (code, id, name, division_code, kind) select 'TEST-' || n,"
                    + " gen_random_uuid(), 'n', '410204000000', 'OTHER' from generate_series(%d, %d) n";
            int present = Integer.parseInt(LedgerDatabase.texts(
                            connection, "select count(*) from department where division_code = '410204000000'")
                    .getFirst());
            statement.execute(departments.formatted(1, 100 - present));

            // When
            SQLException refused =
                    assertThrows(SQLException.class, () -> statement.execute(departments.formatted(1000, 1000)));

            // Then
            assertEquals("54000", refused.getSQLState());
            connection.rollback();
        }
    }
}
