import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

/** Starts the scenario over, after asking: what was done in it is forgotten. */
export function RestartButton({ onRestart }: { readonly onRestart: () => void }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" fit="tight" onClick={() => setAsking(true)}>
        <RotateCcw aria-hidden size={14} />
        Start over
      </Button>
      <Dialog open={isAsking} onOpenChange={setAsking} title="Start this scenario over?">
        <div className="grid gap-4 p-4">
          <p className="max-w-prose">
            Your answers and your work in it are forgotten, and its last question comes with other numbers.
            Questions that are to come back stay.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button
              kind="primary"
              onClick={() => {
                setAsking(false);
                onRestart();
              }}
            >
              Start over
            </Button>
            <Button onClick={() => setAsking(false)}>Keep what I have</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
