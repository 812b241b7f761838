import { generateKeyPairSync, sign } from "node:crypto";

/** What a certificate of the tests says. */
export interface CertificateWishes {
  /** The name or IPv4 address that it is for. Default 127.0.0.1. */
  readonly host?: string;
  /** True: it ended a year ago. */
  readonly isExpired?: boolean;
}

/** A certificate that nobody but itself vouches for, with its key, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** ASN.1 types that a certificate is made of (X.690). */
const TYPES = { integer: 2, bits: 3, octets: 4, oid: 6, utf8: 12, sequence: 0x30, set: 0x31, time: 24 } as const;
/** 1.2.840.10045.4.3.2 (ECDSA with SHA-256), 2.5.4.3 (common name), 2.5.29.17 (alternative names). */
const OIDS = { ecdsa: "2a8648ce3d040302", commonName: "550403", alternativeNames: "551d11" } as const;
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Makes a self-signed certificate (RFC 5280), for servers of the tests that speak TLS. */
export function selfSigned({ host = "127.0.0.1", isExpired = false }: CertificateWishes = {}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(TYPES.set, sequence(oid(OIDS.commonName), der(TYPES.utf8, Buffer.from(host)))));
  const algorithm = sequence(oid(OIDS.ecdsa));
  const now = Date.now();
  const [start, end] = isExpired ? [now - 2 * YEAR_MS, now - YEAR_MS] : [now - YEAR_MS, now + YEAR_MS];
  const told = sequence(
    der(0xa0, der(TYPES.integer, Buffer.of(2))),
    der(TYPES.integer, Buffer.of(1)),
    algorithm,
    name,
    sequence(time(start), time(end)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(oid(OIDS.alternativeNames), der(TYPES.octets, sequence(alternative(host)))))),
  );
  const signature = der(TYPES.bits, Buffer.concat([Buffer.of(0), sign("sha256", told, privateKey)]));
  const body = sequence(told, algorithm, signature).toString("base64").replaceAll(/.{64}/gu, "$&\n");
  const cert = `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
}

function alternative(host: string): Buffer {
  const isAddress = /^\d+(?:\.\d+){3}$/u.test(host);
  return isAddress ? der(0x87, Buffer.from(host.split(".").map(Number))) : der(0x82, Buffer.from(host));
}

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\..*/gu, "");
  return der(TYPES.time, Buffer.from(`${digits}Z`));
}

function oid(hex: string): Buffer {
  return der(TYPES.oid, Buffer.from(hex, "hex"));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(TYPES.sequence, Buffer.concat(parts));
}

function der(type: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([type, ...size]), content]);
}
