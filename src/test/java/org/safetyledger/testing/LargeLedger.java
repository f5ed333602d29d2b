package org.safetyledger.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    /** A photo of every tenth hazard, and of every tenth task. */
    private static final String EVIDENCE = """
            insert into evidence (id, division_code, enterprise_id, industry_code, hazard_id, task_id, stage, media_type, size,
              sha256, captured_at, longitude, latitude, datum, device, received_at, uploaded_by, version)
            select gen_random_uuid(), division_code, enterprise_id, industry_code, hazard_id, task_id,
              (array['BEFORE', 'AFTER', 'OTHER'])[1 + number % 3], 'image/jpeg', 1000 + number, repeat('0f', 32),
              case when number % 2 = 0 then at - interval '90.5 seconds' end, case when number % 5 > 0 then 114.3 end,
              case when number % 5 > 0 then 34.8 end, case when number % 5 > 0 then 'CGCS2000' end,
              case when number % 7 = 0 then 'Camera 7' end, at, 'generator', 1
            from (
              select division_code, enterprise_id, industry_code, id hazard_id, null::uuid task_id, reported_at at,
                row_number() over (order by id) number from hazard
              union all
              select division_code, enterprise_id, industry_code, null, id, assigned_at, row_number() over (order by id)
                from rectification_task) shown
            where number % 10 = 0""";

    public static void fill() throws IOException, SQLException {
        if (LedgerDatabase.number("select count(*) from hazard") < HAZARDS) {
            try (Connection connection = LedgerDatabase.asSuperuser()) {
                HazardGenerator.generate(HAZARDS, connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(EVIDENCE);
                    statement.execute("analyze evidence");
                }
            }
        }
    }
}
