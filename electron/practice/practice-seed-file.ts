import { PRACTICE_TOKENS } from './practice-data.ts';

/** The list that the vendor of the virtual tokens would send. Its seeds are for training and open no account. */
export function practiceSeedFile(): { readonly name: string; readonly bytes: Uint8Array } {
  const rows = PRACTICE_TOKENS.map(({ serialNumber, secret, periodSeconds, manufacturer, model, hash }) =>
    [serialNumber, Buffer.from(secret).toString('hex'), periodSeconds, manufacturer, model, `hmac${hash}`].join(','),
  );
  const header = 'serial number,secret key,time interval,manufacturer,model,hash function';
  return { name: 'practice-seeds.csv', bytes: Buffer.from([header, ...rows, ''].join('\n')) };
}
