-- A draw of visits: announced with its pool, drawn by a seed of which one half was hashed then and the other became public later.
create table draw (
  like ledger_placed including all,
  authority          text not null,
  status             text not null check (status in ('ANNOUNCED', 'DRAWN', 'PUBLISHED', 'CANCELLED')),
  title              text not null,
  area               text not null references division (code),
  industry           text references industry (code),
  sector             text references key_sector (code),
  number             integer not null check (number between 1 and 200),
  officers_per_visit integer not null,
  pool_hash          text not null,
  commitment         text not null,
  public_source      text not null,
  public_from        timestamptz not null,
  seed               text,
  public_value       text,
  announced_by       text not null,
  announced_at       timestamptz not null,
  drawn_by           text,
  drawn_at           timestamptz,
  linked_visits      integer not null,
  published_at       timestamptz,
  cancel_reason      text,
  check ((seed is null) = (drawn_at is null) and (public_value is null) = (drawn_at is null))
);

-- The pool, as it was announced; with both an enterprise and an officer, one who must not visit the other.
create table draw_candidate (
  id            uuid primary key,
  draw_id       uuid not null references draw,
  number        integer not null,
  enterprise_id uuid references enterprise,
  officer_id    uuid references person,
  name          text not null,
  exclusion     text,
  check (num_nonnulls(enterprise_id, officer_id) = 1 or num_nonnulls(enterprise_id, officer_id, exclusion) = 3),
  unique (draw_id, number)
);
create index draw_candidate_number on draw_candidate (number, id);

create table drawn_visit (
  id            uuid primary key,
  draw_id       uuid not null references draw,
  number        integer not null,
  enterprise_id uuid not null references enterprise,
  name          text not null,
  officers      jsonb not null,
  inspection_id uuid references inspection,
  unique (draw_id, number),
  unique (draw_id, enterprise_id)
);
create trigger at_most after insert on drawn_visit for each row execute function ledger_at_most('draw_id', '200');

create index draw_authority on draw (authority, announced_at, id);
select ledger_secure('draw', writes => '{city,county,town,city_department,county_department}'),
  ledger_secure_part('draw_candidate', 'draw', 'draw_id', inserts => '{city,county,town,city_department,county_department}'),
  ledger_secure_part('drawn_visit', 'draw', 'draw_id', writes => '{city,county,town,city_department,county_department}'),
  ledger_index('draw', 'announced_at'),
  ledger_keep('draw', ended => '{PUBLISHED,CANCELLED}',
    columns => '{division_code,authority,title,area,industry,sector,number,officers_per_visit,pool_hash,commitment,public_source,public_from,announced_by,announced_at}'),
  ledger_record('draw', 'DRAW');

-- A department's draw is its own, whatever the trades of those who may be drawn.
create policy of_department on draw to ledger_city_department, ledger_county_department
  using (authority = nullif(current_setting('ledger.department', true), ''));
create policy of_draw on history_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'DRAW' and ledger_sees(object_type, object_id));
create policy of_draw on outbox_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'DRAW' and ledger_sees(object_type, object_id));

-- Nobody who may be visited knows of a draw before its visits.
create policy published on draw for select to ledger_enterprise
  using (status = 'PUBLISHED' and division_code = any(string_to_array(current_setting('ledger.ancestors', true), ',')));

-- What was drawn stays: a visit is linked with it, and nothing else of it changes.
create function ledger_drawn_stays() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'draw' then
    if old.drawn_at is not null and (new.seed, new.public_value, new.drawn_by, new.drawn_at)
        is distinct from (old.seed, old.public_value, old.drawn_by, old.drawn_at) then
      raise exception 'What draw % drew stays', old.id;
    end if;
  elsif (new.draw_id, new.number, new.enterprise_id, new.name, new.officers)
      is distinct from (old.draw_id, old.number, old.enterprise_id, old.name, old.officers) then
    raise exception 'What draw % drew stays', old.draw_id;
  end if;
  return new;
end $$;
create trigger drawn_stays before update on draw for each row execute function ledger_drawn_stays();
create trigger drawn_stays before update on drawn_visit for each row execute function ledger_drawn_stays();
create function ledger_candidate_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What is in % stays as it was announced', tg_table_name;
end $$;
create trigger candidate_stays before update or delete on draw_candidate for each row execute function ledger_candidate_stays();

