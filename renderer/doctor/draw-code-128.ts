import { code128, type DrawingContext } from 'bwip-js/generic';

/** The bars of a symbol, in modules from its left edge. The quiet zones are not in it. */
export type Bars = { readonly widthModules: number; readonly bars: readonly Bar[] };

type Bar = { readonly at: number; readonly width: number };

/**
 * The bars of a Code 128 symbol. `fnc3` puts function character 3 in front, which tells a scanner that the mark is meant
 * for the scanner itself. Source: ISO/IEC 15417, 4.3.4.2.
 */
export function drawCode128(text: string, fnc3: boolean): Bars {
  const encoded = fnc3 ? `^FNC3${text.replaceAll('^', '^^')}` : text;
  return code128({ bcid: 'code128', text: encoded, parsefnc: fnc3, scale: 1, height: 10 }, collectBars());
}

/** Takes the drawing as it is drawn: each bar is one upright line, at scale 1 as wide as its modules. */
function collectBars(): DrawingContext<Bars> {
  const bars: Bar[] = [];
  let widthModules = 0;
  const nothing = (): void => undefined;
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init(width) {
      widthModules = width;
    },
    line(x, _y0, _x1, _y1, width) {
      bars.push({ at: x - Math.ceil(width / 2), width });
    },
    polygon: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => ({ widthModules, bars }),
  };
}
