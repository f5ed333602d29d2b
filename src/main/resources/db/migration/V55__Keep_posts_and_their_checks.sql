-- The posts of an enterprise, what their holders answer for (Work Safety Law, article 22), and the checks that they do.
create table enterprise_post (
  like ledger_placed including all,
  like ledger_traded including all,
  status          text not null check (status in ('ACTIVE', 'ENDED')),
  title           text not null,
  person_id       uuid not null references person,
  holder_subject  text,
  scope           text not null,
  standard        text not null,
  kept_at         timestamptz not null,
  assessment      text check (assessment in ('EXCELLENT', 'QUALIFIED', 'UNQUALIFIED')),
  assessed_from   date,
  assessed_to     date,
  assessment_note text,
  assessed_by     text,
  assessed_at     timestamptz
);
create unique index enterprise_post_person on enterprise_post (person_id) where status = 'ACTIVE';
create index enterprise_post_holder on enterprise_post (holder_subject) where holder_subject is not null;

-- What is checked at a post, and the earliest period that nothing is recorded of.
create table post_check (
  like ledger_placed including all,
  like ledger_traded including all,
  enterprise_post_id uuid not null references enterprise_post,
  status             text not null check (status in ('ACTIVE', 'STOPPED')),
  what               text not null,
  every              text not null check (every in ('SHIFT', 'DAY', 'WEEK', 'MONTH')),
  shifts             integer not null check (shifts between 1 and 4),
  first_shift_hour   integer not null check (first_shift_hour between 1 and 23),
  working_days_only  boolean not null,
  scheduled_at       timestamptz not null,
  begins_at          timestamptz not null,
  due_from           timestamptz not null,
  due_until          timestamptz not null check (due_until > due_from),
  missed_count       integer not null check (missed_count >= 0)
);
create index post_check_post on post_check (enterprise_post_id, due_until, id);

create table post_check_record (
  like ledger_placed including all,
  like ledger_traded including all,
  post_check_id       uuid not null references post_check,
  result              text not null check (result in ('ALL_RIGHT', 'NOT_ALL_RIGHT')),
  words               text check (words is not null or result = 'ALL_RIGHT'),
  period_from         timestamptz not null,
  period_until        timestamptz not null,
  checked_at          timestamptz not null,
  received_at         timestamptz not null,
  missed_before       integer not null,
  recorded_by         text not null,
  recorded_by_subject text not null,
  quick_report_id     uuid,
  unique (post_check_id, period_from)
);
create index post_check_record_check on post_check_record (post_check_id, period_from, id);

select ledger_secure('enterprise_post', departments => 'POWERS', writes => '{enterprise}'),
  ledger_secure_own('enterprise_post', 'all', '{enterprise}'),
  ledger_secure_own('enterprise_post', 'select', '{worker}', only_if => 'holder_subject = current_setting(''ledger.subject'', true)'),
  ledger_index('enterprise_post', 'kept_at'),
  ledger_keep('enterprise_post', ended => '{ENDED}', columns => '{division_code,enterprise_id,industry_code,kept_at}'),
  ledger_record('enterprise_post', 'ENTERPRISE_POST');

-- Who holds the post does its checks; the subselect is asked once for a statement.
select ledger_secure('post_check', departments => 'POWERS', inserts => '{enterprise}', updates => '{enterprise,worker}'),
  ledger_secure_own('post_check', 'all', '{enterprise}'),
  ledger_secure_own('post_check', 'all', '{worker}', only_if =>
    'enterprise_post_id in (select p.id from enterprise_post p where p.holder_subject = current_setting(''ledger.subject'', true))'),
  ledger_index('post_check', 'due_until'),
  ledger_keep('post_check', ended => '{STOPPED}',
    columns => '{division_code,enterprise_id,industry_code,enterprise_post_id,what,every,shifts,first_shift_hour,working_days_only,scheduled_at,begins_at}'),
  ledger_record('post_check', 'POST_CHECK');

select ledger_secure('post_check_record', departments => 'POWERS', inserts => '{enterprise,worker}'),
  ledger_secure_own('post_check_record', 'all', '{enterprise}'),
  ledger_secure_own('post_check_record', 'all', '{worker}', only_if => 'recorded_by_subject = current_setting(''ledger.subject'', true)'),
  ledger_index('post_check_record', 'period_from'),
  ledger_record('post_check_record', 'POST_CHECK_RECORD');
