package org.safetyledger.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.safetyledger.bench.HazardGenerator;

/**
 * A database of {@link OwnLedger} that holds 50,000 hazards of 5,000 enterprises. The classes that have it filled share it: whoever
 * comes first fills it.
 */
public final class LargeLedger {
    public static final int HAZARDS = 50_000;
    private static final String ENTERPRISES = "set bench.enterprises = 5000";
    private static final String FILLED = "filled with 50,000 hazards";

    /** A photo of every tenth hazard, of every tenth task and of every fifth inspection. */
    private static final String EVIDENCE = """
            insert into evidence (id, division_code, enterprise_id, industry_code, hazard_id, task_id, inspection_id, stage, media_type, size,
              sha256, captured_at, longitude, latitude, datum, device, source_system, exported_at, received_at, uploaded_by, side, version)
            select gen_random_uuid(), division_code, enterprise_id, industry_code, hazard_id, task_id, inspection_id,
              (array['BEFORE', 'AFTER', 'OTHER'])[1 + number % 3], 'image/jpeg', 1000 + number, repeat('0f', 32),
              case when number % 2 = 0 then at - interval '90.5 seconds' end, case when number % 5 > 0 then 114.3 end,
              case when number % 5 > 0 then 34.8 end, case when number % 5 > 0 then 'CGCS2000' end,
              case when number % 7 = 0 then 'Camera 7' end, case when number % 3 = 0 then 'Cameras of the park' end,
              case when number % 3 = 0 then at end, at, 'generator', 'SYSTEM', 1
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

    /** A comment on what every second photo shows, for each reader and in each state, and on what is due first. */
    private static final String COMMENTS = """
            insert into comment (id, division_code, version, enterprise_id, industry_code, matter, hazard_id, task_id, inspection_id,
              about_hazard_id, visibility, status, text, side, authority, author, author_subject, commented_at, withdrawn_at, withdrawal)
            select gen_random_uuid(), division_code, 1, enterprise_id, industry_code, matter, hazard_id, task_id, inspection_id,
              coalesce(hazard_id, (select r.hazard_id from rectification_task r where r.id = task_id)),
              case when number % 3 = 0 then 'INTERNAL' else 'SHARED' end, case when number % 7 = 0 then 'WITHDRAWN' else 'PUBLISHED' end,
              'comment ' || number, case when number % 3 = 1 then 'ENTERPRISE' else 'AUTHORITY' end,
              case when number % 3 <> 1 then division_code end, 'author', 'author', received_at + interval '1 hour',
              case when number % 7 = 0 then received_at + interval '2 hours' end, case when number % 7 = 0 then 'reason' end
            from (select *, row_number() over (order by id) number from evidence) e where number % 2 = 0;
            insert into comment (id, division_code, version, enterprise_id, industry_code, matter, hazard_id, about_hazard_id, visibility, status,
              text, side, authority, author, author_subject, commented_at)
            select gen_random_uuid(), division_code, 1, enterprise_id, industry_code, matter, id, id, 'SHARED', 'PUBLISHED', 'comment on what is due first',
              'AUTHORITY', division_code, 'author', 'author', reported_at + interval '1 hour'
            from (select * from hazard order by due_at, id limit 90) first_due""";

    /** Where every twentieth hazard is, and who works on every thirtieth and on every third task. */
    private static final String PEOPLE = """
            update hazard set position = '{"longitude": 114.3, "latitude": 34.8, "datum": "GCJ02", "accuracyMetres": 20}'
            where get_byte(uuid_send(id), 15) % 20 = 0;
            update hazard h set person_id = p.id, person_name = p.name, person_subject = p.subject
            from (select distinct on (county_code) * from person where enterprise_id is null order by county_code, id) p
            where p.county_code = h.county_code and get_byte(uuid_send(h.id), 15) % 30 = 0;
            update rectification_task t set person_id = p.id, person_name = p.name, person_subject = p.subject
            from (select distinct on (enterprise_id) * from person where enterprise_id is not null order by enterprise_id, id desc) p
            where p.enterprise_id = t.enterprise_id and get_byte(uuid_send(t.id), 15) % 3 = 0""";

    /** Of what is due first and of every twentieth hazard somebody was told, of major ones the neighbours alone. */
    private static final String HAZARD_NOTIFICATIONS = """
            insert into hazard_notification (id, division_code, version, enterprise_id, industry_code, matter, hazard_id, audience, means, status,
              recipients, notified_at, evidence_id, recorded_at, recorded_by, recorded_by_subject, withdrawn_at, withdrawal)
            select gen_random_uuid(), division_code, 1, enterprise_id, industry_code, matter, h.id,
              case when grade = 'MAJOR' then 'NEIGHBOURS' else (array['WORKERS', 'WORKERS_CONGRESS', 'NEIGHBOURS'])[1 + number % 3] end,
              case when number % 3 = 1 then 'MEETING' else (array['MEETING', 'NOTICE_BOARD', 'WRITTEN', 'ELECTRONIC'])[1 + number % 4] end,
              case when number % 7 = 0 then 'WITHDRAWN' else 'RECORDED' end, 'shift ' || number, reported_at + interval '1 hour',
              e.id, reported_at + interval '1 hour' - (number % 2) * interval '1 minute', 'manager', 'manager',
              case when number % 7 = 0 then reported_at + interval '2 hours' end, case when number % 7 = 0 then 'reason' end
            from (select *, row_number() over (order by due_at, id) number from hazard) h
            left join (select distinct on (hazard_id) hazard_id, id from evidence order by hazard_id, id) e on e.hazard_id = h.id
            where number <= 90 or number % 20 = 0""";

    /** Of the enterprises that come first by name and of every twentieth, in each state; long before any visit. */
    private static final String OFF_SITE_CHECKS = """
            insert into off_site_check (id, division_code, version, enterprise_id, industry_code, matter, authority, kind, status, looked_at,
              checked_on, checked_by, checked_by_subject, recorded_at, result, inspection_id, hazard_id, concluded_by, concluded_at, withdrawn_at,
              withdrawal)
            select gen_random_uuid(), division_code, 1, e.id, industry_code, case when number % 4 = 0 then 'FIRE' end, city_code || '00000000',
              (array['PAPERS', 'VIDEO', 'SENSORS', 'SELF_REPORT'])[1 + n % 4], state, 'papers ' || number,
              date '2020-01-01' + (number % 300)::int + n, 'officer', 'officer', at,
              case when state = 'CONCLUDED' then case when visit is not null then 'LED_TO_VISIT' when hazard is not null then 'LED_TO_HAZARD'
                else 'NOTHING_FOUND' end end,
              case when state = 'CONCLUDED' then visit end, case when state = 'CONCLUDED' and visit is null then hazard end,
              case when state = 'CONCLUDED' then 'officer' end, case when state = 'CONCLUDED' then at end,
              case when state = 'WITHDRAWN' then at end, case when state = 'WITHDRAWN' then 'reason' end
            from (select *, row_number() over (order by name, id) number from enterprise) e
            cross join generate_series(0, 6) n
            cross join lateral (select case when n = 1 then 'RECORDED' when n = 2 then 'WITHDRAWN' else 'CONCLUDED' end state,
              timestamptz '2020-01-01 09:00:00+08' + number * interval '1 hour' as at,
              case when n = 3 then (select i.id from inspection i where i.enterprise_id = e.id and i.kind = 'ENFORCEMENT' order by i.id limit 1) end visit,
              case when n > 4 then (select h.id from hazard h where h.enterprise_id = e.id order by h.id limit 1) end hazard) s
            where number <= 60 or number % 20 = 0""";

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

    /** Reports of twelve days of the city and of each county, in each state, with hazards of the place and their figures. */
    private static final String DAILY_REPORTS = """
            insert into daily_report (id, division_code, version, day, status, begins_at, cut_off_at, drawn_up_at, drawn_up_by, due_at, missing,
              signed_at, signed_by, issued_at, issued_by)
            select gen_random_uuid(), code, 1, date '2024-03-01' + number, status, cut_off - interval '1 day', cut_off,
              cut_off + interval '1 minute', 'generator', cut_off + interval '1 hour',
              case when level = 'CITY' then array(select code from division where level = 'COUNTY' order by 1 limit number) else '{}' end,
              case when status <> 'DRAWN_UP' and level = 'COUNTY' then cut_off + number * interval '10 minutes' end,
              case when status <> 'DRAWN_UP' and level = 'COUNTY' then 'leader' end,
              case when status = 'ISSUED' then cut_off + interval '2 hours' end, case when status = 'ISSUED' then 'leader' end
            from division
            cross join generate_series(0, 11) number
            cross join lateral (select timestamptz '2024-03-01 17:00:00+08' + number * interval '1 day' cut_off,
              case when level = 'CITY' then (array['DRAWN_UP', 'ISSUED', 'ISSUED'])[1 + number % 3]
                else (array['DRAWN_UP', 'SIGNED', 'ISSUED'])[1 + number % 3] end status) drawn
            where level in ('CITY', 'COUNTY');
            insert into reported_object (id, division_code, version, daily_report_id, reported_on, day, figure, outstanding, object_type,
              object_id, responsible_division)
            select gen_random_uuid(), r.division_code, 0, r.id, r.day, r.day - late, f.figure, false, 'HAZARD', h.id, h.division_code
            from daily_report r
            cross join lateral (select id, division_code, grade, row_number() over (order by id) % 3 - 1 place from hazard
              where county_code = r.county_code and reported_at >= '2024-01-01' order by id limit 6) h
            cross join lateral (select greatest(h.place, 0)::int late) l
            cross join lateral (values ('HAZARDS_FOUND'), (h.grade || '_FOUND')) f(figure)
            where extract(day from r.day) <> 4;
            insert into daily_figure (id, daily_report_id, figure, value, late, late_from, late_to)
            select gen_random_uuid(), r.id, f.figure, count(o.id) filter (where o.day = o.reported_on), count(o.id) filter (where o.day < o.reported_on),
              min(o.day) filter (where o.day < o.reported_on), max(o.day) filter (where o.day < o.reported_on)
            from daily_report r
            cross join (values ('HAZARDS_FOUND'), ('GENERAL_FOUND'), ('MAJOR_FOUND'), ('TASKS_OVERDUE')) f(figure)
            left join reported_object o on o.daily_report_id = r.id and o.figure = f.figure
            group by r.id, f.figure""";

    /** A paper of every fifth visit, in each state, with two problems, one of them a hazard where there is one. */
    private static final String PAPERS = """
            insert into paper (id, division_code, version, enterprise_id, industry_code, matter, kind, status, number, addressee, credit_code,
              authority, inspection_id, rights, checks_so_far,
              legal_basis, remedy, remark, officers, issued_by, issued_by_subject, issued_at, service_kind, served_at, served_by, receiver,
              due_at, deadline, receipt_signed_by, receipt_signed_at, refusal, withdrawal_reason)
            select gen_random_uuid(), division_code, 1, enterprise_id, industry_code, matter,
              (array['INSTRUCTION', 'ON_SITE_MEASURE', 'STOP_ORDER'])[1 + number % 3], state, 'No. ' || number, 'addressee', 'code', county_code || '000000', id,
              case when number % 2 = 0 then 'rights' end, case when number % 2 = 0 then number % 4 end, 'law', case when number % 2 = 0 then 'remedy' end, case when number % 3 = 0 then 'remark' end,
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

