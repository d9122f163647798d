import type { RuleContext } from '../context.ts';
import { nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const unreadablePath: Rule = {
  id: 'SRC-09',
  name: 'unreadable-path',
  title: 'a path that Spark does not take as it is meant',
  severity: 'medium',
  evidence: 'C',
  why: 'The run stops because no file system knows the path, or it reads and writes at another place.',
  notWhen: 'The cluster has a file system of its own under that name.',
  options: [
    {
      action: 's3a:// in place of s3n://, and dbfs:/ in place of /dbfs/.',
      trade_off: 'None: it is the same place.',
      avoid_when: 'The cluster maps the old name.',
    },
  ],
  *check(context) {
    for (const [at, path] of pathsOf(context)) {
      const where = context.place(at);
      const why = wrongWith(path);
      if (!where || why === undefined) continue;
      yield {
        where,
        message: `${path}: ${why}`,
        confidence: 'high',
        whyConfidence: 'the path is known, and how Spark takes it does not depend on the data',
      };
    }
  },
};

function pathsOf(context: RuleContext): readonly (readonly [at: number | undefined, path: string])[] {
  return context.actions.flatMap(({ analyzed, step }) =>
    nodesOf(analyzed, true).flatMap((node) => {
      if (node.kind === 'Relation') return [[node.at, node.source] as const];
      return node.kind === 'Write' && node.target !== undefined ? [[step.at, node.target] as const] : [];
    }),
  );
}

function wrongWith(path: string): string | undefined {
  if (/^s3n:\/\//.test(path))
    return 's3n was taken out of Hadoop 3, which Spark comes with; s3a reads the same';
  if (/^\/dbfs\//.test(path))
    return 'for Spark this is the folder dbfs inside of DBFS; the mount /dbfs is for Python’s own open()';
  return undefined;
}
