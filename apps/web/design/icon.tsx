import { type IconName, iconPaths } from './icon-paths';

/** Always beside words or inside a labelled control: a drawing says nothing to a screen reader. */
export function Icon({
  name,
  small,
  flips,
}: {
  name: IconName;
  small?: boolean /** Points the other way from right to left. */;
  flips?: boolean;
}) {
  const className = `i${small ? ' i-s' : ''}${flips ? ' flip' : ''}`;
  // Our own constant drawings, no input.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: iconPaths[name] }}
    />
  );
}
