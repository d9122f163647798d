import { useReactFlow } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';

export function ZoomButtons() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <div className="absolute bottom-2 left-2 z-5 grid rounded border border-line bg-panel">
      <IconButton icon={Plus} label="Closer" onClick={() => void zoomIn()} />
      <IconButton icon={Minus} label="Farther" onClick={() => void zoomOut()} />
      <IconButton icon={Maximize} label="All of it" onClick={() => void fitView({ padding: 0.05 })} />
    </div>
  );
}
