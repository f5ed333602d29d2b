package org.safetyledger.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.safetyledger.bench.HazardGenerator;

/**
 * An application with a database of its own that holds 100,000 hazards, behind a driver that writes down the
 * statements. Tests of this profile share it: whoever comes first fills it.
 */
public class LargeLedger implements QuarkusTestProfile {
    public static final int HAZARDS = 100_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.datasource.jdbc.driver",
                RecordingDriver.class.getName(),
                // What the directory of claims forgets would be read again in the midst of a counted request.
                "quarkus.cache.caffeine.\"known-enterprises\".expire-after-write",
                "1H",
                "quarkus.cache.caffeine.\"known-departments\".expire-after-write",
                "1H",
                "quarkus.cache.caffeine.\"known-divisions\".expire-after-write",
                "1H");
    }

    public static void fill() throws IOException, SQLException {
        if (LedgerDatabase.number("select count(*) from hazard") < HAZARDS) {
            try (Connection connection = LedgerDatabase.asSuperuser()) {
                HazardGenerator.generate(HAZARDS, connection);
            }
        }
    }
}
