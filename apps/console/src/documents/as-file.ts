import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** As a file to be saved. No name of a person in its own name: it lands in the folder of downloads. */
export async function asFile(
  reply: FastifyReply,
  type: string,
  name: string,
  bytes: Readable,
): Promise<void> {
  await reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
}