-- A look-back draws of closed hazards as a draw does of enterprises, and has a check for each that was drawn.
create table look_back (
  like ledger_placed including all,
  authority     text not null,
  status        text not null check (status in ('ANNOUNCED', 'DRAWN', 'CANCELLED')),
  title         text not null,
  area          text not null references division (code),
  closed_from   date not null,
  closed_to     date not null check (closed_to >= closed_from),
  campaign_id   uuid references campaign,
  general_share integer not null,
  major_share   integer not null,
  pool          integer not null,
  pool_hash     text not null,
  commitment    text not null,
  public_source text not null,
  public_from   timestamptz not null,
  seed          text,
  public_value  text,
  announced_by  text not null,
  announced_at  timestamptz not null,
  drawn_by      text,
  drawn_at      timestamptz,
  cancel_reason text,
  check ((seed is null) = (drawn_at is null) and (public_value is null) = (drawn_at is null))
);

create table look_back_candidate (
  id           uuid primary key,
  look_back_id uuid not null references look_back,
  number       integer not null,
  hazard_id    uuid not null references hazard,
  grade        text not null check (grade in ('GENERAL', 'MAJOR')),
  unique (look_back_id, number)
);
create index look_back_candidate_number on look_back_candidate (number, id);

create table look_back_check (
  like ledger_placed including all,
  like ledger_traded including all,
  look_back_id    uuid not null references look_back,
  hazard_id       uuid not null references hazard,
  number          integer not null,
  grade           text not null check (grade in ('GENERAL', 'MAJOR')),
  status          text not null check (status in ('PENDING', 'HELD', 'FAILED')),
  previous_closer text not null,
  drawn_at        timestamptz not null,
  checked_by      text,
  checked_at      timestamptz,
  proof_id        uuid references evidence,
  note            text,
  unique (look_back_id, hazard_id),
  check ((status = 'PENDING') = (checked_at is null) and (status <> 'HELD' or proof_id is not null))
);
create index look_back_campaign on look_back (campaign_id, announced_at, id) where campaign_id is not null;
create index look_back_check_look_back on look_back_check (look_back_id, drawn_at, id);
create index look_back_check_hazard on look_back_check (hazard_id, drawn_at, id);

create index look_back_authority on look_back (authority, announced_at, id);
select ledger_secure('look_back', writes => '{city,county,town,city_department,county_department}'),
  ledger_secure_part('look_back_candidate', 'look_back', 'look_back_id',
    inserts => '{city,county,town,city_department,county_department}'),
  ledger_secure('look_back_check', departments => 'POWERS', writes => '{city,county,town,city_department,county_department}'),
  ledger_secure_own('look_back_check', 'select', '{enterprise}', only_if => 'checked_at is not null'),
  ledger_index('look_back', 'announced_at'), ledger_index('look_back_check', 'drawn_at'),
  ledger_keep('look_back', ended => '{DRAWN,CANCELLED}',
    columns => '{division_code,authority,title,area,closed_from,closed_to,campaign_id,general_share,major_share,pool,pool_hash,commitment,public_source,public_from,announced_by,announced_at}'),
  ledger_keep('look_back_check', ended => '{HELD,FAILED}',
    columns => '{division_code,enterprise_id,industry_code,matter,look_back_id,hazard_id,number,grade,previous_closer,drawn_at}'),
  ledger_record('look_back', 'LOOK_BACK'), ledger_record('look_back_check', 'LOOK_BACK_CHECK');

create policy of_department on look_back to ledger_city_department, ledger_county_department
  using (authority = nullif(current_setting('ledger.department', true), ''));
create policy of_look_back on history_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'LOOK_BACK' and ledger_sees(object_type, object_id));
create policy of_look_back on outbox_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'LOOK_BACK' and ledger_sees(object_type, object_id));
create trigger candidate_stays before update or delete on look_back_candidate for each row execute function ledger_candidate_stays();

-- What was closed in a period; a report does not touch these.
create index hazard_city_closed on hazard (city_code, closed_at) where closed_at is not null;
create index hazard_county_closed on hazard (county_code, closed_at) where closed_at is not null;
