/**
 * Report descriptors as devices send them: items of one byte that names what follows and how long it is.
 * Source: USB HID 1.11, section 6.2.2; USB-IF HID Point of Sale Usage Tables 1.02 for the pages and usages.
 */
export function items(text: string): Buffer {
  return Buffer.from(text.replace(/\/\/.*$/gm, '').replace(/\s/g, ''), 'hex');
}

/** Layout A: report 2 of 64 bytes with the id. Source: Access-IS LSR110/116/118 manuals, as Honeywell sends it. */
export const SCANNER = items(`
  05 8C  09 02  A1 01                                // Bar Code Scanner page, Bar Code Scanner, application
    09 12  A1 02  85 02  15 00  26 FF 00  75 08      //  Scanned Data Report, report id 2, bytes
      05 01  09 3B  95 01  81 02                     //   byte count
      05 8C  09 FB  09 FC  09 FD  95 03  81 02       //   symbology identifier, three characters
      09 FE  95 38  82 02 01                         //   decoded data, 56 bytes
      06 66 FF  09 04  09 00  95 02  81 02           //   maker's code of the symbology, reserved
      05 8C  09 FF  25 01  75 01  95 01  81 02       //   decode data continued, one bit
      95 07  81 03                                   //   seven bits of nothing
    C0
  C0`);

/**
 * Layout B: no AIM identifier, data from byte 2. Source: Newland NLS-FM420 manual, for the report; the descriptor is not
 * published. Chosen: the same usages in the manual's order.
 */
export const SCANNER_WITHOUT_AIM = items(`
  05 8C  09 02  A1 01
    09 12  A1 02  85 02  15 00  26 FF 00  75 08
      05 01  09 3B  95 01  81 02                     //   byte count
      05 8C  09 FE  95 38  82 02 01                  //   decoded data, 56 bytes
      95 04  81 03                                   //   four bytes of nothing
      06 66 FF  09 04  95 01  81 02                  //   maker's number of the symbology
      05 8C  09 FF  25 01  75 01  95 01  81 02       //   decode data continued, one bit
      95 07  81 03
    C0
  C0`);

/** Layout A of a device that numbers no reports: 63 bytes and no id in front. Source: USB HID 1.11, section 5.6. */
export const SCANNER_WITHOUT_REPORT_ID = items(`
  05 8C  09 02  A1 01
    09 12  A1 02  15 00  26 FF 00  75 08
      05 01  09 3B  95 01  81 02
      05 8C  09 FB  09 FC  09 FD  95 03  81 02
      09 FE  95 38  82 02 01
      06 66 FF  09 04  09 00  95 02  81 02
      05 8C  09 FF  25 01  75 01  95 01  81 02
      95 07  81 03
    C0
  C0`);

/** The standard fixes no order. Chosen: as unlike layout A as can be, report 5 of 38 bytes, all parts in other places. */
export const SCANNER_IN_ANOTHER_ORDER = items(`
  05 8C  09 02  A1 01
    09 12  A1 02  85 05  15 00  25 01  75 01
      09 FF  95 01  81 02  95 07  81 03              //   decode data continued
      26 FF 00  75 08  09 FE  95 20  82 02 01        //   decoded data, 32 bytes
      09 FB  09 FC  09 FD  95 03  81 02              //   symbology identifier
      05 01  09 3B  95 01  81 02                     //   byte count
    C0
  C0`);

/** A scanner that calls all its bytes its maker's own, so that nobody can know which of them is what. */
export const SCANNER_WITHOUT_PARTS = items(`
  05 8C  09 02  A1 01
    85 02  15 00  26 FF 00  75 08  06 66 FF  09 04  95 3F  81 02
  C0`);

/** The maker's own collection: report 0xFD both ways, for settings and their answers. Observed: Honeywell, page 0xFF8C. */
export const SETTINGS = items(`
  06 8C FF  09 02  A1 01  85 FD  15 00  26 FF 00  75 08  95 3F
    09 04  81 02                                     //  63 bytes from the device
    09 05  91 02                                     //  63 bytes to it
  C0`);

/** Layout A with the report that switches it out of keyboard mode. Source: as `POS_COMMAND`: feature report 0xFE of a byte. */
export const SCANNER_WITH_COMMAND = Buffer.concat([
  SCANNER.subarray(0, -1),
  items('85 FE  06 66 FF  09 08  15 00  25 01  75 01  95 01  B1 02  95 07  B1 03  C0'),
]);

/** Two top-level collections in one descriptor: the kernel makes one node, hidapi lists two entries. */
export const SCANNER_WITH_SETTINGS = Buffer.concat([SCANNER, SETTINGS]);

/** A scanner in its keyboard mode ("wedge"). Source: USB HID 1.11, appendix B.1, the boot keyboard. */
export const KEYBOARD = items(`
  05 01  09 06  A1 01
    05 07  19 E0  29 E7  15 00  25 01  75 01  95 08  81 02
    95 01  75 08  81 01
    05 08  19 01  29 05  95 05  75 01  91 02  95 01  75 03  91 01
    05 07  19 00  2A FF 00  15 00  26 FF 00  95 06  75 08  81 00
  C0`);
