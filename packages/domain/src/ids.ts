/**
 * Identifiers: 128 random bits as 22 base64url characters, made by the server's id port, never here.
 * One shape for all; what an id names is said by the field that holds it.
 */
import * as z from 'zod';

export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'an id is 22 base64url characters');
export type Id = z.infer<typeof idSchema>;

/** An address that a page may safely link to. */
export const httpUrlSchema = z.url({ protocol: /^https?$/ }).max(2000);
