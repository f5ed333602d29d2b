package org.safetyledger.seeds;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An application with a database of its own that nothing was loaded into. */
public class EmptyDatabase implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("safety-ledger.seeds.directory", "");
    }
}
