import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import what. The table is the architecture: an import that is not in it fails here, with the edge named.
 * Paths are folders from the root; the longest that fits a file is its room.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'lib/base': [],
  'lib/model': ['lib/base'],
  'lib/tables': ['lib/base', 'lib/model'],
  'lib/eventlog': ['lib/base', 'lib/model', 'lib/tables'],
  'lib/duckdb': ['lib/base', 'lib/model', 'lib/tables', 'lib/eventlog'],
  'lib/analyzers/run': ['lib/base', 'lib/model', 'lib/tables'],
  'lib/plan': ['lib/base', 'lib/model'],
  'lib/catalog': ['lib/base', 'lib/plan'],
  'lib/pyspark': ['lib/base', 'lib/model', 'lib/plan'],
  'lib/analyzers/code': ['lib/base', 'lib/model', 'lib/plan', 'lib/pyspark'],
  'lib/simulator': ['lib/base', 'lib/model', 'lib/plan'],
  'lib/share': ['lib/base', 'lib/model', 'lib/plan', 'lib/analyzers/run'],
  'lib/learn': [
    'lib/base',
    'lib/model',
    'lib/tables',
    'lib/analyzers',
    'lib/plan',
    'lib/pyspark',
    'lib/simulator',
    'lib/explain',
    'lib/share',
  ],
  'lib/testing': [
    'lib/base',
    'lib/model',
    'lib/tables',
    'lib/eventlog',
    'lib/duckdb',
    'lib/analyzers/run',
    'lib/plan',
    'lib/simulator',
  ],
  'components/ui': ['lib/base'],
  'components/charts': ['lib/base', 'components/ui'],
  'lib/explain': ['lib/base', 'lib/model', 'lib/plan'],
  'lib/server': ['lib/base', 'lib/model', 'lib/plan', 'lib/explain'],
  'components/insight': [
    'lib',
    'components/ui',
    'components/charts',
    'components/shell',
    'components/explain',
  ],
  'components/explain': ['lib', 'components/ui', 'components/shell'],
  'components/account': ['lib', 'components/ui'],
  'components/shell': ['lib', 'components/ui', 'public/samples'],
  'components/landing': ['lib', 'components/ui', 'components/shell'],
  'components/analyze': [
    'lib',
    'components/ui',
    'components/charts',
    'components/insight',
    'components/shell',
    'components/explain',
    'components/share',
  ],
  'components/share': ['lib', 'components/ui', 'components/insight', 'components/shell'],
  'components/reference': ['lib', 'components/ui', 'components/shell'],
  'components/graph': ['lib', 'components/ui'],
  'components/playground': [
    'lib',
    'components/ui',
    'components/insight',
    'components/explain',
    'components/shell',
    'components/share',
    'components/graph',
  ],
  'components/simulator': [
    'lib',
    'components/ui',
    'components/charts',
    'components/shell',
    'components/share',
  ],
  'components/learn': [
    'lib',
    'scenarios',
    'components/ui',
    'components/charts',
    'components/insight',
    'components/explain',
    'components/share',
    'components/shell',
    'components/graph',
    'components/playground',
    'components/simulator',
    'components/analyze',
  ],
  scenarios: ['lib/base', 'lib/model', 'lib/plan', 'lib/simulator', 'lib/learn'],
  app: ['lib', 'components', 'security-headers.ts'],
  'app/api': ['lib/server'],
  'app/metrics': ['lib/server'],
  'app/healthz': ['lib/server'],
  'app/readyz': ['lib/server'],
  bin: ['lib'],
};

