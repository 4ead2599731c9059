import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Something on loopback that speaks Redis's protocol and answers INFO as it is told to; every other command with OK. */
export async function startRespStub(info: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      // A command is an array of bulk strings; its name stands in the third line.
      for (const command of data
        .toString()
        .split(/^\*\d+\r\n/m)
        .slice(1)) {
        const name = command.split('\r\n')[1]?.toUpperCase();
        if (name === 'PING') socket.write('+PONG\r\n');
        else if (name === 'INFO') socket.write(`$${Buffer.byteLength(info)}\r\n${info}\r\n`);
        else if (name === 'CONFIG') socket.write('*0\r\n');
        else socket.write('+OK\r\n');
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => void (await once(server.close(), 'close')),
  };
}
