-- A campaign runs only by an approval with its document; its phases have their dates, and it ends when nothing of it is open or
-- what is open was handed over.
alter table campaign
  add phases            jsonb not null default '[]',
  add approved_by       text,
  add approved_at       timestamptz,
  add approval_document text,
  add filing            text,
  add handover          text,
  add archived_at       timestamptz;
-- Visits of campaigns from before this rule began without an approval: those campaigns go on.
alter table campaign no force row level security;
alter table inspection no force row level security;
update campaign set status = 'APPROVED' where status = 'DRAFT' and exists (
  select from inspection i where i.campaign_id = campaign.id and i.started_at is not null);
alter table inspection force row level security;
alter table campaign force row level security;
select ledger_keep('campaign', ended => '{ARCHIVED}', columns => '{kind,created_by,created_at,division_code}');
