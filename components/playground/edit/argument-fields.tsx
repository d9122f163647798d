import type { ArgumentForm } from '#lib/pyspark/edit/argument-form.ts';
import type { ArgumentText } from '#lib/pyspark/edit/graph-edit.ts';
import { EntryField } from '../context/entry-field.tsx';

export interface ArgumentFieldsProps {
  readonly form: ArgumentForm;
  readonly onArguments: (texts: readonly ArgumentText[]) => void;
}

/** The arguments of a call as they are written; those that cannot be changed say why. */
export function ArgumentFields({ form, onArguments }: ArgumentFieldsProps) {
  return (
    <>
      {form.why === undefined ? null : <p className="text-soft">{form.why}</p>}
      {form.arguments.map(({ name: keyword, parameter, text, why }, index) => {
        const label = keyword ?? parameter ?? `Argument ${index + 1}`;
        const isFixed = form.why !== undefined || why !== undefined;
        return isFixed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: an argument is its turn
          <p key={index} className="wrap-anywhere text-soft">
            {label} <code className="font-mono text-xs">{text}</code> {why}
          </p>
        ) : (
          <EntryField
            // biome-ignore lint/suspicious/noArrayIndexKey: an argument is its turn
            key={index}
            label={label}
            value={text}
            placeholder=""
            onTake={(typed) => {
              const texts = form.arguments.map((each, i) => ({
                ...(each.name === undefined ? {} : { name: each.name }),
                text: i === index ? typed : each.text,
              }));
              onArguments(texts.filter((each) => each.text.trim() !== ''));
              return undefined;
            }}
          />
        );
      })}
    </>
  );
}
