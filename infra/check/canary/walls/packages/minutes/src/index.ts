// Wrong on purpose. expect: minutes-imports-only resolvable
import { answer } from 'a-library-that-nobody-declared';
export const sheet = answer;
