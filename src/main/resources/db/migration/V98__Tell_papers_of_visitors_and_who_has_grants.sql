-- A paper that a member of a campaign's group made out in the name of a visit's authority stays with that authority when the campaign
-- and with it the membership has ended: it withdraws the paper. A member is of another authority, or of another department of its place.
alter table paper add column by_visitor boolean not null default false;

do $$
declare
  read constant text[] := array['paper', 'inspection', 'campaign_group', 'campaign_group_member'];
  made text;
begin
  foreach made in array read loop
    execute format('alter table %I no force row level security', made);
  end loop;
  -- What was withdrawn stays as it is.
  update paper p set by_visitor = true
  from inspection i join campaign_group g on g.campaign_id = i.campaign_id join campaign_group_member m on m.group_id = g.id
  where i.id = p.inspection_id and p.status <> 'WITHDRAWN' and m.subject = p.issued_by_subject and m.joined_at <= p.issued_at
    and not p.by_grant and p.authority not in (m.division_code, coalesce(m.department_code, ''));
  foreach made in array read loop
    execute format('alter table %I force row level security', made);
  end loop;
end $$;
create trigger by_visitor_stays before update of by_visitor on paper for each row execute function ledger_stays('{}', '{by_visitor}');

-- Who has grants, or made something by one, is asked every few seconds: one look at an index for each grantee and each authority
-- tells it, however much was granted and made. The government of a department approves what that visits outside its division alone.
create index object_grant_holder on object_grant (grantee_kind, grantee, ends_at desc);
create index inspection_elsewhere on inspection (authority_division) where by_grant and not starts_with(division_code,
  left(authority_division, case when authority_division like '%00000000' then 4 when authority_division like '%000000' then 6 else 9 end));
