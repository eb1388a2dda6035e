/** The address under which people reach this server: as configured, or as this request reached it. */
import type { FastifyRequest } from 'fastify';
import type { Services } from '../services';

export function publicAddress({ config }: Pick<Services, 'config'>, request: FastifyRequest): string {
  return config.publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`;
}

/** A personal link. The secret stands in the fragment, which never reaches a server or its logs. */
export function linkUrl(services: Pick<Services, 'config'>, request: FastifyRequest, secret: string): string {
  return `${publicAddress(services, request)}/l#${secret}`;
}
