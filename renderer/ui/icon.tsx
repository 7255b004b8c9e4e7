import { ICON_PATHS, type IconName } from './icon-paths.ts';

type IconProps = { readonly name: IconName };

/** A picture beside words. It is never the only carrier of a meaning, so it says nothing to a screen reader. */
export function Icon({ name }: IconProps) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
