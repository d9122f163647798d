import { CodeBlock } from '#components/ui/code-block.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatBytes, formatCount, plural } from '#lib/base/format.ts';
import type { PlaygroundState } from '#lib/share/kinds/playground.ts';

/** The program, its settings and its sources. What Spark will do with it is shown where it can be edited. */
export function SharedPlayground({ state }: { readonly state: PlaygroundState }) {
  const { files, main, settings, catalog } = state;
  const conf = Object.entries(settings.conf);
  const sources = Object.entries(catalog);
  return (
    <div className="grid gap-4">
      {files.map(({ path, text }) => (
        <Panel key={path} title={path === main ? `${path}, which is run` : path}>
          <CodeBlock label={path} code={text} />
        </Panel>
      ))}
      <Panel title={`Spark ${settings.spark}, ${plural(settings.cores, 'core')}`}>
        {conf.length === 0 ? (
          <p className="text-soft text-sm">All settings are Spark’s own.</p>
        ) : (
          <SimpleTable
            caption="Settings"
            columns={[{ header: 'Setting' }, { header: 'Value' }]}
            rows={conf}
          />
        )}
      </Panel>
      {sources.length > 0 ? (
        <Panel title="Sources">
          <SimpleTable
            caption="Sources"
            columns={[
              { header: 'Source' },
              { header: 'Format' },
              { header: 'Columns', align: 'end' },
              { header: 'Size', align: 'end' },
            ]}
            rows={sources.map(([name, { format, columns, bytes }]) => [
              name,
              format,
              formatCount(columns.length),
              bytes === undefined ? 'unknown' : formatBytes(bytes),
            ])}
          />
        </Panel>
      ) : null}
    </div>
  );
}
