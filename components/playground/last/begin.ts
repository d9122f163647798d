import { notice } from '#components/shell/notice.ts';
import { createStore } from '#components/shell/store.ts';
import { lent } from '../session/lent.ts';
import { FIRST, openKept, playground, revision } from '../session/playground-session.ts';
import { keepVersion } from '../versions/versions.ts';
import {
  forgetLast,
  isUntouched,
  type ProgramKept,
  programNow,
  readLast,
  writeLast,
} from './last-program.ts';
import { openings } from './openings.ts';

/** The program that is as it was last time, by its id in the playground; another one is not. */
export const restored = createStore<number | undefined>(undefined);

/** Storage that does not answer keeps nobody waiting longer. */
const PATIENCE_MS = 1000;
/** After the last change of a program: typing is not written letter by letter. */
const PAUSE_MS = 400;

let beginning: Promise<void> | undefined;

/** Opens the program of the last visit, once, where nothing else was opened; from then on what is open is kept. */
export function begin(): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  beginning ??= Promise.race([restore().then(follow), patience]);
  return beginning;
}

/** Back to the first program. What was there is kept as a version. */
export async function startAnew(): Promise<void> {
  if (!isUntouched()) await keepVersion(`${playground.get().title} before starting anew`);
  openKept(FIRST);
  await forgetLast();
}

async function restore(): Promise<void> {
  const last = await readLast();
  await notLent();
  if (!last || !isUntouched()) return;
  if (openings.areTooMany()) return setAside(last);
  openings.count();
  openKept({ ...FIRST, ...last });
  restored.set(playground.get().id);
}

/** A program that breaks the page would break it at every visit. */
async function setAside({ title, files, main, settings, catalog }: ProgramKept): Promise<void> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const project = { files: texts, main, settings, catalog };
  await keepVersion(`${title}, not opened again`, { title, project });
  await forgetLast();
  openings.end();
  notice.set({
    text: `${title} was not opened: the last times the page did not get through it.`,
    hint: 'It is kept under Versions.',
  });
}

function notLent(): Promise<void> {
  return new Promise((resolve) => {
    if (!lent.get()) return resolve();
    const stop = lent.subscribe(() => {
      stop();
      resolve();
    });
  });
}

/** Keeps what is open, a moment after each change of it and when the tab is left. */
function follow(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let seen = stateOf();
  let opened = playground.get().id;
  const write = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (!lent.get()) void (isUntouched() ? forgetLast() : writeLast(programNow()));
  };
  const onChange = () => {
    const now = stateOf();
    if (lent.get() || now === seen) return;
    seen = now;
    clearTimeout(waiting);
    const { id } = playground.get();
    if (id === opened) waiting = setTimeout(write, PAUSE_MS);
    else {
      // Another program is there at once, however soon the page is loaded again.
      opened = id;
      write();
    }
  };
  revision.subscribe(onChange);
  playground.subscribe(onChange);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && waiting !== undefined) write();
  });
}

/** Changes where something is to be kept: answers and what is selected come and go with it. */
function stateOf(): string {
  const { id, current, view } = playground.get();
  return `${revision.get()} ${id} ${view} ${current}`;
}
