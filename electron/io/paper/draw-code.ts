import { toSVG } from 'bwip-js/generic';
import type { MachineCode } from '../../core/paper/paper.ts';

/** Source: ISO/IEC 15417: a quiet zone of ten modules on both sides. */
const QUIET_CODE_128 = 10;
/** Source: ISO/IEC 18004: four modules on all sides. */
const QUIET_QR = 4;

/**
 * Chosen: 300 modules on a label of 58 mm are 0.19 mm each, the least that a printer of 203 dpi and a hand scanner agree on. A
 * longer one would be printed and not be read.
 */
const MOST_MODULES = 300;

/** Code 128's sets A and B hold these; what else a text holds a scanner would give back as something else. */
const ASCII = /^[\x20-\x7e]+$/;

/** The drawing, with its quiet zone, black on nothing, as wide as it is let be. Empty: it cannot be drawn so that it is read. */
export function drawCode({ symbology, text }: MachineCode): string {
  if (!ASCII.test(text)) return '';
  switch (symbology) {
    case 'code128':
      return drawCode128(text);
    case 'qr':
      return toSVG({ bcid: 'qrcode', text, padding: QUIET_QR, scale: 1 });
  }
}

function drawCode128(text: string): string {
  const svg = toSVG({ bcid: 'code128', text, paddingwidth: QUIET_CODE_128, scale: 1 });
  return widthOf(svg) > MOST_MODULES ? '' : svg.replace('<svg ', '<svg preserveAspectRatio="none" ');
}

function widthOf(svg: string): number {
  return Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
}
