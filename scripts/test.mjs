import { requireNode } from './node-version.mjs';

requireNode();

const { setup } = await import('./setup.mjs');
const { steps } = await import('./test-steps.mjs');

/** npm test: everything, from types to journeys in a browser. The last line is "N passed, N failed". */
const total = { passed: 0, failed: 0 };
const failedSteps = new Set();

if (await step({ name: 'setup', run: (say) => setup(say).then(() => ({ passed: 0, failed: 0 })) })) {
  for (const each of steps) {
    if (failedSteps.has(each.needs)) say(each.name, `not run, since ${each.needs} failed`);
    else await step(each);
  }
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function step({ name, run }) {
  const started = performance.now();
  const result = await run((text) => say(name, text)).catch((error) => ({
    passed: 0,
    failed: 1,
    output: error.message,
  }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  total.passed += result.passed;
  total.failed += result.failed;
  if (result.failed > 0) {
    failedSteps.add(name);
    console.log(result.output);
  }
  const counts =
    result.failed > 0 ? `${result.failed} failed, ${result.passed} passed` : `${result.passed} passed`;
  say(name, name === 'setup' && result.failed === 0 ? `done, ${seconds} s` : `${counts}, ${seconds} s`);
  for (const note of result.notes ?? []) say('', note);
  return result.failed === 0;
}

function say(name, text) {
  console.log(`${name.padEnd(6)} ${text}`);
}
