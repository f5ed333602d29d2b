import { readFileSync } from 'node:fs';

const SCRIPT = new URL('../sql/generate-hazards.sql', import.meta.url);
const PEERS = new URL('../sql/prepare-peers.sql', import.meta.url);
const FILLED = ['searched_text', 'enterprise', 'campaign', 'inspection', 'inspection_officer', 'finding', 'hazard', 'rectification_task'];

/** Fills a migrated database that holds the seeds; indexes are made again behind the rows, which takes a tenth of the time. */
export async function fill(client, size) {
  const { rows: indexes } = await client.query(
    `select indexrelid::regclass::text name, pg_get_indexdef(indexrelid) definition from pg_index
     where indrelid = any($1::regclass[]) and not indisunique`, [FILLED]);
  for (const index of indexes) await client.query(`drop index ${index.name}`);
  const { rows: triggers } = await client.query(
    `select tgrelid::regclass::text "table", tgname name from pg_trigger where tgrelid = any($1::regclass[]) and not tgisinternal`, [FILLED]);
  await client.query('begin');
  // Foreign keys hold by the script's making, so their check is left out; the service's own triggers do their work.
  await client.query("set local session_replication_role = replica");
  for (const trigger of triggers) await client.query(`alter table ${trigger.table} enable always trigger ${trigger.name}`);
  for (const [name, value] of Object.entries(size)) {
    await client.query('select set_config($1, $2, true)', [`bench.${name}`, String(value)]);
  }
  await client.query(readFileSync(SCRIPT, 'utf8'));
  for (const trigger of triggers) await client.query(`alter table ${trigger.table} enable trigger ${trigger.name}`);
  await client.query('commit');
  for (const index of indexes) await client.query(index.definition);
}

/** What the peers need beside the service's own tables: a role past row security, and a table of hazards to write to. */
export async function preparePeers(client, roles) {
  await client.query(readFileSync(PEERS, 'utf8').replaceAll(':open', roles.open).replaceAll(':app', roles.app));
  await client.query('vacuum analyze');
}
