import { formatCount } from '#lib/base/format.ts';
import type { Envelope } from '#lib/share/envelope.ts';
import { kindName } from '#lib/share/kinds/kinds.ts';
import { CATEGORIES } from '#lib/share/redaction/categories.ts';

export interface SharedAboutProps {
  readonly content: Envelope;
  /** Parts that could not be read. */
  readonly lost: readonly string[];
}

/** Where it comes from, and what is not in it. */
export function SharedAbout({ content, lost }: SharedAboutProps) {
  const { state, made, by, hidden } = content;
  const labels = CATEGORIES.filter(({ id }) => hidden.includes(id)).map(({ label }) => label.toLowerCase());
  return (
    <div className="grid gap-1 text-sm text-soft">
      <p>
        This link shows {kindName(state.kind)}
        {made === null ? '' : `, made on ${made}`}
        {by === null ? '' : ` with Shufflescope ${by}`}. It cannot be changed here, and nothing of it was sent
        to a server.
      </p>
      {labels.length > 0 ? <p>The sender hid: {labels.join(', ')}.</p> : null}
      {lost.length > 0 ? (
        <p>
          {formatCount(lost.length)} parts were left out: {lost.slice(0, 3).join('; ')}
          {lost.length > 3 ? ' …' : ''}
        </p>
      ) : null}
    </div>
  );
}
