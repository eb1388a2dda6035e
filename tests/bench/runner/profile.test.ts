/** Self time from a profile's samples. */
import { expect, test } from 'vitest';
import { selfTimes } from './profile';

test('adds up what each function took itself, most first', () => {
  const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 4 });
  const lines = selfTimes({
    nodes: [
      { id: 1, callFrame: frame('(idle)') },
      { id: 2, callFrame: frame('flush', 'file:///somewhere/node_modules/libsql/index.js') },
      { id: 4, callFrame: frame('decide') },
      { id: 3, callFrame: frame('flush', 'file:///somewhere/node_modules/libsql/index.js') },
    ],
    samples: [1, 2, 3, 2, 4],
    timeDeltas: [7000, 2000, 500, 500, 1000],
  });
  expect(lines).toEqual(['      3.0 ms  75.0 %  flush libsql/index.js:5', '      1.0 ms  25.0 %  decide']);
});
