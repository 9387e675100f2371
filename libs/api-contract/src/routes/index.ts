import { auditRoutes } from './audit-routes.js';
import { caseCommandRoutes, caseRoutes } from './case-routes.js';
import { complaintRoutes } from './complaint-routes.js';
import { askRoutes } from './ask-routes.js';
import { collectionRoutes } from './collection-routes.js';
import { documentRoutes } from './document-routes.js';
import { codecRoutes } from './codec-routes.js';
import { controllerRoutes } from './controller-routes.js';
import { deliveryRoutes } from './delivery-routes.js';
import { hookRoutes } from './hook-routes.js';
import { calendarRoutes } from './calendar-routes.js';
import { casePreviewRoutes, openingPreviewRoute, requestPreviewRoutes } from './preview-routes.js';
import { feedRoutes } from './feed-routes.js';
import { findingRoutes } from './finding-routes.js';
import { incomingRoutes } from './incoming-routes.js';
import { overviewRoutes } from './overview-routes.js';
import { packageRoutes } from './package-routes.js';
import { requestCommandRoutes, requestRoutes } from './request-routes.js';
import { reviewRoutes } from './review-routes.js';
import { examiningRoutes } from './examining-routes.js';
import { retentionRoutes } from './retention-routes.js';
import type { Route } from './route.js';
import { scheduleRoutes } from './schedule-routes.js';
import { mailRoutes } from './mail-routes.js';
import { serviceRoutes } from './service-routes.js';
import { sourceRoutes } from './source-routes.js';
import { staffRoutes } from './staff-routes.js';
import { staffingRoutes } from './staffing-routes.js';
import { statisticsRoutes } from './statistics-routes.js';
import { suppressionRoutes } from './suppression-routes.js';
import { taskRoutes } from './task-routes.js';
import { transferRoutes } from './transfer-routes.js';

/** Every route there is: what the API registers, and what the published document says. */
export const routes: readonly Route[] = [
  ...Object.values(requestRoutes),
  ...Object.values(requestCommandRoutes),
  ...Object.values(caseRoutes),
  ...Object.values(caseCommandRoutes),
  ...Object.values(casePreviewRoutes),
  ...Object.values(requestPreviewRoutes),
  openingPreviewRoute,
  ...Object.values(reviewRoutes),
  ...Object.values(packageRoutes),
  ...Object.values(deliveryRoutes),
  ...Object.values(controllerRoutes),
  ...Object.values(transferRoutes),
  ...Object.values(incomingRoutes),
  ...Object.values(complaintRoutes),
  ...Object.values(suppressionRoutes),
  ...Object.values(findingRoutes),
  ...Object.values(overviewRoutes),
  ...Object.values(taskRoutes),
  ...Object.values(staffRoutes),
  ...Object.values(staffingRoutes),
  ...Object.values(calendarRoutes),
  ...Object.values(scheduleRoutes),
  ...Object.values(feedRoutes),
  ...Object.values(hookRoutes),
  ...Object.values(sourceRoutes),
  ...Object.values(collectionRoutes),
  ...Object.values(askRoutes),
  ...Object.values(documentRoutes),
  ...Object.values(statisticsRoutes),
  ...Object.values(auditRoutes),
  ...Object.values(retentionRoutes),
  ...Object.values(examiningRoutes),
  ...Object.values(codecRoutes),
  ...Object.values(mailRoutes),
  ...Object.values(serviceRoutes),
];
