import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** A proxy of the tests: whatever host is asked for, one server of this machine answers. */
export interface ProxyServer {
  readonly url: string;
  /** The hosts that were asked for, in order. */
  readonly hosts: readonly string[];
  close(): Promise<void>;
}

/** How a proxy behaves. */
export interface ProxyOptions {
  /** The port of the server that answers. */
  readonly port: number;
  /** `name:password`, without which nothing is let through. */
  readonly account?: string;
}

/** Starts a proxy on a free port; it opens tunnels, and passes plain requests on. */
export async function startProxy({ port, account }: ProxyOptions): Promise<ProxyServer> {
  const hosts: string[] = [];
  const sockets = new Set<Socket>();
  const wanted = account === undefined ? undefined : `Basic ${Buffer.from(account).toString("base64")}`;
  const isLetIn = ({ headers }: IncomingMessage) =>
    wanted === undefined || headers["proxy-authorization"]?.trim() === wanted;
  const server = createServer((asked, answer) => {
    hosts.push(new URL(asked.url ?? "").host);
    if (isLetIn(asked)) passOn(asked, answer, port);
    else answer.writeHead(407).end();
  });
  server.on("connection", (socket) => sockets.add(socket));
  server.on("connect", (asked: IncomingMessage, socket: Socket) => {
    hosts.push(asked.url ?? "");
    socket.on("error", () => undefined);
    if (!isLetIn(asked)) return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const onward = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: own } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${own}`, hosts, close: () => closeAll(server, sockets) };
}

function passOn(asked: IncomingMessage, answer: ServerResponse, port: number): void {
  const { pathname, search } = new URL(asked.url ?? "");
  const { method, headers } = asked;
  const onward = request({ port, host: "127.0.0.1", path: pathname + search, method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}

function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}
