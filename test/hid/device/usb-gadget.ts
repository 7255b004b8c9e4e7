import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { awaitDevice } from './hidraw-nodes.ts';

/** Source: Linux, Documentation/usb/gadget_configfs.rst. */
const GADGETS = '/sys/kernel/config/usb_gadget';
/** The far end of the kernel's own USB socket. Source: the module dummy_hcd. */
const SOCKET = 'dummy_udc.0';
const ENGLISH = 'strings/0x409';

export type UsbIdentity = {
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly product: string;
  /** One HID interface for each. */
  readonly descriptors: readonly Buffer[];
};

export type UsbGadget = {
  /** Where the reports of an interface are written, such as `/dev/hidg0`. */
  readonly interfaces: readonly string[];
  readonly unplug: () => void;
};

/** Plugs in a USB device with HID interfaces. The kernel enumerates it as any other. */
export async function plugGadget(identity: UsbIdentity): Promise<UsbGadget> {
  const folder = `${GADGETS}/scanner`;
  const write = (path: string, value: string | Buffer): void => {
    writeFileSync(`${folder}/${path}`, value);
  };
  mkdirSync(folder);
  write('idVendor', identity.vendorId);
  write('idProduct', identity.productId);
  mkdirSync(`${folder}/${ENGLISH}`);
  write(`${ENGLISH}/serialnumber`, identity.serialNumber);
  write(`${ENGLISH}/manufacturer`, identity.manufacturer);
  write(`${ENGLISH}/product`, identity.product);
  mkdirSync(`${folder}/configs/all.1`);
  const functions = identity.descriptors.map((descriptor, index) => {
    const name = `hid.${index}`;
    mkdirSync(`${folder}/functions/${name}`);
    write(`functions/${name}/report_length`, '64');
    write(`functions/${name}/report_desc`, descriptor);
    symlinkSync(`${folder}/functions/${name}`, `${folder}/configs/all.1/${name}`);
    return name;
  });
  const last = `/dev/hidg${functions.length - 1}`;
  await awaitDevice(
    () => (existsSync(last) ? last : null),
    () => {
      write('UDC', SOCKET);
    },
  );
  const interfaces = functions.map((name) => {
    const [, minor] = readFileSync(`${folder}/functions/${name}/dev`, 'utf8').trim().split(':');
    return `/dev/hidg${minor}`;
  });
  return { interfaces, unplug: () => removeGadget(folder) };
}

/** Everything that was made goes in the opposite order. Does nothing where it has gone already. */
function removeGadget(folder: string): void {
  if (!existsSync(folder)) return;
  writeFileSync(`${folder}/UDC`, '\n');
  for (const name of readdirSync(`${folder}/functions`)) {
    unlinkSync(`${folder}/configs/all.1/${name}`);
    rmdirSync(`${folder}/functions/${name}`);
  }
  rmdirSync(`${folder}/configs/all.1`);
  rmdirSync(`${folder}/${ENGLISH}`);
  rmdirSync(folder);
}
