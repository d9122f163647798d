import { useState } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { chooseSettings, playground } from '../session/playground-session.ts';
import { EntryField } from './entry-field.tsx';
import { KNOWN_SETTINGS, problemOf } from './known-settings.ts';

const MOST_CORES = 100_000;

/** The cluster's cores and Spark's settings; an empty field is Spark's default. */
export function SettingsSection() {
  const { settings } = useStore(playground);
  const { cores, conf } = settings;
  const [key, setKey] = useState('');
  const others = Object.keys(conf).filter((name) => !KNOWN_SETTINGS.some((known) => known.key === name));
  const take = (name: string, text: string): string | undefined => {
    const { [name]: _, ...left } = conf;
    if (text.trim() === '') {
      chooseSettings({ conf: left });
      return undefined;
    }
    const problem = problemOf(name, text);
    if (problem === undefined) chooseSettings({ conf: { ...left, [name]: text.trim() } });
    return problem;
  };
  const takeCores = (text: string): string | undefined => {
    const number = Number(text);
    if (!/^\d+$/.test(text.trim()) || number < 1 || number > MOST_CORES)
      return `“${text}” is no whole number from 1 to ${MOST_CORES.toLocaleString('en-US')}.`;
    chooseSettings({ cores: number });
    return undefined;
  };
  return (
    <section aria-labelledby="playground-settings" className="grid gap-2">
      <h3 id="playground-settings" className="font-semibold text-sm">
        Cluster and settings
      </h3>
      <p className="text-soft text-sm">
        As the session starts with them. What the program sets itself comes after and wins.
      </p>
      <EntryField label="Cores of all executors" value={String(cores)} placeholder="" onTake={takeCores} />
      {KNOWN_SETTINGS.map(({ key: name, standard }) => (
        <EntryField
          key={name}
          label={name}
          value={conf[name] ?? ''}
          placeholder={standard}
          onTake={(text) => take(name, text)}
        />
      ))}
      {others.map((name) => (
        <EntryField
          key={name}
          label={name}
          value={conf[name] ?? ''}
          placeholder="Spark’s default"
          onTake={(text) => take(name, text)}
        />
      ))}
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const text = String(new FormData(event.currentTarget).get('value') ?? '');
          if (key.trim() === '' || text.trim() === '') return;
          take(key.trim(), text);
          setKey('');
          event.currentTarget.reset();
        }}
      >
        <TextField
          label="Another setting"
          placeholder="spark.sql.…"
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <TextField label="Its value" name="value" placeholder="value" className="w-28" />
        <Button type="submit">Set it</Button>
      </form>
    </section>
  );
}
