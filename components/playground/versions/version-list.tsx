'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { formatMoment } from '#lib/base/format.ts';
import { openProject } from '../session/playground-session.ts';
import { type KeptVersion, nextName } from './kept-version.ts';
import { forgetVersion, keepVersion, readVersions, versions } from './versions.ts';

const CompareDialog = lazy(async () => ({
  default: (await import('./compare-dialog.tsx')).CompareDialog,
}));

/** Versions that somebody kept, to be compared with the program as it is. */
export function VersionList() {
  const kept = useStore(versions);
  const [name, setName] = useState('');
  const [compared, setCompared] = useState<KeptVersion>();
  useEffect(() => void readVersions(), []);
  return (
    <div className="grid gap-3 p-3">
      <p className="text-soft text-sm">
        Keep the program as it is, change it, and see what the change does to jobs, shuffles and findings.
        Versions stay on this device.
      </p>
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void keepVersion(name);
          setName('');
        }}
      >
        <TextField
          label="Name of the version"
          placeholder={nextName(kept)}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">Keep this version</Button>
      </form>
      <ul aria-label="Kept versions" className="grid gap-2">
        {kept.map((version) => (
          <li key={version.id} className="grid gap-1 border-line border-b pb-2 text-sm">
            <span className="wrap-anywhere font-medium">{version.name}</span>
            <span className="text-soft">
              {version.title} · kept {formatMoment(version.keptAt)}
            </span>
            <span className="flex flex-wrap gap-2">
              <Button aria-label={`Compare with now: ${version.name}`} onClick={() => setCompared(version)}>
                Compare with now
              </Button>
              <Button
                kind="quiet"
                aria-label={`Open ${version.name}`}
                onClick={() => openProject(version.project, version.title)}
              >
                Open
              </Button>
              <Button
                kind="quiet"
                aria-label={`Forget ${version.name}`}
                onClick={() => void forgetVersion(version.id)}
              >
                Forget
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {compared ? (
        <Suspense>
          <CompareDialog version={compared} onClose={() => setCompared(undefined)} />
        </Suspense>
      ) : null}
    </div>
  );
}
