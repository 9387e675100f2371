import { serveThread } from '@duly/letters/press-thread';

// The press of this app sets each letter here, in a thread of its own.
await serveThread();
