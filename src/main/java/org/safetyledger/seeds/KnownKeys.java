package org.safetyledger.seeds;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The natural keys that a row may refer to: those in the database, and those of the rows above it in its own file. */
final class KnownKeys {

    private final Map<Reference, Set<String>> keys = new EnumMap<>(Reference.class);

    static KnownKeys of(Connection connection, Set<Reference> references) throws SQLException {
        KnownKeys known = new KnownKeys();
        try (Statement statement = connection.createStatement()) {
            for (Reference reference : references) {
                try (ResultSet result = statement.executeQuery(reference.query())) {
                    while (result.next()) {
                        known.add(reference, result.getString(1));
                    }
                }
            }
        }
        return known;
    }

    void add(Reference reference, String key) {
        keys.computeIfAbsent(reference, any -> new HashSet<>()).add(key);
    }

    boolean contains(Reference reference, String key) {
        return keys.getOrDefault(reference, Set.of()).contains(key);
    }
}
