export function Palette({ onClose }: { onClose: () => void }) {
  return <dialog onClose={onClose} />;
}
