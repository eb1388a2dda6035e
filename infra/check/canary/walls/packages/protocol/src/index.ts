// Wrong on purpose. expect: protocol-imports-only resolvable
import { answer } from 'a-library-that-nobody-declared';
export const message = answer;
