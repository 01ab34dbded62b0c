import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useLingui } from '../language';
import { byKey } from './circle';
import type { ScreenWithCamera } from './screen-with-camera';

/** The ring around the camera's circle: dragged with a pointer, moved and resized by keys. */
export function CircleHandle({ composition }: { composition: ScreenWithCamera }) {
  const { i18n } = useLingui();
  const [circle, setCircle] = useState(composition.place);
  const grip = useRef<{ x: number; y: number }>(undefined);
  const move = (to: typeof circle) => {
    composition.move(to);
    setCircle(composition.place);
  };
  const pointOf = (event: PointerEvent<HTMLElement>) => {
    const picture = event.currentTarget.parentElement!.getBoundingClientRect();
    return { x: (event.clientX - picture.left) / picture.width, y: (event.clientY - picture.top) / picture.height };
  };
  const pressed = (event: KeyboardEvent) => {
    const next = byKey(circle, event.key, event.shiftKey, composition.aspect);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    move(next);
  };
  return (
    <button
      type="button"
      className="circle-handle"
      aria-label={i18n._('Your camera. Arrow keys move it, plus and minus change its size.')}
      title={i18n._('Drag to move; scroll, or plus and minus, to resize')}
      style={
        {
          insetInlineStart: `${(circle.x - circle.size / 2) * 100}%`,
          insetBlockStart: `${(circle.y - (circle.size * composition.aspect) / 2) * 100}%`,
          inlineSize: `${circle.size * 100}%`,
        } as CSSProperties
      }
      onKeyDown={pressed}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = pointOf(event);
        grip.current = { x: at.x - circle.x, y: at.y - circle.y };
      }}
      onPointerMove={(event) => {
        if (!grip.current) return;
        const at = pointOf(event);
        move({ ...circle, x: at.x - grip.current.x, y: at.y - grip.current.y });
      }}
      onPointerUp={() => {
        grip.current = undefined;
      }}
      onWheel={(event) => move({ ...circle, size: circle.size - Math.sign(event.deltaY) * 0.01 })}
    />
  );
}
