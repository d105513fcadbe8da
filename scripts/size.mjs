import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FILE = 'dist/useresponse-widget.min.js';
/** Brotli bytes. What a page pays for the tag before the vendor's own script. */
const LIMIT = 5500;

const content = readFileSync(FILE);
const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY } = constants;
const brotli = brotliCompressSync(content, { params: { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY } }).length;
const gzip = gzipSync(content, { level: 9 }).length;
const isSmall = brotli <= LIMIT;

console.log(`${FILE}: ${content.length} bytes, gzip ${gzip}, brotli ${brotli} (limit ${LIMIT})`);
console.log(isSmall ? `${LIMIT - brotli} bytes to spare.` : `${brotli - LIMIT} bytes too many.`);
process.exitCode = isSmall ? 0 : 1;
