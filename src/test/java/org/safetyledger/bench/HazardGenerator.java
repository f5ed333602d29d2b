package org.safetyledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * Runs {@code src/bench/sql/generate-hazards.sql} against the database of {@code quarkus:dev}, or any other one that
 * holds the seeds: {@code ./mvnw -q test-compile exec:java@generate-hazards -Dhazards=100000}.
 */
public final class HazardGenerator {
    private static final Path SCRIPT = Path.of("src/bench/sql/generate-hazards.sql");

    private HazardGenerator() {}

    /** @param arguments how many hazards, JDBC address, owner and password of the database */
    public static void main(String[] arguments) throws Exception {
        Instant start = Instant.now();
        try (Connection connection = DriverManager.getConnection(arguments[1], arguments[2], arguments[3])) {
            generate(Integer.parseInt(arguments[0]), connection);
        }
        System.out.println(arguments[0] + " hazards in "
                + Duration.between(start, Instant.now()).toSeconds() + " s");
    }

    /** Adds so many hazards with all that belongs to them, in one transaction. */
    public static void generate(int hazards, Connection connection) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('bench.hazards', '" + hazards + "', true)");
            statement.execute(Files.readString(SCRIPT));
        }
        connection.commit();
    }
}
