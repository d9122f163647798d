import { formatMs, formatShare, plural } from '#lib/base/format.ts';
import { type Detector, findings, notApplicable } from './detector.ts';

/**
 * Half or more of the task slots were idle from the first job to the last. Slots are counted over the executors'
 * lifetimes, so that dynamic allocation and lost executors are taken as they were.
 */

/** Half: with less use than that, half the cluster would have done. */
const USED_SHARE = 0.5;
/** Twenty core-seconds: what a run of a few seconds on a few cores offers; idleness in it is nobody's money. */
const MIN_OFFERED_MS = 20_000;

export const idleCores: Detector = {
  id: 'idle-cores',
  title: () => 'Most task slots were idle',
  whyItMatters: 'Cores were held (and on most platforms paid for) without a task to run.',
  options: [
    {
      action: 'Use fewer or smaller executors, or dynamic allocation with a short idle timeout.',
      trade_off: 'Stages with many tasks take longer; new executors take time to start.',
      avoid_when: 'The idle time comes from a few slow tasks that can be mended.',
    },
    {
      action: 'Run independent jobs at the same time (threads, FAIR scheduling).',
      trade_off: 'Jobs compete for memory and slots; code becomes harder to follow.',
      avoid_when: 'Each job needs the result of the one before.',
    },
    {
      action:
        'Look at what the slots waited for: too few partitions, stragglers, skew, or work on the driver.',
      trade_off: 'Costs a person’s time.',
      avoid_when: 'The cluster is shared and idle slots serve others.',
    },
  ],
  async detect({ run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    if (run.slotMsOffered === 0)
      return notApplicable('The log does not tell how many task slots there were.');
    if (run.isStreaming)
      return notApplicable('A streaming query waits for its next trigger; idle slots are normal.');
    const used = run.slotMsUsed / run.slotMsOffered;
    const idle = used <= USED_SHARE && run.slotMsOffered >= MIN_OFFERED_MS;
    const wall = run.windowMs * (1 - used);
    return findings(
      idle
        ? [
            {
              cause: 'run',
              where: 'the run',
              stages: [],
              sqlExecutions: [],
              impact: { lower_ms: 0, upper_ms: wall },
              confidence: 'high',
              whyConfidence: 'slots and task times are both in the log',
              evidence: [
                {
                  metric: 'share of the slot time in which a task ran',
                  unit: 'share',
                  compared_with: `${plural(run.slots, 'slot')} over ${formatMs(run.windowMs)}`,
                  sql: 'SELECT slot_ms_used / slot_ms_offered FROM run_window',
                },
                {
                  metric: 'idle slot time',
                  unit: 'ms',
                  compared_with: `${formatMs(run.slotMsOffered)} offered`,
                  sql: 'SELECT slot_ms_offered - slot_ms_used FROM run_window',
                },
              ],
            },
          ]
        : [],
      `Tasks ran in ${formatShare(Math.min(1, used))} of the slot time.`,
    );
  },
};
