-- A clip of a system of cameras is evidence with that system and the time of its export: the system itself keeps it for at least
-- 30 days and then deletes it (regulation on public-security video systems of 2025, article 17).
alter table evidence
  add column source_system text,
  add column exported_at   timestamptz,
  add constraint evidence_export check (num_nulls(source_system, exported_at) in (0, 2)),
  add constraint evidence_exported_after_capture check (exported_at >= captured_at);
