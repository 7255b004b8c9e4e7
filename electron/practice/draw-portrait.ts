import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

/** Pixels on each side, as the call that gives it names them. */
const SIDE = 96;

type Color = readonly [red: number, green: number, blue: number];

const BACKGROUNDS: readonly Color[] = [
  [0xd9, 0xe6, 0xf2],
  [0xf3, 0xe0, 0xc8],
  [0xdc, 0xee, 0xdd],
  [0xec, 0xdd, 0xee],
  [0xf2, 0xd8, 0xd8],
];
/** Chosen: colours that nobody has, so that no face stands for where somebody comes from. */
const SKINS: readonly Color[] = [
  [0xf7, 0xc9, 0x9b],
  [0x9f, 0xc5, 0xe0],
  [0xa9, 0xd1, 0xa4],
  [0xc9, 0xb2, 0xe0],
  [0xef, 0xa9, 0xa3],
];
const HAIRS: readonly Color[] = [
  [0x22, 0x1c, 0x1a],
  [0x5a, 0x37, 0x22],
  [0xa8, 0x6b, 0x2f],
  [0x9a, 0x9a, 0x9e],
  [0x7a, 0x26, 0x1c],
];
const CLOTHES: readonly Color[] = [
  [0x2b, 0x4a, 0x7f],
  [0x1f, 0x6f, 0x5c],
  [0x8a, 0x2f, 0x3b],
  [0x5b, 0x4b, 0x8a],
  [0x3b, 0x42, 0x4a],
];
const EYE: Color = [0x1a, 0x1a, 0x1a];

/**
 * Draws a head as a PNG, the same for the same person every time; `null`: this person has no picture. Nobody takes it for
 * a photograph: in practice there is nobody to photograph.
 */
export function drawPortrait(userId: string): Uint8Array | null {
  const traits = createHash('sha256').update(`portrait of ${userId}`).digest();
  const trait = (index: number): number => traits[index] ?? 0;
  // Chosen: two of three, so that both kinds of people come to the desk in practice.
  if (trait(0) % 3 === 0) return null;
  const pick = (colors: readonly Color[], index: number): Color => colors[trait(index) % colors.length] ?? EYE;
  const [background, skin, hair, cloth] = [pick(BACKGROUNDS, 1), pick(SKINS, 2), pick(HAIRS, 3), pick(CLOTHES, 4)];
  const hairTopY = 18 + (trait(5) % 5);
  const hairSideY = 34 + (trait(6) % 30);
  const headRadiusX = 18 + (trait(7) % 5);
  const isSmiling = trait(8) % 2 === 0;

  const colorAt = (x: number, y: number): Color => {
    const inHead = isInEllipse(x, y, 48, 44, headRadiusX, 24);
    const isEye = [-8, 8].some((dx) => isInEllipse(x, y, 48 + dx, 43, 2.2, 2.6));
    const mouthY = 54 + (isSmiling ? -((x - 48) ** 2) / 40 : 0);
    const isMouth = Math.abs(x - 48) < 8 && Math.abs(y - mouthY - 1) < 1.2;
    if (inHead && (isEye || isMouth)) return EYE;
    if (inHead && y > hairTopY + 10 + Math.abs(x - 48) / 6) return skin;
    const isHair = isInEllipse(x, y, 48, 44, headRadiusX + 5, 44 - hairTopY) && y < hairSideY;
    if (inHead || isHair) return inHead && !isHair ? skin : hair;
    if (isInEllipse(x, y, 48, 104, 40, 34)) return cloth;
    return Math.abs(x - 48) < 8 && y > 60 && y < 78 ? skin : background;
  };
  return writePng(colorAt);
}

function isInEllipse(x: number, y: number, atX: number, atY: number, radiusX: number, radiusY: number): boolean {
  return ((x - atX) / radiusX) ** 2 + ((y - atY) / radiusY) ** 2 <= 1;
}

/** Source: PNG, ISO/IEC 15948: signature, IHDR (8 bits of red, green and blue), IDAT, IEND; each line begins with its filter. */
function writePng(colorAt: (x: number, y: number) => Color): Uint8Array {
  const lines = Array.from({ length: SIDE }, (_, y) => [
    0,
    ...Array.from({ length: SIDE }, (__, x) => colorAt(x, y)).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      writeChunk('IHDR', header),
      writeChunk('IDAT', deflateSync(Buffer.from(lines.flat()))),
      writeChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function writeChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
