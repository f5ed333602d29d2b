package org.safetyledger.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

    /** A photo of every tenth hazard, of every tenth task and of every fifth inspection. */
    private static final String EVIDENCE = """
            insert into evidence (id, division_code, enterprise_id, industry_code, hazard_id, task_id, inspection_id, stage, media_type, size,
              sha256, captured_at, longitude, latitude, datum, device, received_at, uploaded_by, side, version)
            select gen_random_uuid(), division_code, enterprise_id, industry_code, hazard_id, task_id, inspection_id,
              (array['BEFORE', 'AFTER', 'OTHER'])[1 + number % 3], 'image/jpeg', 1000 + number, repeat('0f', 32),
              case when number % 2 = 0 then at - interval '90.5 seconds' end, case when number % 5 > 0 then 114.3 end,
              case when number % 5 > 0 then 34.8 end, case when number % 5 > 0 then 'CGCS2000' end,
              case when number % 7 = 0 then 'Camera 7' end, at, 'generator', 'SYSTEM', 1
            from (
              select division_code, enterprise_id, industry_code, id hazard_id, null::uuid task_id, null::uuid inspection_id, reported_at at,
                row_number() over (order by id) number from hazard
              union all
              select division_code, enterprise_id, industry_code, null, id, null, assigned_at, row_number() over (order by id)
                from rectification_task
              union all
              select division_code, enterprise_id, industry_code, null, null, id, started_at, 2 * row_number() over (order by id)
                from inspection where started_at is not null) shown
            where number % 10 = 0""";

    private static final String CAMPAIGNS = """
            insert into campaign (id, division_code, title, kind, status, starts_on, ends_on, target_divisions, target_counties,
              industries, created_by, created_at, version, phases, approved_by, approved_at, approval_document, filing, handover, archived_at)
            select gen_random_uuid(), code, 'Campaign of ' || name, 'ROUTINE',
              (array['DRAFT', 'ENFORCEMENT', 'ARCHIVED'])[1 + number % 3], date '2026-01-01' + number,
              date '2026-12-31', array[code], array[substr(code, 1, 6)], case when number % 2 = 0 then array['C', 'G'] else '{}' end,
              'generator', now(), 1, case when number % 2 = 0 then '[]' else
                '[{"phase": "ENFORCEMENT", "startsOn": "2026-02-01", "endsOn": "2026-03-01"}]'::jsonb end,
              case when number % 3 > 0 then 'leader' end, case when number % 3 > 0 then now() end, case when number % 3 > 0 then 'No. 1' end,
              case when number % 3 > 0 then 'filed' end, case when number % 3 = 2 then 'bureau' end, case when number % 3 = 2 then now() end
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
              holder_post, valid_from, version)
            select gen_random_uuid(), 'ENTERPRISE_MAIN', division_code, enterprise_id, id, name, 'head', 'ENTERPRISE_HEAD',
              date '2024-01-01' + abs(hashtext(code)) % 500, 1
            from person where substr(code, 9, 5) = 'BENCH'""";

    /** The generated enterprises come first by name, so that what lies below enterprises is found below the first ones. */
    private static final String NAMES =
            "update enterprise set name = '阿' || name where substr(credit_code, 9, 5) = 'BENCH'";

    /** Bulletins of the city and of each county, to some of their departments and of the places below. */
    private static final String BULLETINS = """
            insert into bulletin (id, division_code, version, kind, status, title, body, document_number, figures, addressees,
              for_enterprises, authors, drafted_by, drafted_at, signed_by, signed_at, published_at)
            select gen_random_uuid(), code, 1, (array['DAILY', 'SPECIAL', 'TYPICAL_CASE'])[1 + number % 3], status,
              'Bulletin ' || number, 'Body', case when number % 3 > 0 then 'No. ' || number end,
              jsonb_build_object('asOf', '2026-01-05T08:30:00+08:00', 'counting', 1, 'jurisdiction', code, 'from', '2025-12-29',
                'to', '2026-01-04', 'reported', number, 'closed', 1, 'open', 3, 'overdue', 2, 'major', 1,
                'areas', jsonb_build_array(jsonb_build_object('code', code, 'name', name, 'open', 3, 'overdue', 2, 'major', 1))),
              array(select d.code from department d where d.division_code = place.code order by 1 limit 2)
                || array(select d.code from division d where d.parent_code = place.code order by 1 limit 2),
              number % 2 = 0, array['generator'], 'generator', drafted_at,
              case when status <> 'DRAFT' then 'leader' end, case when status <> 'DRAFT' then drafted_at + interval '1 hour' end,
              case when status = 'PUBLISHED' then drafted_at + interval '2 hours' end
            from division place
            cross join generate_series(0, 11) number
            cross join lateral (select timestamptz '2026-01-05 09:00:00+08' + number * interval '1 day' drafted_at,
              (array['DRAFT', 'SIGNED', 'PUBLISHED', 'PUBLISHED'])[1 + number % 4] status) drafted
            where level in ('CITY', 'COUNTY');
            insert into bulletin_delivery (id, division_code, version, bulletin_id, department_code, status, sent_at, due_at, deadline,
              received_at, received_by, answered_at, answered_by, feedback)
            select gen_random_uuid(), coalesce(d.division_code, addressee), 1, b.id, d.code, sent.status, published_at,
              case when sent.status <> 'ANSWERED' then published_at + interval '30 days' end,
              case when sent.status <> 'ANSWERED' then (select deadline from hazard order by id limit 1) end,
              case when sent.status <> 'SENT' then published_at + interval '1 hour' end,
              case when sent.status <> 'SENT' then 'receiver' end,
              case when sent.status = 'ANSWERED' then published_at + interval '1 day' end,
              case when sent.status = 'ANSWERED' then 'receiver' end, case when sent.status = 'ANSWERED' then 'done' end
            from bulletin b
            cross join unnest(addressees) with ordinality told(addressee, place)
            left join department d on d.code = addressee
            cross join lateral (select (array['SENT', 'RECEIVED', 'ANSWERED'])[1 + place % 3] status) sent
            where b.status = 'PUBLISHED'""";

    /** A paper of every fifth visit, in each state, with two problems, one of them a hazard where there is one. */
    private static final String PAPERS = """
            insert into paper (id, division_code, version, enterprise_id, industry_code, matter, kind, status, number, addressee, credit_code,
              authority, inspection_id,
              legal_basis, remedy, remark, officers, issued_by, issued_by_subject, issued_at, service_kind, served_at, served_by, receiver,
              due_at, deadline, receipt_signed_by, receipt_signed_at, refusal, withdrawal_reason)
            select gen_random_uuid(), division_code, 1, enterprise_id, industry_code, matter,
              (array['INSTRUCTION', 'ON_SITE_MEASURE', 'STOP_ORDER'])[1 + number % 3], state, 'No. ' || number, 'addressee', 'code', county_code || '000000', id,
              'law', case when number % 2 = 0 then 'remedy' end, case when number % 3 = 0 then 'remark' end,
              jsonb_build_array(jsonb_build_object('name', 'officer', 'certificateNumber', null)), 'officer', 'officer', started_at,
              case when state not in ('ISSUED', 'WITHDRAWN') then 'DIRECT' end,
              case when state not in ('ISSUED', 'WITHDRAWN') then started_at + interval '1 hour' end,
              case when state not in ('ISSUED', 'WITHDRAWN') then 'officer' end,
              case when state not in ('ISSUED', 'WITHDRAWN') then 'head' end,
              case when state = 'SERVED' then started_at + interval '3 days' end,
              case when state = 'SERVED' then (select deadline from hazard order by id limit 1) end,
              case when state = 'SIGNED' then 'head' end, case when state = 'SIGNED' then started_at + interval '1 day' end,
              case when state = 'REFUSED' then 'no' end, case when state = 'WITHDRAWN' then 'wrong' end
            from (select i.*, row_number() over (order by i.id) number from inspection i where i.started_at is not null and i.enterprise_id is not null) v
            cross join lateral (select (array['ISSUED', 'SERVED', 'SIGNED', 'REFUSED', 'WITHDRAWN'])[1 + number / 5 % 5] state) s
            where number % 5 = 0;
            insert into paper_item (id, paper_id, number, hazard_id, problem, place, grade, demand, due_at, result, note)
            select gen_random_uuid(), p.id, n, case when n = 1 then h.id end, 'problem ' || n, case when n = 2 then 'place' end,
              case when n = 1 then h.grade end, 'demand', p.issued_at + interval '20 days', case when n = 2 then 'PARTLY' end,
              case when n = 2 then 'note' end
            from paper p
            cross join generate_series(1, 2) n
            left join lateral (select id, grade from hazard where inspection_id = p.inspection_id order by id limit 1) h on true""";

    private static final String ANALYSE =
            "analyze evidence, campaign, deadline_extension, inspection, enterprise, person,"
                    + " responsibility_assignment, bulletin, bulletin_delivery, paper, paper_item";

    public static void fill() throws IOException, SQLException {
        if (LedgerDatabase.number("select count(*) from hazard") < HAZARDS) {
            try (Connection connection = LedgerDatabase.asSuperuser()) {
                HazardGenerator.generate(HAZARDS, connection);
                try (Statement statement = connection.createStatement()) {
                    for (String filling :
                            List.of(NAMES, EVIDENCE, CAMPAIGNS, EXTENSIONS, REGISTER, BULLETINS, PAPERS, ANALYSE)) {
                        statement.execute(filling);
                    }
                }
                connection.commit();
            }
        }
    }
}
