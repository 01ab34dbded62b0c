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
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant drawings
      dangerouslySetInnerHTML={{ __html: iconPaths[name] }}
    />
  );
}
