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
              sha256, captured_at, longitude, latitude, datum, device, received_at, uploaded_by, side, version)
            select gen_random_uuid(), division_code, enterprise_id, industry_code, hazard_id, task_id,
              (array['BEFORE', 'AFTER', 'OTHER'])[1 + number % 3], 'image/jpeg', 1000 + number, repeat('0f', 32),
              case when number % 2 = 0 then at - interval '90.5 seconds' end, case when number % 5 > 0 then 114.3 end,
              case when number % 5 > 0 then 34.8 end, case when number % 5 > 0 then 'CGCS2000' end,
              case when number % 7 = 0 then 'Camera 7' end, at, 'generator', 'SYSTEM', 1
            from (
              select division_code, enterprise_id, industry_code, id hazard_id, null::uuid task_id, reported_at at,
                row_number() over (order by id) number from hazard
              union all
              select division_code, enterprise_id, industry_code, null, id, assigned_at, row_number() over (order by id)
                from rectification_task) shown
            where number % 10 = 0""";

    private static final String CAMPAIGNS = """
            insert into campaign (id, division_code, title, kind, status, starts_on, ends_on, target_divisions, target_counties,
              industries, created_by, created_at, version)
            select gen_random_uuid(), code, 'Campaign of ' || name, 'ROUTINE', 'ENFORCEMENT', date '2026-01-01' + number,
              date '2026-12-31', array[code], array[substr(code, 1, 6)], case when number % 2 = 0 then array['C', 'G'] else '{}' end,
              'generator', now(), 1
            from (select code, name, row_number() over (order by code)::int number from division
              where level in ('CITY', 'COUNTY')) places;
            update inspection i set campaign_id = c.id from campaign c
            where c.division_code in (i.county_code || '000000', '410200000000') and substr(i.id::text, 8, 1) in ('0', '1', '2', '3')""";

    private static final String EXTENSIONS = """
            insert into deadline_extension (id, task_id, status, reason, interim_measures, requested_by, requested_at,
              previous_due_at, requested_due_at, decide_by, resume_status, decided_by, decided_at, decision_comment, version)
            select gen_random_uuid(), id, case number % 2 when 0 then 'REFUSED' else 'REQUESTED' end, 'reason', 'measures', 'generator',
              assigned_at + interval '1 day', due_at, due_at + interval '10 days', assigned_at + interval '3 days', 'IN_PROGRESS',
              case number % 2 when 0 then 'officer' end, case number % 2 when 0 then assigned_at + interval '2 days' end,
              case number % 2 when 0 then 'no' end, 1
            from (select id, assigned_at, due_at, row_number() over (order by id) number from rectification_task) tasks
            where number % 3 > 0""";

    /** Somebody who answers for each of the enterprises that the generator made. */
    private static final String REGISTER = """
            insert into post (id, code, division_code, enterprise_id, title, kind)
            select gen_random_uuid(), credit_code, division_code, id, 'head', 'ENTERPRISE_HEAD' from enterprise
            where substr(credit_code, 9, 5) = 'BENCH';
            insert into person (id, code, post_id, division_code, enterprise_id, name)
            select gen_random_uuid(), code, id, division_code, enterprise_id, 'Head ' || code from post
            where substr(code, 9, 5) = 'BENCH';
            insert into responsibility_assignment (id, party, division_code, enterprise_id, person_id, holder_name, holder_title,
              valid_from, version)
            select gen_random_uuid(), 'ENTERPRISE_MAIN', division_code, enterprise_id, id, name, 'head',
              date '2024-01-01' + abs(hashtext(code)) % 500, 1
            from person where substr(code, 9, 5) = 'BENCH'""";

    public static void fill() throws IOException, SQLException {
        if (LedgerDatabase.number("select count(*) from hazard") < HAZARDS) {
            try (Connection connection = LedgerDatabase.asSuperuser()) {
                HazardGenerator.generate(HAZARDS, connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(EVIDENCE);
                    statement.execute(CAMPAIGNS);
                    statement.execute(EXTENSIONS);
                    statement.execute(REGISTER);
                    statement.execute("analyze evidence, campaign, deadline_extension, inspection, enterprise, person,"
                            + " responsibility_assignment");
                }
            }
        }
    }
}
