import { Switch } from '#components/ui/switch.tsx';
import { CATEGORIES, type Category } from '#lib/share/redaction/categories.ts';

export interface RedactionSwitchesProps {
  /** What the state can hold at all. */
  readonly offered: readonly Category[];
  readonly hidden: readonly Category[];
  readonly onChange: (hidden: readonly Category[]) => void;
}

/** Everything is hidden at first; each category is shown by a choice of its own. */
export function RedactionSwitches({ offered, hidden, onChange }: RedactionSwitchesProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-semibold text-sm">Hide</legend>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {CATEGORIES.filter(({ id }) => offered.includes(id)).map(({ id, label, hint }) => (
          <Switch
            key={id}
            label={label}
            hint={hint}
            on={hidden.includes(id)}
            onChange={(on) =>
              onChange(
                CATEGORIES.map((each) => each.id).filter((each) =>
                  each === id ? on : hidden.includes(each),
                ),
              )
            }
          />
        ))}
      </div>
      <p className="max-w-prose text-soft text-sm">
        What is hidden is found by rules. They may miss something that only you would recognize: look through
        the content before you share it.
      </p>
    </fieldset>
  );
}
