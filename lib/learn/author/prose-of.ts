import { unreachable } from '#lib/base/assert.ts';
import type { Question } from '../question/question.ts';
import type { Scenario, Story } from '../scenario/scenario.ts';
import type { Step } from '../scenario/step.ts';

/** A text that learners read, where it stands and how long it may be. */
export interface ProsePart {
  readonly where: string;
  readonly text: string;
  readonly mostWords: number;
}

const part = (where: string, text: string, mostWords: number): ProsePart => ({ where, text, mostWords });

export function storyProse({ who, symptom, goal, able }: Story): readonly ProsePart[] {
  return [
    part('who', who, 14),
    part('symptom', symptom, 65),
    part('goal', goal, 30),
    ...able.map((each, i) => part(`able ${i + 1}`, each, 18)),
  ];
}

/** The texts of a step, without those that a transfer makes. */
export function stepProse(step: Step): readonly ProsePart[] {
  const own = [part('title', step.title, 8), part('prose', step.prose, 90)];
  return [...own, ...ofKind(step)].map((each) => ({ ...each, where: `${step.id}: ${each.where}` }));
}

function ofKind(step: Step): readonly ProsePart[] {
  switch (step.kind) {
    case 'observe':
      return [part('task', step.task, 40), part('nudge', step.nudge, 40)];
    case 'predict':
    case 'recall':
      return [...questionProse(step.question), part('reveal', step.reveal, 80)];
    case 'act':
      return [
        part('task', step.task, 50),
        ...[...step.checks, ...step.keeps].map(({ id, says }) => part(`check ${id}`, says, 20)),
        ...step.slips.map(({ id, say }) => part(`slip ${id}`, say, 50)),
        ...step.hints.map((hint, i) => part(`hint ${i + 1}`, hint, 45)),
        part('worked', step.worked.say, 45),
        ...step.otherWays.map(({ says }, i) => part(`other way ${i + 1}`, says, 25)),
      ];
    case 'verify':
      return [
        ...step.compare.map(({ label }) => part('compare', label, 8)),
        ...step.agree.flatMap(({ what, why }) => [part('agree', what, 10), part(`why (${what})`, why, 50)]),
      ];
    case 'reflect':
      return [
        part('ask', step.ask, 30),
        part('model', step.model, 90),
        part('wrong when', step.wrongWhen, 60),
        ...step.tradeOffs.flatMap(({ action, trade_off, avoid_when }) =>
          [action, trade_off, avoid_when].map((text) => part('trade-off', text, 30)),
        ),
      ];
    case 'transfer':
      return [];
    default:
      return unreachable(step);
  }
}

export function questionProse(question: Question): readonly ProsePart[] {
  const ask = part('ask', question.ask, 45);
  switch (question.kind) {
    case 'slider':
      return [ask, ...question.beliefs.map(({ answer, say }) => part(`belief ${answer}`, say, 50))];
    case 'pick':
      return [
        ask,
        ...question.options.flatMap(({ id, label, say }) => [
          part(`option ${id}`, label, 18),
          part(`option ${id}, why`, say, 50),
        ]),
      ];
    case 'order':
      return [
        ask,
        ...question.items.map(({ id, label }) => part(`item ${id}`, label, 14)),
        part('say', question.say, 50),
      ];
    case 'sketch':
      return [ask, part('say', question.say, 50)];
    default:
      return unreachable(question);
  }
}

/** Everything that a learner reads but what transfers make. */
export function proseOf({ story, steps }: Scenario): readonly ProsePart[] {
  return [...storyProse(story), ...steps.flatMap(stepProse)];
}
