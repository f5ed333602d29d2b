import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK']));

function stat(id) {
  const text = readFileSync(`/proc/${id}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const seconds = first => (Number(fields[first]) + Number(fields[first + 1])) / TICKS;
  return { parent: Number(fields[1]), seconds: seconds(11), secondsOfEnded: seconds(13) };
}

/** Seconds of processor time that a process has used, all its threads together. */
export const processSeconds = id => stat(id).seconds;

/** The same of a process and its children, those that have ended included: PostgreSQL has one for each connection. */
export function familySeconds(id) {
  const parent = stat(id);
  let seconds = parent.seconds + parent.secondsOfEnded;
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
