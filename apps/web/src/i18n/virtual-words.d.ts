// What split-words.ts makes of the catalogues.
declare module 'virtual:words-first/*' {
  import type { RefusalCode } from '@mufakat/domain';
  export const words: Readonly<Record<string, string>>;
  export const refusals: Readonly<Record<RefusalCode, string>>;
}
declare module 'virtual:words-rest/*' {
  export const words: Readonly<Record<string, string>>;
}
