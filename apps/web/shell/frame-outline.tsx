import { Skeleton } from '../design';

/** The frame's layout before anything is known, so that nothing moves when it is. */
export function FrameOutline() {
  return (
    <div className="app">
      <div className="nav" />
      <main className="page" id="page">
        <div className="outline">
          <Skeleton lines={6} />
        </div>
      </main>
    </div>
  );
}
