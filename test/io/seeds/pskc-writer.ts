import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';

const PSKC = 'urn:ietf:params:xml:ns:keyprov:pskc';
const XENC = 'http://www.w3.org/2001/04/xmlenc#';

export type WrittenKey = {
  readonly serialNumber?: string;
  readonly algorithm?: string;
  /** The whole `Secret` element. */
  readonly secret: string;
  readonly more?: string;
};

/** A container with these key packages. `head`: what stands before them. */
export function writeContainer(keys: readonly WrittenKey[], head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<pskc:KeyContainer Version="1.0" xmlns:pskc="${PSKC}" xmlns:xenc="${XENC}" xmlns:xenc11="http://www.w3.org/2009/xmlenc11#"
  xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
${head}${keys.map(writeKey).join('\n')}
</pskc:KeyContainer>`;
}

function writeKey({ serialNumber = '987654321', algorithm = `${PSKC}:totp`, secret, more = '' }: WrittenKey): string {
  return `<pskc:KeyPackage>
  <pskc:DeviceInfo><pskc:Manufacturer>TokenVendorAcme</pskc:Manufacturer><pskc:SerialNo>${serialNumber}</pskc:SerialNo></pskc:DeviceInfo>
  <pskc:Key Id="1" Algorithm="${algorithm}">
    <pskc:AlgorithmParameters><pskc:Suite>HMAC-SHA1</pskc:Suite><pskc:ResponseFormat Length="6" Encoding="DECIMAL"/></pskc:AlgorithmParameters>
    <pskc:Data>${secret}<pskc:TimeInterval><pskc:PlainValue>60</pskc:PlainValue></pskc:TimeInterval>${more}</pskc:Data>
  </pskc:Key>
</pskc:KeyPackage>`;
}

export function plainSecret(seed: string): string {
  return `<pskc:Secret><pskc:PlainValue>${Buffer.from(seed).toString('base64')}</pskc:PlainValue></pskc:Secret>`;
}

export function encryptedSecret(cipherValue: string, mac: string, algorithm = 'aes128-cbc'): string {
  return `<pskc:Secret><pskc:EncryptedValue>${encryptedParts(cipherValue, algorithm)}</pskc:EncryptedValue>
    <pskc:ValueMAC>${mac}</pskc:ValueMAC></pskc:Secret>`;
}

export function macMethod(cipherValue: string, algorithm = 'aes128-cbc'): string {
  return `<pskc:MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1">
    <pskc:MACKey>${encryptedParts(cipherValue, algorithm)}</pskc:MACKey></pskc:MACMethod>`;
}

export const PRE_SHARED = '<pskc:EncryptionKey><ds:KeyName>Pre-shared-key</ds:KeyName></pskc:EncryptionKey>';

export function derivedKey(salt: string, iterations: number, keyBytes: number): string {
  return `<pskc:EncryptionKey><xenc11:DerivedKey>
    <xenc11:KeyDerivationMethod Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2">
      <pkcs5:PBKDF2-params><Salt><Specified>${salt}</Specified></Salt><IterationCount>${iterations}</IterationCount>
      <KeyLength>${keyBytes}</KeyLength><PRF/></pkcs5:PBKDF2-params>
    </xenc11:KeyDerivationMethod></xenc11:DerivedKey></pskc:EncryptionKey>`;
}

function encryptedParts(cipherValue: string, algorithm: string): string {
  return `<xenc:EncryptionMethod Algorithm="${XENC}${algorithm}"/>
    <xenc:CipherData><xenc:CipherValue>\n  ${cipherValue}\n  </xenc:CipherValue></xenc:CipherData>`;
}

/** A container of its own, as a vendor writes one: AES-256, a derived key and a MAC. */
export function writeEncrypted(password: string, seeds: Readonly<Record<string, string>>): string {
  const salt = Buffer.from('a salt of eight or more');
  const key = pbkdf2Sync(password, salt, 2_000, 32, 'sha1');
  const macKey = Buffer.alloc(20, 7);
  const keys = Object.entries(seeds).map(([serialNumber, seed], index): WrittenKey => {
    const cipher = encrypt(key, Buffer.from(seed), index + 1);
    const mac = createHmac('sha1', macKey).update(cipher).digest('base64');
    return { serialNumber, secret: encryptedSecret(cipher.toString('base64'), mac, 'aes256-cbc') };
  });
  const head =
    derivedKey(salt.toString('base64'), 2_000, 32) +
    macMethod(encrypt(key, macKey, 99).toString('base64'), 'aes256-cbc');
  return writeContainer(keys, head);
}

function encrypt(key: Uint8Array, text: Uint8Array, vectorByte: number): Buffer {
  const vector = Buffer.alloc(16, vectorByte);
  const cipher = createCipheriv('aes-256-cbc', key, vector);
  return Buffer.concat([vector, cipher.update(text), cipher.final()]);
}
