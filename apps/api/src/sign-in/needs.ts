import { Reflector } from '@nestjs/core';
import type { Permission } from '@duly/api-contract';

/**
 * Says beside a route what its caller must be permitted. `nothing` is for what anybody may read without signing in.
 * A route without it lets nobody in, and a spec finds it.
 */
export const Needs = Reflector.createDecorator<Permission | 'nothing'>();
