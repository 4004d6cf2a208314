/** Serves the client with the headers of the gateway, for looking at: `node test/stage/serve.js [port]`. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, normalize } from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;
const PORT = Number(process.argv[2] ?? 8099);

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types trashpong-worker";

createServer(async (request, response) => {
  const path = normalize(decodeURIComponent((request.url ?? '/').replace(/\?.*/, '')));
  const file = path.endsWith('/') ? `${path}index.html` : path;
  try {
    const body = await readFile(ROOT + file);
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': CSP,
      'Cache-Control': 'no-store',
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(PORT, '127.0.0.1');