    /** A preservation of things to every third enterprise with papers, decided in part, in time or lapsed. */
    private static final String PRESERVATIONS = """
            insert into paper (id, division_code, version, enterprise_id, industry_code, matter, kind, status, number, addressee, credit_code,
              authority, authority_division, inspection_id, legal_basis, officers, issued_by, issued_by_subject, issued_at, approved_by, approved_at,
              urgency, approval_due_at,
              service_kind, served_at, served_by, receiver, decision_due_at, undecided_things, lapse_noted_by, lapse_noted_at)
            select gen_random_uuid(), division_code, 1, enterprise_id, industry_code, matter, 'PRESERVATION', case when served then 'SIGNED' else 'ISSUED' end,
              'P ' || n, addressee, credit_code, authority, authority, inspection_id, 'law', officers, issued_by, issued_by_subject, issued_at,
              case when served then 'leader' end, case when served then issued_at end,
              case when n % 6 = 3 then 'fire' end, case when served and n % 6 = 3 then issued_at + interval '1 day' end,
              case when served then 'DIRECT' end,
              case when served then issued_at end, case when served then 'officer' end, case when served then 'head' end,
              case when served then issued_at + (case n % 4 when 1 then 20000 else 1 end) * interval '1 day' end, case when served then n % 2 else 2 end,
              case when served and n % 5 = 0 then 'officer' end, case when served and n % 5 = 0 then issued_at + interval '9 days' end
            from (select p.*, row_number() over (order by p.id) place from paper p) p
            cross join lateral (select place::int n, place % 4 > 0 served) s where place % 3 = 0;
            insert into preserved_thing (id, paper_id, number, name, quantity, place, keeper, decision, decision_reason, decided_by, decided_at)
            select gen_random_uuid(), p.id, n, 'thing ' || n, n || ' pieces', 'store', 'keeper', case when decided then 'SEIZE' end,
              case when decided then 'reason' end, case when decided then 'officer' end, case when decided then p.served_at + interval '1 day' end
            from paper p cross join generate_series(1, 2) n cross join lateral (select n > p.undecided_things decided) d
            where p.kind = 'PRESERVATION'""";

    /** Changes of rules that nothing asks for, decided by the city and its counties. */
    private static final String RULE_CHANGES = """
            insert into rule_change (id, division_code, version, kind, subject, applies_to, amount, unit, valid_from, document,
              document_number, reason, code, former_code, former_amount, former_unit, changed_at, changed_by)
            select gen_random_uuid(), code, 0, (array['DEADLINE', 'LIMIT'])[1 + number % 2], 'GENERATED_' || code || '_' || number,
              case when number % 3 = 0 then 'CASE' end, 10 + number,
              case number % 2 when 0 then (array['WORKING_DAY', 'NATURAL_DAY', 'HOUR', 'YEAR'])[1 + number / 2 % 4]
                else (array['COUNT', 'PERCENT', 'DAY_OF_MONTH'])[1 + number / 2 % 3] end, date '2026-01-01' + number, 'Document',
              'No. ' || number, 'Reason', 'GENERATED_' || code || '_' || number, case when number > 4 then 'GENERATED' end,
              case when number > 4 then number end, case when number > 4 then 'WORKING_DAY' end,
              timestamptz '2026-01-05 09:00:00+08' + number * interval '1 day', 'generator'
            from division cross join generate_series(0, 23) number
            where level in ('CITY', 'COUNTY')""";

