import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { patchBetween } from '#lib/learn/engine/patch-between.ts';
import { applyPatch, type Workspace, type WorkspacePatch } from '#lib/learn/engine/workspace.ts';

/** A worker that never answers: texts are the page's. */
vi.mock('#components/playground/worker/playground-client.ts', () => {
  const silent = () => new Promise<never>(() => undefined);
  const remote = { open: silent, edit: silent, predict: silent, findings: silent };
  return { startPlayground: () => ({ remote, broken: silent(), close: () => undefined }) };
});

// Other tests have loaded them with a worker of their own.
vi.resetModules();
const { edited, playground, projectNow } = await import(
  '#components/playground/session/playground-session.ts'
);
const { playgroundTool } = await import('./playground-tool.ts');
afterAll(() => void vi.resetModules());

const situation: Workspace = {
  program: { files: { 'main.py': 'a = 1', 'part.py': 'b = 2' }, main: 'main.py' },
  log: 'before',
};

let giveBack: (() => void) | undefined;
function borrow(work: WorkspacePatch): Workspace {
  const workspace = applyPatch(situation, work);
  giveBack = playgroundTool.lend({
    surface: { tool: 'playground', situation: 'start', view: 'code' },
    ...{ situation, workspace, levers: [{ kind: 'code' }] },
  });
  return workspace;
}
const workOf = (workspace: Workspace) =>
  patchBetween(situation, playgroundTool.read({ situation, workspace }));

afterEach(() => giveBack?.());

describe('playgroundTool', () => {
  it('finds the program as it was left, and hands out the files that differ', () => {
    const workspace = borrow({ files: { 'part.py': 'b = 3' } });
    expect(projectNow().files.get('part.py')).toBe('b = 3');
    edited('main.py', [], 'a = 9');
    expect(workOf(workspace)).toEqual({ files: { 'main.py': 'a = 9', 'part.py': 'b = 3' } });
    edited('main.py', [], 'a = 1');
    edited('part.py', [], 'b = 2');
    expect(workOf(workspace)).toEqual({});
  });

  it('shows a step that was done in place, in another editor', () => {
    borrow({});
    const { id } = playground.get();
    playgroundTool.show(applyPatch(situation, { files: { 'main.py': 'a = 5', 'part.py': null } }));
    expect(Object.fromEntries(projectNow().files)).toEqual({ 'main.py': 'a = 5' });
    expect(playground.get().id).toBeGreaterThan(id);
  });

  it('says when something was written', () => {
    borrow({});
    const heard = vi.fn();
    const stop = playgroundTool.subscribe(heard);
    edited('main.py', [], 'a = 2');
    stop();
    expect(heard).toHaveBeenCalled();
  });
});
