import { Module, type DynamicModule } from '@nestjs/common';
import { Database } from '@duly/postgres';
import type { ApiParts } from './api-parts.js';
import { Clock } from './clock.js';
import { caseDesk } from './desk/case-desk.js';
import { HealthController } from './health/health.controller.js';
import { KeysDatabase } from './keys-database.js';

@Module({})
export class ApiModule {
  static over(parts: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      controllers: [HealthController],
      providers: [
        { provide: Database, useValue: parts.database },
        { provide: KeysDatabase, useValue: new KeysDatabase(parts.keysDatabase) },
        { provide: Clock, useValue: parts.clock },
        { provide: caseDesk, useValue: parts.desk },
      ],
    };
  }
}
