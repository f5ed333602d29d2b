package org.safetyledger.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Has tables filled without their indexes and references, which are then made of all rows at once: to look up each row by itself in
 * the dozens of them takes longer than the rows. What is unique is unique all the time, and a reference to nothing is refused at the end.
 */
final class LaterIndexes {
    private static final String INDEXES = """
            select i.indexrelid::regclass, pg_get_indexdef(i.indexrelid) from pg_index i
            where i.indrelid = any('{%s}'::regclass[]) and not i.indisunique
              and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""";

    private static final String REFERENCES = """
            select format('alter table %%s drop constraint %%I', c.conrelid::regclass, c.conname),
              format('alter table %%s add constraint %%I %%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
            from pg_constraint c where c.conrelid = any('{%s}'::regclass[]) and c.contype = 'f'""";

    private LaterIndexes() {}

    /** What fills the tables. */
    interface Filling {
        void fill() throws IOException, SQLException;
    }

    static void during(Connection connection, List<String> tables, Filling filling) throws IOException, SQLException {
        String all = String.join(", ", tables);
        List<String> leavingOut = new ArrayList<>();
        List<String> making = new ArrayList<>();
        for (List<String> index : pairs(connection, INDEXES.formatted(all))) {
            leavingOut.add("drop index " + index.getFirst());
            making.add(index.getLast());
        }
        for (List<String> reference : pairs(connection, REFERENCES.formatted(all))) {
            leavingOut.add(reference.getFirst());
            making.add(reference.getLast());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.join(";", leavingOut));
            filling.fill();
            commit(connection);
            statement.execute(String.join(";", making));
            commit(connection);
        }
    }

    /** An index is not used by the transaction that made it if that has changed rows of the table before. */
    private static void commit(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private static List<List<String>> pairs(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<List<String>> pairs = new ArrayList<>();
            while (rows.next()) {
                pairs.add(List.of(rows.getString(1), rows.getString(2)));
            }
            return pairs;
        }
    }
}
