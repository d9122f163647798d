import { describe, expect, it } from 'vitest';
import { readLink, writeLink } from '#lib/share/link.ts';
import { CATEGORY_IDS } from '#lib/share/redaction/categories.ts';
import { STATES } from '#lib/share/testing.ts';
import { embedCode, sharedAddress } from './link-address.ts';
import { shareContent } from './share-content.ts';

const request = { what: 'this run', state: STATES.analysis, known: { names: ['ann'], hosts: [] } };
const nothingAsked = { question: '', answer: ' ' };

describe('what is shared', () => {
  it('carries the day and no question where none was asked', () => {
    const { made, exercise, hidden } = shareContent(request, CATEGORY_IDS, nothingAsked);
    expect(made).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(exercise).toBeNull();
    expect(hidden).toEqual(CATEGORY_IDS);
  });

  it('is in the link exactly as it was shown', () => {
    const content = shareContent(request, ['names'], { question: 'Why?', answer: 'Skew.' });
    expect(readLink(writeLink(content).fragment).content).toEqual(content);
  });
});

describe('addresses', () => {
  const { fragment } = writeLink(shareContent(request, CATEGORY_IDS, nothingAsked));

  it('have the content behind the #, where no server sees it', () => {
    const { pathname, search, hash } = new URL(sharedAddress('https://scope.example', fragment));
    expect([pathname, search, hash]).toEqual(['/shared', '', `#${fragment}`]);
  });

  it('stand in markup without a character that would end it', () => {
    expect(embedCode('https://scope.example', fragment)).toMatch(
      /^<iframe src="[^"<>&]+" [^<>]*><\/iframe>$/,
    );
  });
});
