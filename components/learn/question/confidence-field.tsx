import { useId } from 'react';
import { CONFIDENCES, type Confidence } from '#lib/learn/question/question.ts';

export interface ConfidenceFieldProps {
  readonly value: Confidence | undefined;
  readonly onChange: (confidence: Confidence) => void;
}

/** In words for those who do not see the ends of the scale. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  1: 'a guess',
  2: 'not very sure',
  3: 'so so',
  4: 'rather sure',
  5: 'sure',
};

/** How sure somebody is, before they see. */
export function ConfidenceField({ value, onChange }: ConfidenceFieldProps) {
  const name = useId();
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <legend className="float-left pr-1 font-medium">How sure are you?</legend>
      <span aria-hidden="true" className="text-faint text-xs">
        {CONFIDENCE_WORDS[1]}
      </span>
      <span className="inline-flex rounded border border-edge">
        {CONFIDENCES.map((each) => (
          <label
            key={each}
            className="inline-flex min-h-7 min-w-8 items-center justify-center border-edge text-soft outline-accent not-first-of-type:border-l hover:bg-tint hover:text-ink has-checked:bg-ink has-checked:font-medium has-checked:text-page has-focus-visible:z-1 has-focus-visible:outline-2 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          >
            <input
              type="radio"
              name={name}
              value={each}
              aria-label={`${each}, ${CONFIDENCE_WORDS[each]}`}
              checked={value === each}
              onChange={() => onChange(each)}
              className="sr-only"
            />
            {each}
          </label>
        ))}
      </span>
      <span aria-hidden="true" className="text-faint text-xs">
        {CONFIDENCE_WORDS[5]}
      </span>
    </fieldset>
  );
}
