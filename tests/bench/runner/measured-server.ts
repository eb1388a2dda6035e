/** A server for one run: started, prepared, profiled where that is asked for, and stopped whatever happens. */
import type { Job } from '../job';
import { generate, type Figures } from './generate';
import type { RunContext } from './scenario';
import { startServer, type RunningServer } from './server';
import type { TargetName } from './targets';

/** `prepare` makes what the generator needs and answers its job. */
export async function measureOn(
  target: TargetName,
  { serverCore, generatorCore, profiler }: RunContext,
  prepare: (server: RunningServer) => Promise<Job>,
): Promise<Figures> {
  const server = await startServer(target, { core: serverCore, nodeFlags: profiler?.nodeFlags ?? [] });
  try {
    const job = await prepare(server);
    await profiler?.serverIsUp();
    const figures = await generate(generatorCore, job, (mark) => profiler?.mark(mark));
    if (figures.error !== undefined) return { ...figures, server: server.output().slice(-400) };
    await profiler?.finish();
    return figures;
  } finally {
    await server.stop();
  }
}
