import { createServer, type Server } from 'node:http';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, graphql } from 'graphql';
import { makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { GraphqlClient } from './graphql-client.js';

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      who: { type: GraphQLString, resolve: (_source, _args, { authorization }) => authorization ?? 'nobody' },
      broken: {
        type: GraphQLString,
        resolve: () => {
          throw new Error('Broken');
        },
      },
    },
  }),
  subscription: new GraphQLObjectType({
    name: 'Subscription',
    fields: {
      letters: {
        type: GraphQLString,
        async *subscribe() {
          yield { letters: 'a' };
          yield { letters: 'b' };
        },
      },
      silence: {
        type: GraphQLString,
        subscribe: () => ({
          [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }),
        }),
      },
    },
  }),
});

describe('the client of the end-to-end specs', () => {
  let server: Server;
  let client: GraphqlClient;
  const sockets = new WebSocketServer({ noServer: true });

  beforeAll(async () => {
    const live = makeServer({ schema, onConnect: ({ connectionParams }) => Boolean(connectionParams?.authorization) });
    server = createServer(async (request, response) => {
      const body: Buffer[] = await request.toArray();
      const { query } = JSON.parse(Buffer.concat(body).toString());
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(await graphql({ schema, source: query, contextValue: request.headers })));
    });
    server.on('upgrade', (request, socket, head) => {
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const closed = live.opened(
          {
            protocol: webSocket.protocol,
            send: (data) => webSocket.send(data),
            close: (code, reason) => webSocket.close(code, reason),
            onMessage: (take) => webSocket.on('message', (data) => take(String(data))),
          },
          {},
        );
        webSocket.once('close', (code, reason) => closed(code, String(reason)));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new GraphqlClient(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
  });

  afterAll(async () => {
    for (const socket of sockets.clients) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
  });

  it('asks, with and without a token', async () => {
    expect(await client.ask('{ who }')).toEqual({ who: 'nobody' });
    expect(await client.ask('{ who }', {}, 'secret')).toEqual({ who: 'Bearer secret' });
  });

  it('shows what the api refuses', async () => {
    expect(await client.post('{ broken }')).toMatchObject({ data: { broken: null }, errors: [{ message: 'Broken' }] });
    await expect(client.ask('{ broken }')).rejects.toThrow('The api refused: [{"message":"Broken"');
  });

  it('hands out what a subscription delivers, in order, and then says that it is over', async () => {
    const live = client.live('secret');
    const letters = live.subscribe('subscription { letters }');
    expect(await letters.next()).toEqual({ letters: 'a' });
    expect(await letters.next()).toEqual({ letters: 'b' });
    await expect(letters.next()).rejects.toThrow('completed by the server');
    expect(letters.isOver).toBe(true);
    await live.close();
  });

  it('does not wait forever', async () => {
    const live = client.live('secret');
    const silence = live.subscribe('subscription { silence }');
    await silence.stayQuiet(50);
    await expect(silence.next(50)).rejects.toThrow('nothing within 50 ms');
    await live.close();
  });

  it('says why it was not let in', async () => {
    const live = client.live();
    await expect(live.subscribe('subscription { letters }').next()).rejects.toThrow('closed with 4403 Forbidden');
    await live.close();
  });
});
