import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { claimPort } from './address.mjs';
import { build } from './build.mjs';
import { runCommand } from './children.mjs';
import { bringChromium } from './chromium.mjs';
import { countPlaywright, countVitest, figuresOfPlaywright } from './count-tests.mjs';
import { cache, modules, projectEnv, projectNode } from './paths.mjs';

/**
 * The steps of `npm test` after setup. A step gives {passed, failed}, with the output worth reading when something
 * failed and `notes` when not; or it throws.
 */
export const steps = [
  {
    name: 'types',
    async run() {
      // Next writes the types of its routes first.
      const routes = await node('next/dist/bin/next', ['typegen']);
      const types = await node('typescript/bin/tsc', ['--noEmit']);
      return oneCheck(routes.status || types.status, routes.output + types.output);
    },
  },
  {
    name: 'lint',
    async run() {
      const { status, output } = await node('@biomejs/biome/bin/biome', ['check', '.']);
      return oneCheck(status, output);
    },
  },
  {
    name: 'unit',
    async run() {
      const report = freshReport('unit.json');
      const { status, output } = await node('vitest/vitest.mjs', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]);
      return counted(report, countVitest, status, output);
    },
  },
  {
    name: 'build',
    async run() {
      await build(() => {});
      return { passed: 1, failed: 0 };
    },
  },
  {
    name: 'e2e',
    needs: 'build',
    async run(say) {
      const report = freshReport('e2e.json');
      const { status, output } = await node('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
        CHROMIUM_PATH: await bringChromium(say),
        E2E_PORT: String(await claimPort({ host: '127.0.0.1', port: 0 })),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      });
      return { ...counted(report, countPlaywright, status, output), notes: notesOf(report) };
    },
  },
];

function node(program, args, extra = {}) {
  // Colors are for terminals; this output is kept, and read only when something failed.
  const env = projectEnv({ ...extra, NO_COLOR: '1', FORCE_COLOR: undefined });
  return runCommand(projectNode(), [join(modules, program), ...args], { env });
}

function oneCheck(status, output) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}

function freshReport(name) {
  const folder = join(cache, 'test');
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, name), { force: true });
  return join(folder, name);
}

/** A runner that failed without naming a test, or left no report, failed once. */
function counted(report, count, status, output) {
  const { passed, failed } = existsSync(report) ? count(readReport(report)) : { passed: 0, failed: 0 };
  return { passed, failed: status !== 0 ? Math.max(1, failed) : failed, output };
}

function notesOf(report) {
  return existsSync(report) ? figuresOfPlaywright(readReport(report)) : [];
}

function readReport(report) {
  return JSON.parse(readFileSync(report, 'utf8'));
}
