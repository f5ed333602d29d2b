package org.safetyledger.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * An application with a database of its own for tests that drive its clock, count all that is there, load other seeds or lose the
 * database. They share one start, and each class has {@link FreshDatabase} set the database back. It starts as where nobody
 * named seeds: on tables without rows.
 */
public class OwnLedger implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.datasource.jdbc.driver", CuttingDriver.class.getName(), "safety-ledger.seeds.directory", "");
    }
}
