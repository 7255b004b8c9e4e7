import type { Problem } from './problem.ts';
import type { ReaderKey } from './reader.ts';
import type { SiteRule, SiteRuleMeaning } from './site-rule.ts';

/** The reader doctor: while it is open, scans are tried out here and none enters the queue. */
export type DoctorView = {
  readonly platform: Platform;
  /** Every HID device of this computer, what can be used first. */
  readonly devices: readonly DeviceView[];
  /** The newest last, a few of them. */
  readonly reports: readonly ReportView[];
  /** The newest last, a few of them. */
  readonly tests: readonly TestedScan[];
  /** In the order in which they are asked, before the station's own. */
  readonly siteRules: readonly SiteRule[];
  readonly learning: LearningView | null;
  /** Why the station could not keep the names, rules and readers of this bench. */
  readonly problem: Problem | null;
};

export type Platform = 'linux' | 'windows' | 'macos';

export type DeviceView = {
  readonly deviceKey: string;
  /** The reader it is used as, or `null`. */
  readonly readerKey: ReaderKey | null;
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly usagePage: number | null;
  readonly usage: number | null;
  readonly serialNumber: string | null;
  readonly kind: DeviceKind;
  readonly use: DeviceUse;
  /** What helps, the easiest first. */
  readonly fixes: readonly DeviceFix[];
};

export type DeviceKind =
  'scanner' | 'keyboardScanner' | 'serialPortScanner' | 'tokenReader' | 'token' | 'keyboard' | 'other';

export type DeviceUse =
  | { readonly kind: 'reading'; readonly layoutName: string; readonly layoutFrom: 'descriptor' | 'profile' }
  /** Its key presses are read from the device itself, so that it is known which reader typed. */
  | { readonly kind: 'readingKeys' }
  /** It told its serial number when it was plugged in; nothing more is read. */
  | { readonly kind: 'askedOnce' }
  /** What it types is read through the window, while that has the focus. */
  | { readonly kind: 'throughWindow' }
  | { readonly kind: 'blocked'; readonly problem: Problem }
  /** It is no reader, as far as is known. */
  | { readonly kind: 'unused' };

export type DeviceFix =
  /** Linux: a rule that lets the user at the device. */
  | { readonly kind: 'udevRule'; readonly rule: string; readonly fileName: string }
  | { readonly kind: 'closeOtherProgram' }
  | { readonly kind: 'installLibusb' }
  /** macOS: the system asks for "Input Monitoring" and wants a restart of the app. */
  | { readonly kind: 'inputMonitoring' }
  | { readonly kind: 'replug' }
  /** The station can send the scanner the command that its maker documents. */
  | { readonly kind: 'switchToHidPos' }
  /** The scanner reads its maker's own mark. `text` is the content of a Code 128 symbol with FNC3 where `fnc3` says so. */
  | { readonly kind: 'configurationMark'; readonly text: string; readonly fnc3: boolean; readonly source: string }
  /** The maker's manual has the mark; its content is not published. */
  | { readonly kind: 'makersManual' }
  /** A keyboard that nobody has written down: it may be a scanner, and only the operator knows. */
  | { readonly kind: 'useAsScanner' }
  | { readonly kind: 'stopUsingAsScanner' };

/** One input report as it came. */
export type ReportView = {
  readonly seq: number;
  readonly atMs: number;
  readonly readerKey: ReaderKey;
  readonly readerName: string;
  readonly lengthBytes: number;
  /** Two digits a byte; `null`: it belongs to a scan that may hold a secret, or to one that is not whole yet. */
  readonly bytesHex: string | null;
  readonly fields: ReportFields | null;
  /** Why it could not be taken apart. */
  readonly problem: Problem | null;
};

export type ReportFields = {
  readonly dataOffsetBytes: number;
  readonly dataLengthBytes: number;
  readonly aimId: string | null;
  readonly continued: boolean;
};

/** What a scan came to, with the rules that led there. */
export type TestedScan = {
  readonly seq: number;
  readonly atMs: number;
  readonly readerName: string;
  /** Empty where nothing may be shown. */
  readonly scannedText: string;
  readonly aimId: string | null;
  /** In words the renderer knows, such as `code128`; `null` where the reader does not say. */
  readonly symbology: string | null;
  /** What is used of it; `null`: nothing. */
  readonly used: string | null;
  readonly means: ScanMeans;
  readonly steps: readonly RuleStep[];
  readonly problem: Problem | null;
};

export type ScanMeans = 'serialNumber' | 'badge' | 'workOrderLine' | 'commandMark' | 'refused';

/** One rule that changed or decided something. `rule` names a built-in rule, or a site rule by its id. */
export type RuleStep = { readonly rule: string; readonly before: string; readonly after: string };

export type LearningView = {
  readonly means: SiteRuleMeaning;
  readonly samples: readonly string[];
  /** How many are wanted. */
  readonly wanted: number;
  /** What the rule would be, and what it makes of the samples; `null` before there are enough of them. */
  readonly proposal: { readonly rule: SiteRule; readonly used: readonly string[] } | null;
  /** Why no rule fits them all. */
  readonly problem: Problem | null;
};
