import { Tag, type TagProps } from './tag.tsx';

export type Provenance = 'measured' | 'predicted' | 'simulated';

/** One wording and one stroke for each origin of a claim, everywhere: bars and edges of that origin share the stroke. */
const provenances: Readonly<
  Record<Provenance, { outline: NonNullable<TagProps['outline']>; meaning: string }>
> = {
  measured: { outline: 'solid', meaning: 'Read from what Spark recorded in this run' },
  predicted: { outline: 'dashed', meaning: 'What Spark will do, worked out from the code and settings' },
  simulated: { outline: 'dotted', meaning: 'Computed by a model from stated assumptions' },
};

export function ProvenanceTag({ origin }: { readonly origin: Provenance }) {
  const { outline, meaning } = provenances[origin];
  return (
    <Tag outline={outline} title={meaning}>
      <span className="font-medium tracking-wide">{origin.toUpperCase()}</span>
    </Tag>
  );
}
