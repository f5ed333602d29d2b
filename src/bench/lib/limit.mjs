import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scopeOf } from './scope.mjs';

const quoted = text => `'${text.replaceAll("'", "''")}'`;

const STATEMENTS = {
  Q1: ({ id }) => `select title, status, grade, source, category_code, place, due_at, reported_at from hazard where id = ${quoted(id)};`,
  Q2: ({ division }) => `select h.id, h.title, h.status, h.grade, h.due_at, e.name, e.credit_code, d.name, d.code,
    i.kind, i.status, i.planned_on, t.tasks
  from (select * from hazard where county_code = ${quoted(division.slice(0, 6))} and open order by due_at, id limit 20) h
  left join enterprise e on e.id = h.enterprise_id
  left join division d on d.code = h.division_code
  left join inspection i on i.id = h.inspection_id
  left join lateral (select json_agg(json_build_array(t.status, t.due_at, t.requirement)) tasks from (
    select status, due_at, requirement from rectification_task where hazard_id = h.id order by due_at, id limit 20) t) t on true
  order by h.due_at, h.id;`,
  Q4: ({ division, text }) => {
    const found = `from hazard where county_code = ${quoted(division.slice(0, 6))} and title ilike ${quoted(`%${text}%`)}`;
    return `select id, title, status, due_at ${found} order by due_at, id limit 20;\nselect count(*) ${found};`;
  },
};

/** Whether there is a hand-written limit for the kind of work. */
export const hasLimit = kind => kind in STATEMENTS;

/** Scripts for pgbench: the scope and the read in one pipeline, as literals, so that PostgreSQL alone is measured. */
export function limitScripts(kind, rows, folder) {
  mkdirSync(folder, { recursive: true });
  return rows.map((row, index) => {
    const scope = scopeOf({ sub: 'bench-officer', roles: ['county-officer'], division: row.division });
    const settings = Object.entries(scope).map(([name, value]) => `set_config(${quoted(name)}, ${quoted(value)}, true)`);
    const file = join(folder, `${kind}-${index}.sql`);
    writeFileSync(file, `\\startpipeline\nselect ${settings.join(', ')};\n${STATEMENTS[kind](row)}\n\\endpipeline\n`);
    return file;
  });
}
