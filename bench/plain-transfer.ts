import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * The floor of transfers: a bare Node server that streams a body to a file, on disk before it answers, and a file to an
 * answer. Started as a process of its own. Arguments: a directory and a port.
 */
const [directory, port] = process.argv.slice(2);

createServer(async (request, response) => {
  const file = join(directory!, 'plain');
  try {
    if (request.method === 'PUT') {
      await pipeline(request, createWriteStream(file, { flush: true }));
      response.end();
    } else {
      response.setHeader('content-length', statSync(file).size);
      await pipeline(createReadStream(file), response);
    }
  } catch {
    response.destroy();
  }
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
