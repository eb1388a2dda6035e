// Lays a brotli and a gzip copy beside each file of the build, so that the server sends compressed bytes without
// compressing anything itself. A copy that would not be smaller is left out. Gzip comes from zopfli, a twentieth smaller than
// zlib's best: over plain HTTP, in a hall, phones take gzip alone.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';
import type { Plugin } from 'vite';

const compressible = /\.(js|css|html|svg|json|webmanifest)$/;

export function precompress(folder: string): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() && compressible.test(entry.name))
          await compress(join(entry.parentPath, entry.name));
      }
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const best = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const copies = [
    { ending: 'br', copy: brotliCompressSync(bytes, { params: best }) },
    { ending: 'gz', copy: await gzipAsync(bytes, { numiterations: 15 }) },
  ];
  for (const { ending, copy } of copies) {
    if (copy.length < bytes.length) writeFileSync(`${file}.${ending}`, copy);
  }
}
