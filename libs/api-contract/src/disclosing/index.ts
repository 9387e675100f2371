export { packageRoutes } from '../routes/package-routes.js';
export { deliveryRoutes } from '../routes/delivery-routes.js';
export type {
  CodeShown,
  DeliveriesView,
  DeliveryBody,
  DeliveryOfCase,
  DeliveryPrepared,
  LinkBody,
  PostedBody,
  TransferOfDelivery,
  DeliveryTold,
} from './deliveries.js';
export { reviewRoutes } from '../routes/review-routes.js';
export type { PackageBody, PackagesView, PackageView, PasswordShown } from './packages.js';
export type { FinishBody, RecordsQuery, RecordsView, ReviewBody, ReviewView } from './review.js';
