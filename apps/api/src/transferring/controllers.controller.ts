import { Controller } from '@nestjs/common';
import { controllerRoutes, type ReceiverBody, type SenderBody } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params } from '../routing/checked.js';
import type { Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import { KeepControllers } from './keep-controllers.js';

/** Controllers of data, in the law's sense: those to whom packages go straight, and those from whom they come. */
@Controller()
export class ControllersController {
  constructor(private readonly controllers: KeepControllers) {}

  @Serves(controllerRoutes.registerReceiver, 'keep controllers')
  registerReceiver(@TheCall() call: Call, @Body() body: ReceiverBody): Promise<Answer> {
    return this.controllers.addReceiver(call, body);
  }

  @Serves(controllerRoutes.listReceivers, 'read controllers')
  receivers() {
    return this.controllers.receivers();
  }

  @Serves(controllerRoutes.removeReceiver, 'keep controllers')
  removeReceiver(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.controllers.removeReceiver(call, id);
  }

  @Serves(controllerRoutes.registerSender, 'keep controllers')
  registerSender(@TheCall() call: Call, @Body() body: SenderBody): Promise<Answer> {
    return this.controllers.addSender(call, body);
  }

  @Serves(controllerRoutes.listSenders, 'read controllers')
  senders() {
    return this.controllers.senders();
  }

  @Serves(controllerRoutes.renewSenderToken, 'keep controllers')
  renewToken(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.controllers.renewToken(call, id);
  }

  @Serves(controllerRoutes.removeSender, 'keep controllers')
  removeSender(@TheCall() call: Call, @Params() { id }: Named): Promise<Answer> {
    return this.controllers.removeSender(call, id);
  }
}
