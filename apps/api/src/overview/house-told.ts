import { readReviews } from '@duly/letters';
import type { Review } from '@duly/notices';
import { tellSettings, type ApiSettings, type SettingTold } from '@duly/settings';

/** What this process was started with, for an administrator’s eyes; no secret is among it. */
export class HouseTold {
  private constructor(
    readonly settings: readonly SettingTold[],
    readonly reviews: readonly Review[],
  ) {}

  static from(settings: ApiSettings): HouseTold {
    const file = settings.reviewedWording;
    return new HouseTold(tellSettings('api', settings), file === undefined ? [] : readReviews(file));
  }
}
