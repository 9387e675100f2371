export { controllerRoutes } from '../routes/controller-routes.js';
export { incomingRoutes } from '../routes/incoming-routes.js';
export { transferRoutes } from '../routes/transfer-routes.js';
export type {
  ReceiverBody,
  ReceiversView,
  ReceiverView,
  SenderBody,
  SenderRegistered,
  SendersView,
  SenderView,
} from './controllers.js';
export type {
  AcceptBody,
  IncomingItemBody,
  IncomingItemView,
  IncomingLine,
  IncomingList,
  IncomingView,
  RejectBody,
} from './incoming.js';
export { mostPieceBytes, type TransferBody, type TransferView } from './transfers.js';
