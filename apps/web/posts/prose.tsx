import { type MouseEvent, useEffect, useMemo, useState } from 'react';
import type { Decoration } from './decorate';
import './prose.css';

type Render = (markdown: string, decoration: Decoration) => string;
let render: Render | undefined;
let loading: Promise<void> | undefined;

/** The renderer is a chunk of its own: the page stands, with plain text, before it has come. */
function useRender(): Render | undefined {
  const [, setLoaded] = useState(render !== undefined);
  useEffect(() => {
    if (render) return;
    loading ??= import('./render').then((module) => {
      render = module.render;
    });
    // Without it plain text stays, which can be read too.
    void loading.then(() => setLoaded(true)).catch(() => undefined);
  }, []);
  return render;
}

/** What somebody wrote. */
export function Prose({
  markdown,
  decoration = {},
  onSeek,
}: {
  markdown: string;
  decoration?: Decoration;
  onSeek?: (seconds: number) => void;
}) {
  const toHtml = useRender();
  const { seekableSeconds, viewerHandle } = decoration;
  const html = useMemo(
    () => toHtml?.(markdown, { seekableSeconds, viewerHandle }),
    [toHtml, markdown, seekableSeconds, viewerHandle],
  );
  if (html === undefined) return <div className="txt plain">{markdown}</div>;
  const pressed = (event: MouseEvent) => {
    const stamp = (event.target as Element).closest<HTMLElement>('.stamp');
    if (stamp) onSeek?.(Number(stamp.dataset.seconds));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it are what is pressed
    // biome-ignore lint/a11y/useKeyWithClickEvents: a pressed key on a button clicks it
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by the renderer
    <div className="txt" dir="auto" onClick={pressed} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
