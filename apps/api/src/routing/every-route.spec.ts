import 'reflect-metadata';
import { permissions, routes, type Route } from '@duly/api-contract';
import { AuditController } from '../audit/audit.controller.js';
import { CodecController } from '../codec/codec.controller.js';
import { CalendarsController } from '../calendars/calendars.controller.js';
import { FindingController } from '../cases/finding.controller.js';
import { CasesController } from '../cases/cases.controller.js';
import { FeedsController } from '../feeds/feeds.controller.js';
import { DisclosingController } from '../disclosing/disclosing.controller.js';
import { LinksController } from '../disclosing/links.controller.js';
import { HealthController } from '../health/health.controller.js';
import { AsksController } from '../collecting/asks.controller.js';
import { CollectionController } from '../collecting/collection.controller.js';
import { DocumentsController } from '../documents/documents.controller.js';
import { HooksController } from '../hooks/hooks.controller.js';
import { SourcesController } from '../sources/sources.controller.js';
import { MetricsController } from '../metrics/metrics.controller.js';
import { ComplaintsController } from '../complaints/complaints.controller.js';
import { MailReportsController } from '../reports/mail-reports.controller.js';
import { RequestsController } from '../requests/requests.controller.js';
import { ExaminingController } from '../examining/examining.controller.js';
import { RetentionController } from '../retention/retention.controller.js';
import { StatisticsController } from '../statistics/statistics.controller.js';
import { SchedulesController } from '../schedules/schedules.controller.js';
import { StaffController } from '../staff/staff.controller.js';
import { SuppressionsController } from '../suppressions/suppressions.controller.js';
import { ControllersController } from '../transferring/controllers.controller.js';
import { IncomingController } from '../transferring/incoming.controller.js';
import { TransfersController } from '../transferring/transfers.controller.js';
import { TasksController } from '../tasks/tasks.controller.js';
import { routeServedBy } from './serves.js';

const methodsOf = ({ prototype }: { readonly prototype: object }): readonly { readonly name: string }[] =>
  Object.getOwnPropertyNames(prototype)
    .filter(name => name !== 'constructor')
    .map((name): unknown => Reflect.get(prototype, name))
    .filter(method => typeof method === 'function');

const controllers = [
  RequestsController,
  ComplaintsController,
  SuppressionsController,
  CasesController,
  FindingController,
  TasksController,
  StaffController,
  CalendarsController,
  SchedulesController,
  FeedsController,
  HooksController,
  DisclosingController,
  SourcesController,
  CollectionController,
  AsksController,
  DocumentsController,
  LinksController,
  ControllersController,
  TransfersController,
  IncomingController,
  StatisticsController,
  AuditController,
  RetentionController,
  ExaminingController,
  CodecController,
  MailReportsController,
  HealthController,
  MetricsController,
];
const served: readonly Route[] = controllers.flatMap(methodsOf).map(routeServedBy);

describe('the controllers', () => {
  it('serve every route of the contract once, and no other', () => {
    expect(served.map(({ operation }) => operation).sort()).toEqual(
      routes.map(({ operation }) => operation).sort(),
    );
  });

  it('let nobody in without a permission, but to health, figures, the document and a calendar whose link is the key', () => {
    for (const { permission } of served) expect([...permissions, 'nothing']).toContain(permission);
    const open = served.filter(({ permission }) => permission === 'nothing').map(({ path }) => path);
    expect(open.sort()).toEqual([
      '/d/{token}',
      '/d/{token}',
      '/health/live',
      '/health/ready',
      '/metrics',
      '/openapi.json',
      // A source’s own system brings the token that it was given.
      '/v1/asks/{ask}',
      '/v1/asks/{ask}/answer',
      '/v1/asks/{ask}/documents',
      '/v1/asks/{ask}/records/{entity}',
      '/v1/feeds/{id}',
      // Its message is signed instead.
      '/v1/mail/reports',
      // Another controller brings the token that it was given.
      '/v1/transfers/{transfer}',
      '/v1/transfers/{transfer}',
      '/v1/transfers/{transfer}/pieces/{offset}',
    ]);
  });
});

describe('a method that serves no route', () => {
  it('is a fault, so that it lets nobody in', () => {
    const forgotten = () => 'served by chance';
    expect(() => routeServedBy(forgotten)).toThrow('forgotten');
  });
});
