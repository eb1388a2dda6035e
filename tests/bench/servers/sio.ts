/**
 * Plain Socket.IO, as its documentation shows it, storing nothing. TALLY: `each` tells the room of every vote, a number
 * at most once in that many ms; PRESENCE: the same for arrivals.
 */
import { createServer, type Server as HttpServer } from 'node:http';
import { port, requirePeer } from './peer';

interface Line {
  join(room: string): void;
  on(name: string, hear: (data: Vote, ack: (answer: object) => void) => void): void;
}
interface SocketIo {
  Server: new (server: HttpServer) => {
    on(name: 'connection', hear: (line: Line) => void): void;
    to(room: string): { emit(name: string, data: unknown): void };
    engine: { clientsCount: number };
  };
}
interface Vote {
  poll: string;
  choice: 'yes' | 'no' | 'abstain';
}

const { Server } = requirePeer<SocketIo>('gen', 'socket.io');
const http = createServer((_request, answer) => answer.end('ok'));
const io = new Server(http);
const room = (name: string, data: unknown) => io.to('m').emit(name, data);

function paced(pace: string | undefined, run: () => void): () => void {
  if (pace === 'each') return run;
  let isDue = false;
  const tell = () => {
    isDue = false;
    run();
  };
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(tell, Number(pace));
  };
}

const polls = new Map<string, { poll: string; n: number; yes: number; no: number; abstain: number }>();
let last: unknown = null;
const tellTally = paced(process.env.TALLY, () => room('tally', last));
const tellPresence = paced(process.env.PRESENCE, () => room('presence', { n: io.engine.clientsCount }));

io.on('connection', (line) => {
  line.join('m');
  tellPresence();
  line.on('say', (said) => room('say', said));
  line.on('vote', ({ poll, choice }, ack) => {
    const count = polls.get(poll) ?? { poll, n: 0, yes: 0, no: 0, abstain: 0 };
    polls.set(poll, count);
    count.n++;
    count[choice]++;
    last = count;
    ack({ ok: true, n: count.n });
    tellTally();
  });
});
http.listen(port, '127.0.0.1');
