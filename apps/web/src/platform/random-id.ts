// A random id of 128 bits as 22 base64url characters, the shape that every id has on the wire. `crypto.randomUUID` exists only in
// a secure context, `getRandomValues` everywhere.
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