/** Packages that one room only may name. */
const OWNED_PACKAGES: readonly (readonly [package_: RegExp, room: string])[] = [
  [/^@duckdb\/duckdb-wasm/, 'lib/duckdb'],
  [/^apache-arrow/, 'lib/duckdb'],
  [/^zstddec|^hysnappy|^@zip\.js/, 'lib/eventlog'],
  [/^fflate/, 'lib/(eventlog|share/codec)'],
  [/^web-tree-sitter|^tree-sitter-python/, 'lib/pyspark/syntax|lib/pyspark/predict.ts|bin'],
  [/^@polyglot-sql\//, 'lib/pyspark/sql|components/playground/worker/sql-library.ts'],
  [/^@codemirror\//, 'components/(analyze|playground|ui/editor-theme.ts)'],
  [/^@xyflow\/|^@dagrejs\//, 'components/graph'],
  [/^(react|react-dom|next)(\/|$)/, 'components|app'],
  [/^next-auth/, 'lib/server/sign-in.ts'],
  [/^(ai|pino|prom-client|ioredis|rate-limiter-flexible)$|^@ai-sdk\/|^@opentelemetry\//, 'lib/server'],
  [
    /^node:/,
    'bin|lib/server|lib/duckdb/node-database.ts|components/reference/read-page.ts|components/reference/docs/read-doc.ts|lib/pyspark/syntax/node-wasm.ts',
  ],
];

/** Test code may use anything: it builds its own input and looks at its own output. */
const files = sources('.').filter(
  (file) => !/(\.test\.tsx?|\/testing\.ts)$/.test(file) && !file.startsWith('lib/testing/'),
);

describe('architecture', () => {
  it('has a place in the table for every source file', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it('lets files import only what their room may import', () => {
    const wrong = files.flatMap((file) =>
      imports(file)
        .filter((target) => !target.startsWith('package:') && !isAllowed(file, target))
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps packages in the rooms that own them', () => {
    const wrong = files.flatMap((file) =>
      imports(file).flatMap((target) => {
        const name = target.replace(/^package:/, '');
        const owner = target.startsWith('package:') && OWNED_PACKAGES.find(([pattern]) => pattern.test(name));
        return owner && !new RegExp(`^(${owner[1]})`).test(file) ? [`${file} -> ${name}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps workers, the DOM and React out of lib', () => {
    const wrong = files
      .filter((file) => file.startsWith('lib/'))
      .filter((file) =>
        /(?<![\w-])(document|localStorage)\.|\bwindow\.(document|location|addEventListener)|new Worker\(|postMessage\(/.test(
          code(file),
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('has no circular imports', () => {
    expect(cycles()).toEqual([]);
  });

  it('keeps every source file under 400 lines', () => {
    const long = sources('.').filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});

function roomOf(file: string): string | undefined {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => file === room || file.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0];
}

function isAllowed(file: string, target: string): boolean {
  const room = roomOf(file);
  if (room === undefined || roomOf(target) === room) return room !== undefined;
  const allowed = MAY_IMPORT[room] ?? [];
  // `lib` as a whole is what the browser may have; the server's code is never part of that.
  if (target.startsWith('lib/server/')) return allowed.includes('lib/server');
  return allowed.some((each) => target === each || target.startsWith(`${each}/`));
}

function sources(folder: string): readonly string[] {
  const roots =
    folder === '.'
      ? ['app', 'bin', 'components', 'lib', 'scenarios']
      : readdirSync(folder).map((name) => `${folder}/${name}`);
  return roots.flatMap((path) =>
    statSync(path).isDirectory() ? sources(path) : /\.tsx?$/.test(path) ? [path] : [],
  );
}

function code(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1');
}

/** Files from the root that a file imports, and `package:name` for packages. Type imports count too. */
function imports(file: string): readonly string[] {
  const found = [...code(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
  return found.map((target) => {
    if (/^#(lib|components|scenarios)\//.test(target)) return target.slice(1);
    if (target.startsWith('.')) return posix.normalize(join(posix.dirname(file), target));
    return `package:${target}`;
  });
}

function cycles(): readonly string[] {
  const found: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done' || found.length > 5) return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    // Imports of types alone vanish when the code runs and make no cycle.
    const runtime = code(file).replace(/import type [^;]+;/g, '');
    for (const target of imports(file)) {
      const name = posix.basename(target);
      if (!target.startsWith('package:') && runtime.includes(name) && files.includes(target))
        visit(target, [...path, file]);
    }
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return found;
}
