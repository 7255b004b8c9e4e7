// nativeImage: carries a PNG; nothing here decodes pixels.
import { existsSync, readFileSync } from 'node:fs';
import { strict } from './strict.ts';

// Source: PNG specification, section 11.2.2: width and height stand right after the signature and the head of IHDR.
const PNG_SIGNATURE = 0x89504e47;
const WIDTH_OFFSET_BYTES = 16;
const HEIGHT_OFFSET_BYTES = 20;
const HEAD_LENGTH_BYTES = 24;

export class NativeImage {
  private readonly png: Buffer;

  constructor(png: Buffer) {
    this.png = png;
  }
  isEmpty(): boolean {
    return this.png.length === 0;
  }
  toPNG(): Buffer {
    return this.png;
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.png.toString('base64')}`;
  }
  getSize(): { width: number; height: number } {
    const isPng = this.png.length > HEAD_LENGTH_BYTES && this.png.readUInt32BE(0) === PNG_SIGNATURE;
    if (!isPng) return { width: 0, height: 0 };
    return { width: this.png.readUInt32BE(WIDTH_OFFSET_BYTES), height: this.png.readUInt32BE(HEIGHT_OFFSET_BYTES) };
  }
}

function createFromBuffer(png: Buffer): NativeImage {
  return strict(new NativeImage(png), 'NativeImage');
}

export const nativeImage = strict(
  {
    createEmpty: (): NativeImage => createFromBuffer(Buffer.alloc(0)),
    createFromBuffer,
    createFromPath: (path: string): NativeImage =>
      createFromBuffer(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
    createFromDataURL: (url: string): NativeImage =>
      createFromBuffer(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  },
  'nativeImage',
);
