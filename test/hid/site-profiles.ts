import type { SiteReaderProfile } from '../../electron/core/bench-settings.ts';

/** Readers that one bench has written down, as they stand in its file. The devices are made up. */
const ANY_INTERFACE = { vendorId: '1209', usagePage: 'xxxx', usage: 'xxxx' };

/** What the layouts of both readers have in common. */
const NUMBER = {
  reportId: null,
  lengthBytes: 16,
  aimOffsetBytes: null,
  continuedOffsetBytes: null,
  encoding: 'hex',
} as const;

export const DESK_TOKEN_PROFILE: SiteReaderProfile = {
  ...ANY_INTERFACE,
  name: 'Desk token',
  productId: 'beef',
  mode: 'token',
  layout: null,
  serialFrom: 'usb',
};

export const TOKEN_READER_PROFILE: SiteReaderProfile = {
  ...ANY_INTERFACE,
  name: 'Token reader',
  productId: '0002',
  mode: 'tokenReader',
  layout: { ...NUMBER, name: 'reader', countOffsetBytes: 1, dataOffsetBytes: 2, dataCapacityBytes: 14 },
  serialFrom: null,
};

/** The layout is the one that the README has for an example. */
export const TOKEN_CRADLE_PROFILE: SiteReaderProfile = {
  ...ANY_INTERFACE,
  name: 'Token cradle',
  productId: '0003',
  mode: 'tokenReader',
  layout: { ...NUMBER, name: 'cradle', countOffsetBytes: null, dataOffsetBytes: 4, dataCapacityBytes: 8 },
  serialFrom: null,
};