    /** Changes of ladders that no clock climbs, decided by the city and its counties. */
    private static final String LADDER_CHANGES = """
            insert into ladder_change (id, division_code, version, subject, valid_from, document, document_number, reason, rungs, codes, former_codes,
              changed_at, changed_by, taken_up_at)
            select gen_random_uuid(), code, 0, 'GENERATED_' || code || '_' || number, date '2026-01-01' + number, 'Document', 'No. ' || number, 'Reason',
              '[{"number": 1, "amount": 0, "unit": "HOUR", "action": "REMIND", "addressee": "RESPONSIBLE"}]',
              array['GENERATED_' || code || '_' || number || '-1'], case when number > 4 then array['GENERATED'] else '{}' end,
              timestamptz '2026-01-05 09:00:00+08' + number * interval '1 day', 'generator',
              case when number % 2 = 0 then timestamptz '2026-01-25 09:00:00+08' + number * interval '1 day' end
            from division cross join generate_series(0, 23) number
            where level in ('CITY', 'COUNTY')""";

    /** Posts of the enterprises with people, three checks of each, records of them, and a report of every fifth hazard that workers found. */
    private static final String POSTS = """
            insert into enterprise_post (id, division_code, version, enterprise_id, industry_code, status, title, person_id, holder_subject,
              scope, standard, kept_at, assessment, assessed_from, assessed_to, assessment_note, assessed_by, assessed_at)
            select gen_random_uuid(), p.division_code, 1, e.id, e.industry_code, case when number % 9 = 0 then 'ENDED' else 'ACTIVE' end,
              'head', p.id, case when number % 2 = 0 then 'w' else p.subject end, 'scope', 'standard',
              timestamptz '2026-01-05 09:00:00+08' + number * interval '1 minute', rated.assessment,
              case when rated.assessment is not null then date '2026-01-01' end, case when rated.assessment is not null then date '2026-03-31' end,
              case when number % 4 = 1 then 'note' end, case when rated.assessment is not null then 'manager' end,
              case when rated.assessment is not null then timestamptz '2026-04-01 09:00:00+08' end
            from (select *, row_number() over (order by id) number from person where enterprise_id is not null) p
            join enterprise e on e.id = p.enterprise_id
            cross join lateral (select (array['EXCELLENT', 'QUALIFIED', 'UNQUALIFIED', null])[1 + number % 4] assessment) rated
            where not exists (select from enterprise_post o where o.person_id = p.id);
            insert into post_check (id, division_code, version, enterprise_id, industry_code, enterprise_post_id, status, what, every, shifts,
              first_shift_hour, working_days_only, scheduled_at, begins_at, due_from, due_until, missed_count)
            select gen_random_uuid(), division_code, 1, enterprise_id, industry_code, id, case when n = 4 then 'STOPPED' else 'ACTIVE' end,
              'check ' || n, (array['SHIFT', 'DAY', 'WEEK', 'MONTH'])[n], 3, 8, n % 2 = 0, kept_at, kept_at,
              kept_at + due * interval '1 year', kept_at + due * interval '1 year' + interval '1 day' * n, n
            from enterprise_post cross join generate_series(1, 4) n cross join lateral (select (array[0, 20, 0, 0])[n] due) d;
            insert into quick_report (id, division_code, version, enterprise_id, industry_code, matter, status, hazard_id, words, place, anonymous,
              reporter, reporter_subject, discovered_at, reported_at, due_at, deadline, received_by, received_at, answer, answered_by,
              answered_at, escalated_at, reward_amount, rewarded_on, rewarded_by)
            select gen_random_uuid(), division_code, 1, enterprise_id, industry_code, matter, state, id, title, place, number % 3 = 0,
              case when number % 3 > 0 then 'worker' end, 'w', discovered_at, reported_at,
              case when state in ('REPORTED', 'RECEIVED') then reported_at + interval '7 days' end,
              case when state in ('REPORTED', 'RECEIVED') then deadline end,
              case when state <> 'REPORTED' then 'manager' end, case when state <> 'REPORTED' then reported_at + interval '1 day' end,
              case when state not in ('REPORTED', 'RECEIVED') then 'answer' end, case when state not in ('REPORTED', 'RECEIVED') then 'manager' end,
              case when state not in ('REPORTED', 'RECEIVED') then reported_at + interval '2 days' end,
              case when number % 2 = 0 then reported_at + interval '8 days' end,
              case when state = 'REWARDED' then 100 + number % 50 + 0.5 end, case when state = 'REWARDED' then date '2026-05-01' end,
              case when state = 'REWARDED' then 'manager' end
            from (select *, row_number() over (order by id) number from hazard) h
            cross join lateral (select (array['REPORTED', 'RECEIVED', 'VERIFIED', 'DISMISSED', 'REWARDED'])[1 + number / 5 % 5] state) s
            where number % 5 = 0 and not exists (select from quick_report o where o.hazard_id = h.id);
            insert into post_check_record (id, division_code, version, enterprise_id, industry_code, post_check_id, result, words, period_from,
              period_until, checked_at, received_at, missed_before, recorded_by, recorded_by_subject, quick_report_id)
            select gen_random_uuid(), c.division_code, 1, c.enterprise_id, c.industry_code, c.id,
              case when n = 1 then 'NOT_ALL_RIGHT' else 'ALL_RIGHT' end, case when n = 1 then 'words' end,
              c.begins_at - n * interval '1 day', c.begins_at - n * interval '1 day' + interval '8 hours',
              c.begins_at - n * interval '1 day' + interval '1 hour', c.begins_at - n * interval '1 day' + n * interval '5 hours', n, 'worker', 'w',
              case when n = 1 then q.id end
            from post_check c cross join generate_series(1, 2) n
            left join (select enterprise_id, min(id::text)::uuid id from quick_report group by 1) q on q.enterprise_id = c.enterprise_id where not exists (select from post_check_record o where o.post_check_id = c.id);
            insert into internal_rewards (id, division_code, version, enterprise_id, industry_code, year, rewards, amount)
            select gen_random_uuid(), division_code, 1, id, industry_code, year, 3, 450.50
            from enterprise cross join generate_series(2024, 2025) year""";

