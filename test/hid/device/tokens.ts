import { items } from './descriptors.ts';
import type { HidIdentity } from './uhid.ts';

/** A boot keyboard with a feature report of 8 bytes. Source: Yubico .NET SDK user's manual, "OTP commands". */
const YUBIKEY_KEYBOARD = items(`
  05 01  09 06  A1 01
    05 07  19 E0  29 E7  15 00  25 01  75 01  95 08  81 02
    95 01  75 08  81 01
    95 05  75 01  05 08  19 01  29 05  91 02  95 01  75 03  91 01
    95 06  75 08  15 00  25 65  05 07  19 00  29 65  81 00
    09 03  75 08  95 08  B1 02                       //  the 8 bytes both ways
  C0`);

/** Source: Yubico, list of USB product numbers: OTP, FIDO and CCID. It has no serial number in its USB descriptor. */
export const YUBIKEY: HidIdentity = {
  name: 'Yubico YubiKey OTP+FIDO+CCID',
  vendorId: 0x1050,
  productId: 0x0407,
  serialNumber: '',
  descriptor: YUBIKEY_KEYBOARD,
};

/** Source: FIDO CTAP 2.1, section 11.2.8.1: 64 bytes both ways on page 0xF1D0. */
export const FIDO = items(`
  06 D0 F1  09 01  A1 01  15 00  26 FF 00  75 08  95 40
    09 20  81 02
    09 21  91 02
  C0`);

/** Made up: a reader of tokens that sends 16 bytes on a page of its maker's. */
const SIXTEEN_BYTES = items('06 00 FF  09 01  A1 01  15 00  26 FF 00  75 08  95 10  09 02  81 02  C0');
const MADE_UP = { vendorId: 0x1209, serialNumber: 'R1', descriptor: SIXTEEN_BYTES };

/** Its second byte counts those of the number, which come behind it. */
export const TOKEN_READER: HidIdentity = { ...MADE_UP, name: 'Token reader', productId: 0x0002 };

/** Four bytes of its own, then eight bytes of a number. */
export const TOKEN_CRADLE: HidIdentity = { ...MADE_UP, name: 'Token cradle', productId: 0x0003 };

/** A report of theirs, filled up with zeros. */
export function sixteenBytes(...bytes: readonly number[]): Uint8Array {
  const report = new Uint8Array(16);
  report.set(bytes);
  return report;
}
