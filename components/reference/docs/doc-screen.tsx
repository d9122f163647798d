import { SimpleTable } from '#components/ui/simple-table.tsx';
import { WayBack } from '../entries/way-back.tsx';
import { Prose } from '../prose.tsx';
import { docBlocks } from './doc-blocks.ts';

/** A document of the repository, with its tables. */
export function DocScreen({ text }: { readonly text: string }) {
  const { title, blocks } = docBlocks(text);
  return (
    <div className="mx-auto grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4 px-4 py-8 sm:px-6">
      <WayBack />
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      {blocks.map((block, index) =>
        block.kind === 'prose' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes its order
          <Prose key={index} text={block.text} />
        ) : (
          <SimpleTable
            // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes its order
            key={index}
            caption={`Table ${blocks.slice(0, index + 1).filter(({ kind }) => kind === 'table').length}`}
            columns={block.head.map((header) => ({ header }))}
            rows={block.rows}
          />
        ),
      )}
    </div>
  );
}