    /** Decisions of each county and the city, earlier and present ones, what waits for one, and duties performed each month. */
    private static final String RESPONSIBILITY = """
            insert into regulator_decision (id, division_code, version, industry_code, venue_type, department_code, department_name, reason,
              document_number, decided_by, recorded_at, valid_from, valid_to)
            select gen_random_uuid(), place.code, 1, case when number % 3 > 0 then industry end, case when number % 3 = 0 then 'E_BIKE_CHARGING' end,
              d.code, d.name, 'reason ' || number, 'No. ' || number, 'leader', now(), date '2024-01-01' + number * 10,
              case when number < 30 then date '2024-01-09' + number * 10 end
            from division place
            join department d on d.division_code = place.code and d.kind = 'EMERGENCY_MANAGEMENT'
            cross join generate_series(1, 32) number
            cross join lateral (select (array['T97', 'S91'])[1 + number % 2] industry) trade
            where place.level in ('CITY', 'COUNTY') and number <> 30;
            insert into undetermined_regulator (id, division_code, version, industry_code, venue_type, entered_at, due_at, deadline,
              settled_at, decision_id)
            select gen_random_uuid(), r.division_code, 1, r.industry_code, r.venue_type, r.recorded_at - interval '40 days' - number * interval '1 hour',
              case when r.valid_to is null then now() - interval '1 day' end,
              case when r.valid_to is null then (select deadline from hazard order by id limit 1) end,
              case when r.valid_to is not null then r.recorded_at end, case when r.valid_to is not null then r.id end
            from (select *, row_number() over (order by id) number from regulator_decision) r
            on conflict do nothing;
            insert into duty_rule (code, duty, post_kind, kind, title, form, period, source, evidence, valid_from)
            select 'BENCH-' || number, 'BENCH-' || number, 'ENTERPRISE_HEAD', 'SAFETY', 'duty ' || number, 'MEETING', 'YEARLY', 'generator', 'DEFAULT', date '2026-01-01'
            from generate_series(1, 3) number;
            insert into duty_performance (id, division_code, version, status, post_id, person_id, department_code, holder_name, holder_title,
              holder_subject, duty_code, performed_on, period_from, period_to, note, evidence_ids, recorded_at, recorded_by, withdrawn_at,
              withdrawn_by, withdrawal_reason)
            select gen_random_uuid(), t.division_code, 1, case when number % 4 = 0 then 'WITHDRAWN' else 'RECORDED' end, t.id, e.id,
              t.department_code, e.name, t.title, e.subject, d.code, date '2026-01-05' + number * 30, date '2026-01-01', date '2026-12-31',
              case when number % 2 = 0 then 'note' end,
              case when number % 2 = 0 then array(select id from evidence v where v.division_code like left(t.division_code, 6) || '%' order by id limit 2)
                else '{}' end,
              now(), 'recorder', case when number % 4 = 0 then now() end, case when number % 4 = 0 then 'recorder' end,
              case when number % 4 = 0 then 'wrong' end
            from post t join person e on e.post_id = t.id join duty_rule d on d.post_kind = t.kind
              and (t.enterprise_id is null or t.code in (select code from post where kind = 'ENTERPRISE_HEAD' order by code limit 100))
            cross join generate_series(0, 5) number""";

    /** Sites of each town's first enterprises, with and without a main unit, and closed ones. */
    private static final String SITES = """
            insert into site (id, division_code, version, status, kind, name, address, enterprises, present, main_unit_id, main_unit_name,
              main_unit_since, registered_at, closed_at)
            select gen_random_uuid(), division_code, 1, case when closed then 'CLOSED' else 'REGISTERED' end,
              (array['PARK', 'LEASED_PREMISES', 'CONSTRUCTION_SITE', 'MIXED_USE_BUILDING'])[1 + n % 4], 'site ' || n, 'address', units,
              case when closed then '{}' else units end, case when main then units[1] end, case when main then names[1] end,
              case when main then date '2026-01-01' + n end, timestamptz '2026-01-01 09:00:00+08' + n * interval '1 hour',
              case when closed then now() end
            from (
              select division_code, array_agg(id order by number) units, array_agg(name order by number) names
              from (select *, row_number() over (partition by division_code order by name, id) number from enterprise) e
              where number <= 3 group by 1) t
            cross join generate_series(0, 5) n
            cross join lateral (select n % 3 = 2 closed, n % 3 = 1 main) s;
            insert into site_unit (id, site_id, enterprise_id, name, role, agreement_number, valid_from, valid_to)
            select gen_random_uuid(), s.id, e.id, e.name, case when u.number = 1 then 'LANDLORD' else 'TENANT' end,
              case when u.number > 1 then 'No. ' || u.number end, date '2025-06-01' + u.number::int, case when s.closed_at is not null then date '2026-06-01' end
            from site s cross join unnest(s.enterprises) with ordinality u(enterprise_id, number) join enterprise e on e.id = u.enterprise_id;
            insert into site_main_unit (id, site_id, enterprise_id, name, document, valid_from, valid_to)
            select gen_random_uuid(), s.id, e.id, e.name, case when s.main_unit_id is null then 'No. 1' end, coalesce(s.main_unit_since, date '2025-07-01'),
              case when s.main_unit_id is null then date '2025-12-31' end
            from site s join enterprise e on e.id = s.enterprises[1]""";

