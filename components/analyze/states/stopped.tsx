import { BrowseButtons } from '#components/shell/files/browse-buttons.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { StatePage } from './state-page.tsx';

export interface StoppedProps {
  readonly label: string;
  readonly onReopen: () => void;
}

export function Stopped({ label, onReopen }: StoppedProps) {
  return (
    <StatePage title={label}>
      <EmptyState
        title="Reading was stopped"
        reason="What had been read is gone from memory. The files are still open in this tab."
      >
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={onReopen}>
            Read it again
          </Button>
          <BrowseButtons secondary />
        </div>
      </EmptyState>
    </StatePage>
  );
}
