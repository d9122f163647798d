import { createStore, type Store } from '#components/shell/store.ts';
import { PROBLEMS, type Problem } from '#lib/model/insight.ts';

const KEY = 'shufflescope.muted-problems';

const remembered = createStore<readonly Problem[]>(read());

/** Problems the user does not want to hear of, remembered in this browser. */
export const mutedProblems: Store<readonly Problem[]> = {
  ...remembered,
  set: (problems) => {
    remembered.set(problems);
    try {
      localStorage.setItem(KEY, JSON.stringify(problems));
    } catch {
      // No storage in this browser or mode: it holds until the page is closed.
    }
  },
};

export function mute(problem: Problem): void {
  mutedProblems.set([...mutedProblems.get().filter((other) => other !== problem), problem]);
}

export function unmute(problem: Problem): void {
  mutedProblems.set(mutedProblems.get().filter((other) => other !== problem));
}

function read(): readonly Problem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? PROBLEMS.filter((problem) => kept.includes(problem)) : [];
  } catch {
    return []; // on the server, where storage is refused, and for what is no list
  }
}
