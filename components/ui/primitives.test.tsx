import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button } from './button.tsx';
import { Progress } from './progress.tsx';
import { ProvenanceTag } from './provenance-tag.tsx';
import { Severity } from './severity.tsx';

describe('ProvenanceTag', () => {
  it.each([
    ['measured', 'MEASURED', 'border-solid'],
    ['predicted', 'PREDICTED', 'border-dashed'],
    ['simulated', 'SIMULATED', 'border-dotted'],
  ] as const)('says %s in its word and its own outline', (origin, word, outline) => {
    const html = renderToStaticMarkup(<ProvenanceTag origin={origin} />);
    expect(html).toContain(word);
    expect(html).toContain(outline);
  });
});

describe('Severity', () => {
  it.each([
    ['high', 3],
    ['medium', 2],
    ['low', 1],
    ['info', 0],
  ] as const)('shows %s as a word and %d filled bars', (level, filled) => {
    const html = renderToStaticMarkup(<Severity level={level} />);
    expect(html).toContain(`>${level}<`);
    expect(html.match(/fill="currentColor"/g)?.length ?? 0).toBe(filled);
  });
});

describe('Button', () => {
  it('stays reachable and says why when it cannot be used', () => {
    const html = renderToStaticMarkup(<Button unavailable="No file is open">Export</Button>);
    expect(html).toContain('aria-disabled="true"');
    expect(html).toContain('aria-description="No file is open"');
    expect(html).not.toContain(' disabled');
  });
});

describe('Progress', () => {
  it('draws nothing for an empty whole, and no more than the whole', () => {
    expect(renderToStaticMarkup(<Progress label="a" value={0} max={0} />)).toContain('width="0%"');
    expect(renderToStaticMarkup(<Progress label="a" value={3} max={2} />)).toContain('width="100%"');
  });

  it('announces tenths only', () => {
    const html = renderToStaticMarkup(<Progress label="Reading" value={47} max={100} />);
    expect(html).toContain('47 %');
    expect(html).toMatch(/role="status"[^>]*>Reading: 40 %</);
  });

  it('uses no style attribute, which the strict policy would drop', () => {
    const html = renderToStaticMarkup(<Progress label="Reading" value={1} max={2} detail="1 of 2 MiB" />);
    expect(html).not.toContain('style=');
  });
});
