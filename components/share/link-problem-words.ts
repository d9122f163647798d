import type { LinkProblem, ReadLink } from '#lib/share/link.ts';
import { CURRENT_VERSION } from '#lib/share/upgraders.ts';

interface Words {
  readonly title: string;
  readonly reason: (link: ReadLink) => string;
  readonly next: string;
}

/** What is wrong with a link, how far reading got, and what would work. */
export const LINK_PROBLEMS: Readonly<Record<LinkProblem, Words>> = {
  empty: {
    title: 'This address holds nothing to show',
    reason: () => 'What is shared stands behind the # of an address, and here nothing does.',
    next: 'Copy the whole link again: some programs cut it at the #.',
  },
  unknown: {
    title: 'This is not a link of Shufflescope',
    reason: () => 'What stands behind the # does not begin as a link does: #s=, a number and a dot.',
    next: 'Copy the whole link again.',
  },
  newer: {
    title: 'This link is from a newer version',
    reason: ({ version }) =>
      `The link has format ${version}; this version of Shufflescope reads formats up to ${CURRENT_VERSION}.`,
    next: 'Reload the page to get the newest version, or ask for a link from this one.',
  },
  'too-long': {
    title: 'This link is longer than any that is made here',
    reason: () => 'It was not read, to keep the page safe.',
    next: 'Ask for a link to a smaller part, or for a report as a file.',
  },
  'too-large': {
    title: 'This link unfolds into more than any link holds',
    reason: () => 'Reading it was stopped, to keep the page safe.',
    next: 'Do not trust where it came from; ask the sender for a new one.',
  },
  damaged: {
    title: 'This link was cut or changed on its way',
    reason: ({ json }) =>
      json === ''
        ? 'Nothing of it could be read.'
        : `${json.length.toLocaleString('en-US')} characters of its content could be read before the damage, or around it.`,
    next: 'Copy the whole link again: chat programs and line breaks cut long links.',
  },
  invalid: {
    title: 'This link is whole, but not understood',
    reason: ({ lost }) => `Its content is not what a link holds: ${lost.at(-1) ?? 'unknown'}.`,
    next: 'It was made by another program, or by hand. Ask the sender for a new one.',
  },
};
