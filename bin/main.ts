import { UserError } from '#lib/base/assert.ts';
import { analyze } from './commands/analyze.ts';
import { lint } from './commands/lint.ts';
import { predict } from './commands/predict.ts';
import { query } from './commands/query.ts';
import { simulate } from './commands/simulate.ts';
import { whatif } from './commands/whatif.ts';
import { UnreadableInput, UsageError } from './errors.ts';
import { HELP } from './help.ts';

/** Exit status of every command (docs/command-line.md). */
const DONE = 0;
const BAD_USAGE = 2;
const UNREADABLE = 3;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  analyze,
  lint,
  predict,
  query,
  simulate,
  whatif,
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const asksForHelp = name === 'help' || args.some((arg) => arg === '--help' || arg === '-h');
  if (name === undefined || asksForHelp) {
    process.stdout.write(HELP);
    return name === undefined ? BAD_USAGE : DONE;
  }
  const command = COMMANDS[name];
  if (!command) throw new UsageError(`there is no command "${name}"`);
  return command(rest);
}

/** One message, no stack trace (unless DEBUG=1), and the status that says what kind of failure it is. */
function explain(error: unknown): number {
  if (process.env.DEBUG === '1') process.stderr.write(`${(error as Error).stack ?? error}\n`);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`shufflescope: ${message}\n`);
  if (error instanceof UserError && error.hint) process.stderr.write(`${error.hint}\n`);
  if (error instanceof UnreadableInput) return UNREADABLE;
  if (error instanceof UsageError) {
    process.stderr.write('Try: shufflescope help\n');
    return BAD_USAGE;
  }
  return error instanceof UserError ? BAD_USAGE : UNREADABLE;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe went away (shufflescope … | head).
  if (error.code === 'EPIPE') process.exit(DONE);
});
process.exitCode = await main(process.argv.slice(2)).catch(explain);
