// What the device remembers for a person: small strings under `mufakat.`. Storage may be full, forbidden or absent (private
// windows, site settings, plain HTTP in some browsers); then a value lasts as long as the page. Nothing secret belongs here.
const here = new Map<string, string>();

export function remember(key: string, value: string): void {
  here.set(key, value);
  try {
    localStorage.setItem(`mufakat.${key}`, value);
  } catch {
    // kept for this page only
  }
}

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`mufakat.${key}`) ?? here.get(key);
  } catch {
    return here.get(key);
  }
}

export function forget(key: string): void {
  here.delete(key);
  try {
    localStorage.removeItem(`mufakat.${key}`);
  } catch {
    // nothing was kept
  }
}
