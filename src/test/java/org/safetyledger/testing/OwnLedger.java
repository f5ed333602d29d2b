package org.safetyledger.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An application with databases of its own for tests that drive its clock, count all that is there, load other seeds, lose the
 * database or look at what it does with many rows, behind a driver that writes down the statements and can be cut. They share one
 * start, and each class has {@link FreshDatabase} set the database back or {@link LargeLedger} put in its place. It starts as where
 * nobody named seeds: on tables without rows.
 */
public class OwnLedger implements QuarkusTestProfile {
    private static final List<String> REMEMBERED =
            List.of("known-enterprises", "known-departments", "dissolved-departments", "known-divisions");

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.driver",
                RecordingDriver.class.getName(),
                "safety-ledger.seeds.directory",
                ""));
        // What the directory of claims forgets would be read again in the midst of a counted request.
        REMEMBERED.forEach(cache -> settings.put("quarkus.cache.caffeine.\"" + cache + "\".expire-after-write", "1H"));
        return settings;
    }
}
