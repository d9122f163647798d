import type { Insight } from '#lib/model/insight.ts';
import { OptionList } from './option-list.tsx';

/** What an insight means, and what one can do about it. */
export function WhyAndOptions({ insight }: { insight: Pick<Insight, 'why_it_matters' | 'options'> }) {
  return (
    <>
      <section>
        <h3 className="pb-1 font-semibold text-sm">Why it matters</h3>
        <p className="max-w-prose text-sm">{insight.why_it_matters}</p>
      </section>
      <section>
        <h3 className="pb-1 font-semibold text-sm">Options</h3>
        <OptionList options={insight.options} />
      </section>
    </>
  );
}
