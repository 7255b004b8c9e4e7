import { z } from 'zod';
import type { Result } from '../contract/result.ts';
import { statusOf } from './graph-answer.ts';
import type { OathDevice } from './oath-method.ts';
import type { DevicePage } from './graph-port.ts';
import { ok, refuse } from './result.ts';

const optionalText = z.string().nullish();
const deviceFields = {
  serialNumber: optionalText,
  manufacturer: optionalText,
  model: optionalText,
  timeIntervalInSeconds: z.number().int().nullish(),
  status: optionalText,
  assignedTo: z.object({ id: optionalText, displayName: optionalText }).nullish(),
};

/** Details stand in `device` in the documents' examples and flat in the metadata and in what field tools have read. */
const deviceSchema = z.object({
  id: z.string().min(1),
  ...deviceFields,
  device: z.object({ id: z.string().min(1).nullish(), ...deviceFields }).nullish(),
});

const pageSchema = z.object({ value: z.array(deviceSchema), '@odata.nextLink': z.string().min(1).nullish() });

export function parseDevicePage(body: unknown): Result<DevicePage> {
  const parsed = pageSchema.safeParse(body);
  if (!parsed.success) return refuse('graph-failing', { detail: 'unexpected shape of a device list' });
  return ok({ devices: parsed.data.value.map(toDevice), nextPage: parsed.data['@odata.nextLink'] ?? null });
}

/** The devices of a search that fits on one page. An empty page with more behind it does not say "none". */
export function parseDeviceList(body: unknown): Result<readonly OathDevice[]> {
  const page = parseDevicePage(body);
  if (!page.ok) return page;
  const { devices, nextPage } = page.value;
  if (devices.length === 0 && nextPage !== null)
    return refuse('graph-failing', { detail: 'an empty page, and not the last' });
  return ok(devices);
}

function toDevice(outer: z.infer<typeof deviceSchema>): OathDevice {
  const { device } = outer;
  const assignedTo = device?.assignedTo?.id ? device.assignedTo : outer.assignedTo;
  return {
    deviceId: device?.id ?? outer.id,
    serialNumber: device?.serialNumber ?? outer.serialNumber ?? null,
    manufacturer: device?.manufacturer ?? outer.manufacturer ?? null,
    model: device?.model ?? outer.model ?? null,
    periodSeconds: device?.timeIntervalInSeconds ?? outer.timeIntervalInSeconds ?? null,
    status: statusOf(device?.status ?? outer.status ?? null),
    assignedTo: assignedTo?.id ? { id: assignedTo.id, displayName: assignedTo.displayName ?? null } : null,
  };
}
