import { drawCode128 } from './draw-code-128.ts';

/** Source: ISO/IEC 15417: a quiet zone of ten modules on both sides. */
const QUIET_MODULES = 10;

/** Chosen: three pixels a module is read from a screen at arm's length; a long mark is drawn finer, so that it fits. */
const MODULE_PX = 3;
const FINE_MODULE_PX = 2;
const LONGEST_AT_FULL_SIZE = 180;

const HEIGHT_PX = 84;

type BarCodeProps = { readonly text: string; readonly fnc3?: boolean; readonly label: string };

/** A Code 128 symbol to be scanned from the screen: black on white in every theme, in whole pixels. */
export function BarCode({ text, fnc3 = false, label }: BarCodeProps) {
  const { widthModules, bars } = drawCode128(text, fnc3);
  const allModules = widthModules + 2 * QUIET_MODULES;
  const modulePx = allModules > LONGEST_AT_FULL_SIZE ? FINE_MODULE_PX : MODULE_PX;
  return (
    <div className="bar-code">
      <svg
        role="img"
        aria-label={label}
        width={allModules * modulePx}
        height={HEIGHT_PX}
        viewBox={`0 0 ${allModules} ${HEIGHT_PX}`}
        preserveAspectRatio="none"
        shapeRendering="crispEdges"
      >
        {bars.map(({ at, width }) => (
          <rect key={at} x={at + QUIET_MODULES} y={0} width={width} height={HEIGHT_PX} />
        ))}
      </svg>
      <span className="bar-code-text mono" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}
