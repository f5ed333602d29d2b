-- What an enterprise told its workers, their congress and its neighbours of a hazard (Work Safety Law, article 41; order 41 of the NDRC,
-- article 19). Seen with the hazard; the enterprise's managers alone write it.
create table hazard_notification (
  like ledger_placed including all,
  like ledger_traded including all,
  hazard_id           uuid not null references hazard,
  audience            text not null check (audience in ('WORKERS', 'WORKERS_CONGRESS', 'NEIGHBOURS')),
  means               text not null check (means in ('MEETING', 'NOTICE_BOARD', 'WRITTEN', 'ELECTRONIC')),
  status              text not null check (status in ('RECORDED', 'WITHDRAWN')),
  recipients          text not null,
  notified_at         timestamptz not null,
  evidence_id         uuid references evidence,
  recorded_at         timestamptz not null,
  recorded_by         text not null,
  recorded_by_subject text not null,
  withdrawn_at        timestamptz,
  withdrawal          text,
  check (audience <> 'WORKERS_CONGRESS' or means = 'MEETING' or means = 'WRITTEN'),
  check ((status = 'WITHDRAWN') = (num_nonnulls(withdrawn_at, withdrawal) = 2))
);
create index hazard_notification_hazard on hazard_notification (hazard_id, notified_at, id);

select ledger_secure('hazard_notification', departments => 'POWERS', integrations => 'READ', writes => '{enterprise}'),
  ledger_secure_own('hazard_notification', 'all', '{enterprise}'),
  ledger_secure_own('hazard_notification', 'select', '{worker}',
    only_if => 'status = ''RECORDED'' and exists (select from hazard h where h.id = hazard_notification.hazard_id)'),
  ledger_index('hazard_notification', 'notified_at'),
  ledger_keep('hazard_notification', ended => '{WITHDRAWN}', columns => '{division_code,enterprise_id,industry_code,matter,hazard_id,audience,means,recipients,notified_at,evidence_id,recorded_at,recorded_by,recorded_by_subject}'),
  ledger_record('hazard_notification', 'HAZARD_NOTIFICATION');

do $$
begin
  -- A hazard that is shown beyond its place is asked for by its own policies.
  execute format('create policy with_hazard on hazard_notification for select to %s
    using (exists (select from hazard h where h.id = hazard_notification.hazard_id))', ledger_granted_tiers());
  -- Nobody records for another, or of another's hazard.
  execute format('create policy own_words on hazard_notification as restrictive for insert to %s
    with check (recorded_by_subject = current_setting(''ledger.subject'', true)
      and exists (select from hazard h where h.id = hazard_notification.hazard_id and h.enterprise_id = hazard_notification.enterprise_id))',
    ledger_tier_roles('{}'));
  -- Whoever reads a hazard is told by when its enterprise has to tell of it.
  execute format('grant execute on function ledger_deadline to %s', ledger_tier_roles('{}'));
end $$;
