import { z } from 'zod';

const bytes = z.base64();

/** As protobuf's JSON has it, which is what Temporal's own tools send. */
const payload = z
  .strictObject({
    metadata: z.record(z.string().max(200), bytes).optional(),
    data: bytes.optional(),
  })
  .meta({ id: 'Payload', description: 'Bytes are in base64.' });

export const payloadsToOpen = z
  .strictObject({ payloads: z.array(payload).max(5_000) })
  .meta({ id: 'Payloads' });
export type PayloadsToOpen = z.infer<typeof payloadsToOpen>;
