import { isSplittableCodec } from '#lib/plan/physical/splittable.ts';
import { nodesOf } from '../facts/plans.ts';
import { sizeText } from '../facts/results.ts';
import type { Rule } from '../rule.ts';

/** spark.sql.files.maxPartitionBytes: what one task reads of a file anyway. */
const ONE_TASK_BYTES = 128 * 2 ** 20;
const LINE_FORMATS = new Set(['csv', 'json', 'text', 'xml']);

export const unsplittableFile: Rule = {
  id: 'SRC-04',
  name: 'unsplittable-file',
  title: 'one compressed file that only one task can read',
  severity: 'medium',
  evidence: 'C+',
  why: 'Such a file can only be read from its beginning: one task unpacks all of it while the other cores wait.',
  notWhen: 'The file is small.',
  options: [
    {
      action: 'Write it once as Parquet, and read that.',
      trade_off: 'A second copy, and a job that makes it.',
      avoid_when: 'It is read only once.',
    },
    {
      action: 'Deliver it in several files, or packed with bzip2, which Spark can split.',
      trade_off: 'bzip2 takes longer to unpack.',
      avoid_when: 'Somebody else delivers it.',
    },
    {
      action: 'repartition() right after reading, where much work follows.',
      trade_off: 'A shuffle of all rows; reading still takes one task.',
      avoid_when: 'A shuffle follows anyway.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        const where = context.place(node.at);
        if (node.kind !== 'Relation' || !where || !LINE_FORMATS.has(node.format)) continue;
        // A pattern or a folder may stand for many files, which are read side by side.
        if (/[*?[{,]/.test(node.source) || isSplittableCodec(node.source)) continue;
        if ((node.bytes ?? ONE_TASK_BYTES + 1) <= ONE_TASK_BYTES) continue;
        yield {
          where,
          message: `${node.source} is one packed file${node.bytes === undefined ? '' : ` of ${sizeText(node.bytes)}`}, which one task reads`,
          confidence: node.bytes === undefined ? 'medium' : 'high',
          whyConfidence:
            node.bytes === undefined
              ? 'the end of its name tells how it is packed; its size is not known'
              : 'the end of its name tells how it is packed, and its size is known',
        };
      }
    }
  },
};
