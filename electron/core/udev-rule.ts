export type UdevRule = { readonly rule: string; readonly fileName: string };

/**
 * The line that lets whoever sits at a Linux computer open the HID devices of one maker, and the file to put it into.
 * Source: hidapi, udev/69-hid.rules: lower-case digits, and a number below 73 so that the tag is seen by seat-late.
 */
export function udevRuleFor(vendorId: number): UdevRule {
  const digits = vendorId.toString(16).padStart(4, '0');
  return {
    rule: `KERNEL=="hidraw*", ATTRS{idVendor}=="${digits}", TAG+="uaccess"`,
    fileName: `70-token-station-${digits}.rules`,
  };
}
