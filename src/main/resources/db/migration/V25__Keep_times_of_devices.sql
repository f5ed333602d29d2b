-- When a phone says that something was done, beside when the ledger heard of it. Its clock may be wrong.
alter table inspection
  add column device_started_at timestamptz,
  add column device_signed_at  timestamptz;
alter table finding
  add column device_recorded_at timestamptz;