    /** Visits of each safety committee's office to the departments and governments below, with findings, items and days of duty. */
    private static final String SUPERVISION = """
            insert into supervision_visit (id, division_code, version, office, target_division, target_department, campaign_id, checklist_id,
              status, announced, officers, officer_subjects, planned_on, planned_by, planned_at, notified_at, started_at, started_by,
              signed_at, signed_by, signature_refusal, completed_at, end_reason)
            select gen_random_uuid(), place, 1, office, target, department, case when number % 3 = 0 then campaign end, checklist, state,
              number % 2 = 0, array['officer'], array['officer'], date '2026-01-01' + number, 'planner', now(),
              case when number % 2 = 0 then now() end, case when state not in ('PLANNED', 'CANCELLED') then now() end,
              case when state not in ('PLANNED', 'CANCELLED') then 'officer' end, case when state in ('SIGNED', 'SIGNATURE_REFUSED', 'COMPLETED') then now() end,
              case when state in ('SIGNED', 'COMPLETED') then 'head' end, case when state = 'SIGNATURE_REFUSED' then 'no' end,
              case when state = 'COMPLETED' then now() end, case when state = 'CANCELLED' then 'later' end
            from (select o.division_code place, o.code office, t.*, row_number() over (order by o.code, t.target, t.department)::int number,
                (select id from campaign c where c.division_code = o.division_code order by id limit 1) campaign,
                (select id from checklist where code = 'CL-SUP' and valid_to is null) checklist
              from department o
              cross join lateral (select d.division_code target, d.code department from department d where d.division_code = o.division_code
                and d.code <> o.code union all select d.code, null from division d where d.parent_code = o.division_code
                union all select d.division_code, d.code from department d where o.division_code = '410200000000'
                and d.division_code = '410225000000') t
              where o.kind = 'SAFETY_COMMITTEE_OFFICE') planned
            cross join lateral (select (array['PLANNED', 'IN_PROGRESS', 'SIGNED', 'SIGNATURE_REFUSED', 'COMPLETED', 'CANCELLED'])[1 + number % 6] state) s;
            insert into supervision_finding (id, supervision_visit_id, item_id, result, note, recorded_by, recorded_at)
            select gen_random_uuid(), v.id, i.id, case when i.number = 1 then 'NON_COMPLIANT' else 'COMPLIANT' end,
              case when i.number = 1 then 'note' end, 'officer', v.started_at + i.number * interval '1 minute'
            from supervision_visit v join checklist_item i on i.checklist_id = v.checklist_id where v.started_at is not null and i.number < 4;
            insert into supervision_item (id, division_code, version, supervision_visit_id, finding_id, office, addressee_division, addressee_department,
              co_units, responsible, responsible_post, problem, demand, status, issued_by, issued_at, due_at, deadline, response, response_document,
              answered_by, answered_by_subject, answered_at, return_reason, decided_by, decided_at)
            select gen_random_uuid(), v.division_code, 1, v.id, f.id, v.office, v.target_division, v.target_department,
              case when number % 3 = 0 then array['KF-410225-EM', 'KF-410225-MR'] else '{}' end, 'head', 'post',
              'problem', 'demand', state, 'office', v.signed_at, v.signed_at + (number % 40 - 20) * interval '1 day',
              (select deadline from hazard order by id limit 1), case when state <> 'OPEN' then 'done' end,
              case when state = 'ANSWERED' then 'No. 1' end, case when state <> 'OPEN' then 'head' end,
              case when state <> 'OPEN' then 'head' end, case when state <> 'OPEN' then v.signed_at + interval '1 hour' end,
              case when state = 'RETURNED' then 'not enough' end, case when state in ('RETURNED', 'ACCEPTED') then 'office' end,
              case when state in ('RETURNED', 'ACCEPTED') then v.signed_at + interval '2 hours' end
            from (select *, row_number() over (order by id)::int number from supervision_visit where signed_at is not null) v
            join supervision_finding f on f.supervision_visit_id = v.id and f.result = 'NON_COMPLIANT'
            cross join lateral (select (array['OPEN', 'ANSWERED', 'RETURNED', 'ACCEPTED'])[1 + number % 4] state) s;
            insert into campaign_duty (id, division_code, version, campaign_id, day, status, leader, officers, duty_subjects, phone, set_by, set_at,
              summary, visits, hazards, major_hazards, incidents, recorded_by, recorded_at)
            select gen_random_uuid(), c.division_code, 1, c.id, c.starts_on + n, state, 'leader', array['officer'], array['officer'], '12345',
              'officer', now(), case when recorded then 'nothing' end, case when recorded then n end, case when recorded then 0 end,
              case when recorded then 0 end, case when recorded then 0 end, case when recorded then 'officer' end, case when recorded then now() end
            from campaign c cross join generate_series(0, 3) n
            cross join lateral (select (array['ROSTERED', 'RECORDED'])[1 + n % 2] state, n % 2 = 1 recorded) s;
            insert into campaign_group (id, division_code, version, campaign_id, name, status, starts_on, ends_on, target_divisions,
              target_counties, formed_by, formed_at, ended_by, ended_at, end_reason)
            select gen_random_uuid(), c.division_code, 1, c.id, 'group ' || n, case when ended then 'ENDED' else 'FORMED' end, c.starts_on + n, c.ends_on,
              c.target_divisions, c.target_counties, 'officer', now(), case when ended then 'officer' end, case when ended then now() end,
              case when ended then 'done' end
            from campaign c cross join generate_series(0, 3) n cross join lateral (select n % 2 = 1 ended) s;
            insert into campaign_group_member (id, group_id, person_id, name, subject, title, division_code, department_code, leads, joined_at, left_at)
            select gen_random_uuid(), g.id, p.id, p.name, 'nobody', 'post', p.division_code, p.department_code, p.number = 1, g.formed_at,
              g.ended_at
            from campaign_group g cross join lateral (
              select p.id, p.name, p.division_code, t.department_code, row_number() over (order by p.id) number
              from person p join post t on t.id = p.post_id where p.enterprise_id is null order by p.id limit 3) p""";

    /** Every fourth enforcement visit was approved, most of them by plan, and rated where it has started. */
    private static final String LAWFUL_VISITS = """
            update inspection i set check_kind = case when number % 8 = 0 then 'CASE' when number % 20 = 0 then 'SPECIAL' else 'DAILY' end,
              source = case when number % 8 = 0 then 'TIP' else 'PLAN' end,
              source_reference = case when number % 8 = 0 then 'No. ' || number end, authority = county_code || '000000',
              authority_division = county_code || '000000', counted = number % 8 > 0, approved_by = 'head', approved_at = planned_at,
              approval_document = 'No. 1', entry_code = 'CODE' || number, entered_at = started_at,
              companions = '[{"part": "EXPERT", "name": "expert", "unit": null, "exclusion": null}]',
              rating_score = case when started_at is not null then 1 + number % 5 end,
              rating_comment = case when started_at is not null then 'comment' end, rated_at = started_at
            from (select id, row_number() over (order by id)::int number from inspection where kind = 'ENFORCEMENT') n
            where n.id = i.id and number % 4 = 0""";

    /** Check plans of the city and of each county in each state, some of which name an enterprise; by them visits are made. */
    private static final String CHECK_PLANS = """
            insert into check_plan (id, division_code, version, authority, kind, status, year, title, scope, number, targets, drafted_by,
              drafted_by_subject, drafted_at, approved_by, approved_at, approval_document, filed_with, filed_on, publication, published_at)
            select gen_random_uuid(), code, 1, code, case when n % 2 = 0 then 'DAILY' else 'SPECIAL' end, status, 2026, 'Plan ' || n, 'scope', 20,
              case when n % 2 = 0 then '{}' else array(select id from enterprise where division_code like rtrim(code, '0') || '%'
                order by id limit 1) end, 'officer', 'officer', opened, case when n % 3 > 0 then 'head' end,
              case when n % 3 > 0 then opened end, case when n % 3 > 0 then 'No. 1' end, case when n % 3 = 2 then 'bureau' end,
              case when n % 3 = 2 then date '2026-01-05' end, case when n % 3 = 2 then 'web' end, case when n % 3 = 2 then opened end
            from division place
            cross join generate_series(0, 5) n
            cross join lateral (select (array['DRAFT', 'APPROVED', 'PUBLISHED'])[1 + n % 3] status,
              timestamptz '2026-01-02 09:00:00+08' + n * interval '1 hour' opened) s
            where level in ('CITY', 'COUNTY');
            update inspection i set check_plan_id = p.id from check_plan p
            where p.authority = i.authority and p.kind = i.check_kind and p.status = 'PUBLISHED' and i.source = 'PLAN'""";

