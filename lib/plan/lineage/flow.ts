/** A column of a source: [path or table, column]. */
export type Source = readonly [source: string, column: string];

/** How a source's value gets into a column: as it is, computed, or summed up over rows. */
export type How = 'identity' | 'transformation' | 'aggregation';

/** What flows into one value. Sources are kept as text, see `sourcesOf`. */
export interface Flow {
  readonly direct: ReadonlyMap<string, How>;
  readonly conditional: ReadonlySet<string>;
  readonly window: ReadonlySet<string>;
}

export const NOTHING: Flow = { direct: new Map(), conditional: new Set(), window: new Set() };

const SEPARATOR = '\u0000';
const ORDER: readonly How[] = ['identity', 'transformation', 'aggregation'];

export function leafFlow([source, column]: Source): Flow {
  return { ...NOTHING, direct: new Map([[source + SEPARATOR + column, 'identity']]) };
}

/** As pairs, sorted by source and column. */
export function sourcesOf(texts: Iterable<string>): readonly Source[] {
  return [...texts].sort().map((text): Source => {
    const [source = '', column = ''] = text.split(SEPARATOR);
    return [source, column];
  });
}

export function join(flows: readonly Flow[]): Flow {
  const [first] = flows;
  if (first === undefined) return NOTHING;
  if (flows.length === 1) return first;
  const direct = new Map<string, How>();
  const conditional = new Set<string>();
  const window = new Set<string>();
  for (const flow of flows) {
    for (const [source, how] of flow.direct)
      direct.set(source, further(direct.get(source) ?? 'identity', how));
    for (const source of flow.conditional) conditional.add(source);
    for (const source of flow.window) window.add(source);
  }
  return { direct, conditional, window };
}

function further(a: How, b: How): How {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

export function through(flow: Flow, how: How): Flow {
  if (how === 'identity' || flow.direct.size === 0) return flow;
  return { ...flow, direct: new Map([...flow.direct].map(([source, was]) => [source, further(was, how)])) };
}

/** The same sources, but they only decide. */
export function asConditional(flow: Flow): Flow {
  return { ...flow, direct: new Map(), conditional: new Set([...flow.direct.keys(), ...flow.conditional]) };
}

/** The same sources, but they only place the row in a window. */
export function asWindow(flow: Flow): Flow {
  return { ...flow, direct: new Map(), window: new Set([...flow.direct.keys(), ...flow.window]) };
}
