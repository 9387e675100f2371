import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { caseRoutes, deliveryRoutes, documentRoutes, packageRoutes } from '@duly/api-contract';
import type { FastifyReply } from 'fastify';
import { DulyApi } from '../duly-api/duly-api.js';
import { keyOf } from '../pages/answer-form.js';
import { FormPages, type FormPage } from '../pages/form-page.js';
import { Pages } from '../pages/pages.js';
import { mustPermit } from '../sign-in/must-permit.js';
import type { Session } from '../sign-in/session.js';
import { SignedIn } from '../sign-in/signed-in.js';
import type { Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { asFile } from './as-file.js';
import { fileOf, type SentFile } from './sent-file.js';

/** Documents of a case, as files: added, saved; the package, and the label of its parcel. */
@Controller('/cases/:id')
export class DocumentsController {
  constructor(
    private readonly api: DulyApi,
    private readonly pages: Pages,
    private readonly forms: FormPages,
  ) {}

  @Get('/documents/new')
  async ask(@SignedIn() session: Session, @Param('id') id: string): Promise<string> {
    mustPermit(session, documentRoutes.sendDocument);
    return this.forms.show(session, await this.adding(session, id), { form: {} });
  }

  @Post('/documents/new')
  async add(
    @SignedIn() session: Session,
    @Param('id') id: string,
    @Body() form: Form,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = fileOf(form);
    const page = await this.adding(session, id);
    const errors = [{ field: 'file', message: wording.chooseFile }];
    const read =
      file && file.name !== ''
        ? ({ isValid: true, value: file } as const)
        : { isValid: false as const, errors };
    await this.forms.take(session, page, { form, read, reply }, async sent => {
      const { name, stream } = sent as SentFile;
      const key = keyOf(form);
      await this.api.send(session.token, documentRoutes.sendDocument, { params: { id }, key, name, stream });
      return { to: `/cases/${id}?done=add-document` };
    });
  }

  /** To be saved, never shown: nothing that somebody else has sent is a page of ours. */
  @Get('/documents/:document')
  async document(
    @SignedIn() { token }: Session,
    @Param() params: { id: string; document: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.api.file(token, documentRoutes.readDocument, { params });
    await asFile(reply, 'application/octet-stream', 'document', bytes);
  }

  @Get('/packages/:package')
  async package(
    @SignedIn() { token }: Session,
    @Param() params: { id: string; package: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.api.file(token, packageRoutes.downloadPackage, { params });
    await asFile(reply, 'application/zip', 'copy.zip', bytes);
  }

  @Get('/letters/:letter/print')
  async print(
    @SignedIn() { token }: Session,
    @Param() params: { id: string; letter: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.api.file(token, caseRoutes.printLetter, { params });
    await asFile(reply, 'application/pdf', 'letter.pdf', bytes);
  }

  @Get('/deliveries/:delivery/label')
  async label(
    @SignedIn() session: Session,
    @Param() params: { id: string; delivery: string },
  ): Promise<string> {
    const bytes = await this.api.file(session.token, deliveryRoutes.readDeliveryLabel, { params });
    const text = Buffer.concat(await bytes.toArray()).toString('utf8');
    return this.pages.show(session, 'sections', {
      here: 'cases',
      title: wording.case.label,
      back: { text: wording.step.back, href: `/cases/${params.id}` },
      sections: [{ text }],
    });
  }

  private async adding({ token }: Session, id: string): Promise<FormPage> {
    const view = await this.api.read(token, caseRoutes.readCase, { params: { id } });
    return {
      verb: 'add-document',
      fields: [],
      caption: `${view.reference} · ${wording.inPlainWords(view.right)}`,
      action: `/cases/${id}/documents/new`,
      back: { text: wording.step.back, href: `/cases/${id}` },
      file: 'file',
    };
  }
}
