import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK']));

function stat(id) {
  const text = readFileSync(`/proc/${id}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / TICKS };
}

/** Seconds of processor time that a process has used, all its threads together. */
export const processSeconds = id => stat(id).seconds;

/** The same of a process and its children that are alive: PostgreSQL has one for each connection. */
export function familySeconds(id) {
  let seconds = stat(id).seconds;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const child = stat(entry);
      if (child.parent === id) seconds += child.seconds;
    } catch {
      // It ended meanwhile.
    }
  }
  return seconds;
}

/** Resident memory in MiB. */
export const residentMegabytes = id =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024;