    /** What the city and each county published of three years' visits, with corrections. */
    private static final String VISIT_EDITIONS = """
            insert into visit_edition (id, division_code, version, year, number, figures, publication, reason, published_by, published_at)
            select gen_random_uuid(), code, 0, 2023 + n / 2, 1 + n % 2,
              jsonb_build_object('asOf', '2026-01-15T08:30:00+08:00', 'publishBy', null, 'total', figures, 'authorities', jsonb_build_array(
                jsonb_build_object('authority', code, 'name', name, 'figures', figures, 'ratings', n, 'averageRating', case when n > 0 then 4.5 end))),
              'web', case when n % 2 = 1 then 'reason' end, 'leader', timestamptz '2026-01-15 09:00:00+08' + n * interval '1 day'
            from division place cross join generate_series(0, 5) n
            cross join lateral (select jsonb_build_object('enforcement', 9, 'daily', 5, 'ofCase', 3, 'special', 1, 'emergencies', 1, 'counted', 6,
              'exempt', 2, 'merged', 1, 'problemsFound', 4, 'nothingFound', 3, 'goingOn', 1, 'brokenOff', 1, 'assistance', 2, 'offSite', n) figures) f
            where level in ('CITY', 'COUNTY')""";

    /** Draws of the city and of each county in each state, and look-backs with a check in each state. */
    private static final String DRAWS = """
            insert into draw (id, division_code, version, authority, status, title, area, industry, sector, number, officers_per_visit, pool_hash,
              commitment, public_source, public_from, seed, public_value, announced_by, announced_by_subject, announced_at, drawn_by, drawn_at,
              linked_visits, published_at, cancel_reason, value_read_from, witnessed_by, witnessed_by_subject, witnessed_at, cancelled_by,
              cancelled_at)
            select gen_random_uuid(), code, 1, case when n < 3 then code else coalesce((select min(d.code) from department d
                where d.division_code = place.code and d.kind = 'EMERGENCY_MANAGEMENT'), code) end, status, 'Draw ' || n, code,
              case when n % 2 = 0 then 'C' end, case when n % 3 = 0 then 'GAS' end, 2, 2, repeat('0a', 32), repeat('0b', 32), 'lottery', opened,
              case when drawn then 'seed' end, case when drawn then '507' end, 'officer', 'officer', opened - interval '1 hour',
              case when drawn then 'officer' end, case when drawn then opened end, 0, case when status = 'PUBLISHED' then opened end,
              case when status = 'CANCELLED' then 'wrong area' end, case when drawn then 'page' end, case when drawn then 'witness' end,
              case when drawn then 'witness' end, case when drawn then opened end, case when status = 'CANCELLED' then 'witness' end,
              case when status = 'CANCELLED' then opened end
            from division place
            cross join generate_series(0, 5) n
            -- One open announcement for each authority.
            cross join lateral (select (array['ANNOUNCED', 'DRAWN', 'PUBLISHED', 'CANCELLED'])[1 + case when n = 4 and not exists (
                select from department d where d.division_code = place.code and d.kind = 'EMERGENCY_MANAGEMENT') then 1 else n % 4 end] status,
              timestamptz '2026-02-01 09:00:00+08' + n * interval '1 day' opened) s
            cross join lateral (select status in ('DRAWN', 'PUBLISHED') drawn) d
            where level in ('CITY', 'COUNTY');
            insert into draw_candidate (id, draw_id, number, enterprise_id, officer_id, name, exclusion)
            select gen_random_uuid(), d.id, e.number, case when e.number % 3 > 0 then e.id end, case when e.number % 3 = 0 then p.id end, e.name,
              case when e.number % 4 = 0 then 'visited lately' end
            from draw d
            cross join lateral (select x.*, row_number() over (order by id) number from (select id, name from enterprise
              where county_code = d.county_code or d.county_code = '410200' order by id limit 6) x) e
            cross join lateral (select id from person where certificate_number is not null order by id limit 1) p;
            insert into drawn_visit (id, draw_id, number, enterprise_id, name, officers, inspection_id, substitutes, unvisited_reason,
              explained_by, explained_at)
            select gen_random_uuid(), c.draw_id, c.number, c.enterprise_id, c.name,
              jsonb_build_array(jsonb_build_object('person', (select id from person where certificate_number is not null order by id limit 1),
                'name', 'officer')), (select id from inspection i where i.enterprise_id = c.enterprise_id order by id limit 1),
              case when c.number % 2 = 0 then jsonb_build_array(jsonb_build_object('name', 'another', 'reason', 'conflict',
                'person', (select id from person where certificate_number is not null order by id desc limit 1),
                'insteadOf', (select id from person where certificate_number is not null order by id limit 1))) else '[]' end,
              case when c.number % 2 = 1 then 'closed' end, case when c.number % 2 = 1 then 'officer' end, case when c.number % 2 = 1 then now() end
            from draw_candidate c join draw d on d.id = c.draw_id where d.drawn_at is not null and c.enterprise_id is not null;
            insert into look_back (id, division_code, version, authority, status, title, area, closed_from, closed_to, campaign_id, general_share,
              major_share, pool, pool_hash, commitment, public_source, public_from, seed, public_value, announced_by, announced_by_subject,
              announced_at, drawn_by, drawn_at, cancel_reason, value_read_from, witnessed_by, witnessed_by_subject, witnessed_at, cancelled_by,
              cancelled_at)
            select gen_random_uuid(), d.division_code, 1, d.authority, case d.status when 'PUBLISHED' then 'DRAWN' else d.status end, d.title,
              d.area, date '2026-01-01', date '2026-01-31', (select id from campaign c where c.division_code = d.division_code limit 1), 10, 100, 4,
              d.pool_hash, d.commitment, d.public_source, d.public_from, d.seed, d.public_value, d.announced_by, d.announced_by_subject, d.announced_at,
              d.drawn_by, d.drawn_at, d.cancel_reason, d.value_read_from, d.witnessed_by, d.witnessed_by_subject, d.witnessed_at, d.cancelled_by,
              d.cancelled_at
            from draw d;
            insert into look_back_candidate (id, look_back_id, number, hazard_id, grade)
            select gen_random_uuid(), l.id, h.number, h.id, h.grade from look_back l
            cross join lateral (select x.*, row_number() over (order by id) number from (select id, grade from hazard
              where county_code = l.county_code or l.county_code = '410200' order by id limit 6) x) h;
            insert into look_back_check (id, division_code, version, enterprise_id, industry_code, matter, look_back_id, hazard_id, number, grade, status,
              previous_closer, drawn_at, checked_by, checked_at, proof_id, note)
            select gen_random_uuid(), h.division_code, 1, h.enterprise_id, h.industry_code, h.matter, l.id, h.id, c.number, c.grade, result, 'closer',
              l.drawn_at, case when result <> 'PENDING' then 'officer' end, case when result <> 'PENDING' then l.drawn_at + interval '1 day' end,
              case when result = 'HELD' then (select id from evidence order by id limit 1) end, case when result = 'FAILED' then 'blocked again' end
            from look_back_candidate c join look_back l on l.id = c.look_back_id join hazard h on h.id = c.hazard_id
            cross join lateral (select (array['PENDING', 'HELD', 'FAILED'])[1 + c.number % 3] result) r
            where l.drawn_at is not null""";

