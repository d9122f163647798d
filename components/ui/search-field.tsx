import { TextField } from './text-field.tsx';

export interface SearchFieldProps {
  readonly label: string;
  /** Only where it says more than the label. */
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly className?: string;
}

/** A text to narrow a list down with; the browser adds what clears it. */
export function SearchField({ label, placeholder = label, onChange, ...rest }: SearchFieldProps) {
  return (
    <TextField
      {...rest}
      type="search"
      label={label}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
