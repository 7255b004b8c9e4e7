/** How a vendor prints the dashes of a serial number, and whether they belong to it. */
export type VendorDashes = {
  readonly vendor: string;
  readonly alphabet: 'digits' | 'alphanumeric';
  /** The lengths of the runs between the dashes. */
  readonly groups: readonly number[];
  /** `drop`: they are printed to be read more easily, and the vendor's list of serial numbers has none. */
  readonly dashes: 'keep' | 'drop';
  /** Seen in a document. What is not sure is written down and not applied: a wrong serial number is somebody else's. */
  readonly isSure: boolean;
  readonly source: string;
};

export const VENDOR_DASHES: readonly VendorDashes[] = [
  {
    vendor: 'OneSpan OCRA',
    alphabet: 'alphanumeric',
    groups: [7, 5],
    dashes: 'keep',
    isSure: true,
    source: 'OneSpan, sample 306EUO4-00960: listed with its dash',
  },
  {
    vendor: 'OneSpan GO 6',
    alphabet: 'digits',
    groups: [2, 7, 1],
    dashes: 'drop',
    isSure: false,
    source: 'The back of a GO 6 shows ten digits in groups; whether its bar code holds the dashes was not found',
  },
];

/** The text without the dashes that its vendor only prints, or as it is. */
export function dropVendorDashes(text: string, vendors: readonly VendorDashes[] = VENDOR_DASHES): string {
  if (!vendors.some(({ isSure, dashes }) => isSure && dashes === 'drop')) return text;
  const known = vendors.find((vendor) => vendor.isSure && hasForm(text, vendor));
  return known?.dashes === 'drop' ? text.replaceAll('-', '') : text;
}

function hasForm(text: string, { alphabet, groups }: VendorDashes): boolean {
  const runs = text.split('-');
  const isRun = alphabet === 'digits' ? /^[0-9]+$/ : /^[0-9A-Za-z]+$/;
  return runs.length === groups.length && runs.every((run, index) => run.length === groups[index] && isRun.test(run));
}