    /** Reels of the city and of each county, half of them shown, with what can be seen there; and some damaged files. */
    private static final String REELS = """
            insert into evidence_reel (id, division_code, version, authority, status, title, meeting_on, arrangement_id, length, drafted_by,
              drafted_at, shown_by, shown_at)
            select gen_random_uuid(), code, 1, case when n < 3 then code else coalesce((select min(d.code) from department d
                where d.division_code = place.code and d.kind = 'EMERGENCY_MANAGEMENT'), code) end, case when n % 2 = 0 then 'DRAFT' else 'SHOWN' end,
              'Reel ' || n, date '2026-01-05' + n, gen_random_uuid(), 3, 'officer', now(), case when n % 2 = 1 then 'officer' end,
              case when n % 2 = 1 then now() end
            from division place cross join generate_series(0, 5) n
            where level in ('CITY', 'COUNTY');
            insert into reel_entry (id, reel_id, arrangement_id, position, evidence_id, caption, hazard_id, finding_id, sha256, state_then)
            select gen_random_uuid(), r.id, r.arrangement_id, e.number, e.id, 'caption ' || e.number, e.hazard_id, e.finding_id, e.sha256,
              case when r.status = 'SHOWN' then (select status from hazard h where h.id = e.hazard_id) end
            from evidence_reel r
            cross join lateral (select x.*, row_number() over (order by id) number from (select * from evidence
              where county_code = r.county_code or r.county_code = '410200' order by id limit 3) x) e;
            insert into evidence_damage
            select e.evidence_id, (array['MISSING', 'ALTERED'])[1 + e.position % 2], now(), case when e.position % 3 = 0 then now() end
            from (select distinct on (evidence_id) evidence_id, position from reel_entry where position <> 2) e""";

    /** Every fifth hazard was sent to a department of its county once, for each purpose and with each answer. */
    private static final String TRANSFERS = """
            insert into hazard_transfer (id, division_code, version, enterprise_id, industry_code, matter, hazard_id, kind, number, status,
              from_division, from_department, to_division, to_department, handler_division, handler_department, arbiters, basis, reason,
              materials, contact, sent_by, sent_by_subject, sent_at, due_at, deadline, crime_clocks, answered_by, answered_at, answer, ended_at, ended_with,
              decided_by, decided_at, decision, delivered_by, delivered_at, delivery, reconsidered_at, reconsideration)
            select gen_random_uuid(), division_code, 1, enterprise_id, industry_code, matter, id, kind, 1, state, county, null, county, receiver,
              case when state = 'ARBITRATED' then county end, case when state = 'ARBITRATED' and number % 2 = 0 then receiver end,
              '{}', 'basis', 'reason', case when number % 2 = 0 then 'materials' end, 'contact', 'officer', 'officer',
              reported_at + interval '1 hour',
              case when state in ('PROPOSED', 'APPROVED', 'PENDING', 'ARBITRATION') then now() + interval '1 day' end,
              case when state in ('PROPOSED', 'APPROVED', 'PENDING', 'ARBITRATION') then deadline end,
              case when kind = 'CRIME' then jsonb_build_object('decision', deadline,
                'delivery', case when state not in ('PROPOSED', 'DECLINED') then deadline end,
                'answer', case when state in ('PENDING', 'ACCEPTED', 'REJECTED') then deadline end,
                'reconsideration', case when state = 'REJECTED' then deadline end) end,
              case when state in ('ACCEPTED', 'REJECTED', 'ARBITRATED') then 'receiver' end,
              case when state in ('ACCEPTED', 'REJECTED', 'ARBITRATED') then reported_at + interval '2 hours' end,
              case when state in ('REJECTED', 'ARBITRATED') then 'answer' end,
              case when state = 'ENDED' then now() end, case when state = 'ENDED' then 'CLOSED' end,
              case when kind = 'CRIME' and state <> 'PROPOSED' then 'leader' end, case when kind = 'CRIME' and state <> 'PROPOSED' then now() end,
              case when kind = 'CRIME' and state <> 'PROPOSED' then 'decision' end,
              case when kind = 'CRIME' and state in ('PENDING', 'ACCEPTED', 'REJECTED') then 'officer' end,
              case when kind = 'CRIME' and state in ('PENDING', 'ACCEPTED', 'REJECTED') then now() end,
              case when kind = 'CRIME' and state in ('PENDING', 'ACCEPTED', 'REJECTED') then 'receipt' end,
              case when kind = 'CRIME' and state = 'REJECTED' then now() end, case when kind = 'CRIME' and state = 'REJECTED' then 'again' end
            from (select h.*, row_number() over (order by h.id) / 5 number, rpad(h.county_code, 12, '0') county, d.receiver
              from hazard h left join (select division_code, min(code) receiver from department where kind = 'FIRE_RESCUE' group by 1) d
                on d.division_code = rpad(h.county_code, 12, '0')) v
            cross join lateral (select (array['ORDINARY', 'ORDINARY', 'CRIME', 'JOINT'])[1 + number % 4] kind) k
            cross join lateral (select case when kind = 'ORDINARY' then (array['PENDING', 'ARBITRATION', 'ACCEPTED', 'REJECTED', 'ARBITRATED', 'ENDED'])[1 + number / 4 % 6]
              when kind = 'CRIME' then (array['PROPOSED', 'APPROVED', 'DECLINED', 'PENDING', 'ACCEPTED', 'REJECTED'])[1 + number / 4 % 6]
              else (array['PENDING', 'ACCEPTED', 'REJECTED'])[1 + number / 4 % 3] end state) s
            where get_byte(uuid_send(id), 15) % 5 = 0 and receiver is not null""";

