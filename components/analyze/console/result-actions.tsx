'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/copy-text.ts';
import { saveFile } from '#components/ui/save-file.ts';
import { Status } from '#components/ui/status.tsx';
import { formatBytes } from '#lib/base/format.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';
import { analysisClient } from '../session/analysis-session.ts';
import { toMarkdown, toTsv } from './result-text.ts';

export interface ResultActionsProps {
  readonly sql: string;
  readonly result: QueryResult;
}

/** Copies what is shown; exports the whole result, whatever its size. */
export function ResultActions({ sql, result }: ResultActionsProps) {
  const [said, setSaid] = useState('');
  const copy = async (what: string, text: string) =>
    setSaid((await copyText(text)) ? `Copied as ${what}` : 'The browser did not allow copying');
  const save = async (format: 'csv' | 'parquet') => {
    setSaid('Writing the file …');
    try {
      const file = await analysisClient().exportQuery(sql, format);
      saveFile(`result.${format}`, file);
      setSaid(`result.${format}, ${formatBytes(file.size)}`);
    } catch (error) {
      setSaid(`The export failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <div className="-ml-2 flex flex-wrap items-center gap-1">
      <Button kind="quiet" fit="tight" onClick={() => copy('TSV', toTsv(result))}>
        Copy TSV
      </Button>
      <Button kind="quiet" fit="tight" onClick={() => copy('Markdown', toMarkdown(result))}>
        Copy Markdown
      </Button>
      <Button kind="quiet" fit="tight" onClick={() => save('csv')}>
        Export CSV
      </Button>
      <Button kind="quiet" fit="tight" onClick={() => save('parquet')}>
        Export Parquet
      </Button>
      <Status>{said}</Status>
    </div>
  );
}
