import { Controller, Res, StreamableFile } from '@nestjs/common';
import {
  caseCommandRoutes,
  casePreviewRoutes,
  caseRoutes,
  caseVerbs,
  writingCaseVerbs,
  type CasesQuery,
  type CaseVerb,
  type WritingCaseVerb,
  type ReadQuery,
} from '@duly/api-contract';
import { NextStepsOfCase } from '../previews/next-steps.js';
import { PreviewCase } from '../previews/preview-case.js';
import { CaseCommands } from '../commands/case-commands.js';
import { Params, Query } from '../routing/checked.js';
import { serveGenerated, serveGeneratedQuestion, type Named } from '../routing/serve-generated.js';
import { Serves } from '../routing/serves.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import type { FastifyReply } from 'fastify';
import { CaseReads } from './case-reads.js';
import { LetterReads } from './letter-reads.js';

/** Cases: read from the register, and given commands, one route for each verb. */
@Controller()
export class CasesController {
  constructor(
    private readonly reads: CaseReads,
    private readonly letters: LetterReads,
    readonly commands: CaseCommands,
    readonly previews: PreviewCase,
    private readonly nextSteps: NextStepsOfCase,
  ) {}

  @Serves(caseRoutes.listCases, 'read cases')
  list(@Query() query: CasesQuery) {
    return this.reads.list(query);
  }

  @Serves(caseRoutes.readCase, 'read cases')
  one(@From() caller: Caller, @Params() { id }: Named, @Query() query: ReadQuery) {
    return this.reads.one(caller, id, query);
  }

  @Serves(caseRoutes.readClock, 'read cases')
  clock(@Params() { id }: Named, @Query() query: ReadQuery) {
    return this.reads.clock(id, query);
  }

  @Serves(caseRoutes.readSteps, 'read cases')
  steps(@From() caller: Caller, @Params() { id }: Named, @Query() query: ReadQuery) {
    return this.nextSteps.of(caller, id, query);
  }

  @Serves(caseRoutes.readTimeline, 'read cases')
  timeline(@From() caller: Caller, @Params() { id }: Named, @Query() query: ReadQuery) {
    return this.reads.timeline(caller, id, query);
  }

  @Serves(caseRoutes.readLetters, 'read cases')
  readLetters(@From() caller: Caller, @Params() { id }: Named, @Query() query: ReadQuery) {
    return this.letters.list(caller, id, query);
  }

  @Serves(caseRoutes.readLetter, 'read cases')
  letter(@From() caller: Caller, @Params() { id, letter }: Named & { readonly letter: string }) {
    return this.letters.one(caller, id, letter);
  }

  @Serves(caseRoutes.readMessage, 'read cases')
  async message(
    @From() caller: Caller,
    @Params() { id, letter }: Named & { readonly letter: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const message = await this.letters.message(caller, id, letter);
    void reply.type('message/rfc822');
    return message;
  }

  @Serves(caseRoutes.printLetter, 'read cases')
  async print(@From() caller: Caller, @Params() { id, letter }: Named & { readonly letter: string }) {
    const bytes = await this.letters.onPaper(caller, id, letter);
    // No name in the name of the file: it lands in the folder of downloads.
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: 'inline; filename="letter.pdf"',
    });
  }
}

/** Gives the controller one method for a verb, as if it were written above: `POST /v1/cases/{id}/extend-time`. */
function serveVerb(verb: CaseVerb): void {
  serveGenerated(CasesController, caseCommandRoutes[verb], (controller, call, { id }, body) =>
    controller.commands.give(call, id, verb, body),
  );
}

caseVerbs.forEach(serveVerb);

/** And beside each that writes letters, the question what it would send. */
function serveVerbPreview(verb: WritingCaseVerb): void {
  serveGeneratedQuestion(CasesController, casePreviewRoutes[verb], (controller, caller, { id }, body) =>
    controller.previews.of(caller, id, verb, body),
  );
}

writingCaseVerbs.forEach(serveVerbPreview);