    /** Directives of each safety committee's office and of the city's leader to departments and governments below. */
    private static final String DIRECTIVES = """
            insert into directive (id, division_code, version, office, conference, held_on, document_number, status, demands, drafted_by,
              drafted_by_subject, drafted_at, issued_by, issued_at, completed_at, withdrawn_by, withdrawn_at, withdrawal)
            select gen_random_uuid(), o.division_code, 1, case when number > 2 then o.code end, 'conference ' || number, date '2026-01-01' + number,
              'No. ' || number, state, case when state = 'DRAFT' then jsonb_build_array(jsonb_build_object('demand', 'demand', 'result', 'result',
                'lead', o.division_code, 'coUnits', '[]'::jsonb, 'responsibleId', null, 'dueAt', null, 'hazardId', null, 'enterpriseId', null,
                'campaignId', null)) end,
              'office', 'city-leader', now(), case when state <> 'DRAFT' then 'office' end, case when state <> 'DRAFT' then now() end,
              case when state = 'COMPLETED' then now() end, case when state = 'WITHDRAWN' then 'office' end,
              case when state = 'WITHDRAWN' then now() end, case when state = 'WITHDRAWN' then 'withdrawn' end
            from department o cross join generate_series(0, 9) number
            cross join lateral (select (array['DRAFT', 'ISSUED', 'ISSUED', 'COMPLETED', 'WITHDRAWN'])[1 + number % 5] state) s
            where o.kind = 'SAFETY_COMMITTEE_OFFICE';
            insert into directive_item (id, division_code, version, directive_id, number, office_division, office, lead_department, co_units,
              missing_co_units, responsible, responsible_post, demand, result, hazard_id, enterprise_id, campaign_id, status, issued_at, due_at,
              deadline, responded_at, answered_by, answered_by_subject, answered_at, decided_by, decided_at, reason)
            select gen_random_uuid(), lead, 1, d.id, d.number, d.division_code, d.office, department, co_units, case when d.number % 6 = 0 then co_units else '{}' end,
              case when d.number % 2 = 0 then 'head' end, case when d.number % 2 = 0 then 'post' end, 'demand', 'result',
              case when d.number % 3 = 1 then (select id from hazard h where h.county_code = substr(lead, 1, 6) order by id limit 1) end,
              case when d.number % 3 = 2 then (select id from enterprise e where e.county_code = substr(lead, 1, 6) order by id limit 1) end,
              case when d.number % 4 = 0 then (select id from campaign c where c.division_code = d.division_code order by id limit 1) end,
              state, d.issued_at, d.issued_at + (d.number % 40 - 20) * interval '1 day' - d.number * interval '1 minute',
              (select deadline from hazard order by id limit 1),
              case when state <> 'OPEN' then d.issued_at end, case when state <> 'OPEN' then 'head' end, case when state <> 'OPEN' then 'head' end,
              case when state <> 'OPEN' then d.issued_at end, case when state not in ('OPEN', 'ANSWERED') then 'office' end,
              case when state not in ('OPEN', 'ANSWERED') then d.issued_at end, case when state in ('RETURNED', 'WITHDRAWN') then 'not enough' end
            from (select d.*, t.lead, t.department, row_number() over (partition by d.id order by t.lead, t.department)::int number
              from directive d cross join lateral (select t.division_code lead, t.code department from department t
                  where t.division_code in (d.division_code, case d.division_code when '410200000000' then '410225000000' end)
                    and t.kind <> 'SAFETY_COMMITTEE_OFFICE'
                union all select t.code, null from division t where t.parent_code = d.division_code) t where d.status <> 'DRAFT') d
            cross join lateral (select case d.status when 'COMPLETED' then 'ACCEPTED' when 'WITHDRAWN' then 'WITHDRAWN'
              else (array['OPEN', 'ANSWERED', 'RETURNED', 'ACCEPTED'])[1 + d.number % 4] end state,
              case when d.number % 3 = 0 then array['KF-410225-EM', 'KF-410225-MR', '410225101000'] else '{}' end co_units) s;
            insert into directive_response (id, directive_item_id, authority_division, authority_department, leads, text, document, evidence_id,
              responded_by, responded_at)
            select gen_random_uuid(), i.id, case when leads then i.division_code else '410225000000' end,
              case when leads then i.lead_department else 'KF-410225-EM' end, leads, 'done', case when leads then 'No. 1' end,
              case when leads then (select id from evidence order by id limit 1) end, 'head',
              i.responded_at - case when leads then interval '0' else interval '1 hour' end
            from directive_item i cross join (values (true), (false)) v (leads)
            where i.responded_at is not null and (leads or 'KF-410225-EM' = any(i.co_units))""";
    /**
     * Each clock came to its first rung; the earliest and some of the others to the third, and somebody pressed for those. Some of both was
     * acknowledged.
     */
    private static final String CLOCKS = """
            insert into deadline_event (id, version, division_code, enterprise_id, industry_code, matter, object_type, object_id, hazard_id, walls,
              deadline_clock_id, subject, due_at, rung, action, addressee, level, addressed_division, addressed_department, reached_at, recorded_at, caught_up,
              owed_by, rule, acknowledged_at, acknowledged_by, acknowledged_by_subject, acknowledgement)
            select gen_random_uuid(), 1, c.division_code, enterprise_id, industry_code, matter, object_type, object_id, hazard_id, walls, c.id, subject,
              due_at, n, (array['REMIND', 'ESCALATE', 'PROPOSE_INTERVIEW'])[n], (array['RESPONSIBLE', 'OFFICER', 'LEADER'])[n],
              case n when 2 then 'COUNTY' when 3 then 'CITY' end, owed_division, owed_department, due_at + n * interval '1 day', due_at + interval '4 days',
              n = 2, owed_by, 'DEFAULT_' || n, case when taken then due_at + interval '5 days' end, case when taken then 'officer' end,
              case when taken then 'officer' end, case when taken and number % 4 = 0 then 'note' end
            from (select *, row_number() over (order by due_at, id) number from deadline_clock) c cross join generate_series(1, 3) n
            cross join lateral (select n <> 2 and number % 2 = 0 taken) t
            where n = 1 or number < 500 or number % 50 = 0;
            update deadline_clock c set rung = 3, action = 'PROPOSE_INTERVIEW', addressee = 'LEADER', level = 'CITY', rung_at = e.reached_at,
              next_at = null, unpublished_years = '{2027}'
            from deadline_event e where e.deadline_clock_id = c.id and e.rung = 3;
            insert into urge (id, deadline_clock_id, note, urged_by, urged_by_subject, urged_at)
            select gen_random_uuid(), deadline_clock_id, 'note', 'officer', 'officer', recorded_at from deadline_event where rung = 3""";

    /** Autovacuum would do it some time or other, and plans depend on whether it has. */
    private static final String VACUUM = "vacuum analyze";

    /** The tables that are filled first, by what looks nothing up in them but by its id. */
    private static final List<String> LARGEST = List.of(
            "hazard",
            "rectification_task",
            "inspection",
            "inspection_officer",
            "finding",
            "searched_text",
            "evidence",
            "enterprise_post",
            "post_check",
            "post_check_record",
            "quick_report",
            "internal_rewards");

    private static final List<String> OF_THE_LARGEST =
            List.of(NAMES, EVIDENCE, CAMPAIGNS, EXTENSIONS, REGISTER, POSTS, PEOPLE);

    private static final List<String> OF_OTHERS = List.of(
            BULLETINS,
            PAPERS,
            PRESERVATIONS,
            RULE_CHANGES,
            LADDER_CHANGES,
            RESPONSIBILITY,
            SUPERVISION,
            LAWFUL_VISITS,
            DRAWS,
            COMMENTS,
            HAZARD_NOTIFICATIONS,
            OFF_SITE_CHECKS,
            DAILY_REPORTS,
            SITES,
            CHECK_PLANS,
            VISIT_EDITIONS,
            REELS,
            TRANSFERS,
            DIRECTIVES);

    private LargeLedger() {}

    static boolean isFilled() {
        return LedgerDatabase.number("select count(*) from pg_description where objoid = 'public'::regnamespace"
                        + " and description = '" + FILLED + "'")
                > 0;
    }

    public static void fill() throws Exception {
        if (!isFilled()) {
            FreshDatabase.takeLargeLedger();
        }
        if (isFilled()) {
            return;
        }
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            LaterIndexes.during(connection, LARGEST, () -> {
                statement.execute(ENTERPRISES);
                HazardGenerator.generate(HAZARDS, connection);
                execute(statement, OF_THE_LARGEST);
            });
            execute(statement, OF_OTHERS);
            LaterIndexes.during(connection, List.of("deadline_event"), () -> statement.execute(CLOCKS));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(VACUUM);
            statement.execute("comment on schema public is '" + FILLED + "'");
        }
    }

    private static void execute(Statement statement, List<String> fillings) throws SQLException {
        for (String filling : fillings) {
            statement.execute(filling);
        }
    }
}
