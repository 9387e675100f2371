import { Injectable } from '@nestjs/common';

/** The organisation’s colour, as a style sheet and as the small picture of a tab. */
@Injectable()
export class Looks {
  /** @param colour `#rrggbb` */
  constructor(private readonly colour: string) {}

  get style(): string {
    return `:root { --govuk-brand-colour: ${this.colour}; }\n`;
  }

  get icon(): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="${this.colour}"/></svg>`;
  }
}
