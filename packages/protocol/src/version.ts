/**
 * Version of the wire. The server serves this version and the one before; a test fingerprints every message
 * beside it, so that the wire cannot change by accident.
 */
export const protocolVersion = 1;
export const oldestServed = 1;
