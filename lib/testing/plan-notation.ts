import { quantity } from './quantities.ts';

/** A node of a plan as it is written: `Name#label "detail" {metric 5 MiB @3; …} (child, child)`. */
export interface PlanText {
  readonly name: string;
  /** Nodes of one label are the same operator in all plans of an execution: they share their metrics. */
  readonly label: string | undefined;
  readonly detail: string;
  readonly metrics: readonly MetricText[];
  readonly children: readonly PlanText[];
}

export interface MetricText {
  readonly name: string;
  /** Spark's metric type, which the unit tells: size, timing, nsTiming, average or sum. */
  readonly type: string;
  /** A value, or a list of values over tasks; undefined for a metric that nobody reports. */
  readonly value: string | undefined;
  /** The stage whose tasks report it, or the driver. */
  readonly from: number | 'driver';
}

/** `Project(SortMergeJoin(Exchange {data size 240 MiB @1}, Exchange {data size 10 KiB @2}))` */
export function parsePlan(text: string): PlanText {
  const reader = new Reader(text);
  const plan = reader.node();
  reader.end();
  return plan;
}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  node(): PlanText {
    const [name = '', label] = this.upTo(/["{(),]/).split('#');
    const detail = this.take('"') ? this.quoted() : undefined;
    const metrics = this.take('{') ? this.metrics() : [];
    const children: PlanText[] = [];
    if (this.take('(')) {
      do children.push(this.node());
      while (this.take(','));
      if (!this.take(')')) throw new Error(`")" is missing in the plan: ${this.text}`);
    }
    // WholeStageCodegen has its number in brackets, which mean children here: WholeStageCodegen 1(…).
    const full = name.replace(/^WholeStageCodegen (\d+)$/, 'WholeStageCodegen ($1)');
    return { name: full, label, detail: detail ?? full, metrics, children };
  }

  end(): void {
    if (this.upTo(/$/) !== '') throw new Error(`too much in the plan: ${this.text}`);
  }

  private metrics(): readonly MetricText[] {
    const list = this.upTo(/\}/);
    this.at++;
    return list
      .split(';')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map(metric);
  }

  private quoted(): string {
    const end = this.text.indexOf('"', this.at);
    const found = this.text.slice(this.at, end);
    this.at = end + 1;
    return found;
  }

  private upTo(stop: RegExp): string {
    const length = this.text.slice(this.at).search(stop);
    const end = length < 0 ? this.text.length : this.at + length;
    const found = this.text.slice(this.at, end).trim();
    this.at = end;
    return found;
  }

  private take(char: string): boolean {
    while (this.text[this.at] === ' ') this.at++;
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }
}

/** `data size 240 MiB @1`, `avg hash probe 1.5 @2`, `number of files read 9`, `spill size ?`. */
function metric(text: string): MetricText {
  const match = /^(.*?)\s+(\?|-?[\d.][^@]*?)(?:\s*@(\w+))?$/.exec(text);
  if (!match) throw new Error(`no metric: "${text}"`);
  const [, name = '', value = '', from = 'driver'] = match;
  const type = /^avg\b/.test(name) ? 'average' : TYPES[value === '?' ? '' : unitOf(value)];
  return {
    name,
    type: type ?? 'sum',
    value: value === '?' ? undefined : value,
    from: from === 'driver' ? from : Number(from),
  };
}

function unitOf(value: string): string {
  return quantity(/[\d._]+\s*[A-Za-z]*$/.exec(value.trim())?.[0] ?? '0').unit;
}

const TYPES: Readonly<Record<string, string>> = {
  B: 'size',
  KiB: 'size',
  MiB: 'size',
  GiB: 'size',
  TiB: 'size',
  ms: 'timing',
  s: 'timing',
  m: 'timing',
  ns: 'nsTiming',
};
