const sorted = numbers => [...numbers].sort((a, b) => a - b);
export const median = numbers => {
  const list = sorted(numbers);
  return (list[Math.floor((list.length - 1) / 2)] + list[Math.ceil((list.length - 1) / 2)]) / 2;
};
const round = number => !Number.isFinite(number) ? '–' : number >= 100 ? Math.round(number).toString() : number.toPrecision(3);

/** Median, with the least and the most in brackets. */
const spread = numbers => `${round(median(numbers))} (${round(Math.min(...numbers))}–${round(Math.max(...numbers))})`;
const of = (samples, name) => samples.map(sample => sample[name]).filter(value => value !== undefined);
const cell = (samples, name, show = numbers => round(median(numbers))) => {
  const numbers = of(samples, name);
  return numbers.length ? show(numbers) : '–';
};

export class Report {
  constructor() {
    this.samples = [];
  }

  add(kind, contender, sample) {
    this.samples.push({ kind, contender, ...sample });
  }

  of(kind, contender) {
    return this.samples.filter(sample => sample.kind === kind && sample.contender === contender);
  }

  kinds() {
    return [...new Set(this.samples.map(sample => sample.kind))];
  }

  contenders(kind) {
    return [...new Set(this.samples.filter(sample => sample.kind === kind).map(sample => sample.contender))];
  }

  throughput(kind, contender) {
    return median(of(this.of(kind, contender), 'throughput'));
  }

  best(kind, mode) {
    const peers = this.contenders(kind).filter(name => name.endsWith(` ${mode}`));
    return peers.sort((a, b) => this.throughput(kind, b) - this.throughput(kind, a))[0];
  }

  /** Throughput of one by that of another, of the medians; the spread is that of the rounds' own ratios. */
  ratio(kind, contender, other) {
    if (!other || !this.of(kind, contender).length) return undefined;
    const [mine, theirs] = [this.of(kind, contender), this.of(kind, other)];
    const rounds = mine.map((sample, index) => sample.throughput / theirs[index].throughput);
    return { value: this.throughput(kind, contender) / this.throughput(kind, other), rounds };
  }

  table() {
    const lines = ['| work | who | requests/s | p50 ms | p99 ms | p99/p50 | server µs/request | PostgreSQL µs/request | MiB |',
      '|---|---|---|---|---|---|---|---|---|'];
    for (const kind of this.kinds()) {
      for (const name of this.contenders(kind)) {
        const samples = this.of(kind, name);
        const tail = samples.filter(sample => sample.p99).map(sample => sample.p99 / sample.p50);
        lines.push(`| ${kind} | ${name} | ${cell(samples, 'throughput', spread)} | ${cell(samples, 'p50')} | ${cell(samples, 'p99')} | ${
          tail.length ? median(tail).toFixed(1) : '–'} | ${cell(samples, 'serverMicros')} | ${cell(samples, 'postgresMicros')} | ${cell(samples, 'resident')} |`);
      }
    }
    return lines.join('\n');
  }

  /** The same figures as multiples of the service's own, of the medians. */
  multiples(own) {
    const figures = {
      'requests/s': sample => sample.throughput,
      p50: sample => sample.p50,
      p99: sample => sample.p99,
      'processor time per request': sample => sample.serverMicros + sample.postgresMicros,
      'memory': sample => sample.resident,
    };
    const lines = [`| work | who | ${Object.keys(figures).join(' | ')} |`, '|---|---|---|---|---|---|---|'];
    for (const kind of this.kinds().filter(one => this.of(one, own).length)) {
      for (const name of this.contenders(kind).filter(one => one !== own && this.of(kind, one)[0].p50)) {
        const cells = Object.values(figures).map(figure =>
          (median(this.of(kind, name).map(figure)) / median(this.of(kind, own).map(figure))).toFixed(2));
        lines.push(`| ${kind} | ${name} | ${cells.join(' | ')} |`);
      }
    }
    return lines.join('\n');
  }

  ratios(contenders) {
    const show = (ratio, least) => !ratio ? '–' : `${ratio.value.toFixed(2)} (${Math.min(...ratio.rounds).toFixed(2)}–${
      Math.max(...ratio.rounds).toFixed(2)})${least ? `, target ${least}${ratio.value >= least ? '' : ' **missed**'}` : ''}`;
    const lines = ['| work | who | everyone secured, against the best peer | we secured, the best peer not | of the pgbench limit |',
      '|---|---|---|---|---|'];
    for (const kind of this.kinds()) {
      for (const name of contenders.filter(one => this.contenders(kind).includes(one))) {
        const targets = TARGETS[kind] ?? [];
        const [secured, open] = [this.best(kind, 'secured'), this.best(kind, 'open')];
        lines.push(`| ${kind} | ${name} | ${show(this.ratio(kind, name, secured), targets[0])} ${secured ?? ''} | ${
          show(this.ratio(kind, name, open), targets[1])} ${open ?? ''} | ${
          show(this.of(kind, 'pgbench').length ? this.ratio(kind, name, 'pgbench') : undefined, targets[2])} |`);
      }
    }
    return lines.join('\n');
  }
}

const TARGETS = { Q1: [2, 1, 0.5], Q2: [3, 2, 0.65], Q3: [10, 10], Q4: [1.5, 1, 0.6], M1: [1.2, 0.8], M2: [1.2] };
